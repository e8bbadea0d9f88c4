"""A map of any day, with a category for each shade and areas dealt out among them in turn."""

from itertools import cycle

from areasend.design.tiles.tile import Category, Shade, Tile
from areasend.domain.areas import areas_on

CATEGORIES = tuple(
    Category(
        key=shade.value,
        says=f"in shade {shade.value}",
        mark=mark,
        shade=shade,
        href=f"#{shade.value}",
    )
    for shade, mark in zip(Shade, "ABCDEFGHIJKL", strict=True)
)


def build_tiles(day):
    return [
        Tile(area.slug, area.name, f"/areas/{area.slug}", category.key, category.says)
        for area, category in zip(areas_on(day), cycle(CATEGORIES), strict=False)
    ]
