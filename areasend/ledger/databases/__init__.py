"""What the ledger asks of a database and SQLite and PostgreSQL each do in a way of their own."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from django.db import connection

from areasend.ledger.databases import postgresql, sqlite


class Database(Protocol):
    """A database that can keep the ledger. The modules beside this one are the two there are."""

    def place(self) -> str:
        """Return where it is, in words that name no password."""

    def is_there(self) -> bool:
        """Return whether one may try to connect to it."""

    def make_room(self) -> None:
        """Make what must be there before one can connect to it."""

    def alone(self) -> AbstractContextManager[None]:
        """Hold the ledger's one lock for a whole transaction."""

    def one_state(self) -> AbstractContextManager[None]:
        """See one state of the ledger throughout, whatever is written meanwhile."""

    def insertions(self, chain: str, columns: Sequence[str]) -> tuple[str, ...]:
        """Return the statements that add a row to a chain: its link, of those columns, and text."""

    def triggers(self, connection: Any) -> dict[str, str]:
        """Return the statements that make the triggers, by the triggers' names."""

    def missing(self, connection: Any) -> list[str]:
        """Return the names of the triggers that are not there, altered or disabled."""

    def forget(self) -> str:
        """Let go of erased words for good; return what stands in the way, in a sentence, if any."""

    def still_held(self) -> str:
        """Return in a sentence where erased words may still lie; empty if nowhere of ours."""


_DATABASES: dict[str, Database] = {"sqlite": sqlite, "postgresql": postgresql}


def database_of(connection: Any) -> Database:
    """Return what the database of a connection does in its own way."""
    return _DATABASES[connection.vendor]


def here() -> Database:
    """Return what the database in use does in its own way."""
    return database_of(connection)
