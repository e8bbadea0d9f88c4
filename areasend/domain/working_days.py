"""England's working days, as they stood in public knowledge on any day.

A working day is any day but a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday
in England (the definition of regulation 1(2) of the Children Act 2004 (Joint Area Reviews)
Regulations 2005, S.I. 2005/1973; the text of 2015 has not been seen and is taken to agree).

Holidays are GOV.UK's to 2028 and worked out by rule from 2029 to 2031. Some were announced, moved
or withdrawn late: a holiday moves a clock only from the day it was announced.
"""

import csv
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import accumulate, compress

_SATURDAY = 5


class UnableToCount(ValueError):
    """The calendar does not reach that far."""


@dataclass(frozen=True)
class Holiday:
    """A bank holiday, and when the public learned that it would be, or would not be, one."""

    on: date
    title: str
    announced: date | None
    withdrawn: date | None
    source: str

    def known_on(self, day: date) -> bool:
        """Return whether this stood as a holiday in public knowledge on a day."""
        announced = self.announced is None or self.announced <= day
        return announced and (self.withdrawn is None or day < self.withdrawn)


@dataclass(frozen=True)
class Skipped:
    """A day that did not count, and why."""

    day: date
    why: str


class Calendar:
    """The working days of some years, given their holidays."""

    def __init__(self, first: date, last: date, holidays: Mapping[date, str]) -> None:
        self.first, self.last, self.holidays = first, last, holidays
        self._first = first.toordinal()
        days = [*map(date.fromordinal, range(self._first, last.toordinal() + 1))]
        works = [day.weekday() < _SATURDAY and day not in holidays for day in days]
        self._working = [*compress(days, works)]
        #: How many working days there are to each day and with it.
        self._passed = [*accumulate(works)]

    def why_not(self, day: date) -> str | None:
        """Return why a day is not a working day, or None if it is one."""
        if day in self.holidays:
            return self.holidays[day]
        return f"{day:%A}" if day.weekday() >= _SATURDAY else None

    def after(self, start: date, count: int) -> date:
        """Return the working day that is `count` after a start, which is day 0.

        :raises UnableToCount: if that leaves the years of the calendar
        """
        place = self._passed_by(start) + count - 1
        return start if count == 0 else self._at(place)

    def before(self, end: date, count: int) -> date:
        """Return the day from which `count` working days lead to an end.

        It is the latest working day `s` for which `after(s, count)` is `end`. An end that is no
        working day counts as the next that is.

        :raises UnableToCount: if that leaves the years of the calendar
        """
        place = self._passed_by(end) - (self.why_not(end) is None) - count
        return end if count == 0 else self._at(place)

    def between(self, start: date, end: date) -> int:
        """Return how many working days come after a start, to an end and with it."""
        return self._passed_by(end) - self._passed_by(start)

    def skipped(self, start: date, end: date) -> tuple[Skipped, ...]:
        """Return each day after a start and up to an end that is no working day, with why."""
        days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
        return tuple(Skipped(day, why) for day in days if (why := self.why_not(day)))

    def _passed_by(self, day: date) -> int:
        if not self.first <= day <= self.last:
            raise UnableToCount(
                f"{day} lies outside our calendar of bank holidays, "
                f"which runs from {self.first} to {self.last}."
            )
        return self._passed[day.toordinal() - self._first]

    def _at(self, place: int) -> date:
        if not 0 <= place < len(self._working):
            raise UnableToCount(
                "The count leaves our calendar of bank holidays, "
                f"which runs from {self.first} to {self.last}."
            )
        return self._working[place]


def calendar_known_on(day: date) -> Calendar:
    """Return England's working days as they stood in public knowledge on a day."""
    return _calendar(bisect_right(_turning_days(), day))


@cache
def holidays() -> tuple[Holiday, ...]:
    """Return every bank holiday of the record, withdrawn ones included, in order."""
    with (files("areasend.domain") / "bank_holidays.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = (
        Holiday(
            on=date.fromisoformat(row["on"]),
            title=row["title"],
            announced=_day_or_none(row["announced"]),
            withdrawn=_day_or_none(row["withdrawn"]),
            source=row["source"],
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda holiday: holiday.on))


@cache
def _turning_days() -> tuple[date, ...]:
    """Return the days on which what the public knew of the calendar changed."""
    moved = {day for one in holidays() for day in (one.announced, one.withdrawn) if day}
    return tuple(sorted(moved))


@cache
def _calendar(turn: int) -> Calendar:
    turns = (date.min, *_turning_days())
    known = {one.on: one.title for one in holidays() if one.known_on(turns[turn])}
    years = [holiday.on.year for holiday in holidays()]
    return Calendar(date(min(years), 1, 1), date(max(years), 12, 31), known)


def _day_or_none(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
