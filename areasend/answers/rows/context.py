"""A row for each figure that sets an inspection in context, the small numbers in it hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from areasend.answers.asked import Asked
from areasend.answers.context import ENGLAND, Sourced, every_figure
from areasend.answers.rows.deadlines import WORKED_OUT
from areasend.domain.areas import AREAS
from areasend.domain.areas.spelling import slug_of
from areasend.domain.context import Hidden, Measure, Number, Shown


@dataclass(frozen=True)
class ContextRow:
    """A figure of an area, a region or England for a year, and the release it is from.

    Where a number may not be shown it is None, and its `why` says so in words; where it is
    rounded, its `why` says to what. A rate is in per cent. An area of which no figure may be
    shown is not among the rows.
    """

    id: str
    measure: str
    title: str
    place: str
    place_name: str
    place_kind: str
    year: int
    period: str
    count: int | None
    count_why: str
    out_of: int | None
    out_of_why: str
    rate: Fraction | None
    rate_why: str
    notes: tuple[str, ...]
    ours: bool
    published: str
    source: str
    href: str
    confidence: str


def context_figures(asked: Asked) -> Iterator[ContextRow]:
    """Yield every figure that may be shown and was surely published by the day."""
    for measure, place, found in every_figure(as_at=asked.as_at):
        yield _row(measure, place, found)


def _row(measure: Measure, place: str, found: Sourced) -> ContextRow:
    figure, release = found.figure, found.release
    name, kind = _place(place)
    return ContextRow(
        id=f"{measure.key}/{slug_of(place)}/{figure.period}",
        measure=measure.key,
        title=measure.title,
        place=place,
        place_name=name,
        place_kind=kind,
        year=figure.period,
        period=found.when,
        count=_whole(figure.count),
        count_why=_why(figure.count),
        out_of=_whole(figure.out_of),
        out_of_why=_why(figure.out_of),
        rate=_percent(figure.rate),
        rate_why=_why(figure.rate),
        notes=found.notes,
        ours=figure.ours,
        published=str(release.published),
        source=f"{release.publisher}: {release.title}",
        href=release.href,
        confidence=WORKED_OUT if figure.ours else measure.confidence,
    )


def _place(place: str) -> tuple[str, str]:
    if place in AREAS:
        return AREAS[place].name, "area"
    return place, "country" if place == ENGLAND else "region"


def _whole(number: Number | None) -> int | None:
    return int(number.value) if isinstance(number, Shown) else None


def _percent(number: Number | None) -> Fraction | None:
    return Fraction(number.value) * 100 if isinstance(number, Shown) else None


def _why(number: Number | None) -> str:
    match number:
        case Hidden(why=why):
            return why.value
        case Shown(value=int(), to=to) if to is not None:
            return f"to the nearest {to}"
        case Shown(to=to) if to is not None:
            return "to one decimal"
    return ""
