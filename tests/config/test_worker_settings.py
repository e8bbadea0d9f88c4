"""The worker's commits wait for no disk; everybody else's do."""

from areasend.config.places import database, without_waiting


def test_on_a_server_the_worker_waits_for_no_disk_and_keeps_what_else_was_asked():
    held = database("postgresql://areasend@host/areasend?options=-c%20search_path%3Dledger")

    asked = without_waiting(held)["OPTIONS"]

    assert asked["options"] == "-c search_path=ledger -c synchronous_commit=off"
    assert asked["isolation_level"] == held["OPTIONS"]["isolation_level"]
    assert "synchronous_commit" not in str(held)


def test_a_file_is_written_as_ever():
    held = database("record.sqlite3")

    assert without_waiting(held) == held
