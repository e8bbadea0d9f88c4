"""Builds a release of the data into a folder: whole or not at all, and the same bytes each time."""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from areasend.answers.asked import Asked
from areasend.answers.data_releases import (
    CHECKSUMS,
    DESCRIPTION,
    INDEX,
    DataRelease,
    data_releases,
)
from areasend.opendata import changes, package
from areasend.opendata.chain_file import write_chain
from areasend.opendata.columns import Table
from areasend.opendata.cover import Cover, changes_page, readme, sheets
from areasend.opendata.forms import Add
from areasend.opendata.forms.ods import ods_of
from areasend.opendata.forms.parquet import parquet_of
from areasend.opendata.forms.sqlite import sqlite_of
from areasend.opendata.forms.text import csv_of, json_of
from areasend.opendata.forms.xlsx import xlsx_of
from areasend.opendata.state import State, UnableToBuild, state_of
from areasend.opendata.tables import TABLES

#: What the folder of a release is called while it is being written.
_MAKING = ".making-"
_LOCK = ".lock"

#: Yields the tables, and may tell somebody how far that has come.
Watch = Callable[[Iterable[Table]], Iterable[Table]]


@dataclass(frozen=True)
class Built:
    """A release of the data in its folder, and whether it was built only now."""

    state: State
    path: Path
    new: bool


def build(
    folder: Path,
    asked: Asked,
    *,
    address: str = "",
    watch: Watch = iter,
    tables: tuple[Table, ...] = TABLES,
) -> Built:
    """Write the release of two days into a folder of its own beneath one, and return where.

    One that is there is left as it is. Nothing half-written is left under its name, whenever it is
    killed: it is written beside, then moved there whole.

    :raises UnableToBuild: if nothing was released by then, another is being built there, or the
        one that is there was altered
    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    state = state_of(asked)
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        place = folder / state.name
        new = not place.exists()
        if new:
            making = folder / f"{_MAKING}{state.name}"
            making.mkdir()
            changed = changes.changes(state, _before(folder, state))
            _write(making, Cover(state, changed, tables, address), watch)
            making.rename(place)
        else:
            _check(place)
        list_releases(folder)
        return Built(state, place, new)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder's lock, and clear away what was left half-written."""
    with (folder / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UnableToBuild(
                f"Another release is being built in {folder}. Wait for it."
            ) from None
        for left in folder.glob(f"{_MAKING}*"):
            shutil.rmtree(left)
        yield


def _before(folder: Path, state: State) -> DataRelease | None:
    """Return the newest release of the folder that came before a state."""
    held = data_releases(folder)
    at = (state.known_at, state.as_at)
    return next((one for one in held if (one.known_at, one.as_at) < at), None)


def _write(making: Path, cover: Cover, watch: Watch) -> None:
    _write_tables(making, cover, watch)
    before = making.parent / cover.changes.before if cover.changes.before else None
    changes.write_diff(cover.tables, before, making, making / "changes.csv")
    write_chain(making, known_at=cover.state.known_at)
    for name, words in {
        "changes.md": changes_page(cover),
        "citation.bib": cover.citation.bibtex,
        "metadata.json": package.metadata(cover),
        "README.md": readme(cover),
    }.items():
        (making / name).write_text(words, encoding="utf-8")
    described = package.description(cover, making)
    (making / DESCRIPTION).write_text(described, encoding="utf-8")
    sum_up(making)


def _write_tables(making: Path, cover: Cover, watch: Watch) -> None:
    words = sheets(cover)
    said: dict[str, Any] = {"title": cover.state.title, "at": cover.state.known_at, "words": words}
    with (
        sqlite_of(making / "areasend.sqlite") as sqlite,
        xlsx_of(making / "areasend.xlsx", **said) as workbook,
        ods_of(making / "areasend.ods", **said) as spreadsheet,
    ):
        sqlite.about(cover.said)
        for table in watch(cover.tables):
            with ExitStack() as files:
                adding: list[Add] = [
                    sqlite.table(table),
                    workbook.table(table),
                    spreadsheet.table(table),
                    files.enter_context(csv_of(table, making / f"{table.name}.csv")),
                    files.enter_context(json_of(table, making / f"{table.name}.json")),
                ]
                for values in table.values(cover.state.asked):
                    for add in adding:
                        add(values)
            sqlite.index(table)
            parquet_of(table, making / f"{table.name}.csv", making / f"{table.name}.parquet")


def sum_up(making: Path) -> None:
    """Write the checksum of each file, as `sha256sum` reads them, and see all of it to the disk."""
    lines = [f"{package.sha256(path)}  {path.name}\n" for path in sorted(making.iterdir())]
    (making / CHECKSUMS).write_text("".join(lines), encoding="utf-8")
    for path in (*making.iterdir(), making):
        handle = os.open(path, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def _check(place: Path) -> None:
    for line in (place / CHECKSUMS).read_text("utf-8").splitlines():
        known, _, name = line.partition("  ")
        path = place / name
        if not path.is_file() or package.sha256(path) != known:
            raise UnableToBuild(
                f"{path} is not as it was built. Move {place} away, and it is built anew."
            )


def list_releases(folder: Path) -> None:
    """Write the list of the folder's releases, the newest first."""
    listed = [
        {
            "name": one.name,
            "title": one.title,
            "as_at": one.as_at.isoformat(),
            "number": one.number,
            "chain": {"number": one.chain_number, "hash": one.chain_hash},
            "before": one.before,
            "changes": one.changes,
            "package": f"{one.name}/{DESCRIPTION}",
        }
        for one in data_releases(folder)
    ]
    part = folder / f"{INDEX}.part"
    part.write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    part.replace(folder / INDEX)
