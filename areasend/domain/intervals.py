"""A date as our sources give it: a closed interval of days, certain or not."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Self

#: The day the SEND reforms began (Children and Families Act 2014, Part 3). Nothing that the
#: record holds can lie before it, so "by" a day opens here.
RECORD_BEGINS = date(2014, 9, 1)
#: The day to which what followed inspections was looked for, when our list of it was closed. A
#: source that says only "after" a day and has none of its own says "by then" no more than that.
LIST_ENDS = date(2026, 2, 28)

_OPEN = ".."
_SHORT = 40
_DECEMBER = 12
_LAST_OF_YEAR = (12, 31)
_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class NotADate(ValueError):
    """The text is no date that the record can hold."""


@total_ordering
@dataclass(frozen=True)
class Interval:
    """The days on which something may have happened, from the earliest to the latest.

    Intervals come in the order of their latest days, and ties in that of their earliest.
    """

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise NotADate(f"{self.latest} comes before {self.earliest}.")

    def __lt__(self, other: Self) -> bool:
        return (self.latest, self.earliest) < (other.latest, other.earliest)

    @classmethod
    def day(cls, day: date) -> Self:
        """Return the interval that is one day."""
        return cls(day, day)

    @classmethod
    def by(cls, day: date) -> Self:
        """Return the interval of something that had happened by a day.

        :raises NotADate: if the day lies before the record begins
        """
        return cls(RECORD_BEGINS, day)

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the interval that a text writes.

        The forms are a subset of EDTF (ISO 8601-2): ``2019-11-05``, ``2019-11``, ``2019``,
        ``../2021-05-27`` (by) and ``2022-02-03/2026-02-28`` (a range).

        :raises NotADate: if the text has another form or names a day that never was
        """
        first, slash, last = text.partition("/")
        if slash and first == _OPEN:
            return cls.by(_span(last)[1])
        if slash:
            return cls(_span(first)[0], _span(last)[1])
        return cls(*_span(first))

    @property
    def is_day(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    @property
    def precision(self) -> str:
        """How closely the day is known: day, month, year, by or between."""
        first, last = self.earliest, self.latest
        if first == last:
            return "day"
        if first == last.replace(day=1) and last == _last_of_month(last):
            return "month"
        if first == last.replace(month=1, day=1) and (last.month, last.day) == _LAST_OF_YEAR:
            return "year"
        return "by" if first == RECORD_BEGINS else "between"

    @property
    def is_dated(self) -> bool:
        """Whether it says when: a day, a month or a year, and not only bounds."""
        return self.precision in {"day", "month", "year"}

    @property
    def is_open(self) -> bool:
        """Whether it ends only because our list did, so that nothing is known of its end."""
        return self.precision == "between" and self.latest == LIST_ENDS

    @property
    def written(self) -> str:
        """The interval as text, the one that `read` gives back."""
        first, last = self.earliest.isoformat(), self.latest.isoformat()
        forms = {"day": last, "month": last[:7], "year": last[:4], "by": f"{_OPEN}/{last}"}
        return forms.get(self.precision, f"{first}/{last}")

    def __str__(self) -> str:
        """Return the interval in the words of a sentence, such as 'by 27 May 2021'."""
        match self.precision:
            case "day":
                return in_words(self.latest)
            case "month":
                return f"{_MONTHS[self.latest.month - 1]} {self.latest.year}"
            case "year":
                return str(self.latest.year)
            case "by":
                return f"by {in_words(self.latest)}"
        if self.is_open:
            return f"{self._from} or later"
        return f"between {in_words(self.earliest)} and {in_words(self.latest)}"

    @property
    def when(self) -> str:
        """The interval as it follows a verb, such as 'on 27 May 2021' or 'in May 2021'."""
        before = {"day": "on ", "month": "in ", "year": "in "}
        return f"{before.get(self.precision, '')}{self}"

    def surely_by(self, day: date) -> bool:
        """Return whether it had happened by the end of a day, whatever the true day was."""
        return self.latest <= day

    def perhaps_by(self, day: date) -> bool:
        """Return whether it may have happened by the end of a day, and may not."""
        return self.earliest <= day < self.latest

    def within(self, other: Self) -> Self | None:
        """Return the days that both allow, or None where there are none."""
        first, last = max(self.earliest, other.earliest), min(self.latest, other.latest)
        return type(self)(first, last) if first <= last else None

    @property
    def ends_month(self) -> date:
        """The last day of the month in which it ends."""
        return _last_of_month(self.latest)

    @property
    def _from(self) -> str:
        first = self.earliest
        if first.day == 1:
            return f"in {_MONTHS[first.month - 1]} {first.year}"
        return f"on {in_words(first)}"

    def not_before(self, day: date) -> Self:
        """Return the interval without the days before a day, as far as that leaves any."""
        return type(self)(min(max(self.earliest, day), self.latest), self.latest)


def in_words(day: date) -> str:
    """Return a day as a sentence has it, such as '9 July 2019'."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def read_day(text: str) -> date:
    """Return the day that a text writes as YYYY-MM-DD.

    :raises NotADate: if it is no day
    """
    interval = Interval.read(text)
    if not interval.is_day:
        raise NotADate(f"{text!r} is not one day. Write the day as YYYY-MM-DD, like 2021-04-13.")
    return interval.latest


def _span(text: str) -> tuple[date, date]:
    found = _WRITTEN.fullmatch(text)
    if not found:
        raise NotADate(f"{_short(text)} is not a date. Write it as YYYY-MM-DD, like 2021-04-13.")
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise NotADate(f"{_short(text)} is not a date: there is no such day.") from None
    if day:
        return first, first
    return first, _last_of_month(first if month else first.replace(month=_DECEMBER))


def _last_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHORT else text[:_SHORT] + "…")
