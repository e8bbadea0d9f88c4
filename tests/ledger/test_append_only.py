"""The database itself refuses whatever would change or remove a row of the ledger."""

import hashlib
from contextlib import contextmanager

import pytest
from django.db import DataError, IntegrityError, connection, transaction

from areasend.ledger.databases import sqlite
from areasend.ledger.refusals import TABLES, refusals, truncations
from tests.ledger.deeds import every_row, run, tell_everything

pytestmark = pytest.mark.django_db

only_on_sqlite = pytest.mark.only_on("sqlite", why="rows of PostgreSQL have no place to name")

CHAINS = ("entry", "release")
COLUMNS = {
    "entry": ("number", "corrects", "digest", "previous", "hash", "recorded_at", "by"),
    "release": ("number", "corrects", "digest", "previous", "hash", "takes_effect_at"),
    "entry_text": ("number", "area", "salt", "text"),
    "release_text": ("number", "area", "salt", "text"),
    "entry_expunged": ("number", "account"),
    "release_expunged": ("number", "account"),
    "publication": ("entry", "release"),
}
WORDS = {one.words for one in (*refusals(hidden_places=True), *truncations())}
NUMBERS = {"number", "corrects", "by", "account", "entry", "release"}
EVERY_COLUMN = [(table, column) for table, columns in COLUMNS.items() for column in columns]


@pytest.fixture
def ledger():
    tell_everything()
    held = every_row()
    assert all(held.values()), "every table has something to lose"
    return held


def refused(sql, *values):
    with refusing():
        run(sql, *values)


@contextmanager
def refusing(*further):
    """Expect the ledger's own refusal, or an error of a further kind."""
    with pytest.raises((IntegrityError, *further)) as refusal, transaction.atomic():
        yield
    if isinstance(refusal.value, IntegrityError):
        assert str(refusal.value).splitlines()[0] in WORDS


def ways(verb):
    """Return every way in which the database lets one write a verb."""
    or_else = ("REPLACE", "IGNORE") if connection.vendor == "sqlite" else ()
    return (verb, *(f"{verb} OR {other}" for other in or_else))


def first_row(table):
    """Return the condition by which somebody would name the first row of any table."""
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    return f'{place} = (SELECT min({place}) FROM "{table}")'


def next_link(chain):
    """The number, previous hash and columns of a row that would follow the last one."""
    number, previous = run(f'SELECT number, hash FROM "{chain}" ORDER BY number DESC LIMIT 1')[0]
    others = ", ".join(f'"{column}"' for column in COLUMNS[chain][5:])
    return number + 1, previous, others, ", ".join("'7'" for _ in COLUMNS[chain][5:])


def insert_link(chain, how="INSERT", *, corrects=None, **other):
    number, previous, others, sevens = next_link(chain)
    row = {"number": number, "corrects": corrects, "previous": previous, **other}
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("%s" for _ in row)
    run(
        f'{how} INTO "{chain}" ({names}, digest, hash, {others}) '
        f"VALUES ({marks}, 'digest', 'hash', {sevens})",
        *row.values(),
    )
    return row["number"]


def link_refused(chain, *further, **row):
    for how in ways("INSERT"):
        with refusing(*further):
            insert_link(chain, how, **row)


def no_number_refused(chain, **row):
    """Expect a refusal of what is no number: by us, or by a database that has types."""
    link_refused(chain, DataError, **row)


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN)
def test_no_column_of_any_row_is_updated(ledger, table, column):
    nothing = "0" if column in NUMBERS else "''"
    for verb in ways("UPDATE"):
        refused(f'{verb} "{table}" SET "{column}" = "{column}"')
        refused(f'{verb} "{table}" SET "{column}" = {nothing} WHERE {first_row(table)}')

    assert every_row() == ledger


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_deleted(ledger, table):
    refused(f'DELETE FROM "{table}"')
    refused(f'DELETE FROM "{table}" WHERE {first_row(table)}')

    assert every_row() == ledger


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_put_in_place_of_another(ledger, table):
    for verb in ways("INSERT"):
        refused(f'{verb} INTO "{table}" SELECT * FROM "{table}" ORDER BY 1 LIMIT 1')

    assert every_row() == ledger


@pytest.mark.parametrize("table", TABLES)
def test_an_insert_does_not_turn_into_an_update(ledger, table):
    key, other = COLUMNS[table][0], COLUMNS[table][-1]

    refused(
        f'INSERT INTO "{table}" SELECT * FROM "{table}" WHERE true '
        f'ON CONFLICT ("{key}") DO UPDATE SET "{other}" = excluded."{other}"'
    )

    assert every_row() == ledger


@pytest.mark.parametrize("chain", CHAINS)
def test_only_the_next_number_is_taken(ledger, chain):
    number, *_ = next_link(chain)

    for another in (number + 1, number - 1, 1, 0, -1):
        link_refused(chain, number=another)
    no_number_refused(chain, number="one")

    assert every_row() == ledger


@pytest.mark.parametrize("chain", CHAINS)
def test_a_row_follows_the_last(ledger, chain):
    first = run(f'SELECT hash FROM "{chain}" WHERE number = 1')[0][0]

    for previous in (first, "0" * 64, ""):
        link_refused(chain, previous=previous)

    assert every_row() == ledger


@pytest.mark.parametrize("chain", CHAINS)
def test_a_row_corrects_one_that_is_there_and_not_corrected(ledger, chain):
    number, *_ = next_link(chain)
    (corrected,) = run(f'SELECT corrects FROM "{chain}" WHERE corrects IS NOT NULL')[0]

    for corrects in (corrected, number, number + 1, 0, -1):
        link_refused(chain, corrects=corrects)
    no_number_refused(chain, corrects="one")

    assert every_row() == ledger


@only_on_sqlite
@pytest.mark.parametrize("chain", CHAINS)
def test_a_number_is_whole(ledger, chain):
    link_refused(chain, number=next_link(chain)[0] + 0.5)

    assert every_row() == ledger


@only_on_sqlite
@pytest.mark.parametrize("chain", CHAINS)
def test_a_row_does_not_take_the_hidden_place_of_another(ledger, chain):
    link_refused(chain, rowid=1)

    assert every_row() == ledger


@only_on_sqlite
@pytest.mark.parametrize("chain", CHAINS)
def test_a_text_does_not_take_the_hidden_place_of_another(ledger, chain):
    number = insert_link(chain)

    columns = "(rowid, number, area, salt, text)"
    refused(f"REPLACE INTO {chain}_text {columns} VALUES (1, %s, '', 'salt', 'text')", number)

    assert every_row()[f"{chain}_text"] == ledger[f"{chain}_text"]


@pytest.mark.parametrize("chain", CHAINS)
def test_a_text_belongs_to_a_row(ledger, chain):
    number, *_ = next_link(chain)

    refused(f"INSERT INTO {chain}_text VALUES (%s, '', 'salt', 'text')", number)

    assert every_row() == ledger


@pytest.mark.parametrize("chain", CHAINS)
def test_only_a_row_named_as_erased_is_blanked_and_only_whole(ledger, chain):
    erased = run(f"SELECT number FROM {chain}_expunged")[0][0]

    refused(f"UPDATE {chain}_text SET salt = '', text = '' WHERE number <> %s", erased)
    refused(f"UPDATE {chain}_text SET text = 'another' WHERE number = %s", erased)
    refused(f"UPDATE {chain}_text SET salt = 'another' WHERE number = %s", erased)
    refused(f"UPDATE {chain}_text SET area = 'another' WHERE number = %s", erased)
    refused(f"UPDATE {chain}_text SET number = 1 WHERE number = %s", erased)

    assert every_row() == ledger


@pytest.mark.parametrize("chain", CHAINS)
def test_a_row_is_named_as_erased_once_and_after_its_account(ledger, chain):
    table = f"{chain}_expunged"
    number, account = run(f"SELECT number, account FROM {table}")[0]

    for wrong in ((number, account), (1, 1), (account, number), (1, account + 1)):
        for verb in ways("INSERT"):
            refused(f"{verb} INTO {table} VALUES (%s, %s)", *wrong)

    assert every_row() == ledger


@pytest.mark.parametrize("pair", [(1, 99), (99, 1)])
def test_an_entry_is_published_once_and_a_release_publishes_one(ledger, pair):
    for verb in ways("INSERT"):
        refused(f"{verb} INTO publication VALUES (%s, %s)", *pair)

    assert every_row() == ledger


@only_on_sqlite
@pytest.mark.parametrize("chain", CHAINS)
def test_a_blanked_row_does_not_move_over_another(ledger, chain):
    erased = run(f"SELECT number FROM {chain}_expunged")[0][0]

    for moved in ("rowid = 1", "number = 1"):
        refused(f"UPDATE OR REPLACE {chain}_text SET {moved} WHERE number = %s", erased)

    assert every_row() == ledger


@only_on_sqlite
def test_no_hidden_place_is_taken_by_an_erasure_or_a_publication(ledger):
    account = ledger["entry_expunged"][0][1]

    refused("REPLACE INTO entry_expunged (rowid, number, account) VALUES (1, 1, %s)", account)
    refused("REPLACE INTO publication (rowid, entry, release) VALUES (1, 98, 99)")

    assert every_row() == ledger


@only_on_sqlite
def test_the_triggers_are_those_that_files_hold():
    """What was made by an older version must not be taken for altered."""
    held = "\n".join(sqlite.triggers(connection).values())

    assert hashlib.sha256(held.encode()).hexdigest() == (
        "7783635838556d442916b9e7616c49498b460b71adec2d57b7b339cded5fbf3e"
    )
