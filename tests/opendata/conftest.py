"""One release of the data, built once from the shipped record, and quick ones of two tables."""

import pytest

from areasend.opendata.building import build
from areasend.opendata.tables import TABLES
from tests.asking import asked
from tests.ledgers import connected_to

ADDRESS = "https://register.example"
#: A table that takes no time, to build release after release; and one that the ledger decides.
QUICK = tuple(table for table in TABLES if table.name == "coverage")
TOLD = tuple(table for table in TABLES if table.name in {"events", "coverage"})


@pytest.fixture(scope="session")
def national(shipped, tmp_path_factory, django_db_blocker):
    """The folder of a whole release, as at 21 November 2026."""
    folder = tmp_path_factory.mktemp("national")
    with django_db_blocker.unblock(), connected_to(shipped):
        return build(folder, asked(), address=ADDRESS).path


@pytest.fixture
def quickly(tmp_path, record):  # noqa: ARG001  it is there to be asked
    """Build releases of few tables into one folder."""
    return lambda asked, tables=QUICK: build(tmp_path / "releases", asked, tables=tables)
