"""A trigger that is dropped, altered or disabled is found: nobody takes a guard off unseen."""

import pytest
from django.db import connection

from areasend.ledger.databases import here
from areasend.ledger.refusals import TABLES, refusals
from tests.ledger.deeds import every_row, faults, run, tell_everything
from tests.ledger.tampering import drop

pytestmark = pytest.mark.django_db

EVERYWHERE = {one.name: one.table for one in refusals(hidden_places=False)}
only_on_sqlite = pytest.mark.only_on("sqlite", why="rows of PostgreSQL have no place to name")
only_on_postgresql = pytest.mark.only_on("postgresql", why="SQLite has no such way of altering one")


def sentence(name):
    return f"The trigger {name} is missing or altered."


def test_the_triggers_of_a_new_ledger_are_all_there():
    assert faults() == []


@pytest.mark.parametrize("name", EVERYWHERE)
def test_a_trigger_that_is_dropped_is_found(name):
    drop(name)

    assert faults() == [sentence(name)]


@only_on_sqlite
@pytest.mark.parametrize("name", [one.name for one in refusals(hidden_places=True)])
def test_a_trigger_that_is_altered_is_found(name):
    drop(name)
    dropped = faults()

    run(f"CREATE TRIGGER {name} BEFORE INSERT ON entry BEGIN SELECT RAISE(IGNORE); END")

    assert (dropped, faults()) == ([sentence(name)], [sentence(name)])


MADE_HARMLESS = "AS $$BEGIN RETURN NEW; END$$"
FUNCTION = "RETURNS trigger LANGUAGE plpgsql"
ALTERATIONS = {
    "disabled": "ALTER TABLE {table} DISABLE TRIGGER {name}",
    "not fired in a replica": "ALTER TABLE {table} ENABLE TRIGGER {name}",
    "fired in a replica alone": "ALTER TABLE {table} ENABLE REPLICA TRIGGER {name}",
    "doing nothing": f"CREATE OR REPLACE FUNCTION {{name}}() {FUNCTION} {MADE_HARMLESS}",
    "looking anywhere": "ALTER FUNCTION {name}() RESET search_path",
    "looking elsewhere": "ALTER FUNCTION {name}() SET search_path TO pg_temp, public",
    "fired afterwards": (
        "CREATE OR REPLACE TRIGGER {name} AFTER DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION {name}()"
    ),
    "fired sometimes": (
        "CREATE OR REPLACE TRIGGER {name} BEFORE DELETE ON {table} "
        "FOR EACH ROW WHEN (false) EXECUTE FUNCTION {name}()"
    ),
    "on another table": (
        "DROP TRIGGER {name} ON {table}; CREATE TRIGGER {name} BEFORE DELETE ON django_migrations "
        "FOR EACH ROW EXECUTE FUNCTION {name}()"
    ),
    "dropped for all": "DROP FUNCTION {name} CASCADE",
}


@only_on_postgresql
@pytest.mark.parametrize("alteration", ALTERATIONS)
@pytest.mark.parametrize("name", ["entry_delete_refused", "release_text_update_refused"])
def test_however_a_trigger_is_altered_it_is_found(name, alteration):
    run(ALTERATIONS[alteration].format(name=name, table=EVERYWHERE[name]))

    assert faults() == [sentence(name)]


@only_on_postgresql
def test_all_the_triggers_of_a_table_disabled_at_once_are_found():
    run("ALTER TABLE entry DISABLE TRIGGER ALL")

    found = {sentence(name) for name in here().triggers(connection) if name.startswith("entry_")}
    named = {name for name in found if "entry_text" not in name and "entry_expunged" not in name}
    assert set(faults()) == named
    assert len(named) == 6


@only_on_postgresql
@pytest.mark.parametrize("table", TABLES)
def test_no_table_is_emptied(table):
    from tests.ledger.test_append_only import refused

    tell_everything()
    before = every_row()

    refused(f"TRUNCATE {table}")
    refused(f"TRUNCATE {table} CASCADE")
    refused(f"TRUNCATE {', '.join(TABLES)}")

    assert every_row() == before
    assert all(before.values())
