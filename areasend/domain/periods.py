"""A length of time as a rule writes it: '70 working days', '18 months'."""

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from typing import Self, assert_never

from areasend.domain.intervals import NotADate, in_words, read_day
from areasend.domain.working_days import Calendar, UnableToCount

_WRITTEN = re.compile(r"(\d{1,4}) (working day|day|week|month|year)s?", re.ASCII)
_DAYS_A_WEEK = 7
_MONTHS_A_YEAR = 12
_LONGEST = 9999


class Unit(StrEnum):
    """What a period counts."""

    WORKING_DAY = "working day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class FixedDay:
    """The day that a promise names, whenever its time began to run."""

    day: date

    def after(self, _start: date, _calendar: Calendar) -> date:
        """Return the day."""
        return self.day

    def __str__(self) -> str:
        """Return the day as it is written."""
        return f"by {in_words(self.day)}"


class NotAPeriod(ValueError):
    """The text is no length of time that a rule can have."""


@dataclass(frozen=True)
class Period:
    """So many working days, days, weeks, months or years."""

    count: int
    unit: Unit

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the period that a text writes.

        :raises NotAPeriod: if the text has another form
        """
        found = _WRITTEN.fullmatch(" ".join(text.split()).casefold()[:_LONGEST])
        if not found:
            raise NotAPeriod(
                f"{text[:40]!r} is not a period. Write a number and a unit, "
                'like "70 working days", "18 months" or "3 years".'
            )
        return cls(int(found[1]), Unit(found[2]))

    def after(self, start: date, calendar_: Calendar) -> date:
        """Return the last day of the period, of which the starting day is day 0.

        Months and years end on the day of the same number, or the month's last day if it has
        none. Only working days ask the calendar.

        :raises UnableToCount: if the period leaves the years that the calendar covers
        """
        match self.unit:
            case Unit.WORKING_DAY:
                return calendar_.after(start, self.count)
            case Unit.DAY:
                return _days_after(start, self.count)
            case Unit.WEEK:
                return _days_after(start, self.count * _DAYS_A_WEEK)
            case Unit.MONTH:
                return _months_after(start, self.count)
            case Unit.YEAR:
                return _months_after(start, self.count * _MONTHS_A_YEAR)
            case _:
                assert_never(self.unit)

    def __str__(self) -> str:
        """Return the period as it is written."""
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


def _days_after(start: date, days: int) -> date:
    try:
        return start + timedelta(days=days)
    except OverflowError:
        raise UnableToCount(f"{days} days after {start} lies beyond the calendar.") from None


def _months_after(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, _MONTHS_A_YEAR)
    year, month = start.year + years, month + 1
    if year > MAXYEAR:
        raise UnableToCount(f"{months} months after {start} lies beyond the calendar.")
    return date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def read_time(text: str) -> Period | FixedDay:
    """Return the time that a rule gives: a period, or "by" a fixed day.

    :raises NotAPeriod: if the text writes neither
    """
    if not text.startswith("by "):
        return Period.read(text)
    try:
        return FixedDay(read_day(text.removeprefix("by ")))
    except NotADate as error:
        raise NotAPeriod(str(error)) from None
