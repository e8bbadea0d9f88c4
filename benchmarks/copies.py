"""A ledger in which every area stands many times over, under names of its own.

`python -m benchmarks.copies NUMBER` adds so many copies of all that is released to the ledger
that AREASEND_DATABASE names. Only releases are added: the website reads nothing else. The table
of areas does not know the copies, so that pages of single areas can be asked for, and no lists.
"""

import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from areasend.config.command import start
from benchmarks import ledgers

_AT_ONCE = 1000


@contextmanager
def of(ledger: str, *, number: int = 0) -> Iterator[str]:
    """Yield the path of a file of its own with all that a ledger holds, and copies of its areas."""
    with tempfile.TemporaryDirectory(prefix="areasend-") as folder:
        path = str(Path(folder) / "ledger.sqlite3")
        with closing(sqlite3.connect(ledger)) as one, closing(sqlite3.connect(path)) as other:
            one.backup(other)
        if number:
            ledgers.run(path, "-m", "benchmarks.copies", str(number))
        yield path


def _copies(number: int) -> Iterator[tuple[str, str, str]]:
    """Yield, for each copy of each release in turn, its moment, its area and its text."""
    from areasend.ledger.rows import RELEASES, standing

    held = [row for row in standing(RELEASES, known_at="9999") if '"event":' in row.text]
    for copy in range(number):
        for row in held:
            area = f"{row.area}-{copy}"
            yield row.moment, area, _renamed(row.text, area, copy)


def _renamed(text: str, area: str, copy: int) -> str:
    """Return the text of a release as of another area, with inspections of its own."""
    says: dict[str, Any] = json.loads(text)
    event = says["event"]
    event["area"] = area
    if event.get("inspection"):
        event["inspection"] += f"-{copy}"
    return json.dumps(says, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _rows(number: int) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    from areasend.ledger import chain
    from areasend.ledger.rows import RELEASES, last

    before = last(RELEASES)
    previous = before.hash
    for count, (moment, area, text) in enumerate(_copies(number), start=before.number + 1):
        salt = chain.new_salt()
        link = {
            "number": count,
            "takes_effect_at": max(moment, before.moment),
            "corrects": None,
            "digest": chain.digest(salt, text),
            "previous": previous,
        }
        previous = RELEASES.hash(link)
        yield (
            {**link, "hash": previous},
            {"number": count, "area": area, "salt": salt, "text": text},
        )


def main(number: int) -> None:
    """Add the copies, all or none."""
    from areasend.ledger.rows import RELEASES, insert, writing

    rows = _rows(number)
    with writing():
        while some := list(islice(rows, _AT_ONCE)):
            insert(RELEASES, some)


if __name__ == "__main__":
    start()
    main(int(sys.argv[1]))
