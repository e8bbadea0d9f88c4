"""Were like cases judged alike? Outcomes beside one thing that could be measured at the time.

The measure is the share of new plans issued within 20 weeks. It is one of many things that
inspectors look at, and no outcome follows from it; what stands out is found by rule, not by hand.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.context import figure_of_year
from areasend.answers.figures import figure_by
from areasend.answers.standing import limits
from areasend.domain.areas import AREAS
from areasend.domain.context import Shown
from areasend.domain.events import Framework, Outcome
from areasend.domain.history import Inspection
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Areas, Counting
from areasend.ledger import releases

MEASURE = "plans-in-20-weeks"
_JULY = 7
_FIFTHS = 5
OUTCOMES = {
    Outcome.NO_STATEMENT_REQUIRED: "no statement required",
    Outcome.STATEMENT_REQUIRED: "statement required",
    Outcome.POSITIVE: "typically positive experiences",
    Outcome.INCONSISTENT: "inconsistent experiences",
    Outcome.WIDESPREAD_FAILINGS: "widespread or systemic failings",
}


@dataclass(frozen=True)
class Case:
    """An inspection with what was measurable: the share of new plans in time, and of which year."""

    area: str
    name: str
    region: str
    outcome: str
    visited: str
    year: int
    share: str
    rate: float


@dataclass(frozen=True)
class Fifth:
    """A fifth of the inspections, in the order of the measure, and what they found."""

    says: str
    slowest: str
    fastest: str
    found: tuple[tuple[str, int], ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True)
class Rate:
    """A region's count out of a count, with what chance alone could make of it.

    The interval is Wilson's, of 95 %, as shares from 0 to 1.
    """

    region: str
    count: int
    out_of: int
    low: float
    high: float


@dataclass(frozen=True)
class Compared:
    """The inspections of one framework, by fifths of the measure."""

    framework: str
    title: str
    inspections: int
    measured: int
    fifths: tuple[Fifth, ...]
    readings: tuple[str, ...]


@dataclass(frozen=True)
class JudgedAlike:
    """Both frameworks beside the measure, and the regions of the first."""

    as_at: date
    known_at: datetime
    compared: tuple[Compared, ...]
    regions: tuple[Rate, ...]
    limits: str


def judged_alike(asked: Asked) -> JudgedAlike:
    """Return the outcomes of all inspections reported by a day, beside the measure."""
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    held = [one for history in histories.values() for one in history.inspections if one.report]
    return JudgedAlike(
        as_at=asked.as_at,
        known_at=asked.known_at,
        compared=tuple(
            _compared(framework, title, [one for one in held if one.framework is framework])
            for framework, title in _TITLES.items()
        ),
        regions=tuple(_regions(asked)),
        limits=limits(asked),
    )


_TITLES = {
    Framework.LASEND_2016: "Inspections from 2016 to 2022",
    Framework.AREA_SEND_2023: "Inspections since 2023",
}


def _compared(framework: Framework, title: str, held: list[Inspection]) -> Compared:
    cases = sorted(filter(None, map(_case, held)), key=lambda one: (one.rate, one.name))
    fifths = tuple(_fifths(cases)) if len(cases) >= _FIFTHS else ()
    return Compared(
        framework=framework.value,
        title=title,
        inspections=len(held),
        measured=len(cases),
        fifths=fifths,
        readings=tuple(_readings(fifths)),
    )


def _case(one: Inspection) -> Case | None:
    if one.started is None or one.report is None:
        return None
    visited = one.started.on.latest
    # The calendar year in which most of the twelve months before the visit lay.
    year = visited.year if visited.month >= _JULY else visited.year - 1
    found = figure_of_year(MEASURE, one.area, year)
    if found is None or not isinstance(found.rate, Shown):
        return None
    return Case(
        area=one.area,
        name=AREAS[one.area].name,
        region=AREAS[one.area].ofsted_region,
        outcome=OUTCOMES[one.report.outcome],
        visited=f"{visited:%B %Y}",
        year=year,
        share=str(found.rate),
        rate=float(found.rate.value),
    )


def _fifths(cases: list[Case]) -> Iterator[Fifth]:
    for place, says in enumerate(("slowest", "second", "middle", "fourth", "quickest")):
        first, after = (len(cases) * edge // _FIFTHS for edge in (place, place + 1))
        part = cases[first:after]
        found = Counter(one.outcome for one in part)
        yield Fifth(
            says=says,
            slowest=part[0].share,
            fastest=part[-1].share,
            found=tuple((words, found[words]) for words in OUTCOMES.values() if found[words]),
            cases=tuple(part),
        )


def _readings(fifths: tuple[Fifth, ...]) -> Iterator[str]:
    """Say what the two ends show, in one direction and in the other."""
    if not fifths:
        return
    for fifth in (fifths[0], fifths[-1]):
        parts = [f"{count} {words}" for words, count in fifth.found]
        yield (
            f"Of the {len(fifth.cases)} {fifth.says} ({fifth.slowest} to {fifth.fastest} in time): "
            f"{', '.join(parts)}."
        )


def _regions(asked: Asked) -> Iterator[Rate]:
    from scipy.stats import binomtest

    counting = Counting(as_at=asked.as_at, areas=Areas.ABOLISHED_TOO)
    for one in figure_by("statement-required", Division.REGION, counting, asked).parts:
        if not one.out_of:  # reports that may not have been out by then
            continue
        among = binomtest(one.count, one.out_of).proportion_ci(method="wilson")
        yield Rate(one.part, one.count, one.out_of, float(among.low), float(among.high))
