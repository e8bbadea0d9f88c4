"""What all tests share: the database of a run, the shipped record, the index of postcodes."""

import hashlib
import itertools
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client

from areasend.domain.areas import AREAS
from areasend.gazetteer import directory, index
from areasend.ledger import releases
from tests.asking import KNOWN
from tests.ledgers import Databases, Files, connected_to, settings_of, undone
from tests.register import serving
from tests.searching import search_quickly_or_deeply

search_quickly_or_deeply()

SQLITE, POSTGRESQL = "sqlite", "postgresql"
#: The folders of tests that run with tests/rooms_settings.py.
HERE, ROOMS = Path(__file__).parent, {"people", "casework", "papers", "updating", "audit"}
#: Long searches, and what starts servers of its own.
ASKED_ONCE = {"test_permalinks.py", "test_benchmarks.py"}
NAMES = {SQLITE: "SQLite", POSTGRESQL: "PostgreSQL"}


def pytest_addoption(parser):
    parser.addoption(
        "--database",
        choices=list(NAMES),
        default=SQLITE,
        help="The database to run on. On PostgreSQL only the tests that need a database run.",
    )


def pytest_ignore_collect(collection_path):
    """Leave out what wants the other settings: the rooms have their own (see the Makefile)."""
    of_rooms = ROOMS.intersection(collection_path.relative_to(HERE.parent).parts[1:2])
    return True if of_rooms and not settings.ROOT_URLCONF.endswith("rooms_urls") else None


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
    # Files too, whatever their rows were read from: the chain itself is tried with the ledger.
    if item.path.parent.name == "opendata":
        return False
    # A page says the same whatever its answers were read from; what it stores is tried on both.
    of_pages = item.path.parent.name in {"register", "opendata"}
    if of_pages and not item.path.name.startswith("test_report"):
        return False
    if item.path.name in ASKED_ONCE:
        return False
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


@pytest.fixture(scope="session")
def record_in_place(shipped, django_db_blocker):
    """The shipped record, for as long as tests only ask of it."""
    with django_db_blocker.unblock(), connected_to(shipped):
        yield


@pytest.fixture
def site(record_in_place):  # noqa: ARG001  it is there to be asked
    """A client that asks pages of the shipped record."""
    return Client(headers={"host": "localhost"})


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
def let_answers_read(monkeypatch):
    """Let answers take events from memory: those it is called with, by area."""

    def take(events):
        every = {area: tuple(events.get(area, ())) for area in AREAS}
        # No two states are the same, so that nothing of one is remembered for another.
        state = releases._State(f"in memory {next(_STATES)}", "")
        monkeypatch.setattr(releases, "_state", lambda _known_at: state)
        monkeypatch.setattr(releases, "_events", lambda _state: every)
        monkeypatch.setattr(releases, "last_in_effect", lambda *, known_at: 1)  # noqa: ARG005

    return take


_STATES = itertools.count()


@pytest.fixture
def read_once(told, let_answers_read):
    """Let answers take the record's events from memory, to ask of every area on many days."""
    let_answers_read(told)


@pytest.fixture(scope="session", autouse=True)
def downloads(tmp_path_factory):
    """The folder of the data's releases that the website gives out, with one in it."""
    folder = tmp_path_factory.mktemp("downloads")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "DOWNLOADS", folder)
        patch.setenv("AREASEND_DOWNLOADS", str(folder))
        yield folder


@pytest.fixture(scope="session")
def place_of_postcodes(pytestconfig):
    """The path of the index of postcodes, kept between runs for as long as its code is the same."""
    code = b"".join(Path(module.__file__).read_bytes() for module in (directory, index))
    return pytestconfig.cache.mkdir(f"postcodes-{hashlib.sha256(code).hexdigest()[:8]}") / "index"


@pytest.fixture(scope="session")
def postcodes(place_of_postcodes):
    """The path of the index of postcodes, made."""
    if not index.current(place_of_postcodes):
        index.build(place_of_postcodes, directory.files())
    return place_of_postcodes


@pytest.fixture(autouse=True)
def _one_index(place_of_postcodes, monkeypatch):
    """Keep whatever loads the record, here or in another process, from making the index anew."""
    monkeypatch.setattr(settings, "POSTCODES", place_of_postcodes)
    monkeypatch.setenv("AREASEND_POSTCODES", str(place_of_postcodes))


@pytest.fixture(scope="session")
def browser():
    """Real Chromium, one for all: a second would not start beside it."""
    with pytest.MonkeyPatch.context() as patch, serving.chromium() as opened:
        # Its event loop stays in this thread, where other tests go on asking the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield opened
        opened.close()
