"""A role that does not own the tables does its work, and nothing that the ledger must not suffer.

Whoever takes the application over has no more than this.
"""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from areasend.ledger import tables
from areasend.ledger.granting import UnableToGrant, grant_to
from areasend.ledger.refusals import TABLES
from areasend.ledger.transfer import export_to, import_from
from tests.builders import build_step
from tests.ledger.deeds import (
    erase,
    every_row,
    faults,
    release,
    run,
    said,
    tell,
    tell_everything,
    withdraw,
)
from tests.ledgers import connected_to

only_on_postgresql = pytest.mark.only_on("postgresql", why="a file has no roles")
OWNER, APPLICATION, SUPERUSER = "owner", "application", "postgres"


@pytest.fixture
def as_role(on_disk):
    """Return how to connect to the ledger as another role than its owner."""
    return lambda role: connected_to(on_disk.replace(f"//{OWNER}@", f"//{role}@"))


@pytest.fixture
def as_application(as_role):
    """Connect as the application's role, which was granted what it needs."""
    tell_everything()
    grant_to(APPLICATION)
    with as_role(APPLICATION):
        assert run("SELECT current_user") == [(APPLICATION,)]
        yield


@only_on_postgresql
@pytest.mark.usefixtures("as_application")
def test_the_application_records_corrects_releases_withdraws_and_erases():
    event = build_step(words="As it was recorded.")
    number = tell(event)
    assert event in said()

    correction = tell(build_step(area="bury"), corrects=number, reason="It was Bury.")
    release(withdraw(correction))
    erase(number)

    assert event not in said()
    assert faults() == []


@only_on_postgresql
@pytest.mark.usefixtures("as_application")
def test_the_application_exports_and_imports(tmp_path, ledgers):
    export_to(tmp_path / "shorter")
    tell(build_step())
    erase(tell(build_step()))
    counts = export_to(tmp_path / "longer")

    assert import_from(tmp_path / "longer") == {"entry": 0, "release": 0}
    elsewhere = ledgers.new()
    with connected_to(elsewhere):
        tables.make()
        grant_to(APPLICATION)
    with connected_to(elsewhere.replace(OWNER, APPLICATION, 1)):
        import_from(tmp_path / "shorter")
        new = import_from(tmp_path / "longer")
    ledgers.drop(elsewhere)

    assert new == {name: count - 5 for name, count in counts.items()}


#: What somebody might try who had the application's password.
DEEDS = {
    **{f"delete from {table}": f"DELETE FROM {table}" for table in TABLES},
    **{f"empty {table}": f"TRUNCATE {table}" for table in TABLES},
    **{
        f"disable what guards {table}": f"ALTER TABLE {table} DISABLE TRIGGER ALL"
        for table in TABLES
    },
    **{f"drop {table}": f"DROP TABLE {table}" for table in TABLES},
    "update a hash": "UPDATE entry SET hash = ''",
    "update an area": "UPDATE entry_text SET area = 'bury'",
    "update a moment": "UPDATE release SET takes_effect_at = ''",
    "update who was published": "UPDATE publication SET release = 1",
    "drop a trigger": "DROP TRIGGER entry_delete_refused ON entry",
    "drop a function": "DROP FUNCTION entry_delete_refused CASCADE",
    "make a function harmless": (
        "CREATE OR REPLACE FUNCTION entry_delete_refused() RETURNS trigger LANGUAGE plpgsql "
        "AS $$BEGIN RETURN NEW; END$$"
    ),
    "make a function look elsewhere": "ALTER FUNCTION entry_delete_refused() RESET search_path",
    "make a trigger": (
        "CREATE TRIGGER a BEFORE INSERT ON entry FOR EACH ROW "
        "EXECUTE FUNCTION entry_delete_refused()"
    ),
    "make a rule": "CREATE RULE a AS ON INSERT TO entry DO INSTEAD NOTHING",
    "add a column": "ALTER TABLE entry ADD COLUMN more text",
    "own a table": "ALTER TABLE entry OWNER TO application",
    "make a table": "CREATE TABLE another (number bigint)",
    "make a schema": "CREATE SCHEMA another",
    "be the owner": f"SET ROLE {OWNER}",
    "be a replica": "SET session_replication_role = replica",
    "put words into a reader's mouth": "UPDATE report SET words = 'No'",
    "change what was migrated": "DELETE FROM django_migrations",
    "read a file of the server": "COPY entry_text FROM '/etc/hostname'",
}


@only_on_postgresql
@pytest.mark.usefixtures("as_application")
def test_the_application_may_do_nothing_else():
    before = every_row()

    assert [deed for deed, sql in DEEDS.items() if not is_forbidden(sql)] == []

    assert every_row() == before
    assert faults() == []


def is_forbidden(sql):
    try:
        run(sql)
    except ProgrammingError as error:
        return "permission denied" in str(error) or "must be" in str(error)
    return False


@only_on_postgresql
@pytest.mark.usefixtures("as_application")
def test_the_application_cannot_grant_itself_more():
    run(
        f"GRANT ALL ON {', '.join(TABLES)} TO {APPLICATION}"
    )  # PostgreSQL warns, and grants nothing

    assert is_forbidden("DELETE FROM entry")


@only_on_postgresql
@pytest.mark.usefixtures("as_application")
def test_the_application_blanks_nothing_that_no_row_accounts_for():
    for table in ("entry_text", "release_text"):
        for blanked in ("salt = '', text = ''", "text = ''", "salt = 'a', text = 'b'"):
            with pytest.raises(IntegrityError, match=f"the ledger refuses UPDATE on {table}"):
                run(f"UPDATE {table} SET {blanked} WHERE number = 1")

    assert faults() == []


@only_on_postgresql
@pytest.mark.usefixtures("as_application")
def test_tables_of_its_own_do_not_deceive_the_guards():
    """A session may always make temporary tables, and they are looked at before all others."""
    run("CREATE TEMPORARY TABLE entry_expunged AS SELECT 1 AS number, 2 AS account")
    run("CREATE TEMPORARY TABLE entry AS SELECT 98 AS number, repeat('0', 64) AS hash")
    run("SET search_path TO pg_temp, public")

    with pytest.raises(IntegrityError, match="the ledger refuses UPDATE on entry_text"):
        run("UPDATE public.entry_text SET salt = '', text = '' WHERE number = 1")
    with pytest.raises(IntegrityError, match="the next number of entry is another"):
        run(
            "INSERT INTO public.entry (number, digest, previous, hash, recorded_at, by) "
            "VALUES (99, '', repeat('0', 64), '', '', 1)"
        )


@only_on_postgresql
def test_not_even_a_superuser_playing_a_replica_gets_past_the_guards(as_role):
    tell_everything()
    before = every_row()
    with as_role(SUPERUSER), transaction.atomic():
        run("SET LOCAL session_replication_role = replica")
        for table in TABLES:
            for deed in (f"DELETE FROM {table}", f"TRUNCATE {table}"):
                with (
                    pytest.raises(IntegrityError, match="the ledger refuses"),
                    transaction.atomic(),
                ):
                    run(deed)

    assert every_row() == before


# Granting.


@only_on_postgresql
@pytest.mark.usefixtures("on_disk")
def test_granting_again_takes_back_what_was_granted_beyond():
    run(f"GRANT ALL ON entry, entry_text TO {APPLICATION}")

    grant_to(APPLICATION)
    grant_to(APPLICATION)

    assert run(
        "SELECT DISTINCT privilege_type FROM information_schema.role_table_grants "
        f"WHERE grantee = '{APPLICATION}' AND table_name = ANY(%s) ORDER BY 1",
        list(TABLES),
    ) == [("INSERT",), ("SELECT",)]
    assert run(
        "SELECT table_name, column_name FROM information_schema.column_privileges "
        f"WHERE grantee = '{APPLICATION}' AND privilege_type = 'UPDATE' ORDER BY 1, 2"
    ) == [
        *(("entry_text", column) for column in ("salt", "text")),
        *(("release_text", column) for column in ("salt", "text")),
        *(("reply", one) for one in ("about", "area", "ended", "received", "seen", "words")),
        ("report", "ended"),
    ]


REFUSED = {
    "the owner": ((), OWNER, "may act as the owner of the tables"),
    "a superuser": ((), SUPERUSER, "may act as the owner of the tables"),
    "nobody": ((), "nobody's", "There is no role nobody's"),
    "a member of the owner": (
        (f"GRANT {OWNER} TO {APPLICATION}",),
        APPLICATION,
        "may act as the owner of the tables",
    ),
    "one that may make roles": (
        (f"ALTER ROLE {APPLICATION} CREATEROLE",),
        APPLICATION,
        "may make itself the owner of the tables by what the role application may do",
    ),
    "a member of one that may make roles": (
        ("CREATE ROLE maker CREATEROLE", f"GRANT maker TO {APPLICATION}"),
        APPLICATION,
        "may make itself the owner of the tables by what the role maker may do",
    ),
    "a member of a superuser": (
        (f"GRANT {SUPERUSER} TO {APPLICATION}",),
        APPLICATION,
        "may make itself the owner of the tables by what the role postgres may do",
    ),
    "one that may run programs on the server": (
        (f"GRANT pg_execute_server_program TO {APPLICATION}",),
        APPLICATION,
        "by what the role pg_execute_server_program may do",
    ),
    "the owner of the schema": (
        (f"ALTER SCHEMA public OWNER TO {APPLICATION}",),
        APPLICATION,
        "may act as the owner of the schema public or of the database, who may drop the tables",
    ),
    "the owner of the database": (
        (
            "DO $$BEGIN EXECUTE 'ALTER DATABASE ' || quote_ident(current_database()) || "
            f"' OWNER TO {APPLICATION}'; END$$",
        ),
        APPLICATION,
        "may act as the owner of the schema public or of the database, who may drop the tables",
    ),
    "one that may make tables": (
        (f"GRANT CREATE ON SCHEMA public TO {APPLICATION}",),
        APPLICATION,
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC, application$",
    ),
    "one that all may delete with": (
        ("GRANT DELETE ON release TO PUBLIC",),
        APPLICATION,
        "may do more to the table release",
    ),
}


@only_on_postgresql
@pytest.mark.parametrize("case", REFUSED)
def test_a_role_that_could_do_more_all_the_same_is_refused(as_role, case):
    deeds, role, says = REFUSED[case]
    with as_role(SUPERUSER), transaction.atomic():
        for deed in deeds:
            run(deed)
        with pytest.raises(UnableToGrant, match=says):
            grant_to(role)
        assert not run(
            f"SELECT 1 WHERE has_table_privilege('{APPLICATION}', 'entry', 'INSERT') "
            f"AND NOT pg_has_role('{APPLICATION}', '{OWNER}', 'USAGE')"
        )
        transaction.set_rollback(True)


@only_on_postgresql
@pytest.mark.usefixtures("as_application")
def test_whoever_does_not_own_the_tables_cannot_grant():
    with pytest.raises(UnableToGrant, match="Only the owner of the tables can grant"):
        grant_to(APPLICATION)


@only_on_postgresql
@pytest.mark.usefixtures("nowhere")
def test_a_database_without_a_ledger_grants_nothing():
    with pytest.raises(UnableToGrant, match="or no ledger that it could use"):
        grant_to(APPLICATION)


@pytest.mark.only_on("sqlite", why="PostgreSQL has roles")
@pytest.mark.django_db
def test_a_file_has_no_roles():
    with pytest.raises(UnableToGrant, match="whoever may write to it may write to the ledger"):
        grant_to(APPLICATION)


# The tables.


@only_on_postgresql
@pytest.mark.usefixtures("as_application")
def test_tables_that_are_up_to_date_are_left_to_their_owner():
    tables.make()

    assert tables.are_there()


@only_on_postgresql
def test_a_role_that_may_not_make_the_tables_is_told_who_may(nowhere):
    with connected_to(nowhere.replace(OWNER, APPLICATION, 1)):
        with pytest.raises(tables.UnableToMakeTables, match="Let their owner run: areasend load"):
            tables.make()
        assert not tables.are_there()


@only_on_postgresql
def test_a_role_that_was_granted_nothing_is_told_who_may_grant(as_role):
    with (
        as_role(APPLICATION),
        pytest.raises(tables.UnableToMakeTables, match="areasend grant ROLE"),
    ):
        tables.make()


@only_on_postgresql
@pytest.mark.usefixtures("nowhere")
def test_another_trouble_with_the_tables_is_not_taken_for_a_lack_of_permission():
    run("CREATE TABLE entry (number bigint)")

    with pytest.raises(ProgrammingError, match="already exists"):
        tables.make()


@only_on_postgresql
@pytest.mark.usefixtures("on_disk")
def test_where_the_website_keeps_no_reports_the_ledger_is_granted_all_the_same():
    with transaction.atomic():
        run("DROP TABLE report")
        grant_to(APPLICATION)

        assert run(f"SELECT has_table_privilege('{APPLICATION}', 'entry', 'INSERT')") == [(True,)]
        transaction.set_rollback(True)
