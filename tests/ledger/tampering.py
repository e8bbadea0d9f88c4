"""What somebody who owns the database can do, since nothing in a database stops its owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from areasend.ledger.databases import here
from areasend.ledger.refusals import TABLES, refusals, truncations
from tests.ledger.deeds import run


@contextmanager
def unguarded() -> Iterator[None]:
    """Take the triggers off, and put them back as if nothing had been."""
    off, on = _of_a_server() if connection.vendor == "postgresql" else _of_a_file()
    for sql in off:
        run(sql)
    yield
    for sql in on:
        run(sql)


def _of_a_file() -> tuple[list[str], list[str]]:
    triggers = here().triggers(connection)
    return [f"DROP TRIGGER {name}" for name in triggers], list(triggers.values())


def _of_a_server() -> tuple[list[str], list[str]]:
    """Return what disables all and enables them again, each at one stroke: it is quicker."""
    triggers = (*refusals(hidden_places=False), *truncations())
    off = (f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in TABLES)
    on = (f"ALTER TABLE {one.table} ENABLE ALWAYS TRIGGER {one.name}" for one in triggers)
    return ["; ".join(off)], ["; ".join(on)]


def drop(name: str) -> None:
    """Take one trigger off."""
    if connection.vendor == "postgresql":
        run(f"DROP FUNCTION {name} CASCADE")
    else:
        run(f"DROP TRIGGER {name}")


def behind_its_back(*deeds: str) -> None:
    """Run statements that the triggers would have refused."""
    with unguarded():
        for sql in deeds:
            run(sql)


def empty_the_ledger() -> None:
    """Stand in for another installation, with nothing in it yet."""
    behind_its_back(*(f'DELETE FROM "{table}"' for table in TABLES))


def bytes_of(ledger: str) -> bytes:
    """Return all that lies on the disk of a ledger: of a file its log too, of a server none."""
    if connection.vendor == "postgresql":
        # Only here: on SQLite nobody waits for these.
        from tests.server import files_of

        return files_of(ledger)
    files = (Path(ledger), Path(f"{ledger}-wal"))
    return b"".join(file.read_bytes() for file in files if file.exists())
