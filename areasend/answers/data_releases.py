"""The releases of the data that a folder holds: what each is, what changed, its files.

Open data builds such folders, and the register shows them: all that either knows of the other is
what stands in a release's `datapackage.json`.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

DESCRIPTION = "datapackage.json"
CHECKSUMS = "checksums.txt"
#: The list of the releases, beside their folders: written by whoever builds one.
INDEX = "releases.json"
#: What a release is called: its day, and the number of the last release of the chain in effect.
NAMED = re.compile(r"\d{4}-\d\d-\d\d-r\d+")

#: How to load a table in one line, by what with; the file is beside, or at its address.
LOADING = (
    ("pandas", 'events = pandas.read_csv("{at}events.csv")'),
    ("polars", 'events = polars.read_parquet("{at}events.parquet")'),
    ("DuckDB", "events = duckdb.sql(\"SELECT * FROM '{at}events.parquet'\")"),
    ("R", 'events <- read.csv("{at}events.csv")'),
)


@dataclass(frozen=True)
class File:
    """A file of a release: what it holds, in which form, its size in bytes and its SHA-256."""

    name: str
    title: str
    form: str
    bytes: int
    sha256: str


@dataclass(frozen=True)
class ColumnAbout:
    """A column as a reader of the data needs to know it."""

    name: str
    title: str
    type: str
    says: str


@dataclass(frozen=True)
class TableAbout:
    """A table: what it holds, what must be said beside it, its columns, and its files by form."""

    name: str
    title: str
    says: str
    notes: tuple[str, ...]
    columns: tuple[ColumnAbout, ...]
    files: tuple[File, ...]


@dataclass(frozen=True)
class DataRelease:
    """A release of the data: a named state of the public chain, as at a day.

    `before` names the release before it, empty if there is none. `changes` says what changed since
    then, a sentence each, and `corrections` each thing that we said otherwise there. `files` are
    those that hold no single table.
    """

    name: str
    title: str
    as_at: date
    known_at: datetime
    number: int
    chain_number: int
    chain_hash: str
    before: str
    changes: tuple[str, ...]
    corrections: tuple[str, ...]
    tables: tuple[TableAbout, ...]
    files: tuple[File, ...]

    def file(self, name: str) -> File | None:
        """Return a file of the release by its name."""
        every = (*self.files, *(one for table in self.tables for one in table.files))
        return next((one for one in every if one.name == name), None)


@dataclass(frozen=True)
class Listed:
    """A release of the data as it stands in the list of all."""

    name: str
    as_at: date
    changes: tuple[str, ...]


def listed(folder: Path) -> tuple[Listed, ...]:
    """Return the releases in a folder's list, the newest first; none if there is no list."""
    path = folder / INDEX
    return _listed(path, path.stat().st_mtime_ns) if path.is_file() else ()


@lru_cache(maxsize=2)
def _listed(path: Path, _written: int) -> tuple[Listed, ...]:
    return tuple(
        Listed(one["name"], date.fromisoformat(one["as_at"]), tuple(one["changes"]))
        for one in json.loads(path.read_text(encoding="utf-8"))
    )


def data_release_of(folder: Path, name: str) -> DataRelease | None:
    """Return the release of a name that a folder holds; None if it holds none."""
    path = folder / name / DESCRIPTION
    if not NAMED.fullmatch(name) or not path.is_file():
        return None
    return _read(path, path.stat().st_mtime_ns)


def data_releases(folder: Path) -> tuple[DataRelease, ...]:
    """Return the releases that a folder holds, the newest first; none if it is not there."""
    if not folder.is_dir():
        return ()
    held = (path for path in folder.iterdir() if NAMED.fullmatch(path.name))
    described = [path / DESCRIPTION for path in held if (path / DESCRIPTION).is_file()]
    found = [_read(path, path.stat().st_mtime_ns) for path in described]
    return tuple(sorted(found, key=lambda one: (one.known_at, one.as_at), reverse=True))


@lru_cache(maxsize=64)
def _read(path: Path, _written: int) -> DataRelease:
    package = json.loads(path.read_text(encoding="utf-8"))
    own, resources = package["areasend"], package["resources"]
    tables = tuple(_tables(resources))
    held = {one.name for table in tables for one in table.files}
    return DataRelease(
        name=package["version"],
        title=package["title"],
        as_at=date.fromisoformat(own["as_at"]),
        known_at=datetime.fromisoformat(own["known_at"]),
        number=own["number"],
        chain_number=own["chain"]["number"],
        chain_hash=own["chain"]["hash"],
        before=own["before"],
        changes=tuple(own["changes"]),
        corrections=tuple(own["corrections"]),
        tables=tables,
        files=tuple(_file(one) for one in resources if one["path"] not in held),
    )


def _tables(resources: list[dict[str, Any]]) -> Iterator[TableAbout]:
    for one in resources:
        if "primaryKey" in one.get("schema", {}):
            name = one["name"]
            files = (_file(other) for other in resources if Path(other["path"]).stem == name)
            yield TableAbout(
                name=name,
                title=one["title"],
                says=one["description"],
                notes=tuple(one["notes"]),
                columns=tuple(_column(field) for field in one["schema"]["fields"]),
                files=tuple(files),
            )


def _column(field: dict[str, Any]) -> ColumnAbout:
    unit = f" In {field['unit']}." if "unit" in field else ""
    return ColumnAbout(
        field["name"], field["title"], field["type"], f"{field['description']}{unit}"
    )


def _file(one: dict[str, Any]) -> File:
    return File(
        name=one["path"],
        title=one["title"],
        form=one["format"],
        bytes=one["bytes"],
        sha256=one["hash"].removeprefix("sha256:"),
    )
