"""The ledger in PostgreSQL: a server, an advisory lock, and triggers that call functions (ADR 23).

Each trigger has a function of its own, of the same name. A function looks for tables nowhere but
in the ledger's schema: a session that makes a temporary table called `entry` deceives nobody. The
triggers fire ALWAYS: also in a session that plays the part of a replica.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, connection, transaction

from areasend.ledger.databases.adding import insertion
from areasend.ledger.refusals import Refusal, refusals, truncations

#: The number of the ledger's advisory lock: our name, read as one.
_LOCK = int.from_bytes(b"areasend")

#: As long as SQLite waits; then somebody is told.
_PATIENCE = "30s"


def place() -> str:
    """Return the database's address, without user and password."""
    found = connection.settings_dict
    port = f":{found['PORT']}" if found["PORT"] else ""
    return f"postgresql://{found['HOST']}{port}/{found['NAME']}"


def is_there() -> bool:
    """Return True: only connecting shows it."""
    return True


def make_room() -> None:
    """Do nothing: a database is made by whoever runs the server."""


@contextmanager
def alone() -> Iterator[None]:
    """Take the advisory lock: READ COMMITTED, so that what is read after it is the newest."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('lock_timeout', %s, true), pg_advisory_xact_lock(%s)",
                [_PATIENCE, _LOCK],
            )
        yield


@contextmanager
def one_state() -> Iterator[None]:
    """Read in a transaction that sees what was committed when it began, and nothing since.

    Within a transaction there is only what it sees itself: whoever writes holds the lock.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def insertions(chain: str, columns: Sequence[str]) -> tuple[str, ...]:
    """Return one statement for both of the chain's tables: each that is sent is waited for."""
    return (
        f"WITH link AS ({insertion(chain, columns)} RETURNING number) "
        f"INSERT INTO {chain}_text (number, area, salt, text) "
        "SELECT number, %(area)s, %(salt)s, %(text)s FROM link",
    )


def triggers(connection: Any) -> dict[str, str]:
    """Return the statements that make each trigger and its function, in the schema in use."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        schema: str = cursor.fetchone()[0]
    return {one.name: _made(one, schema) for one in _refusals()}


def _refusals() -> Iterator[Refusal]:
    yield from refusals(hidden_places=False)
    yield from truncations()


def _made(of: Refusal, schema: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {of.name}() RETURNS trigger LANGUAGE plpgsql "
        f"SET {_path(schema, ' TO ')} AS $guard${_body(of)}$guard$; {_trigger(of)}; "
        f"ALTER TABLE {of.table} ENABLE ALWAYS TRIGGER {of.name}"
    )


def _path(schema: str, equals: str) -> str:
    return f"search_path{equals}pg_catalog, {schema}, pg_temp"


def _body(of: Refusal) -> str:
    return f"""
BEGIN
    IF {of.when or "true"} THEN
        RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = '{of.words}';
    END IF;
    RETURN NEW;
END
"""


def _trigger(of: Refusal) -> str:
    each = "STATEMENT" if of.verb == "TRUNCATE" else "ROW"
    return (
        f"CREATE TRIGGER {of.name} BEFORE {of.verb} ON {of.table} "
        f"FOR EACH {each} EXECUTE FUNCTION {of.name}()"
    )


def missing(connection: Any) -> list[str]:
    """Return the triggers that do not stand as they were made, function and all."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD)
        held = {name: found for name, *found in cursor.fetchall()}
    return [
        one.name
        for one in _refusals()
        if held.get(one.name) != [_trigger(one), "A", _body(one), "plpgsql", True]
    ]


_HELD = f"""
SELECT tgname, pg_get_triggerdef(pg_trigger.oid, true), tgenabled, prosrc, lanname,
       proconfig = ARRAY[format('{_path("%I", "=")}', nspname)]
FROM pg_trigger
JOIN pg_class ON pg_class.oid = tgrelid
JOIN pg_namespace ON pg_namespace.oid = relnamespace
JOIN pg_proc ON pg_proc.oid = tgfoid
JOIN pg_language ON pg_language.oid = prolang
WHERE NOT tgisinternal AND pg_table_is_visible(tgrelid)
"""


def forget() -> str:
    """Write the tables of texts anew, without the rows as they were, where they are ours."""
    if not _owns_texts():
        return ""
    with connection.cursor() as cursor:
        try:
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [_PATIENCE])
            cursor.execute(_ANEW)
        except OperationalError:
            return (
                "The text is erased, but another program is reading the ledger: "
                f"the erased words stay in its tables' files until {_OWNER}."
            )
        finally:
            cursor.execute("RESET lock_timeout")
    return ""


_ANEW = "VACUUM FULL entry_text, release_text"
_OWNER = f"their owner runs {_ANEW}"


def _owns_texts() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class "
            "WHERE oid = to_regclass('entry_text')"
        )
        owns: bool = cursor.fetchone()[0]
    return owns


def still_held() -> str:
    """Return where erased words may still lie, which is for people to deal with."""
    held = "may still be" if _owns_texts() else f"stay in its tables' files until {_OWNER}, and"
    return (
        f"In PostgreSQL the words {held} in its write-ahead log and in backups: "
        "docs/how-to/erase.md says what to do."
    )
