"""What a row of a table tells of one inspection under the framework of 2023, and its doubts.

Shared by the tables that have a row an inspection.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from itertools import combinations
from typing import TypedDict

from areasend.domain.areas import AmbiguousName, Area, UnknownName, resolve
from areasend.domain.attestations import Attestation, Confidence, Source
from areasend.domain.events import Event
from areasend.domain.intervals import Interval, in_words
from areasend.reading.findings import Finding, odd, shown, wrong
from areasend.reading.held import DAYS_OF_ONE, Held, named
from areasend.reading.lines import Line
from areasend.reading.proposals import Doubt, Proposal

#: The first day of the framework.
FRAMEWORK_BEGAN = date(2023, 1, 1)

_SATURDAY = 5
_DAY = re.compile("([0-9]{2})/([0-9]{2})/(?:20)?([0-9]{2})")


class Part(Enum):
    """The events that a row may tell of, in the order in which they come."""

    START = auto()
    END = auto()
    REPORT = auto()


class Facts(TypedDict):
    """What every event carries."""

    area: str
    inspection: str
    attested: tuple[Attestation, ...]


@dataclass(frozen=True, kw_only=True)
class Row:
    """What a row says. `before` is the day of an earlier inspection that the row itself gives.

    `dated` are the columns that date the events, and `rests_on` says which events take something
    from any column.
    """

    line: Line
    dated: Mapping[Part, str]
    rests_on: Mapping[str, frozenset[Part]]
    days: Mapping[Part, date]
    area: Area | None
    findings: tuple[Finding, ...]
    before: date | None = None

    @property
    def on(self) -> date | None:
        """The first of its days, which says which inspection is meant."""
        return next(iter(self.days.values()), None)

    def facts(self, inspection: str, part: Part, source: Source, trust: Confidence) -> Facts:
        """Return what an event carries, on the word of a source."""
        placed = replace(source, place=self.line.place(self.dated[part]))
        on = Interval.day(self.days[part])
        attested = (Attestation(source=placed, on=on, confidence=trust),)
        return Facts(area=inspection.partition("/")[0], inspection=inspection, attested=attested)


Events = Callable[[Row, str], Iterator[tuple[Part, Event]]]


def propose(
    rows: Sequence[Row], events: Events, held: Held
) -> tuple[tuple[Proposal, ...], tuple[Doubt, ...]]:
    """Return what the rows propose, and the doubts that go with none of it.

    `events` tells those of a row whose inspection has been named.
    """
    times = Counter(row.area.slug for row in rows if row.area)
    parts = [_settled(row, events, held, repeated=_repeated(row, times)) for row in rows]
    proposals = tuple(proposal for proposals, _ in parts for proposal in proposals)
    return proposals, tuple(doubt for _, left in parts for doubt in left)


def _repeated(row: Row, times: Mapping[str, int]) -> tuple[Finding, ...]:
    if row.area is None or times[row.area.slug] == 1:
        return ()
    everything = tuple(row.dated.values())
    return (wrong(f"The file tells more than once of {row.area.name}.", *everything),)


def _settled(
    row: Row, events: Events, held: Held, *, repeated: tuple[Finding, ...]
) -> tuple[tuple[Proposal, ...], tuple[Doubt, ...]]:
    findings, told = (*row.findings, *repeated), dict[Part, Event]()
    if row.area and row.on:
        inspection, again = _named(row, row.area, row.on, held)
        findings, told = (*findings, *again), dict(events(row, inspection))
    lost = {part for one in findings if one.takes_away for part in _touched(row, one)}
    kept = {part: event for part, event in told.items() if part not in lost}
    proposals = tuple(
        Proposal(
            event,
            event.attestation.source.place,
            tuple(_doubt(row, one) for one in findings if part in _touched(row, one)),
        )
        for part, event in kept.items()
    )
    left = (_doubt(row, one) for one in findings if not _touched(row, one) & kept.keys())
    return proposals, tuple(left)


def _named(row: Row, area: Area, on: date, held: Held) -> tuple[str, tuple[Finding, ...]]:
    """Return the name of the row's inspection, and a finding if it is not the area's first."""
    name, other = named(area.slug, on, held, before=row.before)
    if other is None:
        return name, ()
    says = (
        f"{area.name} was inspected under this framework {other.when} too, so this is proposed "
        f"as another inspection, {name}."
    )
    return name, (odd(says, *row.dated.values()),)


def _touched(row: Row, finding: Finding) -> frozenset[Part]:
    return frozenset[Part]().union(*(row.rests_on.get(one, ()) for one in finding.columns))


def _doubt(row: Row, finding: Finding) -> Doubt:
    return Doubt(row.line.place(*finding.columns), finding.says)


def days_of(line: Line, dated: Mapping[Part, str]) -> dict[Part, date]:
    """Return the days that a row gives, in the order in which they should come."""
    read = {part: day_of(line.cell(column)) for part, column in dated.items()}
    return {part: day for part, day in read.items() if day}


def day_of(text: str) -> date | None:
    """Return the day that a text writes with a year of this century, in two digits or four."""
    found = _DAY.fullmatch(text)
    try:
        return date(2000 + int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def area_of(line: Line, column: str, on: date | None) -> tuple[Area | None, tuple[Finding, ...]]:
    """Return the area that stood on a day under the name in a cell, or what is wrong with it."""
    try:
        area = resolve(line.cell(column), on=on)
    except (AmbiguousName, UnknownName) as fault:
        return None, (wrong(str(fault), column),)
    if on and not area.exists(on):
        return None, (wrong(f"{area.name} did not exist on {in_words(on)}.", column),)
    return area, ()


def doubts_of_days(
    line: Line, dated: Mapping[Part, str], days: Mapping[Part, date]
) -> Iterator[Finding]:
    """Doubt days that are missing, cannot be read, come out of order or lie at odd times."""
    if missing := [column for column in dated.values() if not line.cell(column)]:
        listed = " and ".join(f"“{column}”" for column in missing)
        yield wrong(f"The row does not give {listed}.", *missing)
    for part, column in dated.items():
        if part not in days and line.cell(column):
            yield wrong(f"{shown(line.cell(column))} is not a date.", column)
        elif part in days and days[part] < FRAMEWORK_BEGAN:
            yield wrong(f"{in_words(days[part])} is before the framework of 2023.", column)
    for (first, earlier), (second, later) in combinations(days.items(), 2):
        if later < earlier or (second is Part.REPORT and later == earlier):
            says = f"“{dated[second]}” is {in_words(later)}, “{dated[first]}” {in_words(earlier)}."
            yield wrong(says, dated[first], dated[second])
    yield from _at_odd_times(dated, days)


def _at_odd_times(dated: Mapping[Part, str], days: Mapping[Part, date]) -> Iterator[Finding]:
    for part, day in days.items():
        if part is Part.START and day.weekday():
            says = f"{in_words(day)} is a {day:%A}; inspectors come on site on a Monday."
            yield odd(says, dated[part])
        elif day.weekday() >= _SATURDAY:
            yield odd(f"{in_words(day)} is a {day:%A}.", dated[part])
    if Part.START in days and Part.REPORT in days:
        apart = days[Part.REPORT] - days[Part.START]
        if apart.days > DAYS_OF_ONE:
            says = "The report came out more than a year after the inspection began."
            yield odd(says, dated[Part.START], dated[Part.REPORT])
