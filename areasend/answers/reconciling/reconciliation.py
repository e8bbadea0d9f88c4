"""Why the counts of a day differ: every one that was published or could be, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.official import OfficialRelease
from areasend.answers.reconciling.lists import AreaList, area_lists
from areasend.answers.reconciling.notes import notes
from areasend.answers.reconciling.rows import (
    FrameworkCounts,
    framework_counts,
    names,
    release_of,
)
from areasend.answers.reconciling.rules import MEASURES, countings, releases_on
from areasend.answers.reconciling.tallies import Tally, tally
from areasend.answers.reconciling.waiting import Waiting, not_revisited, waiting
from areasend.domain.events import Framework
from areasend.domain.history import History
from areasend.domain.intervals import in_words
from areasend.domain.measures import MEASURES as EVERY
from areasend.domain.measures.counting import Counting
from areasend.ledger import releases


@dataclass(frozen=True)
class Reconciliation:
    """The counts of a day by framework, the areas there were, and those with no re-visit held.

    `areas` is how many stood on the day; `uninspected` are those of them without a report of the
    framework of 2016 in their present form.
    """

    as_at: date
    known_at: datetime
    frameworks: tuple[FrameworkCounts, ...]
    lists: tuple[AreaList, ...]
    areas: int
    uninspected: tuple[str, ...]
    waiting: Waiting | None
    notes: tuple[str, ...]
    permalink: str


def reconcile(asked: Asked) -> Reconciliation:
    """Return every count of a day by each rule that one may meet, and why they differ."""
    # Rules ask each case for its dates, so that all that is known is needed, not only the past.
    known = releases.histories(known_at=asked.known_at)
    every = {one: _tallies(one, known, asked.as_at) for one in Framework}
    tallies = {one: rows for one, rows in every.items() if _any(rows)}
    rules = [one.counting for rows in tallies.values() for one in rows]
    used = tuple(_used(tallies))
    today = EVERY["inspected"].of(known.values(), Counting(as_at=asked.as_at))
    return Reconciliation(
        as_at=asked.as_at,
        known_at=asked.known_at,
        frameworks=tuple(framework_counts(one, rows) for one, rows in tallies.items()),
        lists=area_lists(announced_by=_last_day(asked.as_at, used), used=used),
        areas=today.out_of,
        uninspected=names([area for area in today.population if area not in today.counted]),
        waiting=_waiting(tallies.get(Framework.LASEND_2016, ()), known, asked.as_at),
        notes=tuple(notes(used, rules, known, asked.as_at)),
        permalink=f"areasend reconcile {asked.options}",
    )


def _tallies(framework: Framework, known: Mapping[str, History], as_at: date) -> list[Tally]:
    rules = countings(framework, as_at)
    return [tally(MEASURES[framework], known.values(), rule) for rule in rules]


def _any(tallies: Sequence[Tally]) -> bool:
    return any(found.count or found.perhaps for one in tallies for found in one.figures.values())


def _used(tallies: Mapping[Framework, Sequence[Tally]]) -> Iterator[OfficialRelease]:
    """Yield the releases whose rule gives a row, or whose areas do."""
    for framework, rows in tallies.items():
        rules = [one.counting for one in rows]
        for release in releases_on(framework):
            day = release.counting.as_at
            if release.counting in rules or any(one.areas_on == day for one in rules):
                yield release


def _last_day(as_at: date, used: Sequence[OfficialRelease]) -> date:
    return max([as_at, *(one.counting.as_at for one in used)])


def _waiting(tallies: Sequence[Tally], known: Mapping[str, History], as_at: date) -> Waiting | None:
    stated = (one for one in tallies if release_of(one, Framework.LASEND_2016))
    if row := next((one for one in stated if one.counting.as_at == as_at), None):
        required, back = row.figures["statement-required"], row.figures["revisited"]
        areas = [area for area in required.counted if area not in back.counted]
        return waiting((str(row.counting), as_at), areas, known)
    (found, perhaps), day = not_revisited(known, as_at), in_words(as_at)
    rule = (
        f"report published by {day}, no re-visit held to have begun by then; with areas abolished "
        "by then"
    )
    return waiting((rule, as_at), found, known, perhaps) if found or perhaps else None
