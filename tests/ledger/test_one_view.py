"""Whoever reads sees one state of the ledger, though somebody writes between two of its queries."""

from contextlib import contextmanager
from threading import Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from areasend.ledger.rows import RELEASES, reading, standing
from areasend.ledger.transfer import export_to, import_from
from areasend.ledger.verifying import verify
from tests.builders import build_step
from tests.ledger.deeds import LATER, faults, said, tell
from tests.ledger.tampering import empty_the_ledger

pytestmark = pytest.mark.usefixtures("on_disk")

WHY = "It was misread."


@contextmanager
def meanwhile(deed, *, before):
    """Let another program, with a connection of its own, do a deed before one of our queries."""
    queries = iter(range(1, 1_000))
    done = []

    def do():
        deed()
        connection.close()
        done.append(deed)

    def ask(execute, *query):
        if next(queries) == before:
            other = Thread(target=do)
            other.start()
            other.join()
        return execute(*query)

    with connection.execute_wrapper(ask):
        yield
    assert done == [deed]


@pytest.mark.parametrize("area", [None, "dudley"])
def test_what_stands_is_asked_for_at_once_so_that_nothing_is_written_in_between(area):
    misread, event = build_step("2019-06-17"), build_step("2019-06-18")
    tell(event, corrects=tell(misread), reason=WHY)

    with CaptureQueriesContext(connection) as asked:
        held = [row.says.event for row in standing(RELEASES, known_at="9999", area=area)]

    assert held == [event]
    assert len(asked) == 1


@pytest.mark.parametrize("before", range(3, 10))
def test_verifying_sees_no_faults_in_a_ledger_that_is_being_written(before):
    number = tell(build_step())
    tell(build_step())

    def write():
        tell(build_step(), at=LATER, corrects=number, reason=WHY)
        tell(build_step(), at=LATER)

    with meanwhile(write, before=before):
        found = verify()

    assert found.faults == ()
    assert found.rows == {"entry": 2, "release": 2}


@pytest.mark.parametrize("before", range(3, 7))
def test_an_export_made_while_something_is_written_is_of_one_moment(tmp_path, before):
    tell(build_step())

    with meanwhile(lambda: tell(build_step()), before=before):
        counts = export_to(tmp_path)
    empty_the_ledger()

    assert counts == {"entry": 1, "release": 1}
    assert import_from(tmp_path) == counts
    assert faults() == []


def test_reading_ends_its_view_even_when_it_fails():
    with pytest.raises(ZeroDivisionError), reading():
        _ = said(), 1 / 0

    assert tell(build_step()) == 1
