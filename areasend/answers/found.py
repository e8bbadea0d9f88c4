"""What is found when someone asks where a postcode or a place is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from areasend.answers.nations import elsewhere, nation
from areasend.domain.areas import Area
from areasend.gazetteer import councils

What = Literal["area", "choice", "elsewhere", "unknown postcode", "unknown"]

#: So many names are written out in a sentence; more are only counted.
_FEW = 3


@dataclass(frozen=True)
class Possible:
    """A local area that may be meant, or a nation outside England, which has no slug.

    Where the beginning of a postcode was asked for, `postcodes` says how many of those that begin
    so lie in it, past ones included.
    """

    slug: str | None
    name: str
    postcodes: int | None = None


@dataclass(frozen=True)
class Found:
    """One area, a choice, a nation outside England, or nothing; and a sentence that says so.

    A postcode that is not held comes with the areas of those that begin like it, in `possible`.
    `nearest` are names that look like one that is not known. What was asked is not repeated.
    `sure` is false where only the name of a town or a district led there: another may bear it, and
    ours are not all the towns there are.
    """

    what: What
    as_at: date
    sentence: str
    possible: tuple[Possible, ...] = ()
    nearest: tuple[str, ...] = ()
    sure: bool = True


def found(possible: tuple[Possible, ...], on: date, *, one: str, several: str) -> Found:
    """Return the answer to a question with at least one possible answer, and its sentence."""
    if len(possible) > 1:
        return Found("choice", on, several, possible)
    if possible[0].slug is None:
        return Found("elsewhere", on, elsewhere(possible[0].name), possible)
    return Found("area", on, one, possible)


def in_area(area: Area) -> Possible:
    """Return an area as one that may be meant."""
    return Possible(area.slug, area.name)


def in_council(code: str, on: date) -> tuple[Possible, ...]:
    """Return where the ground of a council is on the day: a nation, or one local area or more."""
    if name := nation(code):
        return (Possible(None, name),)
    return tuple(map(in_area, councils.ground(code, on)))


def listed(possible: Iterable[Possible]) -> str:
    """Return the names as a sentence has them, or how many there are."""
    names = [one.name for one in possible]
    if len(names) > _FEW:
        return f"these {len(names)} local areas"
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
