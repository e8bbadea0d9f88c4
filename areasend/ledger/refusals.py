"""What the database itself refuses, so that the ledger is only added to and its chains hold.

The conditions are SQL that SQLite and PostgreSQL both read; how each is made to keep them stands
in `databases`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_CHAINS = ("entry", "release")
_TEXTS = ("entry_text", "release_text")
_APPEND_ONLY = ("entry", "release", "entry_expunged", "release_expunged", "publication")

TABLES = (*_APPEND_ONLY, *_TEXTS)


@dataclass(frozen=True)
class Refusal:
    """What is refused of a table: a verb, always or `when` a condition holds, and in what words."""

    table: str
    verb: str
    words: str
    when: str = ""
    suffix: str = "refused"

    @property
    def name(self) -> str:
        """Return the name of the trigger that refuses it."""
        return f"{self.table}_{self.verb.lower()}_{self.suffix}"


def refusals(*, hidden_places: bool) -> Iterator[Refusal]:
    """Yield what is refused, to databases whose rows have hidden places and to those without.

    SQLite's rows have: a statement may name a row's place and collide over it like any other key,
    and INSERT OR REPLACE deletes what it collides with without asking whether it may.
    """
    for table in _APPEND_ONLY:
        for verb in ("UPDATE", "DELETE"):
            yield Refusal(table, verb, f"the ledger refuses {verb} on {table}")
    if hidden_places:
        yield from map(_of_a_place, TABLES)
    kept = "NEW.rowid = OLD.rowid AND " if hidden_places else ""
    for chain in _CHAINS:
        yield from _of_a_link(chain)
        yield from _of_a_text(f"{chain}_text", chain, kept)
        yield from _of_an_erasure(f"{chain}_expunged", f"{chain}_text")
    taken = "EXISTS (SELECT 1 FROM publication WHERE entry = NEW.entry OR release = NEW.release)"
    yield Refusal("publication", "INSERT", "an entry is published once", when=taken)


def truncations() -> Iterator[Refusal]:
    """Yield what is refused to databases that can empty a table at one stroke."""
    for table in TABLES:
        yield Refusal(table, "TRUNCATE", f"the ledger refuses TRUNCATE on {table}")


def _of_a_place(table: str) -> Refusal:
    return Refusal(
        table,
        "INSERT",
        f"the ledger refuses to replace a row of {table}",
        when=f'EXISTS (SELECT 1 FROM "{table}" WHERE rowid = NEW.rowid)',
        suffix="in_a_new_place",
    )


def _of_a_link(table: str) -> Iterator[Refusal]:
    yield Refusal(
        table,
        "INSERT",
        f"the next number of {table} is another",
        when=f'NEW.number IS DISTINCT FROM (SELECT COALESCE(MAX(number), 0) + 1 FROM "{table}")',
        suffix="gapless",
    )
    yield Refusal(
        table,
        "INSERT",
        f"the row does not follow the last of {table}",
        when=f"""NEW.previous IS DISTINCT FROM COALESCE(
            (SELECT hash FROM "{table}" WHERE number = NEW.number - 1), '{"0" * 64}')""",
        suffix="chained",
    )
    yield Refusal(
        table,
        "INSERT",
        f"that row of {table} is corrected already or not there",
        when=f"""NEW.corrects IS NOT NULL AND (NEW.corrects NOT BETWEEN 1 AND NEW.number - 1
            OR EXISTS (SELECT 1 FROM "{table}" WHERE corrects = NEW.corrects))""",
        suffix="corrected_once",
    )


def _of_a_text(table: str, chain: str, kept: str) -> Iterator[Refusal]:
    yield Refusal(table, "DELETE", f"the ledger refuses DELETE on {table}")
    yield Refusal(
        table,
        "UPDATE",
        f"the ledger refuses UPDATE on {table}",
        when=f"""NOT ({kept}NEW.number = OLD.number AND NEW.area = OLD.area
            AND NEW.salt = '' AND NEW.text = ''
            AND EXISTS (SELECT 1 FROM {chain}_expunged WHERE number = OLD.number))""",
    )
    yield Refusal(
        table,
        "INSERT",
        f"a row of {chain} has one text",
        when=f"""EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)
            OR NOT EXISTS (SELECT 1 FROM "{chain}" WHERE number = NEW.number)""",
    )


def _of_an_erasure(table: str, text: str) -> Iterator[Refusal]:
    yield Refusal(
        table,
        "INSERT",
        "an erasure needs its account",
        when=f"""EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)
            OR NEW.account <= NEW.number
            OR NOT EXISTS (SELECT 1 FROM {text} WHERE number = NEW.account)""",
    )
