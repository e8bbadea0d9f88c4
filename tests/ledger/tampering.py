"""What somebody who owns the database can do, since nothing in a database stops its owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from areasend.ledger import guards
from tests.ledger.deeds import TABLES, run


@contextmanager
def unguarded() -> Iterator[None]:
    """Take the triggers off, and put them back as if nothing had been."""
    for name in guards.sqlite():
        run(f"DROP TRIGGER {name}")
    yield
    for trigger in guards.sqlite().values():
        run(trigger)


def behind_its_back(*deeds: str) -> None:
    """Run statements that the triggers would have refused."""
    with unguarded():
        for sql in deeds:
            run(sql)


def empty_the_ledger() -> None:
    """Stand in for another installation, with nothing in it yet."""
    behind_its_back(*(f'DELETE FROM "{table}"' for table in TABLES))


def bytes_of(path: Path) -> bytes:
    """Return all that lies on the disk of a ledger: its file, and its log while there is one."""
    files = (path, Path(f"{path}-wal"))
    return b"".join(file.read_bytes() for file in files if file.exists())
