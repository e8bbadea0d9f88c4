"""The rooms in real Chromium."""

import pytest

from tests.people.rooms_served import Served
from tests.register import serving


@pytest.fixture(scope="session")
def rooms(tmp_path_factory):
    """The rooms, served beside an empty ledger of their own."""
    with Served(tmp_path_factory.mktemp("rooms") / "ledger.sqlite3").open() as served:
        yield served


@pytest.fixture(scope="session")
def browser():
    """Real Chromium."""
    with pytest.MonkeyPatch.context() as patch, serving.chromium() as opened:
        # Its event loop stays in this thread, where other tests go on asking the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield opened
