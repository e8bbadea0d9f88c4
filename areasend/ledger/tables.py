"""Whether the ledger's tables are there, and makes them where this role may."""

from django.db import DatabaseError, connection

from areasend.ledger.databases import here

#: What PostgreSQL calls a lack of permission (SQLSTATE, appendix A of its manual).
_NOT_PERMITTED = "42501"


class UnableToMakeTables(ValueError):
    """The tables are not there, or not as this version needs them, and this role may not act."""


def place() -> str:
    """Return where the ledger is, or will be, in words that name no password."""
    return here().place()


def are_there() -> bool:
    """Return whether there is a database with the ledger's tables."""
    return here().is_there() and "release" in connection.introspection.table_names()


def make() -> None:
    """Make the tables, or bring them up to date; where they are so already, change nothing.

    :raises UnableToMakeTables: if they are not, and this role may not change that
    """
    # Imported here: whoever only asks a question does not wait for it.
    from django.core.management import call_command

    here().make_room()
    try:
        if _steps():
            call_command("migrate", verbosity=0)
    except DatabaseError as error:
        if not _is_of_permission(error):
            raise
        raise UnableToMakeTables(
            f"The tables at {place()} are not there or not up to date, or this role may not use "
            "them. Let their owner run: areasend load, then: areasend grant ROLE"
        ) from None


def _steps() -> bool:
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _is_of_permission(error: BaseException | None) -> bool:
    if error is None:
        return False
    return getattr(error, "sqlstate", "") == _NOT_PERMITTED or _is_of_permission(
        error.__cause__ or error.__context__
    )
