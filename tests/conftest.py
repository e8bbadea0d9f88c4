"""What all tests share: the shipped record and the index of postcodes, each made once."""

import hashlib
import itertools
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from areasend.domain.areas import AREAS
from areasend.gazetteer import directory, index
from areasend.ledger import releases
from tests.asking import KNOWN
from tests.searching import search_quickly_or_deeply

search_quickly_or_deeply()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory, django_db_blocker):
    """The path of a ledger's file that holds the shipped record. Copy it: loading takes longer."""
    # Only here: importing these lets the whole process read longer cells of CSV files.
    from areasend.ledger.transfer import import_from
    from areasend.terminal.upkeep import RECORD

    path = tmp_path_factory.mktemp("shipped") / "ledger.sqlite3"
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        _connect_to(path, patch)
        call_command("migrate", verbosity=0)
        import_from(RECORD)
        connections["default"].close()
    return path


@pytest.fixture
def record(tmp_path, shipped, django_db_blocker, monkeypatch):
    """The path of a copy of the shipped record, which Django uses until the test is over."""
    path = shutil.copy(shipped, tmp_path / "ledger.sqlite3")
    with django_db_blocker.unblock():
        _connect_to(path, monkeypatch)
        yield path
        connections["default"].close()


@pytest.fixture(scope="session")
def told(shipped, django_db_blocker):
    """Every event of the shipped record by area."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        _connect_to(shipped, patch)
        events = releases.events(known_at=KNOWN)
        connections["default"].close()
    return events


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


def _connect_to(path, patch):
    patch.setitem(connections.databases["default"], "NAME", path)
    opened = connections.create_connection("default")
    patch.setattr(connections._connections, "default", opened, raising=False)
