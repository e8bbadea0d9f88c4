"""The ledger as plain files, out and in: the form in which the national record is shipped.

One file a chain, one line a row, in CSV (RFC 4180): the row's columns and its text.
"""

import csv
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import DataError, IntegrityError

from areasend.ledger import chain, statements
from areasend.ledger.expunge import blank
from areasend.ledger.models import Publication
from areasend.ledger.rows import CHAINS, Chain, insert, reading, writing
from areasend.ledger.statements import Erased, Statement
from areasend.ledger.verifying import Hashes, verify

#: A stored text may be long; the csv module's own limit is meant for other files.
_LONGEST_TEXT = 10_000_000
#: Rows that go to the database in one statement.
_AT_ONCE = 200
#: PostgreSQL's index of areas takes no longer ones.
_LONGEST_AREA = 500

PUBLICATION = "publication"
_PAIR = ("entry", "release")
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,18}")


class UnableToImport(ValueError):
    """The files cannot be taken in. Nothing was: what was there before is as it was."""


@dataclass(frozen=True)
class _Line:
    """A row as a file holds it, checked: its hash and its digest are its own."""

    columns: dict[str, Any]
    salt: str
    text: str
    says: Statement | None

    @property
    def number(self) -> int:
        return int(self.columns["number"])

    @property
    def said(self) -> dict[str, Any]:
        area = statements.area_of(self.says) if self.says else ""
        return {"number": self.number, "area": area, "salt": self.salt, "text": self.text}


def export_to(folder: Path) -> dict[str, int]:
    """Write the whole ledger as files and return how many rows each has.

    All are written beside their places first; then each is moved there whole.
    """
    with reading():
        rows = {one.name: list(_rows_of(one)) for one in CHAINS}
        published = list(Publication.objects.order_by("release").values_list(*_PAIR))
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{one.name}.csv": [columns(one), *rows[one.name]] for one in CHAINS}
    _write({**files, folder / f"{PUBLICATION}.csv": [_PAIR, *published]})
    return {name: len(rows[name]) for name in rows}


#: Yields the rows of a chain, named first, and may tell somebody how far that has come.
Watch = Callable[[str, list[_Line]], Iterable[_Line]]


def _unwatched(_name: str, lines: list[_Line]) -> Iterable[_Line]:
    return lines


def import_from(folder: Path, *, watch: Watch = _unwatched) -> dict[str, int]:
    """Take in what the files hold and the ledger does not, and return how many rows were new.

    A row that is held with the same hash is left; erasures that the files account for are made
    here too. All of it happens or none.

    :raises UnableToImport: if a file is missing or damaged, a row's hash is not its own, a row
        differs from the one held under its number, or the whole would not verify
    """
    files = {one.name: list(_lines(folder, one)) for one in CHAINS}
    pairs = list(_pairs(folder))
    try:
        with writing():
            new = {one.name: _take_in(one, files[one.name], watch) for one in CHAINS}
            _take_in_publications(pairs)
            _check()
    except (DataError, IntegrityError, OverflowError) as error:
        # PostgreSQL goes on about where in its functions that was.
        first, *_ = str(error).splitlines()
        raise UnableToImport(f"The ledger refuses what {folder} holds: {first}.") from None
    return new


def hashes(folder: Path) -> Hashes:
    """Return the hashes of the rows that files hold, to verify a ledger by.

    :raises UnableToImport: if a file is missing or damaged, or a row's hash is not its own
    """
    return {
        one.name: {line.number: line.columns["hash"] for line in _lines(folder, one)}
        for one in CHAINS
    }


def columns(of: Chain) -> list[str]:
    """Return the columns of a chain's file."""
    return [*of.columns, "previous", "hash", "salt", "text"]


def _rows_of(of: Chain) -> Iterator[list[Any]]:
    texts = {number: text for number, *text in of.texts.values_list("number", "salt", "text")}
    for row in of.links.order_by("number").values():
        own = ["" if row[name] is None else row[name] for name in columns(of)[:-2]]
        yield [*own, *texts.get(row["number"], ["", ""])]


def _write(files: Mapping[Path, list[Any]]) -> None:
    beside = {path: path.with_suffix(".part") for path in files}
    try:
        for path, rows in files.items():
            with beside[path].open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)
                file.flush()
                os.fsync(file.fileno())
        for path in files:
            beside[path].replace(path)
    finally:
        for part in beside.values():
            part.unlink(missing_ok=True)


def _read(path: Path, header: list[str]) -> Iterator[dict[str, str]]:
    # The limit is the whole process's: another reader of CSV files has its own.
    before = csv.field_size_limit(_LONGEST_TEXT)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if reader.fieldnames != header:
                raise UnableToImport(f"{path.name} has not the columns {', '.join(header)}.")
            for row in reader:
                if None in row or None in row.values():
                    raise UnableToImport(f"{path.name}, line {reader.line_num}: columns are amiss.")
                yield row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UnableToImport(f"{path} cannot be read: {error}.") from None
    finally:
        csv.field_size_limit(before)


def _lines(folder: Path, of: Chain) -> Iterator[_Line]:
    path = folder / f"{of.name}.csv"
    for place, row in enumerate(_read(path, columns(of)), start=1):
        try:
            yield _line(of, row, place)
        except ValueError as error:
            raise UnableToImport(f"{path.name}, line {place + 1}: {error}") from None


def _line(of: Chain, row: dict[str, str], place: int) -> _Line:
    own: dict[str, Any] = {name: row[name] for name in columns(of)[:-2]}
    own |= {name: _number(row[name]) for name in ("number", "by") if name in own}
    own["corrects"] = _number(row["corrects"]) if row["corrects"] else None
    if own["number"] != place:
        raise ValueError(f"row {place} should stand here, not {own['number']}.")
    if of.hash(own) != row["hash"]:
        raise ValueError("the row was altered; its hash is not that of its columns.")
    if row["text"] and chain.digest(row["salt"], row["text"]) != row["digest"]:
        raise ValueError("the text was altered; its digest is another.")
    chain.read_moment(row[of.moment])
    says = statements.read(row["text"]) if row["text"] else None
    line = _Line(own, row["salt"], row["text"], says)
    area = line.said["area"]
    if len(area) > _LONGEST_AREA or "\0" in f"{area}{row['salt']}{row['digest']}":
        raise ValueError("its area, salt or digest is not one that every database can keep.")
    return line


def _number(text: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text[:20]!r} is not a number as we write it.")
    return int(text)


def _pairs(folder: Path) -> Iterator[tuple[int, int]]:
    for row in _read(folder / f"{PUBLICATION}.csv", list(_PAIR)):
        try:
            yield _number(row["entry"]), _number(row["release"])
        except ValueError as error:
            raise UnableToImport(f"{PUBLICATION}.csv: {error}") from None


def _take_in(of: Chain, lines: list[_Line], watch: Watch) -> int:
    held = dict(of.links.values_list("number", "hash"))
    for line in lines:
        if held.get(line.number, line.columns["hash"]) != line.columns["hash"]:
            raise UnableToImport(
                f"{of.name} {line.number} here is another than in the files. "
                "The files continue another ledger than this one."
            )
    new = [line for line in lines if line.number not in held]
    coming = iter(watch(of.name, new))
    while batch := list(islice(coming, _AT_ONCE)):
        insert(of, [(line.columns, line.said) for line in batch])
    _erase_as_accounted(of, lines)
    return len(new)


def _erase_as_accounted(of: Chain, lines: list[_Line]) -> None:
    done = set(of.expunged.values_list("number", flat=True))
    for line in lines:
        if isinstance(line.says, Erased) and line.says.number not in done:
            blank(of, line.says.number, account=line.number)
            done.add(line.says.number)
    for line in lines:
        if line.says is None and line.number not in done:
            raise UnableToImport(f"{of.name} {line.number} has no text, and no row says why.")


def _take_in_publications(pairs: list[tuple[int, int]]) -> None:
    held = set(Publication.objects.values_list(*_PAIR))
    Publication.objects.bulk_create(
        Publication(**dict(zip(_PAIR, pair, strict=True))) for pair in pairs if pair not in held
    )


def _check() -> None:
    for fault in verify().faults:
        raise UnableToImport(f"{fault} Nothing was taken in.")
