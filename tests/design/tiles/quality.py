"""How good a layout is, in counts that anyone can check."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot

from areasend.design.tiles.laying.country import Country, Point
from areasend.design.tiles.laying.hexagons import apart, centre, holes, pieces
from areasend.design.tiles.places import Cell

#: Within this of the true direction: the cosine of 45 degrees.
_NEARLY = 0.7071


@dataclass(frozen=True)
class Quality:
    """Of the pairs of areas that adjoin: how many touch, are a tile apart, lie the right way.

    The right way is within 45 degrees. `best` is how many could touch at most, as no tile touches
    more than six. `whole` counts the regions that lie in one piece, `alone` the areas that touch
    none they adjoin, `holes` the empty cells that the open sea does not reach; `astray` is how far
    an area is from its aim, in tiles, on average.
    """

    pairs: int
    best: int
    touch: int
    near: int
    way: int
    regions: int
    whole: int
    alone: int
    holes: int
    astray: float


def quality(country: Country, cells: Mapping[str, Cell], aims: Mapping[str, Point]) -> Quality:
    """Return how good a layout of the country is."""
    pairs = country.pairs()
    steps = [apart(cells[one], cells[other]) for one, other in pairs]
    regions = [pieces(held) for held in _regions(country, cells)]
    return Quality(
        pairs=len(pairs),
        best=sum(min(6, len(others)) for others in country.beside.values()) // 2,
        touch=steps.count(1),
        near=steps.count(1) + steps.count(2),
        way=sum(_right_way(country, cells, one, other) for one, other in pairs),
        regions=len(regions),
        whole=regions.count(1),
        alone=sum(not _touches_own(country, cells, area) for area in country.beside),
        holes=len(holes({cells[area] for area in country.beside})),
        astray=sum(_astray(cells[area], aims[area]) for area in aims) / len(aims),
    )


def _right_way(country: Country, cells: Mapping[str, Cell], one: str, other: str) -> bool:
    (x, y), (u, v) = centre(cells[one]), centre(cells[other])
    east, south = country.bearing(one, other)
    return east * (u - x) + south * (v - y) >= _NEARLY * hypot(u - x, v - y)


def _regions(country: Country, cells: Mapping[str, Cell]) -> list[set[Cell]]:
    found: dict[str, set[Cell]] = {}
    for area, region in country.regions.items():
        found.setdefault(region, set()).add(cells[area])
    return list(found.values())


def _touches_own(country: Country, cells: Mapping[str, Cell], area: str) -> bool:
    return any(apart(cells[area], cells[other]) == 1 for other in country.beside[area])


def _astray(cell: Cell, aim: Point) -> float:
    x, y = centre(cell)
    return hypot(x - aim[0], y - aim[1])
