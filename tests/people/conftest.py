"""The rooms in real Chromium."""

import pytest

from tests.people.rooms_served import Served


@pytest.fixture(scope="session")
def rooms(tmp_path_factory):
    """The rooms, served beside an empty ledger of their own."""
    with Served(tmp_path_factory.mktemp("rooms") / "ledger.sqlite3").open() as served:
        yield served
