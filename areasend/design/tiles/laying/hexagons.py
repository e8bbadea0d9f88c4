"""A grid of hexagons that stand on a corner, each beside six others.

A cell is a column and a row. Every second row is shifted by half a hexagon, so columns count
halves: the cells beside (4, 2) are (2, 2) and (6, 2), (3, 1) and (5, 1), (3, 3) and (5, 3).
"""

from collections.abc import Set
from functools import cache
from math import sqrt

from areasend.design.tiles.places import Cell

#: From one row to the next, where a hexagon is 1 wide.
ROW = sqrt(3) / 2
_STEPS = ((-1, -1), (1, -1), (2, 0), (1, 1), (-1, 1), (-2, 0))


@cache
def around(cell: Cell) -> tuple[Cell, ...]:
    """Return the six cells beside one, clockwise from the north-west."""
    column, row = cell
    return tuple((column + right, row + down) for right, down in _STEPS)


def apart(one: Cell, other: Cell) -> int:
    """Return the number of steps from a cell to another; those that touch are 1 apart."""
    right, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    return down + max(0, (right - down) // 2)


def centre(cell: Cell) -> tuple[float, float]:
    """Return how far east and south a cell's centre is, where a hexagon is 1 wide."""
    return cell[0] / 2, cell[1] * ROW


def pieces(cells: Set[Cell]) -> int:
    """Return in how many pieces the cells lie."""
    left, found = set(cells), 0
    while left:
        found += 1
        reached = [left.pop()]
        for cell in reached:  # grows as it is walked
            more = left.intersection(around(cell))
            left -= more
            reached += more
    return found


def holes(full: Set[Cell]) -> set[Cell]:
    """Return the empty cells that the open sea does not reach."""
    columns, rows = [column for column, _ in full], [row for _, row in full]
    wide = range(min(columns) - 3, max(columns) + 4)
    high = range(min(rows) - 1, max(rows) + 2)
    left = {(column, row) for column in wide for row in high if (column + row) % 2 == 0} - full
    reached = [min(left)]
    for cell in reached:  # grows as it is walked
        more = left.intersection(around(cell))
        left -= more
        reached += more
    return left
