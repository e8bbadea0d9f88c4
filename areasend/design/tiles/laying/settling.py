"""Finds a cheap arrangement: by chance while hot, then by every exchange that makes it cheaper.

Simulated annealing: an exchange that makes the map dearer is made now and then, often at first and
seldom at last, so that the search does not end in the first hollow it comes to. The same seed
gives the same map.
"""

from collections.abc import Iterable, Mapping
from itertools import count
from math import log
from random import Random

from areasend.design.tiles.laying.arrangement import Arrangement
from areasend.design.tiles.laying.country import Point
from areasend.design.tiles.laying.hexagons import around, centre, holes
from areasend.design.tiles.places import Cell

#: How much dearer an exchange may be, over the patience of the moment.
HEATS = tuple(range(90, 30, -2))
#: Patience is as often above a level as in nature: its logarithm, a thousandfold and whole.
_PATIENCE = tuple(int(-1000 * log((level + 0.5) / 1024)) for level in range(1024))

#: More cells than any map needs, around the middle.
_GRID = frozenset(
    (column, row) for row in range(-25, 26) for column in range(-40, 41) if (column + row) % 2 == 0
)


def seated(aims: Mapping[str, Point], stay: Mapping[str, Cell] | None = None) -> dict[str, Cell]:
    """Return a cell for each area, near its aim; those that stay are seated before the others."""
    cells = dict(stay or {})
    for area, aim in sorted(aims.items()):
        if area not in cells:
            cells[area] = nearest(aim, cells.values())
    return cells


def nearest(aim: Point, taken: Iterable[Cell]) -> Cell:
    """Return the cell nearest to a point that is not taken."""
    return min(_GRID.difference(taken), key=lambda cell: (_off(cell, aim), cell))


def _off(cell: Cell, aim: Point) -> float:
    x, y = centre(cell)
    return (x - aim[0]) ** 2 + (y - aim[1]) ** 2


def anneal(
    arrangement: Arrangement, *, seed: int, steps: int, heats: Iterable[int] = HEATS
) -> None:
    """Make the arrangement cheaper in so many steps at each heat, and leave it at its cheapest."""
    chance = Random(seed).random  # noqa: S311 -- nothing here is secret
    areas = tuple(arrangement.cells)
    price = best = arrangement.price()
    kept = dict(arrangement.cells)
    for heat in heats:
        for _ in range(steps):
            area = areas[int(chance() * len(areas))]
            cell = _tried(arrangement, area, chance(), chance())
            left = arrangement.cells[area]
            dearer = arrangement.change(area, cell) if cell != left else 0
            if 1000 * dearer > heat * _PATIENCE[int(chance() * 1024)]:
                arrangement.exchange(area, left)
                continue
            price += dearer
            if price < best:
                best, kept = price, dict(arrangement.cells)
    arrangement.put(kept)


def _tried(arrangement: Arrangement, area: str, which: float, where: float) -> Cell:
    """Return a cell to try: beside the area's own, or beside one that it adjoins."""
    others = arrangement.beside[area]
    near = area if which < 1 / 2 or not others else others[int((2 * which - 1) * len(others))]
    return around(arrangement.cells[near])[int(where * 6)]


def polish(arrangement: Arrangement) -> None:
    """Make every exchange that makes the arrangement cheaper, until none does."""
    for _ in count():
        if not any(_cheaper(arrangement, area) for area in sorted(arrangement.cells)):
            return


def _cheaper(arrangement: Arrangement, area: str) -> bool:
    """Make the first exchange for an area that makes the arrangement cheaper, if any does."""
    left = arrangement.cells[area]
    for cell in sorted(_reach(arrangement, area) - {left}):
        if arrangement.change(area, cell) < 0:
            return True
        arrangement.exchange(area, left)
    return False


def close_up(arrangement: Arrangement) -> None:
    """Fill each hole by moving a line of areas up by one, from the side where that is cheapest."""
    for hole in sorted(holes(arrangement.areas.keys())):
        filled = [_moved_up(arrangement, hole, side) for side in range(6)]
        arrangement.put(min(filled, key=lambda cells: _price(arrangement, cells)))


def _moved_up(arrangement: Arrangement, hole: Cell, side: int) -> dict[str, Cell]:
    """Return the cells once the line that begins beside the hole, on a side, has moved up."""
    cells = dict(arrangement.cells)
    areas = {cell: area for area, cell in cells.items()}
    free, after = hole, around(hole)[side]
    while after in areas:
        cells[areas[after]] = free
        free, after = after, around(after)[side]
    return cells


def _price(arrangement: Arrangement, cells: Mapping[str, Cell]) -> int:
    arrangement.put(cells)
    return arrangement.price()


def _reach(arrangement: Arrangement, area: str) -> set[Cell]:
    """Return the cells beside the area, and beside each that it adjoins."""
    near = (area, *arrangement.beside[area])
    return {cell for one in near for cell in around(arrangement.cells[one])}
