"""Draws the tile map: an inline SVG of links, region by region from north to south.

Every tile is a link with a name of its own, so a keyboard and a screen reader walk the map. It
needs no script and no style but the stylesheet's. A tile's colour comes from the end of the
address of its shape, `#tile-4-blue-2`, which the stylesheet knows.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from areasend.design.tiles.labels import lines
from areasend.design.tiles.places import Cell, bounds, places
from areasend.design.tiles.tile import Category, Tile
from areasend.domain.areas import AREAS

#: From one column to the next, one row to the next and one line to the next, and round the edge.
COLUMN, ROW, LINE, EDGE = 30, 52, 10, 34
HEXAGON = "M0-33 28.5-16.5v33L0 33-28.5 16.5v-33z"
_MAP = Markup(
    '<div class="app-tiles" role="region" aria-label="{1}" tabindex="0">'
    '<svg class="app-tiles__map" viewBox="{0}" role="group"'
    ' aria-label="{1}" fill="none" stroke="gray" font-size="9.5" text-anchor="middle">'
    "<defs>{2}</defs>{3}</svg></div>"
)


class UnableToDraw(ValueError):
    """The tiles are not those of the day, or their categories cannot be told apart."""


def tile_map(
    tiles: Sequence[Tile],
    categories: Sequence[Category],
    *,
    on: date,
    title: str,
) -> Markup:
    """Return the map of a day, which the title names to those who do not see it.

    :raises UnableToDraw: if the tiles are not the day's areas, or if a category is not given or
        has the mark of another
    """
    cells = places(on)
    _refuse(tiles, categories, cells)
    shapes = {one.key: shape for one, shape in shaped(categories)}
    regions = _by_region(tiles, cells)
    return _MAP.format(
        view(),
        title,
        _joined(_shape(one, shape) for one, shape in shaped(categories)),
        _joined(_region(region, cells, shapes) for region in regions),
    )


def view() -> str:
    """Return the box of the drawing, the same for every day, so that nothing shifts."""
    (left, top), (right, bottom) = bounds()
    width, height = (right - left) * COLUMN + 2 * EDGE, (bottom - top) * ROW + 2 * EDGE
    return f"0 0 {width} {height}"


def shaped(categories: Sequence[Category]) -> Iterator[tuple[Category, str]]:
    """Yield each category with the identifier of its shape, which ends in its shade."""
    for number, one in enumerate(categories, start=1):
        yield one, f"tile-{number}-{one.shade}"


def _shape(category: Category, shape: str) -> Markup:
    """Return the hexagon of a category with its mark."""
    return Markup(
        '<g id="{}"><path d="{}"/><text class="app-tiles__mark" aria-hidden="true">{}</text></g>'
    ).format(shape, HEXAGON, category.mark)


def _region(tiles: Sequence[Tile], cells: Mapping[str, Cell], shapes: Mapping[str, str]) -> Markup:
    drawn = _joined(_tile(tile, cells[tile.slug], shapes[tile.category]) for tile in tiles)
    return Markup('<g role="group" aria-label="{}">{}</g>').format(_region_of(tiles[0]), drawn)


def _tile(tile: Tile, cell: Cell, shape: str) -> Markup:
    x, y = _centre(cell)
    label = lines(tile.slug, tile.name)
    first = y - LINE * (len(label) - 1) // 2
    return Markup(
        '<a href="{}" aria-label="{}: {}"><use href="#{}" x="{}" y="{}"/>'
        '<text transform="translate({} {})">{}</text></a>'
    ).format(tile.href, tile.name, tile.says, shape, x, y, x, first, _label(label))


def _label(label: Sequence[str]) -> Markup:
    more = (Markup('<tspan x="0" dy="1em">{}</tspan>').format(line) for line in label[1:])
    return Markup("{}{}").format(label[0], _joined(more))


def _centre(cell: Cell) -> tuple[int, int]:
    (left, top), _ = bounds()
    return (cell[0] - left) * COLUMN + EDGE, (cell[1] - top) * ROW + EDGE


def _by_region(tiles: Sequence[Tile], cells: Mapping[str, Cell]) -> list[list[Tile]]:
    """Return the tiles of each region from north to south, as are the regions by their middles."""
    regions: dict[str, list[Tile]] = {}
    for tile in sorted(tiles, key=lambda tile: cells[tile.slug][::-1]):
        regions.setdefault(_region_of(tile), []).append(tile)
    middle = {
        region: sum(cells[tile.slug][1] for tile in held) / len(held)
        for region, held in regions.items()
    }
    return [regions[region] for region in sorted(regions, key=lambda one: (middle[one], one))]


def _region_of(tile: Tile) -> str:
    return AREAS[tile.slug].region


def _refuse(
    tiles: Sequence[Tile], categories: Sequence[Category], cells: Mapping[str, Cell]
) -> None:
    slugs = sorted(tile.slug for tile in tiles)
    if slugs != sorted(cells):
        wrong = sorted(set(slugs) ^ cells.keys()) or "one twice"
        raise UnableToDraw(f"The tiles are not the areas of the day: {wrong}.")
    if missing := sorted({tile.category for tile in tiles} - {one.key for one in categories}):
        raise UnableToDraw(f"No such category: {', '.join(missing)}.")
    for alike in ("key", "mark"):
        if len({getattr(one, alike) for one in categories}) < len(categories):
            raise UnableToDraw(f"Two categories have the same {alike}.")


def _joined(parts: Iterator[Markup]) -> Markup:
    return Markup("").join(parts)
