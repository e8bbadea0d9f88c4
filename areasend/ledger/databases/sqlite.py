"""The ledger in SQLite: one file, whose settings stand in the project's settings (ADR 22)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

from areasend.ledger.refusals import Refusal, refusals


def place() -> str:
    """Return the path of the file."""
    return str(connection.settings_dict["NAME"])


def is_there() -> bool:
    """Return whether the file is there: connecting would make it."""
    return Path(place()).exists()


def make_room() -> None:
    """Make the folder of the file."""
    Path(place()).parent.mkdir(parents=True, exist_ok=True)


def lock() -> None:
    """Do nothing: the transaction is IMMEDIATE, which is the lock."""


@contextmanager
def one_state() -> Iterator[None]:
    """Hold a savepoint: outside a transaction it begins one that only reads."""
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT reading")
        try:
            yield
        finally:
            cursor.execute("RELEASE reading")


def triggers(_connection: Any) -> dict[str, str]:
    """Return the statements that make the triggers. Files hold them: they never change."""
    return {one.name: _trigger(one) for one in refusals(hidden_places=True)}


def _trigger(of: Refusal) -> str:
    # SQLite before 3.39 knows what the standard says only by a name of its own.
    condition = f"WHEN {of.when}".replace("IS DISTINCT FROM", "IS NOT") if of.when else ""
    return (
        f'CREATE TRIGGER {of.name} BEFORE {of.verb} ON "{of.table}" {condition} '
        f"BEGIN SELECT RAISE(ABORT, '{of.words}'); END"
    )


def missing(connection: Any) -> list[str]:
    """Return the triggers whose text is not as it was written."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        held = dict(cursor.fetchall())
    return [name for name, sql in triggers(connection).items() if held.get(name) != sql]


def forget() -> str:
    """Empty the write-ahead log, which holds pages as they were before; the file has no trace."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        in_use, *_ = cursor.fetchone()
    return _IN_USE if in_use else ""


_IN_USE = (
    "The text is erased, but another program is reading the ledger: the erased words stay "
    "in the file ending in -wal until every program that has the ledger open is closed."
)


def still_held() -> str:
    """Return nothing: the file and its log were overwritten."""
    return ""
