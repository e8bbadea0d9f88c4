"""NHS England's regions: which of its seven teams an integrated care board answers to.

We hold no official file of them: they are as NHS England lists its boards by region, set down by
us. A board that was made of others is put where they were.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def nhs_regions() -> Mapping[str, str]:
    """Return the region of each integrated care board, by its slug."""
    with (files("areasend.domain.health") / "nhs_regions.csv").open(encoding="utf-8") as file:
        return {row["body"]: row["region"] for row in csv.DictReader(file)}
