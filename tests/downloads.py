"""A release of the data as the register meets it: described in full, its files without content."""

from dataclasses import replace
from pathlib import Path

from areasend.answers.data_releases import DESCRIPTION
from areasend.ledger.public_chain import Head
from areasend.opendata import package
from areasend.opendata.building import list_releases, sum_up
from areasend.opendata.changes import Changes
from areasend.opendata.cover import Cover
from areasend.opendata.state import State
from areasend.opendata.tables import TABLES
from tests.asking import asked

#: Without what is counted in a ledger: here there may be none.
DECLARED = tuple(replace(table, counted=lambda _asked: ()) for table in TABLES)


def describe(folder: Path, *, as_at: str = "2026-11-21", number: int = 1178) -> Path:
    """Put a release of the data into a folder of releases, and return its own folder."""
    state = State(asked(as_at), number, Head(number, "5e41a5ea" * 8, 0))
    corrected = ("22 November 2026, f5: we said “before” and now say “after”.",)
    cover = Cover(state, Changes("", ("The first release here.",), corrected), DECLARED, "")
    place = folder / state.name
    place.mkdir(parents=True)
    for table in TABLES:
        for form in ("csv", "json", "parquet"):
            (place / f"{table.name}.{form}").write_text(f"{table.name} as {form}\n")
    for name in package.OTHERS:
        (place / name).write_text(f"{name}\n")
    (place / DESCRIPTION).write_text(package.description(cover, place), encoding="utf-8")
    sum_up(place)
    list_releases(folder)
    return place
