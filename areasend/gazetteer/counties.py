"""Counties as people write them after a town: those of today, of old and of the post.

"Ashford, Kent" and "Croydon, Surrey" are both written, though Kent's council has no say in Medway
and Surrey's none in Croydon. So a county here is every local area that has ground in it by any of
those meanings: it may narrow down what a town's name means, and never decides alone.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from areasend.domain.areas import AREAS, Area, called
from areasend.domain.areas.spelling import folded
from areasend.gazetteer import councils

_TABLE = resources.files(__package__) / "counties.csv"


@dataclass(frozen=True)
class County:
    """A county, or else an area or a district, with the local areas on the day it lies in."""

    name: str
    areas: tuple[Area, ...]


def after(words: str, on: date) -> Iterator[tuple[str, County]]:
    """Yield what stands before a county's name at the end of the words, and the county.

    The longest name of a county comes first: West Sussex before Sussex.
    """
    typed = [word for word in folded(words).split() if word not in {"in", "near"}]
    for at in range(1, len(typed)):
        if county := _ground(" ".join(typed[at:]), on):
            yield " ".join(typed[:at]), county


def _ground(name: str, on: date) -> County | None:
    if county := _by_name().get(name):
        return County(county[0], tuple(one for one in county[1] if one.exists(on)))
    for council in councils.called(name):
        return County(council.name, council.ground(on))
    for area in called(name):
        return County(area.name, councils.heirs(area, on))
    return None


@cache
def _by_name() -> Mapping[str, tuple[str, tuple[Area, ...]]]:
    rows = csv.DictReader(_TABLE.read_text("utf-8").splitlines())
    return {
        folded(name): (row["name"], tuple(AREAS[slug] for slug in row["areas"].split()))
        for row in rows
        for name in (row["name"], *filter(None, row["also"].split(";")))
    }
