"""Who waits for SQLite's lock asks for it often, and is as patient afterwards as before."""

import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from areasend.ledger.rows import writing
from tests.ledger.deeds import run

pytestmark = [
    pytest.mark.usefixtures("on_disk"),
    pytest.mark.only_on("sqlite", why="PostgreSQL keeps a queue"),
]


def test_patience_is_kept_through_a_transaction_and_after_it():
    before = run("PRAGMA busy_timeout")

    with writing():
        within = run("PRAGMA busy_timeout")

    assert before == within == run("PRAGMA busy_timeout")


def test_the_lock_is_asked_for_again_and_again_until_patience_ends():
    run("PRAGMA busy_timeout = 50")
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("BEGIN IMMEDIATE")

    with CaptureQueriesContext(connection) as asked, pytest.raises(OperationalError), writing():
        pass
    other.close()

    assert sum("BEGIN IMMEDIATE" in query["sql"] for query in asked) > 2
    assert run("PRAGMA busy_timeout") == [(50,)]


def test_a_transaction_within_another_has_the_lock_already():
    with writing(), CaptureQueriesContext(connection) as asked, writing():
        pass

    assert [query["sql"].split()[0] for query in asked] == ["SAVEPOINT", "RELEASE"]
