"""An area's context figures as a page shows them: beside others, and year by year."""

from collections.abc import Iterator
from dataclasses import dataclass

from areasend.answers.context import ENGLAND, ContextAnswer, MeasureAnswer, Sourced
from areasend.domain.context import Break, Figure, Hidden, Kind, Number, Shown, Why
from areasend.domain.intervals import Interval

BESIDE = (
    "These figures stand beside the inspection and are no part of it: they did not decide its "
    "outcome, and its outcome did not bring them about."
)
#: Fewer years than this make no line.
_FEWEST_YEARS = 3
_SMALL = {Why.FEWER_THAN_FIVE, Why.ALL_BUT_FEWER_THAN_FIVE}
_LINES = ("Solid", "Dashed")


@dataclass(frozen=True)
class Place:
    """A place's figure for a year, in words. `slug` leads to an area's page."""

    name: str
    slug: str
    figure: str
    counts: str


@dataclass(frozen=True)
class Year:
    """A year of the series, in words: the area's figure, its region's and England's."""

    when: str
    area: str
    region: str
    england: str
    starts_anew: bool


@dataclass(frozen=True)
class Series:
    """A place's figures to be drawn: a year and its value, or None where none may be shown."""

    name: str
    points: tuple[tuple[int, float | None], ...]
    breaks: tuple[int, ...]


@dataclass(frozen=True)
class Comparison:
    """A measure of an area for the latest year, with the others of that year and earlier years.

    `drawn` is empty where there are too few years for a line.
    """

    name: str
    title: str
    says: str
    when: str
    period: str
    unit: str
    places: tuple[Place, ...]
    neighbours: tuple[Place, ...]
    years: tuple[Year, ...]
    drawn: tuple[Series, ...]
    key: str
    notes: tuple[str, ...]
    source: str
    href: str


def compared(found: ContextAnswer) -> tuple[Comparison, ...]:
    """Return every measure of an area that has figures, each beside the others of its year."""
    return tuple(_compared(one, found) for one in found.measures)


def _compared(one: MeasureAnswer, found: ContextAnswer) -> Comparison:
    release, drawn = one.latest.release, tuple(_drawn(one, found.name))
    count = one.measure.kind is Kind.COUNT
    return Comparison(
        name=f"context-{one.measure.key}",
        title=one.measure.title,
        says=one.measure.says,
        when=one.latest.when,
        period=one.measure.period,
        unit="" if count else "%",
        places=tuple(_places(one, found)),
        neighbours=tuple(_neighbours(one)),
        years=tuple(_years(one)),
        drawn=drawn,
        key=_key(drawn),
        notes=tuple(_notes(one)),
        source=f"{release.publisher}: {release.title} ({_published(release.published)})",
        href=release.href,
    )


def _places(one: MeasureAnswer, found: ContextAnswer) -> Iterator[Place]:
    yield _place(found.name, one.latest)
    if one.region:
        yield _place(found.region, one.region)
    if one.england:
        yield _place(ENGLAND, one.england)
    if one.middle is not None and one.neighbours:
        name = f"Middle of its {len(one.neighbours)} statistical neighbours"
        yield Place(name, "", _unbroken(one.middle), "")


def _place(name: str, sourced: Sourced, slug: str = "") -> Place:
    figure = sourced.figure
    return Place(name, slug, _figure(figure), _counts(figure))


def _figure(figure: Figure) -> str:
    return _unbroken(figure.count if figure.rate is None else figure.rate)


def _unbroken(number: Number | None) -> str:
    return str(number).replace(" %", "\u00a0%")


def _counts(figure: Figure) -> str:
    """Return the counts behind a rate, where both may be shown or one is hidden as too small."""
    count, of = figure.count, figure.out_of
    if figure.rate is None or count is None or of is None:
        return ""
    exact = isinstance(count, Shown) and isinstance(of, Shown)
    # Where no rate is given, the words for a small count stand in its place.
    small = isinstance(count, Hidden) and count.why in _SMALL
    return f"{count} of {of}" if exact or small else ""


def _neighbours(one: MeasureAnswer) -> Iterator[Place]:
    for near in one.neighbours:
        if isinstance(near.figure, Sourced):
            yield _place(near.name, near.figure, near.area)
        else:
            yield Place(near.name, near.area, str(near.figure), "")


def _years(one: MeasureAnswer) -> Iterator[Year]:
    region = {held.figure.period: held for held in one.region_series}
    england = {held.figure.period: held for held in one.england_series}
    breaks = {known.since for known in _breaks(one)}
    for held in one.series:
        year = held.figure.period
        yield Year(
            when=str(year),
            area=_in_full(held),
            region=_figure(region[year].figure) if year in region else "",
            england=_figure(england[year].figure) if year in england else "",
            starts_anew=year in breaks,
        )


def _breaks(one: MeasureAnswer) -> tuple[Break, ...]:
    """Return the breaks that fall between two years of the series."""
    first, last = one.series[0].figure.period, one.series[-1].figure.period
    return tuple(known for known in one.measure.breaks if first < known.since <= last)


def _in_full(sourced: Sourced) -> str:
    figure, counts = _figure(sourced.figure), _counts(sourced.figure)
    return f"{figure} ({counts})" if counts else figure


def _drawn(one: MeasureAnswer, name: str) -> Iterator[Series]:
    if len(one.series) < _FEWEST_YEARS:
        return
    breaks = tuple(known.since for known in _breaks(one))
    yield Series(name, _points(one.series), breaks)
    if one.measure.kind is not Kind.COUNT and one.england_series:
        years = {held.figure.period for held in one.series}
        of_years = tuple(held for held in one.england_series if held.figure.period in years)
        yield Series(ENGLAND, _points(of_years), breaks)


def _key(drawn: tuple[Series, ...]) -> str:
    """Say which line is which, and what the gaps are."""
    if not drawn:
        return ""
    which = [f"{line} line: {one.name}." for line, one in zip(_LINES, drawn, strict=False)]
    anew = drawn[0].breaks
    broken = [f"Dotted upright: counted anew from {anew[0]}."] if anew else []
    hidden = any(value is None for one in drawn for _, value in one.points)
    gaps = ["A gap: a year without a figure that may be shown."] if hidden else []
    return " ".join([*which, *broken, *gaps])


def _points(series: tuple[Sourced, ...]) -> tuple[tuple[int, float | None], ...]:
    return tuple((held.figure.period, _value(held.figure)) for held in series)


def _value(figure: Figure) -> float | None:
    number: Number | None = figure.count if figure.rate is None else figure.rate
    if not isinstance(number, Shown):
        return None
    return float(number.value) if figure.rate is None else float(number.value * 100)


def _notes(one: MeasureAnswer) -> Iterator[str]:
    if one.measure.words:
        yield one.measure.words
    for known in _breaks(one):
        yield known.words
    told = {note: held.when for held in one.series for note in held.notes}
    for note, when in told.items():
        yield f"{when[:1].upper()}{when[1:]}: {note}"


def _published(on: Interval) -> str:
    return f"published {on.when}"
