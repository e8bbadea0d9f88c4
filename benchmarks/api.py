"""How fast the API answers: beside Datasette with the same rows, and beside itself where it keeps.

Datasette is what an analyst would put before a database to have it as JSON.
"""

import json
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from itertools import count
from pathlib import Path
from typing import Any

from areasend.answers.asked import Asked
from areasend.answers.listing import AreaLine, Narrowed, listing
from benchmarks import ledgers
from benchmarks.edge import LIST, SETTINGS, TIMES
from benchmarks.rounds import Size, elapsed, medians
from benchmarks.serving import got, serving
from benchmarks.table import Line, times_as_fast

_OURS = ("granian", "--interface", "wsgi", "--port", "{port}", "--no-log")


def lines(ledger: str, size: Size) -> Iterator[Line]:
    """Yield what the list of areas takes over HTTP, and what it takes to tell that it is known."""
    with tempfile.TemporaryDirectory(prefix="areasend-") as folder:
        rows = listing(_asked(), Narrowed()).lines
        theirs = _datasette(Path(folder) / "register.db", rows)
        application = (*_OURS, "areasend.config.wsgi:application")
        with (
            serving(application, **SETTINGS, AREASEND_DATABASE=ledger) as us,
            serving(theirs) as datasette,
        ):
            yield from _beside(us, datasette, len(rows), size)
    yield from _kept(ledger, size)


def _beside(us: Any, datasette: Any, rows: int, size: Size) -> Iterator[Line]:
    other, numbers = "/register/areas.json?_size=1000&_shape=objects", count(201)
    if rows != len(json.loads(got(us, LIST))["items"]) or rows != len(
        json.loads(got(datasette, other))["rows"]
    ):
        raise RuntimeError("They do not give the same rows.")
    kept, anew, theirs = medians(
        [
            lambda: elapsed(lambda: [got(us, LIST) for _ in range(TIMES)]) / TIMES,
            # Another limit is another question, which nobody has asked before.
            lambda: elapsed(lambda: got(us, f"/api/v1/areas?limit={next(numbers)}")),
            lambda: elapsed(lambda: [got(datasette, other) for _ in range(TIMES)]) / TIMES,
        ],
        rounds=size.rounds,
    )
    rival, what = "Datasette, the same rows", f"the list of {rows} areas as JSON over HTTP"
    yield Line(what=what, ours=kept, rival=rival, theirs=theirs, asked=times_as_fast(3))
    yield Line(what=f"{what}, worked out anew", ours=anew, rival=rival, theirs=theirs)


def _datasette(file: Path, rows: Sequence[AreaLine]) -> tuple[str, ...]:
    """Write the rows into a file of SQLite, and return the words that serve it."""
    names = [one.name for one in fields(AreaLine)]
    with sqlite3.connect(file) as connection:
        connection.execute(f"CREATE TABLE areas ({', '.join(names)}, PRIMARY KEY (slug))")
        marks = ", ".join("?" * len(names))
        values = [tuple(_plain(one) for one in asdict(row).values()) for row in rows]
        connection.executemany(f"INSERT INTO areas VALUES ({marks})", values)
    connection.close()
    return ("datasette", "serve", str(file), "--port", "{port}")


def _plain(value: object) -> object:
    return value if isinstance(value, bool | str | None) else str(value)


def _asked() -> Asked:
    return Asked(ledgers.NOW.date(), ledgers.NOW)


def _kept(ledger: str, size: Size) -> Iterator[Line]:
    """Yield what it takes to tell that nothing changed, beside both ways to answer in full."""
    told = ledgers.run(ledger, "-m", "benchmarks.edge", str(size.rounds))
    anew, kept, unchanged = json.loads(told)
    what = "that the list has not changed (304)"
    for rival, theirs, times in (("the list, kept", kept, 1), ("the list, worked out", anew, 5)):
        asked = times_as_fast(times)
        yield Line(what=what, ours=unchanged, rival=rival, theirs=theirs, asked=asked)
