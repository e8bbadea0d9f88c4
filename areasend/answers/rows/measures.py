"""A row for each figure: what was counted, by which rule, out of what, with the names behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

from areasend.answers.asked import Asked
from areasend.answers.figures import BreakdownAnswer, FigureAnswer
from areasend.answers.measures import Answer, measure_answer
from areasend.answers.waits import WaitAnswer, WaitBreakdownAnswer
from areasend.domain.measures import MEASURES, WAITS
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.ledger import releases

OURS = "areasend, worked out from the events of this release"
WHOLE_RECORD, AS_FAR_AS_HELD = "whole record", "as far as held"
#: By what a figure is divided, by the one rule that its page has too.
DIVISIONS = (Division.YEAR, Division.SCHOOL_YEAR, Division.REGION)


@dataclass(frozen=True)
class MeasureRow:
    """A figure by a counting rule, or a part of one, and the areas that it counts.

    `total` is what the counted come to where a measure adds up; `median` and the rest are of
    those that have ended where it times, as `stands` says. `stated` is what an official release
    says of the same. It is `as far as held` where the record is not complete for it.
    """

    id: str
    measure: str
    says: str
    counting: str
    rule: str
    division: str
    part: str
    count: int
    out_of: int
    out_of_what: str
    total: int | None
    total_of: int | None
    unit: str
    least: int | None
    most: int | None
    median: Fraction | None
    median_most: Fraction | None
    median_is_of: str
    stands: tuple[str, ...]
    names: tuple[str, ...]
    perhaps: tuple[str, ...]
    stated: int | None
    stated_by: str
    notes: tuple[str, ...]
    author: str
    reviewed: date
    source: str
    href: str
    confidence: str


def measures(asked: Asked) -> Iterator[MeasureRow]:
    """Yield every figure by each counting rule, and its parts by the one that takes all areas in.

    :raises UnableToCount: if working days leave the years of the calendar
    """
    held = releases.histories(known_at=asked.known_at)
    for name, (key, counting) in product((*MEASURES, *WAITS), _countings(asked.as_at).items()):
        yield _row(measure_answer(name, counting, asked, held=held), key)
        for division in DIVISIONS if key == _DIVIDED else ():
            divided = measure_answer(name, counting, asked, division, held)
            if isinstance(divided, BreakdownAnswer | WaitBreakdownAnswer):
                for part in divided.parts:
                    yield _row(part, key, division.value)


_DIVIDED = f"{By.PUBLISHED}-{Areas.ABOLISHED_TOO}"


def _countings(as_at: date) -> dict[str, Counting]:
    return {
        f"{by}-{areas}": Counting(as_at=as_at, by=by, areas=areas)
        for by, areas in product(By, Areas)
    }


def _row(found: Answer, counting: str, division: str = "") -> MeasureRow:
    if isinstance(found, FigureAnswer):
        return _counted(found, counting, division)
    if isinstance(found, WaitAnswer):
        return _timed(found, counting, division)
    raise TypeError(found)


def _counted(found: FigureAnswer, counting: str, division: str) -> MeasureRow:
    added, about = found.added, MEASURES[found.measure]
    return MeasureRow(
        **_common(found, counting, division),
        count=found.count,
        total=added.total if added else None,
        total_of=added.total_of if added else None,
        unit=added.what if added else "",
        least=None,
        most=added.most if added else None,
        median=added.median if added else None,
        median_most=None,
        median_is_of="those counted" if added else "",
        stands=(),
        names=found.names,
        stated=found.stated,
        stated_by=found.stated_by,
        author=about.author,
        reviewed=about.reviewed,
    )


def _timed(found: WaitAnswer, counting: str, division: str) -> MeasureRow:
    took, about = found.took, WAITS[found.measure]
    return MeasureRow(
        **_common(found, counting, division),
        count=found.ended,
        total=None,
        total_of=None,
        unit=f"{found.unit}s",
        least=took.least,
        most=took.most,
        median=took.median,
        median_most=took.median_most,
        median_is_of=took.median_is_of,
        stands=tuple(f"{words}: {count}" for words, count in found.endings.items()),
        names=tuple(f"{one.area} ({one.ending})" for one in found.each),
        stated=None,
        stated_by="",
        author=about.author,
        reviewed=about.reviewed,
    )


def _common(found: FigureAnswer | WaitAnswer, counting: str, division: str) -> dict[str, Any]:
    part = (division, found.part) if division else ()
    partial = found.partial or bool(found.limits)
    return {
        "id": "/".join((found.measure, counting, *part)),
        "measure": found.measure,
        "says": found.says,
        "counting": counting,
        "rule": found.rule,
        "division": division,
        "part": found.part,
        "out_of": found.out_of,
        "out_of_what": found.out_of_what,
        "perhaps": found.perhaps,
        "notes": tuple(filter(None, (found.caveat, *found.limits))),
        "source": OURS,
        "href": f"/statistics/{found.measure}",
        "confidence": AS_FAR_AS_HELD if partial else WHOLE_RECORD,
    }
