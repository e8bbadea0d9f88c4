"""The country of one day, as far as a layout needs it: areas, regions, positions, what adjoins."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt

from areasend.domain.areas import Area, areas_on
from areasend.domain.areas.adjoining import adjoining

Point = tuple[float, float]

#: Far out at sea and next to nothing: set by hand, off the south-west.
OFFSHORE = "isles-of-scilly"
#: Kilometres in a degree of latitude, and in one of longitude at the middle of England.
_NORTH, _EAST = 111.3, 67.3
_MIDDLE = (52.8, -2.0)
#: Areas that ended before our positions were worked out: their main towns, to a hundredth.
_TOWNS = {
    "bournemouth": (50.73, -1.86),
    "poole": (50.73, -1.98),
    "dorset-county": (50.78, -2.24),
}


@dataclass(frozen=True)
class Country:
    """Areas by slug, in order: their regions, the areas each adjoins, and where they lie.

    A position is in kilometres east and south of a point in the middle.
    """

    regions: Mapping[str, str]
    beside: Mapping[str, tuple[str, ...]]
    where: Mapping[str, Point]

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs that adjoin, each once."""
        return tuple(
            (one, other) for one in self.beside for other in self.beside[one] if one < other
        )

    def bearing(self, one: str, other: str) -> Point:
        """Return which way another area lies: a step of length 1, east and south."""
        east = self.where[other][0] - self.where[one][0]
        south = self.where[other][1] - self.where[one][1]
        length = sqrt(east * east + south * south)
        return east / length, south / length


def country(on: date) -> Country:
    """Return the country of a day without the area that lies offshore."""
    standing = {area.slug: area for area in areas_on(on) if area.slug != OFFSHORE}
    beside = adjoining(on)
    return Country(
        regions={slug: standing[slug].region for slug in sorted(standing)},
        beside={slug: beside[slug] for slug in sorted(standing)},
        where={slug: _point(standing[slug]) for slug in sorted(standing)},
    )


def _point(area: Area) -> Point:
    latitude, longitude = area.latitude, area.longitude
    if latitude is None or longitude is None:
        latitude, longitude = _TOWNS[area.slug]
    return (longitude - _MIDDLE[1]) * _EAST, (_MIDDLE[0] - latitude) * _NORTH
