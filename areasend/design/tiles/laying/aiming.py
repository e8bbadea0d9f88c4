"""Where each area would stand if every one took the same room: the country, evened out.

Each area wishes to lie one step from those it adjoins, in the direction in which they truly lie,
and a little where the true map has it. Then those that crowd push each other apart. London
swells and the shires shrink, while north stays up.
"""

from math import sqrt

from areasend.design.tiles.laying.country import Country, Point

ROUNDS = 400
#: How much the true map counts beside one adjoining area, and kilometres to a step on it.
_TRUE, _KILOMETRES = 0.1, 42
#: Those nearer than this push apart, more and more firmly after the first quarter.
_ROOM, _PUSH = 1.1, 8


def aims(country: Country, rounds: int = ROUNDS) -> dict[str, Point]:
    """Return where each area would best stand, in steps east and south of the middle."""
    true = {slug: (x / _KILOMETRES, y / _KILOMETRES) for slug, (x, y) in country.where.items()}
    steps = {slug: _steps(country, slug) for slug in true}
    found = dict(true)
    for number in range(rounds):
        push = _PUSH * max(0, 4 * number - rounds) / (3 * rounds)
        found = {
            slug: _nearer(found, slug, [(true[slug], _TRUE), *_wishes(found, steps[slug])], push)
            for slug in found
        }
    return found


def _steps(country: Country, slug: str) -> list[tuple[str, Point]]:
    return [(other, country.bearing(other, slug)) for other in country.beside[slug]]


def _wishes(found: dict[str, Point], steps: list[tuple[str, Point]]) -> list[tuple[Point, float]]:
    """Return where an area would stand for the sake of each that it adjoins."""
    return [((found[other][0] + x, found[other][1] + y), 1) for other, (x, y) in steps]


def _nearer(
    found: dict[str, Point], slug: str, wishes: list[tuple[Point, float]], push: float
) -> Point:
    """Return the place half-way to the mean of the wishes."""
    x, y = found[slug]
    if push:
        wishes = [*wishes, *((place, push) for place in _elbows(found, slug))]
    weight = sum(weight for _, weight in wishes)
    east = sum(place[0] * weight for place, weight in wishes) / weight
    south = sum(place[1] * weight for place, weight in wishes) / weight
    return (x + east) / 2, (y + south) / 2


def _elbows(found: dict[str, Point], slug: str) -> list[Point]:
    """Return where an area would stand to be clear of each that is too near."""
    x, y = found[slug]
    places = []
    for other, (u, v) in found.items():
        east, south = x - u, y - v
        square = east * east + south * south
        if square < _ROOM * _ROOM and other != slug:
            length = sqrt(square)
            places.append((u + east / length * _ROOM, v + south / length * _ROOM))
    return places
