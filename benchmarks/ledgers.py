"""Ledgers to measure with, each with the national record loaded into it, gone when done with."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

#: A moment by which the whole record is public.
NOW = datetime(2027, 1, 1, tzinfo=UTC)


@contextmanager
def in_a_file() -> Iterator[str]:
    """Yield the path of a file that holds the record."""
    with tempfile.TemporaryDirectory(prefix="areasend-") as folder:
        path = str(Path(folder) / "ledger.sqlite3")
        load(path)
        yield path


@contextmanager
def on_a_server() -> Iterator[str]:
    """Yield the address of a PostgreSQL database that holds the record, on a server of its own.

    The server's settings are PostgreSQL's own: a commit waits for the disk.

    :raises RuntimeError: if PostgreSQL's server is not there or does not start
    """
    import psycopg

    from tests.server import address, running

    with running(_AS_SHIPPED) as server:
        with psycopg.connect(address(server, "postgres"), autocommit=True) as connection:
            connection.execute("CREATE DATABASE ledger")
        ledger = address(server, "ledger")
        load(ledger)
        yield ledger


_AS_SHIPPED = ("listen_addresses=",)


def load(ledger: str) -> None:
    """Load the record into a ledger, as `areasend load` does."""
    run(ledger, "-m", "areasend", "load")


def run(ledger: str, *words: str) -> str:
    """Run Python in a process of its own, with a ledger to use, and return what it prints."""
    done = subprocess.run(
        [sys.executable, *words],
        env={**os.environ, "AREASEND_DATABASE": ledger},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout
