"""Alters exported files, either clumsily or so that every hash fits what it was altered to."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from areasend.ledger.chain import BEFORE_THE_FIRST, digest
from areasend.ledger.rows import CHAINS
from areasend.ledger.transfer import UnableToImport, import_from
from tests.ledger.deeds import every_row

Rows = list[dict[str, str]]


def alter(path: Path, change: Callable[[Rows], object]) -> None:
    """Change the rows of a file and nothing else."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        header, rows = list(reader.fieldnames or []), list(reader)
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def forge(path: Path, change: Callable[[Rows], object]) -> None:
    """Change the rows of a file, and make every digest and hash fit."""
    (of,) = (one for one in CHAINS if one.name == path.stem)

    def change_and_fit(rows: Rows) -> None:
        change(rows)
        head = BEFORE_THE_FIRST
        for row in rows:
            if row["text"]:
                row["digest"] = digest(row["salt"], row["text"])
            row.setdefault("forged previous", head)
            row["previous"] = row.pop("forged previous")
            row["hash"] = head = of.hash({**row})

    alter(path, change_and_fit)


def refused(folder: Path, says: str = ".") -> None:
    """Expect files to be refused in one sentence, and nothing to be taken in."""
    before = every_row()
    with pytest.raises(UnableToImport, match=says) as refusal:
        import_from(folder)
    sentence = str(refusal.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert every_row() == before
