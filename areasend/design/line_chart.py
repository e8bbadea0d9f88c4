"""The geometry of a small line chart, which a template draws as SVG beside its table.

Vega-Altair draws the charts of the statistics; at 66 milliseconds a chart it is too slow for the
several on a page of an area, which must be there in a tenth of a second.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, log10
from typing import Protocol

WIDTH, HEIGHT = 340, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 10, 24
_STEPS = (1, 2, 5, 10)


class Series(Protocol):
    """A name, a value for each year (None where there is none to draw), and years begun anew."""

    @property
    def name(self) -> str:
        """What the line is of."""

    @property
    def points(self) -> Sequence[tuple[int, float | None]]:
        """The years and their values, from the oldest year."""

    @property
    def breaks(self) -> Sequence[int]:
        """The years from which counting began anew: no line is drawn across them."""


@dataclass(frozen=True)
class Line:
    """A line of a chart: its unbroken parts as the points of polylines, and a dot a year."""

    name: str
    parts: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Chart:
    """A chart in the units of its view box. Marks are places with what is written at them."""

    lines: tuple[Line, ...]
    values: tuple[tuple[float, str], ...]
    years: tuple[tuple[float, str], ...]
    breaks: tuple[float, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    bottom: int = HEIGHT - _BOTTOM


def line_chart(series: Sequence[Series], unit: str = "") -> Chart:
    """Return the chart of some series over the same years, from nought to a round number."""
    years = sorted({year for one in series for year, _ in one.points})
    values = [value for one in series for _, value in one.points if value is not None]
    scale = _Scale(years[0], years[-1], _round_top(max(values, default=1)))
    broken = {year for one in series for year in one.breaks if years[0] < year <= years[-1]}
    return Chart(
        lines=tuple(_line(one, scale) for one in series),
        values=tuple((scale.y(part), _written(part, unit)) for part in scale.parts),
        years=tuple((scale.x(year), str(year)) for year in (years[0], years[-1])),
        breaks=tuple(scale.x(year - 0.5) for year in sorted(broken)),
    )


@dataclass(frozen=True)
class _Scale:
    first: int
    last: int
    top: float

    @property
    def parts(self) -> tuple[float, ...]:
        return (0, self.top / 2, self.top)

    def x(self, year: float) -> float:
        span = max(self.last - self.first, 1)
        return round(_LEFT + (year - self.first) / span * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        return round(HEIGHT - _BOTTOM - value / self.top * (HEIGHT - _TOP - _BOTTOM), 1)


def _line(series: Series, scale: _Scale) -> Line:
    places = [(scale.x(year), scale.y(value)) for year, value in series.points if value is not None]
    parts = tuple(
        " ".join(f"{scale.x(year)},{scale.y(value)}" for year, value in part)
        for part in _parts(series)
        if len(part) > 1
    )
    return Line(series.name, parts, tuple(places))


def _parts(series: Series) -> Iterator[list[tuple[int, float]]]:
    part: list[tuple[int, float]] = []
    for year, value in series.points:
        if value is None or year in series.breaks or (part and year != part[-1][0] + 1):
            yield part
            part = []
        if value is not None:
            part.append((year, value))
    yield part


def _round_top(greatest: float) -> float:
    if greatest <= 0:
        return 1
    power = 10 ** floor(log10(greatest))
    return float(next(step * power for step in _STEPS if step * power >= greatest))


def _written(value: float, unit: str) -> str:
    return f"{value:,.10g}{f' {unit}' if unit else ''}"
