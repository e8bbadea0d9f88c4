"""The ledger in SQLite: one file, whose settings stand in the project's settings (ADR 22)."""

import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from django.db import OperationalError, connection, transaction

from areasend.ledger.databases.adding import insertion
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


#: How long SQLite itself waits for the lock before we ask again, in milliseconds.
_A_MOMENT = 2


@contextmanager
def alone() -> Iterator[None]:
    """Begin a transaction, which is IMMEDIATE: that is the lock.

    SQLite keeps no queue. Whoever waits looks up ever more seldom, and never sees the lock free
    while others write without pause; so we ask every few milliseconds, as long as it would wait.
    """
    with ExitStack() as held:
        if connection.in_atomic_block:
            held.enter_context(transaction.atomic())
        else:
            _begin(held)
        yield


def _begin(held: ExitStack) -> None:
    with _asking_often() as until:
        while True:
            try:
                held.enter_context(transaction.atomic())
            except OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
            else:
                return


@contextmanager
def _asking_often() -> Iterator[float]:
    """Let SQLite itself wait no longer than a moment; yield until when it would have."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (milliseconds,) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {min(milliseconds, _A_MOMENT)}")
        try:
            yield time.monotonic() + milliseconds / 1000
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")


@contextmanager
def one_state() -> Iterator[None]:
    """Hold a savepoint: outside a transaction it begins one that only reads."""
    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT reading")
        try:
            yield
        finally:
            cursor.execute("RELEASE reading")


def insertions(chain: str, columns: Sequence[str]) -> tuple[str, ...]:
    """Return a statement for each of the chain's tables."""
    return insertion(chain, columns), insertion(f"{chain}_text", ("number", "area", "salt", "text"))


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
