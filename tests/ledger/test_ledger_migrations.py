"""Every migration leaves the triggers in place and the ledger's tables as they were."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from areasend.ledger import guards, tables
from areasend.ledger.refusals import TABLES
from areasend.ledger.rows import reading, writing
from tests.ledger.deeds import run


@pytest.mark.usefixtures("nowhere")
def test_tables_are_there_once_they_were_made():
    before = tables.are_there()
    tables.make()

    assert (before, tables.are_there()) == (False, True)


@pytest.mark.usefixtures("on_disk")
def test_every_trigger_is_there_after_every_migration():
    call_command("migrate", "ledger", "zero", verbosity=0)
    applied = []

    for app, name in sorted(MigrationLoader(None).disk_migrations):
        if app == "ledger":
            call_command("migrate", app, name, verbosity=0)
            applied.append(name)
            assert guards.missing(connection) == [], name

    assert applied


LINK = "number bigint, corrects bigint null, digest text, previous text, hash text"
TEXT = "number bigint, area text, salt text, text text"
AS_FIRST_MADE = {
    "entry": f"{LINK}, recorded_at text, by bigint",
    "entry_text": TEXT,
    "entry_expunged": "number bigint, account bigint",
    "release": f"{LINK}, takes_effect_at text",
    "release_text": TEXT,
    "release_expunged": "number bigint, account bigint",
    "publication": "entry bigint, release bigint",
}


COLUMNS = {
    "sqlite": """SELECT name, lower(type), "notnull" FROM pragma_table_info(%s)""",
    "postgresql": "SELECT column_name, data_type, is_nullable = 'NO' "
    "FROM information_schema.columns WHERE table_name = %s ORDER BY ordinal_position",
}


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES)
def test_no_migration_alters_a_table_of_the_ledger(table):
    columns = run(COLUMNS[connection.vendor], table)

    written = (f"{name} {kind}{'' if full else ' null'}" for name, kind, full in columns)
    assert ", ".join(written) == AS_FIRST_MADE[table]


@pytest.mark.only_on("sqlite", why="they are settings of SQLite")
@pytest.mark.usefixtures("on_disk")
def test_every_connection_has_the_settings_that_the_ledger_stands_on():
    held = {
        pragma: run(f"PRAGMA {pragma}")[0][0]
        for pragma in ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
    }

    full, on, half_a_minute = 2, 1, 30_000
    assert held == {
        "journal_mode": "wal",
        "synchronous": full,
        "secure_delete": on,
        "busy_timeout": half_a_minute,
    }
    # SQLite may be built with secure_delete as its default, so the setting is looked for as well.
    assert "secure_delete=ON" in connection.settings_dict["OPTIONS"]["init_command"]


@pytest.mark.only_on("postgresql", why="SQLite knows no such levels")
@pytest.mark.usefixtures("on_disk")
def test_whatever_the_server_is_set_to_writers_see_the_newest_and_readers_one_state():
    name = connection.settings_dict["NAME"]
    run(f"ALTER DATABASE {name} SET default_transaction_isolation = 'serializable'")
    connection.close()

    asked = (
        "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only')"
    )
    with writing():
        written = run(asked)
    with reading():
        read = run(asked)

    assert (written, read) == ([("read committed", "off")], [("repeatable read", "on")])
    assert run("SHOW default_transaction_isolation") == [("serializable",)]
