"""Ledgers for tests to write to: files of SQLite, or databases on a server of PostgreSQL.

Each is called by what `AREASEND_DATABASE` would name it.
"""

import itertools
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.db import connections, transaction

from areasend.config.places import database


class Files:
    """Ledgers that are files in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._numbers = folder, itertools.count()

    def new(self) -> str:
        """Return the path of a file that is not there yet."""
        return str(self.folder / f"{os.getpid()}-{next(self._numbers)}.sqlite3")

    def copy(self, ledger: str, to: str = "") -> str:
        """Return a copy of a ledger that nobody has open, in place of another if one is named."""
        to = to or self.new()
        self.drop(to)
        return shutil.copy(ledger, to)

    def drop(self, ledger: str) -> None:
        for beside in ("", "-wal", "-shm"):
            Path(f"{ledger}{beside}").unlink(missing_ok=True)


class Databases:
    """Ledgers that are databases on one server."""

    def __init__(self, address: str) -> None:
        self.server, self._numbers = address.rpartition("/")[0], itertools.count()

    def new(self) -> str:
        """Return the address of an empty database."""
        return self._made("template0")

    def copy(self, ledger: str, to: str = "") -> str:
        """Return a copy of a ledger that nobody has open, in place of another if one is named."""
        if to:
            self.drop(to)
        return self._made(ledger.rpartition("/")[2], to.rpartition("/")[2])

    def drop(self, ledger: str) -> None:
        # As a superuser: one that a test connected as may not have quite gone yet, and nobody
        # else may send it away.
        from tests.server import SUPERUSER, as_role

        name = ledger.rpartition("/")[2]
        self._run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", as_role(SUPERUSER, self.server))

    def _run(self, sql: str, server: str) -> None:
        import psycopg

        with closing(psycopg.connect(f"{server}/postgres", autocommit=True)) as connection:
            connection.execute(sql)

    def _made(self, template: str, name: str = "") -> str:
        name = name or f"ledger_{os.getpid()}_{next(self._numbers)}"
        from tests.server import SUPERUSER, as_role

        # A process that was killed may have left the server something to finish.
        self._run(_END_SESSIONS.format(template), as_role(SUPERUSER, self.server))
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}", self.server)
        return f"{self.server}/{name}"


_END_SESSIONS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'"

Ledgers = Files | Databases


def beside(ledger: str) -> Ledgers:
    """Return where a ledger is, to make others there."""
    return Databases(ledger) if ledger.startswith("postgresql") else Files(Path(ledger).parent)


@contextmanager
def connected_to(ledger: str) -> Iterator[None]:
    """Let Django use a ledger for its database, in every thread."""
    before = connections["default"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(connections.databases, "default", settings_of(ledger))
        connections["default"] = opened = connections.create_connection("default")
        try:
            yield
        finally:
            opened.close()
            connections["default"] = before


@contextmanager
def undone() -> Iterator[None]:
    """Undo whatever is written within."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def settings_of(ledger: str) -> dict[str, object]:
    """Return the settings of a ledger, with Django's own defaults filled in."""
    return connections.configure_settings({"default": database(ledger)})["default"]
