"""The shipped record, loaded once for all tests: as a file to ask and to write to, or as events."""

import shutil
from functools import cache

import pytest
from django.core.management import call_command
from django.db import connections

from areasend.domain.areas import AREAS
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
    read = releases.histories

    def take(events):
        every = {area: events.get(area, []) for area in AREAS}
        # One fold for every question about the same day.
        folded = cache(lambda until: read(known_at=KNOWN, until=until))
        histories = lambda *, known_at, until=None: folded(until)  # noqa: ARG005, E731
        monkeypatch.setattr(releases, "events", lambda *, known_at: every)  # noqa: ARG005
        monkeypatch.setattr(releases, "histories", histories)
        monkeypatch.setattr(releases, "last_in_effect", lambda *, known_at: 1)  # noqa: ARG005

    return take


@pytest.fixture
def read_once(told, let_answers_read):
    """Let answers take the record's events from memory, to ask of every area on many days."""
    let_answers_read(told)


def _connect_to(path, patch):
    patch.setitem(connections.databases["default"], "NAME", path)
    opened = connections.create_connection("default")
    patch.setattr(connections._connections, "default", opened, raising=False)
