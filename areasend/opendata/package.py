"""What describes a folder of downloads: a Frictionless data package, and Datasette's metadata."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from areasend.answers.asked import Asked
from areasend.ledger import public_chain
from areasend.opendata import changes
from areasend.opendata.columns import Column, Table
from areasend.opendata.cover import ABOUT, LICENCE, Cover

_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "sqlite": "application/vnd.sqlite3",
    "md": "text/markdown",
    "py": "text/x-python",
    "bib": "application/x-bibtex",
}
#: What the files are that hold no single table.
OTHERS = {
    "areasend.xlsx": "All tables as one workbook",
    "areasend.ods": "All tables as one spreadsheet",
    "areasend.sqlite": "All tables as one SQLite file, for Datasette",
    "metadata.json": "What Datasette shows beside the SQLite file",
    "chain.csv": "The public chain, row by row",
    "check_chain.py": "Checks the chain with Python alone",
    "changes.csv": "Every cell that differs from the release before",
    "changes.md": "What changed, in words, with corrections",
    "citation.bib": "How to cite this release, for BibTeX",
    "README.md": "What is here and how to load it",
}


def description(cover: Cover, folder: Path) -> str:
    """Return the data package of a folder whose files are written, as JSON."""
    state = cover.state
    package = {
        "profile": "data-package",
        "name": "areasend",
        "version": state.name,
        "title": state.title,
        "description": ABOUT,
        "created": state.moment,
        "homepage": cover.address or None,
        "licenses": [{"name": "OGL-UK-3.0", "path": LICENCE, "title": "OGL v3.0"}],
        "contributors": [{"title": "areasend", "role": "publisher"}],
        "areasend": _release(cover),
        "resources": [*_tables(cover.tables, folder, state.asked), *_others(folder)],
    }
    kept = {name: one for name, one in package.items() if one is not None}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _release(cover: Cover) -> dict[str, Any]:
    """Return what our own readers need to know: which state of the chain it is, what changed."""
    state, changed = cover.state, cover.changes
    return {
        "as_at": state.as_at.isoformat(),
        "known_at": state.moment,
        "number": state.number,
        "chain": {"number": state.head.number, "hash": state.head.hash},
        "before": changed.before,
        "changes": changed.words,
        "corrections": changed.corrections,
        "citation": cover.citation.words,
    }


def metadata(cover: Cover) -> str:
    """Return what Datasette shows beside the SQLite file, as JSON."""
    held = {
        table.name: {
            "title": table.title,
            "description": " ".join((table.says, *table.notes_of(cover.state.asked))),
            "columns": {column.name: column.says for column in table.columns},
            "units": {column.name: column.unit for column in table.columns if column.unit},
            "size": 50,
        }
        for table in cover.tables
    }
    about = {
        "title": cover.state.title,
        "description": f"{ABOUT} Cite as: {cover.citation.words}",
        "license": "Open Government Licence v3.0",
        "license_url": LICENCE,
        "databases": {"areasend": {"tables": {**held, "about": {"hidden": True}}}},
    }
    return json.dumps(about, ensure_ascii=False, indent=1) + "\n"


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def schema(table: Table) -> dict[str, Any]:
    """Return the Frictionless schema of a table."""
    columns = table.columns
    keys = [
        {"fields": [one.name], "reference": {"resource": one.of, "fields": ["id"]}}
        for one in columns
        if one.of
    ]
    return {
        "fields": [_field(one, one is columns[0]) for one in columns],
        "primaryKey": [columns[0].name],
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column, first: bool) -> dict[str, Any]:
    constraints = {
        **({"required": True} if column.required else {}),
        **({"unique": True} if first else {}),
        **({"enum": list(column.choices)} if column.choices else {}),
        **({"pattern": column.pattern} if column.pattern else {}),
    }
    return {
        "name": column.name,
        "type": column.type.value,
        "title": column.title,
        "description": column.says,
        **({"format": "any"} if column.type.value == "datetime" else {}),
        **({"unit": column.unit} if column.unit else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def _tables(tables: tuple[Table, ...], folder: Path, asked: Asked) -> Iterator[dict[str, Any]]:
    for table in tables:
        yield {
            **_resource(folder / f"{table.name}.csv", table.name, table.title),
            "description": table.says,
            "notes": table.notes_of(asked),
            "schema": schema(table),
        }
        for form in ("json", "parquet"):
            path = folder / f"{table.name}.{form}"
            yield {**_resource(path, f"{table.name}-{form}", table.title), "type": "file"}


def _others(folder: Path) -> Iterator[dict[str, Any]]:
    columns = {"chain.csv": public_chain.COLUMNS, "changes.csv": changes.COLUMNS}
    for name, title in OTHERS.items():
        path, known = folder / name, columns.get(name)
        called = name.lower().replace(".", "-").replace("_", "-")
        fields = [{"name": one, "type": "string"} for one in known or ()]
        more = {"schema": {"fields": fields}} if known else {"type": "file"}
        yield {**_resource(path, called, title), **more}


def _resource(path: Path, name: str, title: str) -> dict[str, Any]:
    form = path.suffix.removeprefix(".")
    tabular = form == "csv"
    return {
        "name": name,
        "title": title,
        "path": path.name,
        "format": form,
        "mediatype": _MEDIA[form],
        **({"type": "table", "encoding": "utf-8"} if tabular else {}),
        "bytes": path.stat().st_size,
        "hash": f"sha256:{sha256(path)}",
    }
