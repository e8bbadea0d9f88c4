"""What is due when, computed from a history each time it is asked and never stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from areasend.domain.coverage import complete_to
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval
from areasend.domain.rulebooks.reading import Force, Rule, Value
from areasend.domain.working_days import Calendar, calendar_known_on


class State(StrEnum):
    """Where a duty stands. None of these says that anyone is late: see `Deadline.late`."""

    RUNNING = "running"
    MET = "met"
    MET_LATE = "met late"
    PASSED = "due date passed and nothing held"
    WINDOW_PASSED = "window passed"
    SUPERSEDED = "superseded by a later full inspection"
    NOT_KNOWN = "done, not known whether in time"


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


@dataclass(frozen=True)
class Deadline:
    """A duty with the days between which it fell due, and where it stands on an as-at day."""

    duty: str
    owed_by: str
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
    rule: Rule
    fulfilled_by: str
    starts: Callable[[Inspection, Calendar], Start | None]
    stops: Callable[[Inspection], Fulfilment | None]
    window: bool = False

    def read(
        self, inspection: Inspection, *, as_at: date, superseded: bool = False
    ) -> Deadline | None:
        """Return the duty as it stood at the end of a day, or None if no clock had started.

        The calendar is the one publicly known on that day: a bank holiday announced later moves
        nothing before its announcement.

        :raises UnableToCount: if the count leaves the years of the calendar
        """
        calendar = calendar_known_on(as_at)
        start = self.starts(inspection, calendar)
        # The value in force on the day the clock started governs to the end, so that a later
        # change of the rules never moves a deadline already running.
        value = self.rule.on(start.on.latest) if start else None
        if start is None or value is None:
            return None
        due = Interval(
            value.period.after(start.on.earliest, calendar),
            value.period.after(start.on.latest, calendar),
        )
        at_latest = value.period.after(start.at_latest, calendar)
        fulfilment = self.stops(inspection)
        state = self._state(fulfilment, due, at_latest, as_at=as_at, superseded=superseded)
        return Deadline(
            duty=self.duty,
            owed_by=self.owed_by,
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

    def _state(
        self,
        fulfilment: Fulfilment | None,
        due: Interval,
        at_latest: date,
        *,
        as_at: date,
        superseded: bool,
    ) -> State:
        if fulfilment is not None:
            return self._done(fulfilment.on, due, at_latest)
        if superseded:
            return State.SUPERSEDED
        if as_at <= at_latest:
            return State.RUNNING
        return State.WINDOW_PASSED if self.window else State.PASSED

    def _done(self, on: Interval, due: Interval, at_latest: date) -> State:
        # A window is an intention, not a limit: coming after it is not coming late.
        if self.window or on.latest <= due.earliest:
            return State.MET
        return State.MET_LATE if on.earliest > at_latest else State.NOT_KNOWN

    def _may_be_called_late(self, value: Value, at_latest: date) -> bool:
        """Only where the words bind and our record would surely hold the fulfilment."""
        known_to = complete_to(self.fulfilled_by)
        binding = value.force in {Force.REGULATION, Force.HANDBOOK}
        return binding and known_to is not None and at_latest <= known_to
