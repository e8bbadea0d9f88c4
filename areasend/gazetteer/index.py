"""The index of postcodes: one small file, made from the directory, that answers at once.

One row a sector, one byte a postcode. It is opened for each question, to read only, and closed:
nothing of it stays in memory, and nothing that was asked.
"""

import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from areasend.gazetteer import directory

#: Raised with every change of what the file holds, so that an older one is made anew.
_FORMAT = 1
_TABLES = """
CREATE TABLE edition (name TEXT NOT NULL, month TEXT NOT NULL);
CREATE TABLE sector (
    outward TEXT NOT NULL,
    digit TEXT NOT NULL,
    councils TEXT NOT NULL,
    units BLOB NOT NULL,
    PRIMARY KEY (outward, digit)
) WITHOUT ROWID;
"""
#: What stands in `councils` for a council that the directory does not name.
_UNSTATED = "-"


class NoIndex(Exception):
    """There is no index of postcodes, or it cannot be read."""


def current(index: Path) -> bool:
    """Return whether the file is the index of the package that is installed.

    :raises directory.NoDirectory: if none is
    """
    wanted = _edition()
    try:
        return _rows(index, "SELECT name FROM edition") == [(wanted,)]
    except NoIndex:
        return False


def month(index: Path) -> str:
    """Return the month to which the index holds postcodes.

    :raises NoIndex: if there is no index
    """
    return str(_rows(index, "SELECT month FROM edition")[0][0])


def build(index: Path, files: Iterable[Path]) -> None:
    """Make the index from the directory's files; it takes the old one's place once it is whole.

    :raises directory.NoDirectory: if a file cannot be read
    """
    index.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=index.parent, prefix=".postcodes-") as folder:
        whole = Path(folder) / index.name
        with closing(sqlite3.connect(whole)) as made:
            _fill(made, files)
        whole.replace(index)


def council(outward: str, inward: str, *, index: Path) -> str | None:
    """Return the code of the council of a whole postcode, such as DY1 and 1HF.

    Empty if the directory does not name the council, nothing if it does not hold the postcode.

    :raises NoIndex: if there is no index
    """
    for councils, units in _sectors(index, outward, inward[0]):
        if held := units[directory.unit(inward[1:])]:
            return councils[held - 1]
    return None


def councils(outward: str, inward: str = "", *, index: Path) -> Counter[str]:
    """Return how many postcodes that begin so lie in each council, by its code.

    The outward part may be whole, without its last letter (SW1), or letters alone (DY); the
    inward part may be empty, a digit, or a digit and a letter.

    :raises NoIndex: if there is no index
    """
    found: Counter[str] = Counter()
    for held, units in _sectors(index, outward, inward[:1]):
        first = directory.unit(f"{inward[1]}A") if inward[1:] else 0
        asked = units[first : first + 26] if inward[1:] else units
        for place, code in enumerate(held, start=1):
            found[code] += asked.count(place)
    return +found


def _sectors(index: Path, outward: str, digit: str) -> Iterator[tuple[list[str], bytes]]:
    where, asked = _asked(outward, digit)
    for codes, units in _rows(index, f"SELECT councils, units FROM sector WHERE {where}", *asked):
        yield ["" if code == _UNSTATED else code for code in codes.split()], units


def _asked(outward: str, digit: str) -> tuple[str, tuple[str, ...]]:
    if digit:
        return "outward = ? AND digit = ?", (outward, digit)
    if outward.isalpha():
        return "outward = ? OR outward BETWEEN ? AND ?", (outward, f"{outward}0", f"{outward}9Z")
    return "outward = ? OR outward BETWEEN ? AND ?", (outward, f"{outward}A", f"{outward}Z")


def _fill(made: sqlite3.Connection, files: Iterable[Path]) -> None:
    made.executescript(_TABLES)
    for file in files:
        made.executemany(
            "INSERT INTO sector VALUES (?, ?, ?, ?)",
            (
                (
                    one.outward,
                    one.digit,
                    " ".join(code or _UNSTATED for code in one.councils),
                    one.units,
                )
                for one in directory.sectors(file)
            ),
        )
    made.execute("INSERT INTO edition VALUES (?, ?)", (_edition(), directory.month()))
    made.commit()


def _edition() -> str:
    return f"{directory.PACKAGE} {directory.version()}, format {_FORMAT}"


def _rows(index: Path, query: str, *asked: str) -> list[Any]:
    # The file is never written to once it has its name, only replaced: nothing need be locked.
    address = f"file:{quote(str(index))}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as held:
            return held.execute(query, asked).fetchall()
    except sqlite3.DatabaseError as error:
        raise NoIndex(
            f"There is no index of postcodes at {index} yet. Make it with: areasend load"
        ) from error
