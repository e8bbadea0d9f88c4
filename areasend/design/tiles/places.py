"""Where each area stands on the tile map, on any day.

`places.csv` is made by `python -m areasend.design.tiles.laying.make`. A row without a first day
holds from the beginning, one without a last day holds on; an area that once had to move has two.
"""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

#: A column and a row. Every second row is shifted by half a tile, so columns count halves.
Cell = tuple[int, int]

TABLE = Path(__file__).with_name("places.csv")


def places(on: date) -> Mapping[str, Cell]:
    """Return the cell of each area of the day, by slug."""
    return {
        area: cell
        for area, since, until, cell in _rows()
        if (since or date.min) <= on <= (until or date.max)
    }


@cache
def _rows() -> tuple[tuple[str, date | None, date | None, Cell], ...]:
    rows: Iterable[dict[str, str]] = csv.DictReader(TABLE.read_text("utf-8").splitlines())
    return tuple(
        (
            row["area"],
            _day(row["since"]),
            _day(row["until"]),
            (int(row["column"]), int(row["row"])),
        )
        for row in rows
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@cache
def bounds() -> tuple[Cell, Cell]:
    """Return the first and the last column and row that any day needs."""
    columns = [cell[0] for *_, cell in _rows()]
    rows = [cell[1] for *_, cell in _rows()]
    return (min(columns), min(rows)), (max(columns), max(rows))
