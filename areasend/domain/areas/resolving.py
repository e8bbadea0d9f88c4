"""Finds the area that a person or a document means by a name."""

import difflib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from areasend.domain.areas.area import Area
from areasend.domain.areas.atlas import AREAS
from areasend.domain.areas.spelling import bare, folded

LONGEST = 100  # characters: no area's name comes near it
NEAREST = 3


class UnknownName(LookupError):
    """No area has the name. `nearest` holds up to three names that look like it."""

    def __init__(self, name: str, alike: tuple[str, ...] = ()) -> None:
        self.nearest = alike
        hint = f": did you mean {_listed(alike, 'or')}?" if alike else "."
        super().__init__(f"No local area is called {_quoted(name)}{hint}")


class AmbiguousName(LookupError):
    """More than one area has the name. `candidates` holds them."""

    def __init__(self, name: str, candidates: tuple[Area, ...]) -> None:
        self.candidates = candidates
        choices = [f"{_dated(area)} (type {area.slug})" for area in candidates]
        super().__init__(f"{_quoted(name)} may be {_listed(choices, 'or')}.")


def resolve(name: str, *, on: date | None = None) -> Area:
    """Return the area meant by a slug, typed as minted, or by any spelling of a name.

    The first words of a name are enough where they are not the whole name of another area. Where
    areas share a name, the one that stood on the day is meant.

    :raises AmbiguousName: if several areas may be meant
    :raises UnknownName: if none is
    """
    if name in AREAS:
        return AREAS[name]
    meant = (called(name) or beginning(name)) if len(name) <= LONGEST else ()
    standing = tuple(area for area in meant if on and area.exists(on)) or meant
    if not standing:
        raise UnknownName(name, nearest(name))
    if len(standing) > 1:
        raise AmbiguousName(name, standing)
    return standing[0]


def called(name: str) -> tuple[Area, ...]:
    """Return the areas, past ones too, that have the name as a whole, in any spelling."""
    words = folded(name[:LONGEST])
    return _spelt().get(words) or _spelt().get(bare(words)) or ()


def beginning(name: str) -> tuple[Area, ...]:
    """Return the areas, past ones too, of whose names these are the first words."""
    words = bare(folded(name[:LONGEST]))
    return tuple(area for area in AREAS.values() if folded(area.name).startswith(f"{words} "))


def nearest(name: str) -> tuple[str, ...]:
    """Return up to three names of areas that look like the name."""
    words = folded(name[:LONGEST])
    holding = [spelling for spelling in _spelt() if words and f" {words} " in f" {spelling} "]
    alike = holding + difflib.get_close_matches(words, _spelt(), n=3 * NEAREST)
    names = dict.fromkeys(area.name for spelling in alike for area in _spelt()[spelling])
    return tuple(names)[:NEAREST]


@cache
def _spelt() -> Mapping[str, tuple[Area, ...]]:
    """Return the areas by each folded spelling, those that ended first."""
    spelt: dict[str, tuple[Area, ...]] = {}
    for area in sorted(AREAS.values(), key=lambda area: area.ends or date.max):
        names = [folded(name) for name in (area.name, area.slug, *area.names)]
        for spelling in dict.fromkeys((*names, bare(names[0]))):
            spelt[spelling] = (*spelt.get(spelling, ()), area)
    return spelt


def _dated(area: Area) -> str:
    since = f", from {_day(area.starts)}" if area.starts else ""
    until = f", until {_day(area.ends)}" if area.ends else ""
    return f"{area.name}{since}{until}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _quoted(text: str) -> str:
    return f"“{''.join(mark for mark in text[:LONGEST] if mark.isprintable())}”"


def _listed(things: Sequence[str], word: str) -> str:
    *first, last = things
    return f"{', '.join(first)} {word} {last}" if first else last
