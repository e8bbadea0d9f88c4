"""What surrounds an inspection: plans, times, appeals, deprivation, and how other areas compare.

Everything here is of the world as at a day: a figure counts once its release was surely out, and
where the day of a release is not known, that is the end of its year. The rule of small numbers
is no matter of the day, and looks at all we hold.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from areasend.domain.areas import AREAS
from areasend.domain.context import (
    Figure,
    Hidden,
    Holdings,
    Kind,
    Measure,
    Number,
    Release,
    Why,
    hold,
    middle,
    why_withheld,
)

ENGLAND = "England"
OURS = "Worked out by us from the figures of areas; those that have none are left out."
DEPARTMENT = (
    "https://explore-education-statistics.service.gov.uk/find-statistics/"
    "education-health-and-care-plans"
)


@dataclass(frozen=True)
class Sourced:
    """A figure with when it is of, the release it is from, and what to tell of it."""

    figure: Figure
    when: str
    release: Release
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Neighbour:
    """A statistical neighbour's figure for the same year, or why there is none."""

    area: str
    name: str
    figure: Sourced | Hidden


@dataclass(frozen=True)
class MeasureAnswer:
    """A measure of an area: the latest figure, the series, and the others for comparison.

    The region, England, the neighbours, most alike first, and the median of their rates are all
    of the year of the latest figure. The series run from the oldest year. No line is to be drawn
    across a break, and a figure whose rate is hidden is not to be ranked.
    """

    measure: Measure
    latest: Sourced
    region: Sourced | None
    england: Sourced | None
    neighbours: tuple[Neighbour, ...]
    middle: Number | None
    series: tuple[Sourced, ...]
    region_series: tuple[Sourced, ...]
    england_series: tuple[Sourced, ...]


@dataclass(frozen=True)
class ContextAnswer:
    """All context figures of an area as at a day, or why none is shown.

    `href` leads to the department, whose own figures cover every area.
    """

    area: str
    name: str
    region: str
    as_at: date
    withheld: Hidden | None
    measures: tuple[MeasureAnswer, ...]
    href: str = DEPARTMENT


def context(area_slug: str, *, as_at: date) -> ContextAnswer:
    """Return the context figures of an area that were surely published by a day.

    :raises KeyError: if there is no such area
    """
    area = AREAS[area_slug]
    return ContextAnswer(
        area=area.slug,
        name=area.name,
        region=area.region,
        as_at=as_at,
        withheld=_held().withheld.get(area.slug),
        measures=tuple(_answers(area.slug, as_at)),
    )


@cache
def too_small(area_slug: str) -> bool:
    """Return whether so few children live in an area that no figure of it is shown."""
    return why_withheld(area_slug, lambda name: _by_place(name).get(area_slug, [])) == Hidden(
        Why.TOO_SMALL
    )


def figure_of_year(measure: str, area_slug: str, year: int) -> Figure | None:
    """Return an area's figure of a year, whenever it was published; None if none is shown."""
    held = _held().figures.get((measure, area_slug), ())
    return next((one for one in held if one.period == year), None)


def every_figure(*, as_at: date) -> Iterator[tuple[Measure, str, Sourced]]:
    """Yield every figure that may be shown and was surely published by a day, with its place.

    A place is an area's slug, a region's name or England.
    """
    measures = {one.key: one for one in _held().measures}
    for key, place in sorted(_held().figures):
        for found in _series(measures[key], place, as_at):
            yield measures[key], place, found


def _answers(area: str, as_at: date) -> Iterator[MeasureAnswer]:
    for measure in _held().measures:
        if series := _series(measure, area, as_at):
            yield _answer(measure, area, series, as_at)


def _answer(measure: Measure, area: str, series: tuple[Sourced, ...], as_at: date) -> MeasureAnswer:
    year = series[-1].figure.period
    region = _series(measure, AREAS[area].region, as_at)
    england = _series(measure, ENGLAND, as_at)
    neighbours = tuple(_neighbours(measure, area, year, as_at))
    return MeasureAnswer(
        measure=measure,
        latest=series[-1],
        region=_of_year(region, year),
        england=_of_year(england, year),
        neighbours=neighbours,
        middle=_middle(neighbours) if measure.kind is not Kind.COUNT else None,
        series=series,
        region_series=region,
        england_series=england,
    )


def _series(measure: Measure, place: str, as_at: date) -> tuple[Sourced, ...]:
    return tuple(_sourced(measure, place, figure) for figure in _published(measure, place, as_at))


def _published(measure: Measure, place: str, as_at: date) -> Iterator[Figure]:
    for figure in _held().figures.get((measure.key, place), ()):
        if _held().releases[figure.release].published.surely_by(as_at):
            yield figure


def _sourced(measure: Measure, place: str, figure: Figure) -> Sourced:
    notes = _held().notes_on(measure.key, place, figure.period)
    return Sourced(
        figure=figure,
        when=measure.when(figure.period),
        release=_held().releases[figure.release],
        notes=(*notes, OURS) if figure.ours else notes,
    )


def _of_year(series: tuple[Sourced, ...], year: int) -> Sourced | None:
    return next((one for one in series if one.figure.period == year), None)


def _neighbours(measure: Measure, area: str, year: int, as_at: date) -> Iterator[Neighbour]:
    for slug in AREAS[area].neighbours:
        published = _published(measure, slug, as_at)
        of_year = next((figure for figure in published if figure.period == year), None)
        none = _held().withheld.get(slug, Hidden(Why.NOT_HELD))
        found = _sourced(measure, slug, of_year) if of_year else none
        yield Neighbour(slug, AREAS[slug].name, found)


def _middle(neighbours: tuple[Neighbour, ...]) -> Number:
    found = [one.figure.figure for one in neighbours if isinstance(one.figure, Sourced)]
    return middle(figure.rate for figure in found if figure.rate is not None)


@cache
def _held() -> Holdings:
    return hold(_table)


@cache
def _by_place(name: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in _table(name):
        found.setdefault(row["place"], []).append(row)
    return found


def _table(name: str) -> Iterator[dict[str, str]]:
    path = files("areasend") / "record" / "context" / f"{name}.csv"
    with path.open(encoding="utf-8") as file:
        yield from csv.DictReader(file)
