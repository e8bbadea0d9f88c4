"""How an area's name is written within a tile: in lines that fit, most of them one word long.

A name is broken at its spaces, and a long word with a hyphen, as `labels.csv` says. Nothing is
abbreviated that a stranger would not know; the link itself bears the whole name.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from textwrap import wrap

_TABLE = Path(__file__).with_name("labels.csv")
#: Letters to a line, of average width.
_WIDTH = 10


def lines(slug: str, name: str) -> tuple[str, ...]:
    """Return the lines of a tile, at most three."""
    broken = _broken().get(slug)
    return broken or tuple(wrap(name, _WIDTH, break_long_words=False))


@cache
def _broken() -> Mapping[str, tuple[str, ...]]:
    rows = csv.DictReader(_TABLE.read_text("utf-8").splitlines())
    return {row["area"]: tuple(row["label"].split("|")) for row in rows}
