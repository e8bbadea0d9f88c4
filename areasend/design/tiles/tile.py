"""What the tile map is given: tiles, and the categories that they fall into."""

from dataclasses import dataclass
from enum import StrEnum


class Shade(StrEnum):
    """A tile's colour. Two families, each from pale to deep, and two for what is in neither."""

    NONE = "none"
    GREY = "grey"
    BLUE_1 = "blue-1"
    BLUE_2 = "blue-2"
    BLUE_3 = "blue-3"
    BLUE_4 = "blue-4"
    BLUE_5 = "blue-5"
    BROWN_1 = "brown-1"
    BROWN_2 = "brown-2"
    BROWN_3 = "brown-3"
    BROWN_4 = "brown-4"
    BROWN_5 = "brown-5"


@dataclass(frozen=True)
class Category:
    """What several areas have in common: in words, with the mark and the shade of their tiles.

    The mark is a letter or figure, so that no tile is told by its colour alone. `href` is where the
    key leads.
    """

    key: str
    says: str
    mark: str
    shade: Shade
    href: str


@dataclass(frozen=True)
class Tile:
    """An area: its name, the address of its page, the key of its category, and what to say of it.

    What it says follows the name and a colon when the tile is read out.
    """

    slug: str
    name: str
    href: str
    category: str
    says: str
