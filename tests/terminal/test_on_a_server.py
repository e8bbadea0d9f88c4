"""A server as the how-to sets it up: the owner makes the tables, the application uses them."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection

from areasend.register.models import Report
from areasend.register.reports import store, sweep
from areasend.terminal.upkeep import RECORD
from tests.asking import NEWEST
from tests.ledger.test_exporting import held
from tests.ledgers import connected_to
from tests.terminal.test_troubles import refused

pytestmark = [
    pytest.mark.slow,
    pytest.mark.only_on("postgresql", why="a file has neither owner nor application"),
]


@pytest.fixture
def as_application(nowhere):
    """Return how to connect to a new database as the application."""
    return lambda: connected_to(nowhere.replace("//owner@", "//application@", 1))


def test_the_owner_sets_it_up_and_the_application_goes_on(run, as_application, tmp_path):
    loaded, granted = run("load"), run("grant", "application")
    again = run("load"), run("grant", "application")
    with as_application():
        up_to_date, verified = run("load"), run("verify", "--against")
        withdrawn = run("withdraw", 57, "--by", 1, "--reason", "Recorded twice.")
        exported = run("export", tmp_path / "export")
        imported = run("import", tmp_path / "export")

    place = f"postgresql://{connection.settings_dict['HOST']}/{connection.settings_dict['NAME']}"
    assert loaded.stdout == f"Loaded {NEWEST} entries, {NEWEST} releases into {place}.\n"
    assert granted.stdout == again[1].stdout
    assert granted.stdout == (
        "application may read the ledger and add to it, keep the reports of errors, and nothing "
        "else.\n"
    )
    assert again[0].stdout == up_to_date.stdout == imported.stdout == f"{place} is up to date.\n"
    assert verified.stdout.endswith("Every row is as it was written.\n")
    assert withdrawn.stdout == f"Entry {NEWEST + 1} withdraws entry 57.\n"
    assert exported.stdout.startswith(f"Wrote {NEWEST + 1} entries, {NEWEST + 1} releases to ")
    assert held(tmp_path / "export").keys() == held(RECORD).keys()


def test_whoever_erases_is_told_what_the_owner_has_to_do(run, as_application):
    run("load"), run("grant", "application")

    erase = ("expunge", 57, "--by", 1, 2, "--reason", "Ordered by a court.", "--yes")
    with as_application():
        by_application = run(*erase)
    by_owner = run("expunge", 58, *erase[2:])

    assert by_application.stdout.replace("\n", " ") == (
        f"Entry 57 is erased; entry {NEWEST + 1} says so. In PostgreSQL the words stay in its "
        "tables' files "
        "until their owner runs VACUUM FULL entry_text, release_text, and in its write-ahead log "
        "and in backups: docs/how-to/erase.md says what to do. "
    )
    assert by_owner.stdout.replace("\n", " ") == (
        f"Entry 58 is erased; entry {NEWEST + 2} says so. In PostgreSQL the words may still "
        "be in its "
        "write-ahead log and in backups: docs/how-to/erase.md says what to do. "
    )


def test_the_application_keeps_the_reports_of_errors_and_does_not_reword_them(run, as_application):
    run("load"), run("grant", "application")

    with as_application():
        store(about="/areas/dudley", words="It was in May.", right="", today=date(2026, 11, 21))
        listed, declined = run("reports"), run("reports", "decline", 1)
        with pytest.raises(ProgrammingError, match="permission denied"):
            Report.objects.update(words="It was in June.")
        swept = sweep(today=date(2027, 11, 21))

    assert "It was in May." in listed.stdout
    assert declined.stdout == "Report 1 is declined.\n"
    assert swept == 1


def test_before_the_owner_has_granted_anything_the_application_is_told_who_may(run, as_application):
    run("load")

    with as_application():
        asked, loaded = run("national"), run("load")
        granted = run("grant", "application")

    assert asked.exit_code == loaded.exit_code == 2
    assert asked.stderr.startswith("areasend: permission denied for table release at postgresql://")
    assert asked.stderr.endswith("The owner of the tables runs: areasend grant ROLE\n")
    assert "Let their owner run: areasend load, then: areasend grant ROLE" in loaded.stderr
    refused(granted, "Only the owner of the tables can grant.")
