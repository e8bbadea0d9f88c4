"""Whether a row's days can be read, come in order and lie where they may."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from areasend.domain.intervals import in_words
from areasend.reading.findings import Finding, odd, shown, wrong
from areasend.reading.kinds.official_statistics_2022.release import (
    CARRIED_OUT_BY,
    FIRST_DAY,
    PUBLISHED_BY,
)
from areasend.reading.kinds.official_statistics_2022.row import Row
from areasend.reading.kinds.official_statistics_2022.table import Column

_SATURDAY = 5


def readable(row: Row) -> Iterator[Finding]:
    """Doubt a cell for a date that holds something else: text is never guessed at."""
    days = _days(row)
    for column in (Column.STARTED, Column.PUBLISHED, Column.RETURNED, Column.LETTER):
        expected = column is Column.RETURNED and row.awaited
        if row.held(column) and column not in days and not expected:
            yield wrong(f"{shown(row.line.cell(column))} is not a date.", column)


def in_order(row: Row) -> Iterator[Finding]:
    """Doubt days that do not come as start, report, re-visit, letter."""
    for (first, earlier), (second, later) in pairwise(_days(row).items()):
        if later < earlier:
            says = f"“{second}” is {in_words(later)}, before “{first}” on {in_words(earlier)}."
            yield wrong(says, first, second)


def in_period(row: Row) -> Iterator[Finding]:
    """Doubt days that do not lie in the period covered."""
    for column, day in _days(row).items():
        visit = column in {Column.STARTED, Column.RETURNED}
        last = CARRIED_OUT_BY if visit else PUBLISHED_BY
        if not FIRST_DAY <= day <= last:
            period = f"{in_words(FIRST_DAY)} to {in_words(last)}"
            yield wrong(f"{in_words(day)} is not in the period covered, {period}.", column)


def on_working_days(row: Row) -> Iterator[Finding]:
    """Doubt an inspection that begins on another day than Monday, and anything at a weekend."""
    for column, day in _days(row).items():
        if column is Column.STARTED and day.weekday():
            yield odd(f"{_with_weekday(day)}; inspections begin on a Monday.", column)
        elif day.weekday() >= _SATURDAY:
            yield odd(f"{_with_weekday(day)}.", column)


def _days(row: Row) -> dict[Column, date]:
    """Return the days that the row gives, in the order in which they should come."""
    days = {
        Column.STARTED: row.started,
        Column.PUBLISHED: row.published,
        Column.RETURNED: row.returned,
        Column.LETTER: row.letter,
    }
    return {column: day for column, day in days.items() if day}


def _with_weekday(day: date) -> str:
    return f"{in_words(day)} is a {day:%A}"
