"""The triggers by which the database itself keeps the ledger append-only and its chain whole."""

from typing import Any

from areasend.ledger.databases import database_of


def install(_apps: Any, schema_editor: Any) -> None:
    """Put the triggers in place: called by the migration that makes the tables."""
    connection = schema_editor.connection
    for statement in database_of(connection).triggers(connection).values():
        schema_editor.execute(statement)


def missing(connection: Any) -> list[str]:
    """Return the names of the triggers that are not as they should be, in order."""
    return sorted(database_of(connection).missing(connection))
