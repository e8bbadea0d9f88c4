"""A figure with its counting rule and the names behind it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.official import official_release
from areasend.domain.areas import AREAS
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Counting
from areasend.domain.measures.measure import Figure
from areasend.ledger import releases


@dataclass(frozen=True)
class FigureAnswer:
    """A count out of a count, in words, with every area behind both.

    `stated` is what an official release as at the same day and by the same rule says, if one is
    held; None where it says nothing of this measure.
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


def figure(name: str, counting: Counting, asked: Asked) -> FigureAnswer:
    """Return a measure's figure by a counting rule.

    :raises KeyError: if there is no such measure
    """
    # The whole of what is known, not only to the as-at day: the counting rule asks each case for
    # its dates, and a later event may show that a vague one had not happened by then.
    histories = releases.histories(known_at=asked.known_at)
    return _answer(MEASURES[name].of(histories.values(), counting), asked)


def _answer(found: Figure, asked: Asked) -> FigureAnswer:
    official = official_release(found.counting.as_at, found.counting.since)
    if official is not None and official.counting != found.counting:
        official = None
    counted = set(found.counted)
    return FigureAnswer(
        measure=found.measure.name,
        says=found.measure.says,
        out_of_what=found.measure.out_of,
        count=found.count,
        out_of=found.out_of,
        rule=str(found.counting),
        as_at=found.counting.as_at,
        known_at=asked.known_at,
        names=_names(found.counted),
        others=_names(area for area in found.population if area not in counted),
        perhaps=_names(found.perhaps),
        stated=official.stated.get(found.measure.name) if official else None,
        stated_by=official.title if official else "",
    )


def _names(areas: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(AREAS[area].name for area in areas))
