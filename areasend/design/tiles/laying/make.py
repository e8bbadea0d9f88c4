"""Makes the layouts of the tile map, one for each set of areas, and writes `places.csv`.

    python -m areasend.design.tiles.laying.make

The areas since April 2023 are laid out first. The layouts before and after are made each from the
next, with as few areas moved as a good map allows, so that an area keeps its place from day to day.
"""

import csv
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path

from areasend.design.tiles.laying.aiming import aims
from areasend.design.tiles.laying.arrangement import Arrangement
from areasend.design.tiles.laying.country import OFFSHORE, Point, country
from areasend.design.tiles.laying.hexagons import centre
from areasend.design.tiles.laying.settling import anneal, close_up, polish, seated
from areasend.design.tiles.places import TABLE, Cell
from areasend.domain.areas import AREAS, changes

#: The day of the layout that the others are made from, and the day before all changes.
FIRST, ALWAYS = date(2023, 4, 1), date.min
#: Exchanges tried at each heat, and the seed, which gave the cheapest of some sixty maps.
STEPS, SEED = 28_000, 422
#: In a layout made from another.
STEPS_AGAIN, HEATS_AGAIN = 2_000, tuple(range(60, 4, -2))
#: From Cornwall to the Isles of Scilly.
_OFF = (-2, 2)

Layout = Mapping[str, Cell]


def main(table: Path = TABLE) -> None:
    """Write the table."""
    rows = sorted(_rows(layouts()))
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("area", "since", "until", "column", "row"))
        writer.writerows(rows)


def days() -> tuple[date, ...]:
    """Return the first day of each set of areas."""
    return (ALWAYS, *sorted({change.on for change in changes() if change.created}))


def layouts(steps: int = STEPS) -> dict[date, Layout]:
    """Return the layout that holds from each day, until that of the next does."""
    made = {FIRST: _first(steps)}
    later = [day for day in days() if day >= FIRST]
    earlier = [day for day in reversed(days()) if day <= FIRST]
    for base, day in (*pairwise(earlier), *pairwise(later)):
        made[day] = _again(day, made[base])
    return {day: _with_offshore(made[day]) for day in days()}


def _first(steps: int) -> Layout:
    on = country(FIRST)
    wished = aims(on)
    arrangement = Arrangement(on, wished, seated(wished))
    anneal(arrangement, seed=SEED, steps=steps)
    polish(arrangement)
    return arrangement.cells


def _again(day: date, base: Layout) -> Layout:
    """Return the layout of a day whose areas stand, as far as may be, where they do in another."""
    on = country(day)
    stay = {area: base[area] for area in on.beside if area in base}
    wished = {area: centre(base[area]) if area in base else _kin(area, base) for area in on.beside}
    arrangement = Arrangement(on, wished, seated(wished, stay), settled=stay)
    anneal(arrangement, seed=SEED, steps=STEPS_AGAIN, heats=HEATS_AGAIN)
    polish(arrangement)
    close_up(arrangement)
    return arrangement.cells


def _kin(area: str, base: Layout) -> Point:
    """Return the middle of the areas that it came from or that followed it."""
    kin = (*AREAS[area].predecessors, *AREAS[area].successors)
    held = [centre(base[one]) for one in kin if one in base]
    return sum(x for x, _ in held) / len(held), sum(y for _, y in held) / len(held)


def _with_offshore(layout: Layout) -> Layout:
    column, row = layout["cornwall"]
    return {**layout, OFFSHORE: (column + _OFF[0], row + _OFF[1])}


def _cell(made: Mapping[date, Layout], area: str, day: date) -> Cell | None:
    return made[day].get(area)


def _rows(made: Mapping[date, Layout]) -> Iterator[tuple[str, str, str, int, int]]:
    """Yield a row for each area and cell, with the first and last day on which it stands there."""
    ends = {day: after - timedelta(days=1) for day, after in pairwise(made)}
    for area in sorted({area for layout in made.values() for area in layout}):
        for cell, run in groupby(made, key=partial(_cell, made, area)):
            held = list(run)
            first, last = held[0], held[-1]
            since = "" if first == ALWAYS else first.isoformat()
            until = ends[last].isoformat() if last in ends else ""
            if cell:
                yield area, since, until, *cell


if __name__ == "__main__":
    main()
