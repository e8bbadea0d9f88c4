"""The ledger as plain files, out and in: the form in which the national record is shipped.

One file a chain, one line a row, in CSV (RFC 4180): the row's columns and its text.
"""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from areasend.ledger import chain, statements
from areasend.ledger.expunge import blank
from areasend.ledger.models import Publication
from areasend.ledger.rows import CHAINS, Chain, insert, writing
from areasend.ledger.statements import Erased

#: A stored text may be long; the csv module's own limit is meant for other files.
csv.field_size_limit(10_000_000)

PUBLICATION = "publication.csv"


class UnableToImport(ValueError):
    """The files cannot be taken in. Nothing was: what was there before is as it was."""


def export_to(folder: Path) -> dict[str, int]:
    """Write the whole ledger as files and return how many rows each has.

    Each file is written beside its place and moved there whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for one in CHAINS:
        rows = list(_rows_of(one))
        _write(folder / f"{one.name}.csv", columns(one), rows)
        counts[one.name] = len(rows)
    published = list(Publication.objects.order_by("release").values_list("entry", "release"))
    _write(folder / PUBLICATION, ["entry", "release"], published)
    return counts


def import_from(folder: Path) -> dict[str, int]:
    """Take in what the files hold and the ledger does not, and return how many rows were new.

    A row that is held with the same hash is left; erasures that the files account for are made
    here too. All of it happens or none.

    :raises UnableToImport: if a file is missing or damaged, a row's hash is not its own, or a
        row differs from the one held under its number
    """
    files = {one.name: list(_read(folder / f"{one.name}.csv", columns(one))) for one in CHAINS}
    published = list(_read(folder / PUBLICATION, ["entry", "release"]))
    with writing():
        new = {one.name: _take_in(one, files[one.name]) for one in CHAINS}
        _take_in_publications(published)
    return new


def columns(of: Chain) -> list[str]:
    """Return the columns of a chain's file."""
    return [*of.columns, "previous", "hash", "salt", "text"]


def _rows_of(of: Chain) -> Iterator[list[Any]]:
    texts = {row.number: row for row in of.texts.all()}
    for row in of.links.order_by("number").values():
        text = texts[row["number"]]
        own = ["" if row[name] is None else row[name] for name in columns(of)[:-2]]
        yield [*own, text.salt, text.text]


def _write(path: Path, header: list[str], rows: list[Any]) -> None:
    beside = path.with_suffix(".part")
    with beside.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _read(path: Path, header: list[str]) -> Iterator[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if reader.fieldnames != header:
                raise UnableToImport(f"{path.name} has not the columns {', '.join(header)}.")
            yield from reader
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnableToImport(f"{path} cannot be read: {error}.") from None


def _take_in(of: Chain, rows: list[dict[str, str]]) -> int:
    held = dict(of.links.values_list("number", "hash"))
    new = 0
    for place, row in enumerate(rows, start=1):
        columns_ = _checked(of, row, place)
        if place not in held:
            says = row["text"] and statements.area_of(statements.read(row["text"]))
            insert(of, columns_, salt=row["salt"], text=row["text"], area=says)
            new += 1
        elif held[place] != row["hash"]:
            raise UnableToImport(
                f"{of.name} {place} here is another than in the files. "
                "The files continue another ledger than this one."
            )
    _erase_as_accounted(of, rows)
    return new


def _checked(of: Chain, row: dict[str, str], place: int) -> dict[str, Any]:
    """Return a row's columns as they are stored, having checked number, hash and digest."""
    where = f"{of.name}.csv, line {place + 1}"
    try:
        typed: dict[str, Any] = {name: row[name] for name in columns(of)[:-2]}
        typed |= {name: int(row[name]) for name in ("number", "by") if name in typed}
        typed["corrects"] = int(row["corrects"]) if row["corrects"] else None
    except (TypeError, ValueError):
        raise UnableToImport(f"{where}: a column is missing or is no number.") from None
    if typed["number"] != place:
        raise UnableToImport(f"{where}: row {place} should stand here, not {typed['number']}.")
    if of.hash(typed) != row["hash"]:
        raise UnableToImport(f"{where}: the row was altered; its hash is not that of its columns.")
    if row["text"] and chain.digest(row["salt"], row["text"]) != row["digest"]:
        raise UnableToImport(f"{where}: the text was altered; its digest is another.")
    return typed


def _erase_as_accounted(of: Chain, rows: list[dict[str, str]]) -> None:
    done = set(of.expunged.values_list("number", flat=True))
    for row in rows:
        says = statements.read(row["text"]) if row["text"] else None
        if isinstance(says, Erased) and says.number not in done:
            blank(of, says.number, account=int(row["number"]))
            done.add(says.number)
    for row in rows:
        if not row["text"] and int(row["number"]) not in done:
            raise UnableToImport(f"{of.name} {row['number']} has no text, and no row says why.")


def _take_in_publications(rows: list[dict[str, str]]) -> None:
    held = set(Publication.objects.values_list("entry", "release"))
    for row in rows:
        try:
            pair = int(row["entry"]), int(row["release"])
        except (TypeError, ValueError):
            raise UnableToImport(f"{PUBLICATION}: {row} is no pair of numbers.") from None
        if pair not in held:
            Publication.objects.create(entry=pair[0], release=pair[1])
