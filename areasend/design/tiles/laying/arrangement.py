"""An arrangement of areas on cells, and its price: the less, the better a map it makes.

Prices are whole numbers, so that every machine agrees on them. They were chosen by trying.
"""

from collections.abc import Collection, Iterable, Mapping
from math import sqrt

from areasend.design.tiles.laying.country import Country, Point
from areasend.design.tiles.laying.hexagons import apart, around, centre, pieces
from areasend.design.tiles.places import Cell

#: Two that adjoin do not touch: this, and more by the root of how far they are apart. An area that
#: adjoins few others has fewer to lose, so each of them weighs more.
APART, FEW = 30, 60
#: Two that adjoin lie in another direction, at most twice this.
TURNED = 55
#: A step from where the area aims, squared.
ASTRAY = 10
#: Two touch that do not adjoin.
STRANGERS = 6
#: An empty cell with six areas around it, or five; and each side of an area that is open.
LAKE, BAY, SHORE = 300, 60, 8
_SEA = (0, 0, 0, 0, 0, BAY, LAKE)
#: A region is in more pieces than one.
PIECE = 500
#: An area stands elsewhere than it did, in a layout made from another.
MOVED = 300


class Arrangement:
    """Each area in a cell of its own, and where they would rather be."""

    def __init__(
        self,
        country: Country,
        aims: Mapping[str, Point],
        cells: Mapping[str, Cell],
        settled: Mapping[str, Cell] | None = None,
    ) -> None:
        """Take the country, the aims, the cells to begin with and, if any, those to be kept."""
        self.put(cells)
        self.beside = country.beside
        self.regions = country.regions
        self._adjoin = {area: frozenset(others) for area, others in country.beside.items()}
        self._aims = aims
        self._settled = settled or {}
        self._bearing = {
            (one, other): country.bearing(one, other)
            for one in aims
            for other in country.beside[one]
        }
        self._members: dict[str, list[str]] = {}
        for area, region in country.regions.items():
            self._members.setdefault(region, []).append(area)
        self._known: dict[object, int] = {}

    def price(self) -> int:
        """Return the price of the whole."""
        cells = {beside for cell in self.areas for beside in (cell, *around(cell))}
        return self._of(tuple(self.cells), cells, self._members)

    def put(self, cells: Mapping[str, Cell]) -> None:
        """Put every area into a cell of its own."""
        self.cells = dict(cells)
        self.areas = {cell: area for area, cell in cells.items()}

    def exchange(self, area: str, cell: Cell) -> None:
        """Put the area into the cell, and whoever stood there where it stood."""
        left, there = self.cells[area], self.areas.get(cell)
        self.cells[area], self.areas[cell] = cell, area
        if there is None:
            del self.areas[left]
        else:
            self.cells[there], self.areas[left] = left, there

    def change(self, area: str, cell: Cell) -> int:
        """Exchange, and return how much dearer that makes the whole."""
        there, left = self.areas.get(cell), self.cells[area]
        moved = (area,) if there is None else (area, there)
        cells = () if there else {*around(cell), cell, *around(left), left}
        regions = {self.regions[one] for one in moved}
        if there and len(regions) == 1:
            regions = set()
        before = self._of(moved, cells, regions)
        self.exchange(area, cell)
        return self._of(moved, cells, regions) - before

    def _of(self, areas: tuple[str, ...], cells: Collection[Cell], regions: Iterable[str]) -> int:
        """Return what the areas, the coast at the cells and the regions cost."""
        cost = sum(self._shore(cell) for cell in cells)
        cost += PIECE * sum(self.pieces(region) - 1 for region in regions)
        done: set[str] = set()
        for area in areas:
            done.add(area)
            cost += self._stand(area) + self._strangers(area, done)
            cost += sum(self._pair(area, other) for other in self.beside[area] if other not in done)
        return cost

    def pieces(self, region: str) -> int:
        """Return in how many pieces the region lies."""
        return pieces({self.cells[area] for area in self._members[region]})

    def _shore(self, cell: Cell) -> int:
        held = sum(beside in self.areas for beside in around(cell))
        if cell in self.areas:
            return SHORE * (6 - held)
        return _SEA[held]

    def _strangers(self, area: str, done: Collection[str]) -> int:
        adjoin = self._adjoin[area]
        touching = (self.areas.get(cell) for cell in around(self.cells[area]))
        return STRANGERS * sum(
            other is not None and other not in adjoin and other not in done for other in touching
        )

    def _stand(self, area: str) -> int:
        key = (area, self.cells[area])
        if key not in self._known:
            self._known[key] = self._astray(area)
        return self._known[key]

    def _astray(self, area: str) -> int:
        cell = self.cells[area]
        x, y = centre(cell)
        if area in self._settled:
            if cell == self._settled[area]:
                return 0
            u, v = centre(self._settled[area])
            return MOVED + int(ASTRAY * ((x - u) ** 2 + (y - v) ** 2))
        u, v = self._aims[area]
        return int(ASTRAY * ((x - u) ** 2 + (y - v) ** 2))

    def _pair(self, one: str, other: str) -> int:
        (x, y), (u, v) = self.cells[one], self.cells[other]
        key = (one, other, u - x, v - y)
        if key not in self._known:
            self._known[key] = self._strain(one, other)
        return self._known[key]

    def _strain(self, one: str, other: str) -> int:
        """Return what it costs that two that adjoin lie as they do."""
        (x, y), (u, v) = centre(self.cells[one]), centre(self.cells[other])
        east, south = self._bearing[one, other]
        length = sqrt((u - x) ** 2 + (v - y) ** 2)
        straight = (east * (u - x) + south * (v - y)) / length
        weight = APART + FEW // min(len(self.beside[one]), len(self.beside[other]))
        steps = apart(self.cells[one], self.cells[other])
        far = weight * (1 + sqrt(steps - 1)) if steps > 1 else 0
        return int(far + TURNED * (1 - straight))
