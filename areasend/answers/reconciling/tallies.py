"""Counts by one rule with each thing that was counted, and what sets two of them apart."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from areasend.domain.areas import AREAS
from areasend.domain.history import History
from areasend.domain.intervals import Interval, in_words
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.measures.measure import Case, Figure

UNSETTLED = "the dates we hold do not settle it"


@dataclass(frozen=True)
class Tally:
    """What one rule counts: each measure's figure, and its cases by what makes them one."""

    counting: Counting
    figures: Mapping[str, Figure]
    cases: Mapping[str, Mapping[Hashable, Case]]


@dataclass(frozen=True)
class Difference:
    """An area that one of two rules counts and the other does not, in which measures, and why.

    `counted` says whether the second of the two counts it; `why` is the other's reason.
    """

    name: str
    counted: bool
    measures: tuple[str, ...]
    why: str
    dates: str


def tally(measures: Iterable[str], histories: Iterable[History], counting: Counting) -> Tally:
    """Return what a rule counts. The histories should hold all that is known, of every area."""
    known = tuple(histories)
    return Tally(
        counting=counting,
        figures={name: MEASURES[name].of(known, counting) for name in measures},
        cases={name: dict(_cases(name, known, counting)) for name in measures},
    )


def differences(before: Tally, after: Tally) -> tuple[Difference, ...]:
    """Return what must be left out of one tally and added to it to give the other, by name."""
    found: dict[tuple[str, bool, str, str], list[str]] = {}
    for counted, (kept, gone) in ((False, (after, before)), (True, (before, after))):
        for measure, cases in gone.cases.items():
            for key, case in cases.items():
                if key not in kept.cases[measure]:
                    reason = (AREAS[case.area].name, counted, *why_not(case, kept.counting))
                    found.setdefault(reason, []).append(measure)
    return tuple(
        Difference(name, counted, tuple(measures), why, dates)
        for (name, counted, why, dates), measures in sorted(found.items())
    )


def why_not(case: Case, counting: Counting) -> tuple[str, str]:
    """Return why a rule does not surely count a case: the reason, and the case's own dates."""
    if not counting.area_counts(case.area):
        return _other_areas(case.area, counting), ""
    within = counting.counts(started=case.started, published=case.published)
    return (UNSETTLED if within is None else _other_dates(case, counting)), _dates(case)


def _cases(
    name: str, histories: Iterable[History], counting: Counting
) -> Iterator[tuple[Hashable, Case]]:
    measure = MEASURES[name]
    for history in histories:
        if counting.area_counts(history.area):
            # Of an area that counts once, however often inspected, the first visit is its case.
            for case in reversed(list(measure.counted(history))):
                if counting.counts(started=case.started, published=case.published):
                    yield case.area if measure.of_areas else case, case


def _other_areas(area: str, counting: Counting) -> str:
    found, day = AREAS[area], counting.as_at
    if counting.areas is Areas.CURRENT:
        day = counting.areas_on or day
    if found.ends and found.ends < day:
        ended, day_in_words = in_words(found.ends), in_words(day)
        return f"it ended on {ended}, and only areas that existed on {day_in_words} count"
    return f"it did not exist on {in_words(day)}"


def _other_dates(case: Case, counting: Counting) -> str:
    match counting.by:
        case By.PUBLISHED:
            return _outside("published", case.published, counting)
        case By.STARTED:
            return _outside("carried out", case.started, counting)
        case By.BOTH:
            to = in_words(counting.published_to or counting.as_at)
            return _outside("carried out", case.started, counting) or f"published after {to}"
        case _:
            assert_never(counting.by)


def _outside(what: str, on: Interval | None, counting: Counting) -> str:
    if on is None:
        return f"the day it was {what} is not held"
    if counting.since and on.latest < counting.since:
        return f"{what} before {in_words(counting.since)}"
    if on.latest > counting.as_at:
        return f"{what} after {in_words(counting.as_at)}"
    return ""


def _dates(case: Case) -> str:
    visit = [f"visit {case.started}"] if case.started else []
    return ", ".join([*visit, *([f"published {case.published}"] if case.published else [])])
