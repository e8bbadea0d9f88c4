"""The names of towns, villages and councils outside England, and in which councils they lie."""

import csv
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from areasend.domain.areas.spelling import bare, folded
from areasend.gazetteer.councils import all_councils

_SAINT = re.compile(r"\bsaint\b")
_TABLE = resources.files(__package__) / "places.csv"


@dataclass(frozen=True)
class Place:
    """A place and the codes of the councils it lies in, the one with most of it first."""

    name: str
    codes: tuple[str, ...]


def called(name: str) -> tuple[Place, ...]:
    """Return the places that have the name, the largest in people first."""
    words = saints(name)
    return _by_name().get(words) or _by_name().get(bare(words)) or ()


def saints(name: str) -> str:
    """Return a name as it is looked up: folded, with Saint as it is mostly written, St."""
    return _SAINT.sub("st", folded(name))


def alike(name: str, *, at_most: int) -> tuple[str, ...]:
    """Return names of places and councils that look like the name."""
    words = difflib.get_close_matches(saints(name), _names(), n=at_most, cutoff=0.75)
    return tuple(_names()[one] for one in words)


@cache
def _by_name() -> Mapping[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    # Where places share a name the table has the largest first.
    for row in csv.DictReader(_TABLE.read_text("utf-8").splitlines()):
        place = Place(row["name"], tuple(row["codes"].split()))
        words = saints(place.name)
        found[words] = (*found.get(words, ()), place)
    return found


@cache
def _names() -> Mapping[str, str]:
    councils = {folded(one.name): one.name for one in all_councils()}
    return {words: found[0].name for words, found in _by_name().items()} | councils
