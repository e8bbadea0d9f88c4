"""A deadline with its working: every day that did not count, and why."""

from dataclasses import dataclass
from datetime import date

from areasend.domain.intervals import in_words
from areasend.domain.periods import Period, Unit
from areasend.domain.working_days import calendar_known_on, holidays


@dataclass(frozen=True)
class SkippedDay:
    """A day that did not count."""

    day: date
    weekday: str
    why: str


@dataclass(frozen=True)
class Working:
    """How a due day was reached: day 0, the days skipped and the calendar that was known."""

    period: str
    start: date
    due: date
    calendar_days: int
    skipped: tuple[SkippedDay, ...]
    known_on: date
    notes: tuple[str, ...]

    @property
    def holidays(self) -> tuple[SkippedDay, ...]:
        """The skipped days that are not a plain Saturday or Sunday."""
        return tuple(one for one in self.skipped if one.why != one.weekday)

    @property
    def weekend_days(self) -> int:
        """How many skipped days were a plain Saturday or Sunday."""
        return len(self.skipped) - len(self.holidays)

    @property
    def weekends(self) -> str:
        """The skipped Saturdays and Sundays in words; empty where there are none."""
        days = [one.day for one in self.skipped if one.why == one.weekday]
        if not days:
            return ""
        if len(days) == 1:
            return f"{days[0]:%A} {in_words(days[0])}"
        between = f"from {in_words(days[0])} to {in_words(days[-1])}"
        return f"every Saturday and Sunday {between} ({len(days)} days)"


def working(period: Period, *, start: date, as_at: date) -> Working:
    """Return the day on which a period from a start ends, as the public knew on an as-at day.

    :raises UnableToCount: if the count leaves the years of the calendar
    """
    calendar = calendar_known_on(as_at)
    due = period.after(start, calendar)
    counts = period.unit is Unit.WORKING_DAY
    skipped = calendar.skipped(start, due) if counts else ()
    return Working(
        period=str(period),
        start=start,
        due=due,
        calendar_days=(due - start).days,
        skipped=tuple(SkippedDay(one.day, f"{one.day:%A}", one.why) for one in skipped),
        known_on=as_at,
        notes=tuple(_notes(start, due, as_at)) if counts else (),
    )


def _notes(start: date, due: date, as_at: date) -> list[str]:
    """Say which holidays of the span were announced or withdrawn while it ran, as known then."""
    notes = []
    for one in holidays():
        if not start < one.on <= due:
            continue
        if one.announced and start < one.announced <= as_at:
            told = in_words(one.announced)
            notes.append(f"{one.title} was announced on {told}, while the time was running.")
        if one.withdrawn and start < one.withdrawn <= as_at:
            gone = in_words(one.withdrawn)
            notes.append(f"{one.title} on {in_words(one.on)} was withdrawn by {gone}.")
    return notes
