"""The database that a run is about, and the shipped record, loaded once for all tests."""

from contextlib import nullcontext

import pytest
from django.core.management import call_command
from django.db import connections

from areasend.ledger import releases
from tests.asking import KNOWN
from tests.ledgers import Databases, Files, connected_to, settings_of, undone

SQLITE, POSTGRESQL = "sqlite", "postgresql"
NAMES = {SQLITE: "SQLite", POSTGRESQL: "PostgreSQL"}


def pytest_addoption(parser):
    parser.addoption(
        "--database",
        choices=list(NAMES),
        default=SQLITE,
        help="The database to run on. On PostgreSQL only the tests that need a database run.",
    )


def pytest_collection_modifyitems(config, items):
    runs_on = config.option.database
    left_out = {"alone": [], "none": []}
    for item in items:
        mark = item.get_closest_marker("only_on")
        if mark and runs_on not in mark.args:
            left_out["alone"].append(item)
        elif runs_on != SQLITE and not needs_database(item):
            left_out["none"].append(item)
    config.left_out = {why: len(them) for why, them in left_out.items()}
    gone = {id(item) for them in left_out.values() for item in them}
    config.hook.pytest_deselected(items=[item for item in items if id(item) in gone])
    items[:] = [item for item in items if id(item) not in gone]


def needs_database(item):
    """Return whether a test asks one itself: the record's events are told from memory."""
    fixtures = set(item.fixturenames)
    from_memory = "told" in fixtures and "record" not in fixtures
    return item.get_closest_marker("django_db") or ("ledgers" in fixtures and not from_memory)


def pytest_terminal_summary(terminalreporter, config):
    ran = sum(len(terminalreporter.stats.get(how, [])) for how in ("passed", "failed"))
    here, left_out = config.option.database, config.left_out
    (other,) = set(NAMES) - {here}
    words = f"On {NAMES[here]}: {ran} tests ran"
    words += f"; {left_out['alone']} are about {NAMES[other]} alone"
    words += f"; {left_out['none']} need no database" if left_out["none"] else ""
    terminalreporter.write_line(f"{words}.")


@pytest.fixture(scope="session")
def ledgers(request, tmp_path_factory):
    """Where tests make ledgers: a folder, or a server of PostgreSQL that ends with the run."""
    if request.config.option.database == SQLITE:
        yield Files(tmp_path_factory.mktemp("ledgers"))
        return
    # Only here: on SQLite nobody waits for these.
    from tests.server import address, running

    with running() as server:
        yield Databases(address(server, "postgres"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(ledgers):
    """Let pytest-django make its database there, whatever the environment names."""
    connections.databases["default"] = settings_of(ledgers.new())
    connections["default"] = connections.create_connection("default")


@pytest.fixture(scope="session")
def shipped(ledgers, django_db_blocker):
    """A ledger that holds the shipped record. Copy it: loading takes longer."""
    # Only here: importing these lets the whole process read longer cells of CSV files.
    from areasend.ledger.transfer import import_from
    from areasend.terminal.upkeep import RECORD

    ledger = ledgers.new()
    with django_db_blocker.unblock(), connected_to(ledger):
        call_command("migrate", verbosity=0)
        import_from(RECORD)
    return ledger


@pytest.fixture
def record(ledgers, shipped, django_db_blocker):
    """The shipped record to ask and to write to: what was written is gone when the test is over."""
    is_file = isinstance(ledgers, Files)
    ledger = ledgers.copy(shipped) if is_file else shipped
    # A server takes longer to copy a database than to forget a transaction.
    forgotten = nullcontext() if is_file else undone()
    with django_db_blocker.unblock(), connected_to(ledger), forgotten:
        yield ledger
    if is_file:
        ledgers.drop(ledger)


@pytest.fixture
def nowhere(ledgers, django_db_blocker):
    """A database without a ledger, which Django uses until the test is over."""
    ledger = ledgers.new()
    with django_db_blocker.unblock(), connected_to(ledger):
        yield ledger
    ledgers.drop(ledger)


@pytest.fixture(scope="session")
def told(shipped, django_db_blocker):
    """Every event of the shipped record by area."""
    with django_db_blocker.unblock(), connected_to(shipped):
        return releases.events(known_at=KNOWN)


@pytest.fixture
def read_once(told, monkeypatch):
    """Let answers take the record's events from memory, to ask of every area on many days."""
    monkeypatch.setattr(releases, "events", lambda *, known_at: told)  # noqa: ARG005
