"""A ledger of a test's own, for what a transaction rolled back cannot show; and an export."""

import shutil

import pytest
from django.core.management import call_command

from areasend.ledger.transfer import export_to, import_from
from tests.builders import build_step
from tests.ledger.deeds import erase, tell
from tests.ledgers import connected_to


@pytest.fixture(scope="session")
def empty_ledger(ledgers, django_db_blocker):
    """An empty ledger to copy: migrating takes longer than copying."""
    ledger = ledgers.new()
    with django_db_blocker.unblock(), connected_to(ledger):
        call_command("migrate", verbosity=0)
    return ledger


@pytest.fixture
def on_disk(ledgers, empty_ledger, django_db_blocker):
    """A ledger that Django uses in every thread, and commits to, until the test is over."""
    ledger = ledgers.copy(empty_ledger)
    with django_db_blocker.unblock(), connected_to(ledger):
        yield ledger
    ledgers.drop(ledger)


@pytest.fixture(scope="session")
def exports(tmp_path_factory, ledgers, empty_ledger, django_db_blocker):
    """Two exports of one ledger, the second longer.

    The first holds one entry. In the second another corrects it; the fourth accounts for the
    erasure of the third. All are released.
    """
    folder = tmp_path_factory.mktemp("exports")
    with django_db_blocker.unblock(), connected_to(ledgers.copy(empty_ledger)):
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
