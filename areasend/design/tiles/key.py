"""The key of the tile map: each category with its tile, in words, with how many areas are in it."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from areasend.design.tiles.tile import Category, Tile


def tile_key(
    tiles: Sequence[Tile], categories: Sequence[Category], *, name: str = "tile"
) -> Markup:
    """Return the key as a list. It draws with the shapes of the map of the same name."""
    count = Counter(tile.category for tile in tiles)
    rows = (_row(one, count[one.key], name) for one in categories)
    return Markup('<ul class="app-key" role="list">{}</ul>').format(Markup("").join(rows))


def _row(category: Category, count: int, name: str) -> Markup:
    return Markup(
        '<li><svg viewBox="-30 -34 60 68" aria-hidden="true"><use href="#{}-{}"/></svg>'
        "<span>{} ({})</span></li>"
    ).format(name, category.shade, _sentence(category.says), _areas(count))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _areas(count: int) -> str:
    return "1 area" if count == 1 else f"{count} areas"
