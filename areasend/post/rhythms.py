"""How often mail goes out, and on which days that falls due. Runs begin at seven in London."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
#: By the clock in London. Nothing is put forward or back at this hour.
HOUR = time(7)
#: A run that begins later than this after its hour was missed, and is caught up.
ON_TIME = timedelta(hours=1)
_MONDAY = 0


class Rhythm(StrEnum):
    """How often an address is told."""

    DAILY = "daily"
    WEEKLY = "weekly"

    @property
    def words(self) -> str:
        """When that is, in words."""
        return "each morning" if self is Rhythm.DAILY else "each Monday morning"


def falls_due(day: date) -> datetime:
    """Return the moment at which the run of a day falls due."""
    return datetime.combine(day, HOUR, tzinfo=LONDON)


def last_due(rhythm: Rhythm, *, now: datetime) -> date:
    """Return the day of the last run that has fallen due."""
    here = now.astimezone(LONDON)
    day = here.date() if here.time() >= HOUR else here.date() - timedelta(days=1)
    return day if rhythm is Rhythm.DAILY else day - timedelta(days=(day.weekday() - _MONDAY) % 7)


def days_between(rhythm: Rhythm, after: date, before: date) -> Iterator[date]:
    """Yield the days of the runs that fell due after a run's day and before another's."""
    step = timedelta(days=1 if rhythm is Rhythm.DAILY else 7)
    day = after + step
    while day < before:
        yield day
        day += step
