"""The key of the tile map: each category with its tile, in words, with how many areas are in it."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from areasend.design.tiles.drawing import shaped
from areasend.design.tiles.tile import Category, Tile


def tile_key(tiles: Sequence[Tile], categories: Sequence[Category]) -> Markup:
    """Return the key as a list of links. It draws with the shapes of the map on its page."""
    count = Counter(tile.category for tile in tiles)
    rows = (_row(one, shape, count[one.key]) for one, shape in shaped(categories))
    return Markup('<ul class="app-key" role="list">{}</ul>').format(Markup("").join(rows))


def _row(category: Category, shape: str, count: int) -> Markup:
    return Markup(
        '<li><svg viewBox="-30 -34 60 68" width="28" height="32" fill="none" stroke="gray"'
        ' text-anchor="middle" aria-hidden="true"><use href="#{}"/></svg>'
        '<a class="govuk-link" href="{}">{}: {}</a></li>'
    ).format(shape, category.href, category.says, _areas(count))


def _areas(count: int) -> str:
    return "1 area" if count == 1 else f"{count} areas"
