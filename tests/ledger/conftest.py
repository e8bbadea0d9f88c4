"""A ledger in a real file, for what a transaction rolled back cannot show; and an export."""

import shutil

import pytest
from django.core.management import call_command
from django.db import connections

from areasend.ledger.transfer import export_to, import_from
from tests.builders import build_step
from tests.ledger.deeds import erase, tell
from tests.ledger.tampering import empty_the_ledger


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory, django_db_blocker):
    """An empty ledger to copy: migrating takes longer than copying."""
    path = tmp_path_factory.mktemp("empty") / "ledger.sqlite3"
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        _connect_to(path, patch)
        call_command("migrate", verbosity=0)
        connections["default"].close()
    return path


@pytest.fixture
def on_disk(tmp_path, empty_ledger, django_db_blocker, monkeypatch):
    """The path of a ledger's file, which Django uses in every thread until the test is over."""
    path = shutil.copy(empty_ledger, tmp_path / "ledger.sqlite3")
    with django_db_blocker.unblock():
        _connect_to(path, monkeypatch)
        yield path
        connections["default"].close()


@pytest.fixture
def exported(db, tmp_path):  # noqa: ARG001  the database is asked for, not used
    """An export of four entries, released: the second corrects the first, the fourth accounts for
    the erasure of the third. The ledger holds only the first."""
    number = tell(build_step(words="As told first."))
    export_to(tmp_path / "shorter")
    tell(build_step(words="As corrected."), corrects=number, reason="It was misread.")
    erase(tell(build_step(words="Somebody is named here.", area="kent")))
    export_to(tmp_path / "longer")
    empty_the_ledger()
    import_from(tmp_path / "shorter")
    return tmp_path / "longer"


def _connect_to(path, patch):
    patch.setitem(connections.databases["default"], "NAME", path)
    opened = connections.create_connection("default")
    patch.setattr(connections._connections, "default", opened, raising=False)
