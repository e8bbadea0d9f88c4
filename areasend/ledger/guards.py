"""The triggers by which the database itself keeps the ledger append-only and its chain whole.

On SQLite a plain refusal of UPDATE and DELETE is not enough: INSERT OR REPLACE deletes what it
collides with without asking the delete trigger. So every insert is checked as well, down to the
hidden rowid, which a statement may name and collide over like any other key.
"""

from collections.abc import Iterator
from typing import Any

LINKS = ("entry", "release")
_APPEND_ONLY = ("entry", "release", "entry_expunged", "release_expunged", "publication")


def sqlite() -> dict[str, str]:
    """Return the triggers of SQLite by name."""
    return dict(_sqlite())


def _sqlite() -> Iterator[tuple[str, str]]:
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            yield _refusal(table, verb, when="", words=f"the ledger refuses {verb} on {table}")
    for table in (*_APPEND_ONLY, *(f"{chain}_text" for chain in LINKS)):
        yield _place_guard(table)
    for chain in LINKS:
        yield from _link_guards(chain)
        yield from _text_guards(f"{chain}_text", chain)
        yield from _expunged_guards(f"{chain}_expunged", f"{chain}_text")
    taken = "EXISTS (SELECT 1 FROM publication WHERE entry = NEW.entry OR release = NEW.release)"
    yield _refusal("publication", "INSERT", when=taken, words="an entry is published once")


def _place_guard(table: str) -> tuple[str, str]:
    return _refusal(
        table,
        "INSERT",
        when=f'EXISTS (SELECT 1 FROM "{table}" WHERE rowid = NEW.rowid)',
        words=f"the ledger refuses to replace a row of {table}",
        suffix="in_a_new_place",
    )


def _link_guards(table: str) -> Iterator[tuple[str, str]]:
    yield _refusal(
        table,
        "INSERT",
        when=f'NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM "{table}")',
        words=f"the next number of {table} is another",
        suffix="gapless",
    )
    yield _refusal(
        table,
        "INSERT",
        when=f"""NEW.previous IS NOT COALESCE(
            (SELECT hash FROM "{table}" WHERE number = NEW.number - 1), '{"0" * 64}')""",
        words=f"the row does not follow the last of {table}",
        suffix="chained",
    )
    yield _refusal(
        table,
        "INSERT",
        when=f"""NEW.corrects IS NOT NULL AND (NEW.corrects NOT BETWEEN 1 AND NEW.number - 1
            OR EXISTS (SELECT 1 FROM "{table}" WHERE corrects = NEW.corrects))""",
        words=f"that row of {table} is corrected already or not there",
        suffix="corrected_once",
    )


def _text_guards(table: str, chain: str) -> Iterator[tuple[str, str]]:
    yield _refusal(table, "DELETE", when="", words=f"the ledger refuses DELETE on {table}")
    yield _refusal(
        table,
        "UPDATE",
        when=f"""NOT (NEW.rowid = OLD.rowid AND NEW.number = OLD.number AND NEW.area = OLD.area
            AND NEW.salt = '' AND NEW.text = ''
            AND EXISTS (SELECT 1 FROM {chain}_expunged WHERE number = OLD.number))""",
        words=f"the ledger refuses UPDATE on {table}",
    )
    yield _refusal(
        table,
        "INSERT",
        when=f"""EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)
            OR NOT EXISTS (SELECT 1 FROM "{chain}" WHERE number = NEW.number)""",
        words=f"a row of {chain} has one text",
    )


def _expunged_guards(table: str, text: str) -> Iterator[tuple[str, str]]:
    yield _refusal(
        table,
        "INSERT",
        when=f"""EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)
            OR NEW.account <= NEW.number
            OR NOT EXISTS (SELECT 1 FROM {text} WHERE number = NEW.account)""",
        words="an erasure needs its account",
    )


def _refusal(
    table: str, verb: str, *, when: str, words: str, suffix: str = "refused"
) -> tuple[str, str]:
    name = f"{table}_{verb.lower()}_{suffix}"
    condition = f"WHEN {when}" if when else ""
    return name, (
        f'CREATE TRIGGER {name} BEFORE {verb} ON "{table}" {condition} '
        f"BEGIN SELECT RAISE(ABORT, '{words}'); END"
    )


def install(_apps: Any, schema_editor: Any) -> None:
    """Put the triggers in place: called by the migration that makes the tables."""
    for statement in sqlite().values():
        schema_editor.execute(statement)


def missing(connection: Any) -> list[str]:
    """Return the names of the triggers that are not as they should be, in order."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        held = dict(cursor.fetchall())
    return sorted(name for name, sql in sqlite().items() if held.get(name) != sql)
