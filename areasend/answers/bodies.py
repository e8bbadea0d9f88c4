"""The bodies that may reply to what is held of an area: its council, and those of the NHS."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from areasend.domain.areas import AREAS
from areasend.domain.health import BODIES, areas_of, bodies_of

_COUNCIL, _HEALTH = "council", "health"


class UnknownBody(ValueError):
    """There is no such council or health body on that day."""


@dataclass(frozen=True)
class Body:
    """A council or a health body of a day: `key` is such as 'council/dudley'.

    `areas` are the slugs of those it may reply about, with their predecessors last.
    """

    key: str
    name: str
    areas: tuple[str, ...]


def bodies(area: str, *, on: date) -> tuple[Body, ...]:
    """Return who may reply about an area: councils first. Of one that has ended, who carries it.

    :raises KeyError: if there is no such area
    """
    standing = _standing(area, on)
    served = dict.fromkeys(one.body for slug in standing for one in bodies_of(slug, on=on))
    keys = (*(f"{_COUNCIL}/{slug}" for slug in standing), *(f"{_HEALTH}/{one}" for one in served))
    return tuple(body(key, on=on) for key in keys)


def health_body_alone(slug: str, *, on: date) -> tuple[Body, ...]:
    """Return a health body if it serves any area on the day; else none."""
    try:
        return (body(f"{_HEALTH}/{slug}", on=on),)
    except UnknownBody:
        return ()


def body(key: str, *, on: date) -> Body:
    """Return the body of a key.

    :raises UnknownBody: if there is none on that day
    """
    kind, _, slug = key.partition("/")
    if kind == _COUNCIL and slug in AREAS and AREAS[slug].exists(on):
        return Body(key, f"{AREAS[slug].name} council", _with_those_before([slug]))
    served = [one.area for one in areas_of(slug, on=on)] if slug in BODIES else []
    if kind == _HEALTH and served:
        return Body(key, BODIES[slug].name, _with_those_before(served))
    raise UnknownBody(f"There is no council or health body {key} on {on:%-d %B %Y}.")


def _standing(area: str, on: date) -> tuple[str, ...]:
    """Return the area, or those that stand in its place on a day."""
    if AREAS[area].exists(on):
        return (area,)
    return tuple(found for after in AREAS[area].successors for found in _standing(after, on))


def _with_those_before(areas: Iterable[str]) -> tuple[str, ...]:
    own = tuple(areas)
    before = dict.fromkeys(one for slug in own for one in AREAS[slug].predecessors)
    return (*own, *(one for one in before if one not in own))
