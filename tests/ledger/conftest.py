"""A ledger in a real file, for what a transaction rolled back cannot show; and an export."""

import shutil
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connections

from areasend.ledger.transfer import export_to, import_from
from tests.builders import build_step
from tests.ledger.deeds import erase, tell


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory, django_db_blocker):
    """An empty ledger to copy: migrating takes longer than copying."""
    path = tmp_path_factory.mktemp("empty") / "ledger.sqlite3"
    with django_db_blocker.unblock(), connected_to(path):
        call_command("migrate", verbosity=0)
    return path


@pytest.fixture
def on_disk(tmp_path, empty_ledger, django_db_blocker):
    """The path of a ledger's file, which Django uses in every thread until the test is over."""
    path = shutil.copy(empty_ledger, tmp_path / "ledger.sqlite3")
    with django_db_blocker.unblock(), connected_to(path):
        yield path


@pytest.fixture(scope="session")
def exports(tmp_path_factory, empty_ledger, django_db_blocker):
    """Two exports of one ledger, the second longer.

    The first holds one entry. In the second another corrects it; the fourth accounts for the
    erasure of the third. All are released.
    """
    folder = tmp_path_factory.mktemp("exports")
    path = shutil.copy(empty_ledger, folder / "ledger.sqlite3")
    with django_db_blocker.unblock(), connected_to(path):
        number = tell(build_step(words="As told first."))
        export_to(folder / "shorter")
        tell(build_step(words="As corrected."), corrects=number, reason="It was misread.")
        erase(tell(build_step(words="Somebody is named here.", area="kent")))
        export_to(folder / "longer")
    return folder


@pytest.fixture
def exported(db, tmp_path, exports):  # noqa: ARG001  the database is asked for, not used
    """A copy of the longer export to damage, while the ledger holds what the shorter does."""
    import_from(exports / "shorter")
    return shutil.copytree(exports / "longer", tmp_path / "longer")


@contextmanager
def connected_to(path):
    """Let Django use a file for its database, in every thread."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(connections.databases["default"], "NAME", path)
        opened = connections.create_connection("default")
        patch.setattr(connections._connections, "default", opened, raising=False)
        yield
        opened.close()
