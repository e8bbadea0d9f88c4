"""The database itself refuses whatever would change or remove a row of the ledger."""

import re

import pytest
from django.db import IntegrityError

from areasend.ledger import guards
from tests.ledger.deeds import TABLES, every_row, faults, run, tell_everything

pytestmark = pytest.mark.django_db

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
SENTENCES = {re.search("ABORT, '(.*)'", trigger)[1] for trigger in guards.sqlite().values()}
EVERY_COLUMN = [(table, column) for table, columns in COLUMNS.items() for column in columns]


@pytest.fixture
def ledger():
    tell_everything()
    held = every_row()
    assert all(held.values()), "every table has something to lose"
    return held


def refused(sql, *values):
    with pytest.raises(IntegrityError) as refusal:
        run(sql, *values)
    assert str(refusal.value) in SENTENCES


def next_link(chain):
    """The number, previous hash and columns of a row that would follow the last one."""
    number, previous = run(f'SELECT number, hash FROM "{chain}" ORDER BY number DESC LIMIT 1')[0]
    others = ", ".join(f'"{column}"' for column in COLUMNS[chain][5:])
    return number + 1, previous, others, ", ".join("7" for _ in COLUMNS[chain][5:])


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


def link_refused(chain, **row):
    for how in ("INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"):
        with pytest.raises(IntegrityError) as refusal:
            insert_link(chain, how, **row)
        assert str(refusal.value) in SENTENCES


@pytest.mark.parametrize(("table", "column"), EVERY_COLUMN)
def test_no_column_of_any_row_is_updated(ledger, table, column):
    for verb in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"):
        refused(f'{verb} "{table}" SET "{column}" = "{column}"')
        refused(f"""{verb} "{table}" SET "{column}" = '' WHERE rowid = 1""")

    assert every_row() == ledger


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_deleted(ledger, table):
    refused(f'DELETE FROM "{table}"')
    refused(f'DELETE FROM "{table}" WHERE rowid = 1')

    assert every_row() == ledger


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("verb", ["REPLACE", "INSERT OR REPLACE", "INSERT OR IGNORE", "INSERT"])
def test_no_row_is_put_in_place_of_another(ledger, table, verb):
    refused(f'{verb} INTO "{table}" SELECT * FROM "{table}" ORDER BY 1 LIMIT 1')

    assert every_row() == ledger


@pytest.mark.parametrize("table", TABLES)
def test_an_insert_does_not_turn_into_an_update(ledger, table):
    key, other = COLUMNS[table][0], COLUMNS[table][-1]

    refused(
        f'INSERT INTO "{table}" SELECT * FROM "{table}" WHERE true '
        f"""ON CONFLICT ("{key}") DO UPDATE SET "{other}" = ''"""
    )

    assert every_row() == ledger


@pytest.mark.parametrize("chain", CHAINS)
def test_only_the_next_number_is_taken(ledger, chain):
    number, *_ = next_link(chain)

    for another in (number + 1, number - 1, 1, 0, -1, "one", number + 0.5):
        link_refused(chain, number=another)

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

    for corrects in (corrected, number, number + 1, 0, -1, "one"):
        link_refused(chain, corrects=corrects)

    assert every_row() == ledger


@pytest.mark.parametrize("chain", CHAINS)
def test_a_row_does_not_take_the_hidden_place_of_another(ledger, chain):
    link_refused(chain, rowid=1)

    assert every_row() == ledger


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
    for moved in ("rowid = 1", "number = 1"):
        refused(f"UPDATE OR REPLACE {chain}_text SET {moved} WHERE number = %s", erased)

    assert every_row() == ledger


@pytest.mark.parametrize("chain", CHAINS)
def test_a_row_is_named_as_erased_once_and_after_its_account(ledger, chain):
    table = f"{chain}_expunged"
    number, account = run(f"SELECT number, account FROM {table}")[0]

    for wrong in ((number, account), (1, 1), (account, number), (1, account + 1)):
        for verb in ("INSERT", "REPLACE"):
            refused(f"{verb} INTO {table} VALUES (%s, %s)", *wrong)
    refused(f"REPLACE INTO {table} (rowid, number, account) VALUES (1, 1, %s)", account)

    assert every_row() == ledger


@pytest.mark.parametrize("pair", [(1, 99), (99, 1)])
def test_an_entry_is_published_once_and_a_release_publishes_one(ledger, pair):
    refused("REPLACE INTO publication VALUES (%s, %s)", *pair)
    refused("REPLACE INTO publication (rowid, entry, release) VALUES (1, 98, 99)")

    assert every_row() == ledger


@pytest.mark.parametrize("name", sorted(guards.sqlite()))
def test_a_trigger_that_is_dropped_or_altered_is_found(name):
    sentence = f"The trigger {name} is missing or altered."

    run(f"DROP TRIGGER {name}")
    dropped = faults()
    run(f"CREATE TRIGGER {name} BEFORE INSERT ON entry BEGIN SELECT RAISE(IGNORE); END")
    altered = faults()

    assert (dropped, altered) == ([sentence], [sentence])
