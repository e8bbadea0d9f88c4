"""What is due when, computed from a history each time it is asked and never stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

from areasend.domain.coverage import complete_to
from areasend.domain.events import Event, StepKind
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval
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
    """A duty with the days between which it fell due, and where it stands on an as-at day."""

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
    state: State
    late: bool
    as_at: date


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
        # The value in force on the day the clock started governs to the end, so that a later
        # change of the rules never moves a deadline already running.
        value = self.rule.on(start.on.latest) if start else None
        if start is None or value is None or start.on.earliest > as_at:
            return None
        due = Interval(
            value.period.after(start.on.earliest, calendar),
            value.period.after(start.on.latest, calendar),
        )
        at_latest = value.period.after(start.at_latest, calendar)
        fulfilment = self.stops(inspection, following)
        superseded = following is not None and following.report is not None
        if fulfilment is not None:
            state = self._done(fulfilment.on, due, at_latest, force=value.force)
        else:
            state = self._open(at_latest, as_at=as_at, superseded=superseded)
        return Deadline(
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
            state=state,
            late=state is State.PASSED and self._may_be_called_late(value, at_latest),
            as_at=as_at,
        )

    def _open(self, at_latest: date, *, as_at: date, superseded: bool) -> State:
        if superseded:
            return State.SUPERSEDED
        if as_at <= at_latest:
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

    def _may_be_called_late(self, value: Value, at_latest: date) -> bool:
        """Only where the words bind and our record would surely hold the fulfilment."""
        known_to = complete_to(self.fulfilled_by)
        return value.force in BINDING and known_to is not None and at_latest <= known_to
