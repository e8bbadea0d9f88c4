"""Every area of a day in one of a few categories, in four ways: what the tile map shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.mapped import MappedArea, mapped
from areasend.answers.standing import limits
from areasend.answers.telling_apart import WAYS, MapBy, Way


@dataclass(frozen=True)
class MapCategory:
    """A category with its areas by name, each with its number in words where the way has any."""

    key: str
    says: str
    areas: tuple[tuple[MappedArea, str], ...]


@dataclass(frozen=True)
class TileMap:
    """The areas of a day by category. `notes` say what nobody should read into the map."""

    as_at: date
    known_at: datetime
    by: MapBy
    of: int
    categories: tuple[MapCategory, ...]
    notes: tuple[str, ...]
    limits: str


def tile_map(asked: Asked, by: MapBy = MapBy.STAGE) -> TileMap:
    """Return the areas of a day by category; a category without any area is left out."""
    way, every = WAYS[by], mapped(asked)
    return TileMap(
        as_at=asked.as_at,
        known_at=asked.known_at,
        by=by,
        of=len(every),
        categories=tuple(_categories(every, way)),
        notes=way.notes,
        limits=limits(asked),
    )


def _categories(every: Sequence[MappedArea], way: Way) -> Iterator[MapCategory]:
    for key, says in way.categories.items():
        held = tuple((one, way.number(one)) for one in every if way.key(one) == key)
        if held:
            yield MapCategory(key, says, held)
