"""Which local areas lie side by side.

Worked out from postcodes by `docs/adjoining.py`: a postcode of the one and a postcode of the other
are within 4 kilometres of each other with none between them. So areas adjoin across a river too,
and those that meet only on empty moor do not. Statistical neighbours are another thing.
"""

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib import resources

from areasend.domain.areas.atlas import areas_on

_TABLE = resources.files(__package__) / "adjoining.csv"


def adjoining(on: date) -> Mapping[str, tuple[str, ...]]:
    """Return, for each area of the day, the areas it adjoins; all are given by slug."""
    standing = {area.slug for area in areas_on(on)}
    beside: dict[str, list[str]] = {slug: [] for slug in sorted(standing)}
    for one, other in _pairs():
        if {one, other} <= standing:
            beside[one].append(other)
            beside[other].append(one)
    return {slug: tuple(sorted(others)) for slug, others in beside.items()}


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """Return every pair of areas that adjoin or did, each once."""
    rows = csv.DictReader(_TABLE.read_text("utf-8").splitlines())
    return tuple((row["area"], row["adjoining"]) for row in rows)
