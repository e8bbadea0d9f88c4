"""Days as letters print them: “29 January 2024 to 02 February 2024”, “6 to 10 February 2023”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.reading.letters.page import UNREAD

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? +)?"
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in _MONTHS) + "|sept"
_DAY = rf"{_WEEKDAY}(?:the +)?(\d{{1,2}})(?: ?(?:st|nd|rd|th))?"
_TO = r" *(?:to|and|until|–|—|-) *"
_SPAN = re.compile(
    rf"\b{_DAY}(?: +(?:of +)?({_MONTH})\b,?(?: +(20\d\d))?)?{_TO}{_DAY} +(?:of +)?({_MONTH})\b,?"
    rf" +(20\d\d)\b",
    re.IGNORECASE,
)
_ONE = re.compile(rf"\b{_DAY} +(?:of +)?({_MONTH})\b,? +(20\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """The first and the last of some days, and the words that print them."""

    start: date
    end: date
    words: str


def spans(text: str) -> Iterator[Span]:
    """Return the spans of days, and the single days, that a text prints, in its order.

    What is printed like a date and is none, as 31 June is, is left out.
    """
    place = 0
    text = text.replace(UNREAD, " ")
    while found := _next(text, place):
        place = found.end()
        if span := _span(found):
            yield span


def _next(text: str, place: int) -> re.Match[str] | None:
    both = [one for one in (_SPAN.search(text, place), _ONE.search(text, place)) if one]
    return min(both, key=lambda one: (one.start(), -one.end()), default=None)


def _span(found: re.Match[str]) -> Span | None:
    *first, day, month, year = found.groups()
    end = _day(day, month, year)
    start = _day(first[0], first[1] or month, first[2] or year) if first else end
    if start and end and start > end and first and not first[2]:
        start = _day(first[0], first[1] or month, str(int(year) - 1))
    if not start or not end or start > end:
        return None
    return Span(start, end, " ".join(found[0].split()))


def _day(day: str, month: str, year: str) -> date | None:
    number = next(at for at, one in enumerate(_MONTHS, start=1) if one[:3] == month.lower()[:3])
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def plain(span: Span) -> dict[str, str]:
    """Return a span as plain values."""
    return {"start": span.start.isoformat(), "end": span.end.isoformat()}
