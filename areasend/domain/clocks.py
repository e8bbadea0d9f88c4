"""What is due when, computed from a history each time it is asked and never stored."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from areasend.domain.coverage import complete_to
from areasend.domain.events import Event, StepKind
from areasend.domain.history import Inspection
from areasend.domain.intervals import LIST_ENDS, Interval
from areasend.domain.periods import FixedDay
from areasend.domain.rulebooks.reading import Force, Rule, Value
from areasend.domain.working_days import Calendar, calendar_known_on


class State(StrEnum):
    """Where a duty stands. None of these says that anyone is late: see `Deadline.late`."""

    RUNNING = "running"
    MET = "met"
    MET_LATE = "met late"
    MET_AFTER = "done after the time given"
    PASSED = "due date passed and nothing held"
    WINDOW_PASSED = "window passed"
    SUPERSEDED = "superseded by a later full inspection"
    NOT_KNOWN = "done, not known whether in time"


#: The states in which something is still to be done.
OPEN = frozenset({State.RUNNING, State.PASSED, State.WINDOW_PASSED})
#: The forces of which alone anyone may be called late.
BINDING = frozenset({Force.REGULATION, Force.HANDBOOK})


@dataclass(frozen=True)
class Start:
    """The day from which time runs: day 0.

    `at_latest` is the last day on which it can have begun to run, whatever is held.
    """

    on: Interval
    at_latest: date
    estimated: bool
    words: str


@dataclass(frozen=True)
class Fulfilment:
    """When a duty was done, and by what that is known."""

    on: Interval
    words: str

    @classmethod
    def before(cls, proof: Event, what: str, done: str, *, since: Event | None) -> Self:
        """Return that a duty was done before something that could not have happened without it.

        It was owed `since` an event; None where that is not held.
        """
        words = f"{done} on a day we do not hold, before {what} ({proof.on})."
        return cls(span(since or proof, proof), words)


def span(since: Event, proof: Event) -> Interval:
    """Return the days on which something was done that one event asks for and another proves."""
    return Interval(min(since.on.earliest, proof.on.latest), proof.on.latest)


def earliest(proofs: Iterable[tuple[Event | None, str]]) -> tuple[Event, str] | None:
    """Return the proof, of those held, that bounds something most closely from above."""
    held = [(event, what) for event, what in proofs if event]
    return min(held, key=lambda proof: proof[0].on.latest, default=None)


def by_step(
    kind: StepKind, done: str
) -> Callable[[Inspection, Inspection | None], Fulfilment | None]:
    """Return what stops a clock with the first step of a kind."""

    def stops(inspection: Inspection, _following: Inspection | None) -> Fulfilment | None:
        step = inspection.first(kind)
        return Fulfilment(step.on, f"{done} {step.on.when}.") if step else None

    return stops


@dataclass(frozen=True)
class Deadline:
    """A duty with the days between which it fell due, and where it stands on an as-at day.

    `key` is its rule's. `besides` says what is held that speaks for its having been done and does
    not prove it, and `known_to` is the day to which our record surely holds every
    event that could fulfil it, or None where it is partial.
    """

    key: str
    duty: str
    owed_by: str
    owed_to: str
    area: str
    inspection: str
    value: Value
    start: Start
    due: Interval
    due_at_latest: date
    window: bool
    fulfilment: Fulfilment | None
    besides: str
    state: State
    known_to: date | None
    as_at: date

    @property
    def over_after(self) -> date:
        """The last day of its time: a window is given by the month, and lasts to its end."""
        return _over_after(self.due, self.due_at_latest, window=self.window)

    @property
    def covered(self) -> bool:
        """Whether our record surely holds whatever could have fulfilled it in time."""
        return self.known_to is not None and self.over_after <= self.known_to

    @property
    def beyond(self) -> bool:
        """Whether its time ended later than our record reaches, so that a gap says nothing."""
        vague = self.start.on.is_open
        return not vague and self.over_after > (self.known_to or LIST_ENDS)

    @property
    def late(self) -> bool:
        """Whether it may be called late: the words bind, and our record would hold it."""
        return self.state is State.PASSED and self.covered and self.value.force in BINDING


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A duty, the rule that gives it time, and the events that start and stop it."""

    duty: str
    owed_by: str
    owed_to: str
    rule: Rule
    fulfilled_by: str
    starts: Callable[[Inspection, Calendar], Start | None]
    stops: Callable[[Inspection, Inspection | None], Fulfilment | None]
    window: bool = False
    besides: Callable[[Inspection], str] = lambda _inspection: ""

    def read(
        self, inspection: Inspection, *, as_at: date, following: Inspection | None = None
    ) -> Deadline | None:
        """Return the duty as it stood at the end of a day, or None if no clock had started.

        `following` is the area's next full inspection, if there was one by then.

        The calendar is the one publicly known on that day: a bank holiday announced later moves
        nothing before its announcement.

        :raises UnableToCount: if the count leaves the years of the calendar
        """
        calendar = calendar_known_on(as_at)
        start = self.starts(inspection, calendar)
        # What the rule said when time began to run holds for this duty to its end: a later value
        # moves no day that is already set.
        value = self.rule.on(start.on.latest) if start else None
        if start is None or value is None or start.on.earliest > as_at:
            return None
        fulfilment = self.stops(inspection, following)
        if fulfilment and self._done_before_it_was_promised(fulfilment, start, value):
            return None
        superseded = following is not None and following.report is not None
        return self._deadline(inspection, start, value, fulfilment, (as_at, superseded))

    @staticmethod
    def _done_before_it_was_promised(done: Fulfilment, start: Start, value: Value) -> bool:
        return isinstance(value.period, FixedDay) and done.on.latest < start.on.earliest

    def _deadline(
        self,
        inspection: Inspection,
        start: Start,
        value: Value,
        fulfilment: Fulfilment | None,
        asked: tuple[date, bool],
    ) -> Deadline:
        as_at, superseded = asked
        calendar = calendar_known_on(as_at)
        due = Interval(
            value.period.after(start.on.earliest, calendar),
            value.period.after(start.on.latest, calendar),
        )
        at_latest = value.period.after(start.at_latest, calendar)
        if fulfilment is not None:
            state = self._done(fulfilment.on, due, at_latest, force=value.force)
        else:
            over_after = _over_after(due, at_latest, window=self.window)
            state = self._open(over_after, as_at=as_at, superseded=superseded)
        return Deadline(
            key=self.rule.key,
            duty=self.duty,
            owed_by=self.owed_by,
            owed_to=self.owed_to,
            area=inspection.area,
            inspection=inspection.name,
            value=value,
            start=start,
            due=due,
            due_at_latest=at_latest,
            window=self.window,
            fulfilment=fulfilment,
            besides="" if fulfilment else self.besides(inspection),
            state=state,
            known_to=complete_to(self.fulfilled_by),
            as_at=as_at,
        )

    def _open(self, over_after: date, *, as_at: date, superseded: bool) -> State:
        if superseded:
            return State.SUPERSEDED
        if as_at <= over_after:
            return State.RUNNING
        return State.WINDOW_PASSED if self.window else State.PASSED

    def _done(self, on: Interval, due: Interval, at_latest: date, *, force: Force) -> State:
        # A window is an intention, not a limit: coming after it is not coming late.
        if self.window or on.latest <= due.earliest:
            return State.MET
        if on.earliest <= at_latest:
            return State.NOT_KNOWN
        # Only what binds can be met late: a promise is kept by its day or after it.
        return State.MET_LATE if force in BINDING else State.MET_AFTER


def _over_after(due: Interval, at_latest: date, *, window: bool) -> date:
    return max(due.ends_month, at_latest) if window else at_latest
