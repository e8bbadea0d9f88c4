"""A figure with its counting rule and the names behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from areasend.answers.asked import Asked
from areasend.answers.limits import limits
from areasend.answers.official import OfficialRelease, official_release
from areasend.answers.wording import names
from areasend.domain.coverage import complete_to
from areasend.domain.history import History
from areasend.domain.measures import MEASURES
from areasend.domain.measures.breakdown import Division, breakdown
from areasend.domain.measures.counting import By, Counting
from areasend.domain.measures.measure import Figure, Measure
from areasend.ledger import releases

#: Histories read before, by someone who asks for many figures; otherwise they are read.
Held = Mapping[str, History] | None


@dataclass(frozen=True)
class Added:
    """What the counted come to, where a measure adds something up; exact values.

    `total_of` is what the total is a part of; None where it is a part of nothing.
    """

    what: str
    total: int
    total_of: int | None
    mean: Fraction | None
    median: Fraction | None
    most: int | None


@dataclass(frozen=True)
class FigureAnswer:
    """A count out of a count, in words, with every area behind both.

    `stated` is what an official release as at the same day and by the same rule says, if one is
    held; None where it says nothing of this measure. `part` names the part of a whole that it is.
    `partial` says that we hold what is counted only as found, and `limits` how far.
    """

    measure: str
    says: str
    out_of_what: str
    count: int
    out_of: int
    rule: str
    as_at: date
    known_at: datetime
    names: tuple[str, ...]
    others: tuple[str, ...]
    perhaps: tuple[str, ...]
    stated: int | None
    stated_by: str
    part: str = ""
    added: Added | None = None
    partial: bool = False
    caveat: str = ""
    limits: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """The one number that it gives: a total where something is added up, else the count."""
        return self.added.total if self.added else self.count


@dataclass(frozen=True)
class BreakdownAnswer:
    """A figure and its parts: what is counted is in one part each, so that they add up."""

    measure: str
    says: str
    by: str
    whole: FigureAnswer
    parts: tuple[FigureAnswer, ...]


def figure(name: str, counting: Counting, asked: Asked, held: Held = None) -> FigureAnswer:
    """Return a measure's figure by a counting rule.

    :raises KeyError: if there is no such measure
    """
    return _answer(_found(name, counting, asked, held), asked)


def figure_by(
    name: str, division: Division, counting: Counting, asked: Asked, held: Held = None
) -> BreakdownAnswer:
    """Return a measure's figure by a counting rule, and its parts.

    :raises KeyError: if there is no such measure
    """
    found = _found(name, counting, asked, held)
    parts = breakdown(found, division).items()
    return BreakdownAnswer(
        measure=name,
        says=found.measure.says,
        by=division.value,
        whole=_answer(found, asked),
        parts=tuple(_answer(one, asked, part=part) for part, one in parts),
    )


def _found(name: str, counting: Counting, asked: Asked, held: Held) -> Figure:
    # The whole of what is known, not only to the as-at day: the counting rule asks each case for
    # its dates, and a later event may show that a vague one had not happened by then.
    histories = held or releases.histories(known_at=asked.known_at)
    return MEASURES[name].of(histories.values(), counting)


def _answer(found: Figure, asked: Asked, *, part: str = "") -> FigureAnswer:
    counted, kinds = set(found.counted), _kinds(found.measure, found.counting)
    official = None if part else _official(found.counting)
    return FigureAnswer(
        measure=found.measure.name,
        says=found.measure.says,
        out_of_what=found.measure.out_of,
        count=found.count,
        out_of=found.out_of,
        rule=str(found.counting),
        as_at=found.counting.as_at,
        known_at=asked.known_at,
        names=names(found.counted),
        others=names(area for area in found.population if area not in counted),
        perhaps=names(found.perhaps),
        stated=official.stated.get(found.measure.name) if official else None,
        stated_by=official.said_by(found.measure.name) if official else "",
        part=part,
        added=_added(found),
        partial=any(complete_to(kind) is None for kind in kinds),
        caveat=found.measure.caveat,
        limits=limits(kinds, found.counting.as_at),
    )


def _official(counting: Counting) -> OfficialRelease | None:
    """Return the official release that counts by the same rule, if one is held."""
    release = official_release(counting.as_at, counting.since)
    return release if release and release.counting == counting else None


def _added(found: Figure) -> Added | None:
    if not found.measure.adds:
        return None
    amounts = found.amounts
    return Added(
        what=found.measure.adds,
        total=amounts.total,
        total_of=found.total_of,
        mean=amounts.mean,
        median=amounts.median,
        most=amounts.most,
    )


def _kinds(measure: Measure, counting: Counting) -> tuple[str, ...]:
    # By publication alone it does not matter whether every visit is held.
    return measure.dated_by[1:] if counting.by is By.PUBLISHED else measure.dated_by
