"""Reads the tables beside this file.

They hold only what cannot be worked out: when an area began and ended, and from what, follows
from `changes.csv` alone.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from operator import itemgetter
from typing import TypeVar, cast, get_args

from areasend.domain.areas.area import Area, Change, Code, Scheme

HERE = resources.files(__package__)
T = TypeVar("T")
Row = dict[str, str]
BySlug = Mapping[str, tuple[T, ...]]


class UnableToReadAreas(Exception):
    """A table of areas is missing, damaged or at odds with another."""


@dataclass(frozen=True, kw_only=True)
class Tables:
    """Every area by slug, as if nothing had ever changed, and every change in turn."""

    areas: Mapping[str, Area]
    changes: tuple[Change, ...]


@cache
def read(folder: Traversable = HERE) -> Tables:
    """Return what the tables say.

    :raises UnableToReadAreas: naming the line at fault, or the areas that are nowhere listed
    """
    names = _by_slug(folder, "names", itemgetter("name"))
    codes = _by_slug(folder, "codes", _code)
    neighbours = _by_slug(folder, "neighbours", itemgetter("neighbour"))
    build = partial(_area, names=names, codes=codes, neighbours=neighbours)
    areas = {area.slug: area for area in _each(folder, "areas", build)}
    changes = tuple(_each(folder, "changes", _change))
    _refuse_unlisted({*names, *codes, *neighbours, *_mentioned(areas, changes)} - areas.keys())
    return Tables(areas=areas, changes=changes)


def _area(row: Row, *, names: BySlug[str], codes: BySlug[Code], neighbours: BySlug[str]) -> Area:
    return Area(
        slug=row["slug"],
        name=row["name"],
        names=names.get(row["slug"], ()),
        kind=row["kind"],
        region=row["region"],
        ofsted_region=row["ofsted_region"],
        latitude=float(row["latitude"]) if row["latitude"] else None,
        longitude=float(row["longitude"]) if row["longitude"] else None,
        website=row["website"] or None,
        codes=codes.get(row["slug"], ()),
        neighbours=neighbours.get(row["slug"], ()),
    )


def _code(row: Row) -> Code:
    if row["scheme"] not in get_args(Scheme):
        raise ValueError(f"no scheme is called {row['scheme']}")
    return Code(
        scheme=cast(Scheme, row["scheme"]),
        code=row["code"],
        since=_day(row["since"]),
        until=_day(row["until"]),
    )


def _change(row: Row) -> Change:
    return Change(
        on=date.fromisoformat(row["on"]),
        predecessors=tuple(row["predecessors"].split()),
        successors=tuple(row["successors"].split()),
        announced=date.fromisoformat(row["announced"]),
        words=row["words"],
        source=row["source"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _by_slug(folder: Traversable, table: str, build: Callable[[Row], T]) -> BySlug[T]:
    found: dict[str, tuple[T, ...]] = {}
    for slug, built in _each(folder, table, lambda row: (row["slug"], build(row))):
        found[slug] = (*found.get(slug, ()), built)
    return found


def _each(folder: Traversable, table: str, build: Callable[[Row], T]) -> Iterator[T]:
    try:
        header, *lines = csv.reader((folder / f"{table}.csv").read_text("utf-8").splitlines())
    except (OSError, ValueError, csv.Error) as reason:
        raise UnableToReadAreas(f"The table of {table} cannot be read: {reason}.") from reason
    for number, line in enumerate(lines, start=2):
        try:
            yield build(dict(zip(header, line, strict=True)))
        except (KeyError, ValueError) as reason:
            raise UnableToReadAreas(f"Line {number} of {table}.csv: {reason!r}.") from reason


def _mentioned(areas: Mapping[str, Area], changes: tuple[Change, ...]) -> Iterator[str]:
    for area in areas.values():
        yield from area.neighbours
    for change in changes:
        yield from change.predecessors + change.successors


def _refuse_unlisted(slugs: set[str]) -> None:
    if slugs:
        raise UnableToReadAreas(f"Named but not listed in areas.csv: {', '.join(sorted(slugs))}.")
