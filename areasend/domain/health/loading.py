"""Reads the tables beside this file. Successors are not written there: they follow."""

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeVar, cast, get_args

from areasend.domain.areas import AREAS
from areasend.domain.health.body import Body, Code, Footprint, Kind

HERE = resources.files(__package__)
T = TypeVar("T")
Row = dict[str, str]


class UnableToReadHealthBodies(Exception):
    """A table of health bodies is missing, damaged or at odds with another."""


@dataclass(frozen=True, kw_only=True)
class Tables:
    """Every body by slug, and every footprint as written: by area, then day, largest first."""

    bodies: Mapping[str, Body]
    footprints: tuple[Footprint, ...]


@cache
def read(folder: Traversable = HERE) -> Tables:
    """Return what the tables say.

    :raises UnableToReadHealthBodies: naming the line at fault, or what is nowhere listed
    """
    bodies = {body.slug: body for body in _each(folder, "bodies", _body)}
    footprints = tuple(_each(folder, "footprints", _footprint))
    named = {slug for body in bodies.values() for slug in body.predecessors}
    _refuse_unlisted((named | {one.body for one in footprints}) - bodies.keys(), "bodies.csv")
    _refuse_unlisted({one.area for one in footprints} - AREAS.keys(), "areas.csv")
    return Tables(bodies=_with_successors(bodies), footprints=footprints)


def _with_successors(bodies: Mapping[str, Body]) -> dict[str, Body]:
    followed: dict[str, tuple[str, ...]] = {}
    for body in bodies.values():
        for slug in body.predecessors:
            followed[slug] = (*followed.get(slug, ()), body.slug)
    known = {slug: replace(bodies[slug], successors=after) for slug, after in followed.items()}
    return {**bodies, **known}


def _body(row: Row) -> Body:
    if row["kind"] not in get_args(Kind):
        raise ValueError(f"no health body is a {row['kind']}")
    return Body(
        slug=row["slug"],
        name=row["name"],
        kind=cast(Kind, row["kind"]),
        starts=_day(row["starts"]),
        ends=_day(row["ends"]),
        announced=_day(row["announced"]),
        source=row["source"],
        predecessors=tuple(row["predecessors"].split()),
        codes=tuple(_codes(row)),
    )


def _codes(row: Row) -> Iterator[Code]:
    if row["code"]:
        yield Code(code=row["code"], until=_day(row["code_until"]))
    if row["next_code"]:
        yield Code(code=row["next_code"], until=None)


def _footprint(row: Row) -> Footprint:
    share = float(row["share"])
    if not 0 < share <= 1:
        raise ValueError(f"{row['share']} is no share of an area")
    return Footprint(
        body=row["body"],
        area=row["area"],
        share=share,
        since=date.fromisoformat(row["since"]),
        until=_day(row["until"]),
        announced=_day(row["announced"]),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _each(folder: Traversable, table: str, build: Callable[[Row], T]) -> Iterator[T]:
    try:
        header, *lines = csv.reader((folder / f"{table}.csv").read_text("utf-8").splitlines())
    except (OSError, ValueError, csv.Error) as reason:
        raise UnableToReadHealthBodies(f"{table}.csv cannot be read: {reason}.") from reason
    for number, line in enumerate(lines, start=2):
        try:
            yield build(dict(zip(header, line, strict=True)))
        except (KeyError, ValueError) as reason:
            message = f"Line {number} of {table}.csv: {reason!r}."
            raise UnableToReadHealthBodies(message) from reason


def _refuse_unlisted(slugs: set[str], table: str) -> None:
    if slugs:
        message = f"Named but not listed in {table}: {', '.join(sorted(slugs))}."
        raise UnableToReadHealthBodies(message)
