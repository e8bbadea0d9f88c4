"""Which local area a council's ground is part of, on any day.

A local area is the ground of a county, a unitary council or a borough. Districts lie within one;
old counties were split into several. Their names are what people know, and a district's code is
what the directory gives for a postcode.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from areasend.domain.areas import AREAS, Area, ancestors, by_code, descendants
from areasend.domain.areas.spelling import bare, folded

_TABLE = resources.files(__package__) / "councils.csv"


@dataclass(frozen=True, kw_only=True)
class Council:
    """A council that is not a local area of its own today, or a county without a council.

    `areas` are the local areas, past, present and announced, that have had its ground. `ended` is
    the council's last day, past or announced; a district without one stands.
    """

    name: str
    kind: str
    code: str
    ended: date | None
    areas: tuple[str, ...]

    def stands(self, on: date) -> bool:
        """Return whether it is a council on the day, as far as the table says when it ends."""
        return self.kind == "district" and on <= (self.ended or date.max)

    def ground(self, on: date) -> tuple[Area, ...]:
        """Return the local areas that have the ground on the day."""
        return tuple(AREAS[slug] for slug in self.areas if AREAS[slug].exists(on))


@cache
def all_councils() -> tuple[Council, ...]:
    """Return the councils of the table."""
    rows = csv.DictReader(_TABLE.read_text("utf-8").splitlines())
    return tuple(
        Council(
            name=row["name"],
            kind=row["kind"],
            code=row["code"],
            ended=date.fromisoformat(row["ended"]) if row["ended"] else None,
            areas=tuple(row["areas"].split()),
        )
        for row in rows
    )


def district(code: str) -> Council | None:
    """Return the district with the code, if one has it."""
    return _by_code().get(code)


def called(name: str) -> tuple[Council, ...]:
    """Return the council that has the name as a whole, if there is one."""
    words = folded(name)
    found = _by_name().get(words) or _by_name().get(bare(words))
    return (found,) if found else ()


def beginning(name: str) -> tuple[Council, ...]:
    """Return the councils of whose names these are the first words."""
    words = bare(folded(name))
    return tuple(one for held, one in _by_name().items() if held.startswith(f"{words} "))


def ground(code: str, on: date) -> tuple[Area, ...]:
    """Return the local areas that have, on the day, the ground of the council with the code.

    Usually one. Several where the day is before today's councils were made of others; none for a
    council outside England.
    """
    if one := district(code):
        return one.ground(on)
    area = by_code(code)
    return heirs(area, on) if area else ()


def heirs(area: Area, on: date) -> tuple[Area, ...]:
    """Return the area, or those that have its ground on the day: what it became or came from."""
    line = (area, *descendants(area), *ancestors(area))
    standing = tuple(one for one in line if one.exists(on))
    return (area,) if area in standing else standing


@cache
def _by_code() -> Mapping[str, Council]:
    return {one.code: one for one in all_councils() if one.code}


@cache
def _by_name() -> Mapping[str, Council]:
    return {folded(one.name): one for one in all_councils()}
