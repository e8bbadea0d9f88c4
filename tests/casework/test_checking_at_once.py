"""Two people do something with one document in the same moment: one of them does it."""

from threading import Barrier, Thread

import pytest
from cases import CHECKER, MODERATOR, NOW, Doing, checked, course, doing, taken_in
from django.db import connection

from areasend.answers.waiting import Kind, UnableToAnswer
from areasend.casework.acts import Ruling, Stale, UnableToDo, decide
from areasend.casework.claims import Taken, claim
from areasend.casework.models import Act, Document
from areasend.casework.publishing import publish
from areasend.casework.reported import dealing
from areasend.casework.reported.door import door
from areasend.ledger.models import Entry
from areasend.ledger.statements import Answered, Finding
from areasend.ledger.verifying import verify
from areasend.register import reports
from areasend.register.models import Report
from tests.ledgers import connected_to

OTHER = 999_888_777_666


@pytest.fixture(autouse=True)
def _shared(ledgers, shipped, django_db_blocker):
    """A copy of the shipped record that every thread writes to."""
    ledger = ledgers.copy(shipped)
    with django_db_blocker.unblock(), connected_to(ledger):
        yield
    ledgers.drop(ledger)


def at_once(*works):
    """Do them in the same moment, each in a thread, and return what came of each."""
    came, begin = [None] * len(works), Barrier(len(works))

    def do(number, work):
        begin.wait()
        try:
            came[number] = work()
        except (UnableToDo, UnableToAnswer, Taken) as trouble:
            came[number] = trouble
        finally:
            connection.close()

    threads = [Thread(target=do, args=one) for one in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came


def test_two_decide_of_one_field():
    document = taken_in()
    accept = Ruling(Act.ACCEPT)

    came = at_once(
        *(
            lambda by=by: decide(document, "outcome", accept, doing(document, by, seen=0))
            for by in (CHECKER, OTHER)
        )
    )

    assert document.decisions.count() == 1
    assert sum(isinstance(one, Stale | Taken) for one in came) == 1


def test_two_take_one_document():
    document = taken_in()
    now = doing(document).at

    came = at_once(*(lambda by=by: claim(document, by=by, now=now) for by in (CHECKER, OTHER)))

    assert sum(isinstance(one, Taken) for one in came) == 1
    assert document.claims.count() == 1


def test_two_publish_one_document():
    document = checked(taken_in())
    before, now = Entry.objects.count(), doing(document).at
    seen = course(document).version

    came = at_once(
        *(lambda by=by: publish(document, Doing(by, now, seen)) for by in (MODERATOR, OTHER))
    )

    assert sum(isinstance(one, UnableToDo | Taken) for one in came) == 1
    assert document.decisions.filter(act=Act.PUBLISH).count() == 1
    assert Entry.objects.count() == before + 3
    assert verify().faults == ()


def test_a_document_is_taken_in_twice():
    came = at_once(taken_in, taken_in)

    assert came[0] == came[1]
    assert Document.objects.count() == 1


def test_two_answer_one_report_in_the_rooms_while_a_third_does_by_command():
    Report.objects.create(about="/", words="It is wrong.", received=NOW.date())
    (one,) = door().waiting(Kind.REPORT)
    said = Answered(about="/", area="", finding=Finding.CANNOT_TELL, words="Nobody can know.")
    before = Entry.objects.count()
    command = {"by": 1, "at": NOW, "today": NOW.date()}

    came = at_once(
        *(
            lambda by=by: dealing.answer(one, said, dealing.Doing(by, NOW))
            for by in (CHECKER, OTHER)
        ),
        lambda: reports.answer(one.number, said, **command),
    )

    assert [type(each) for each in came if each] == [UnableToAnswer] * 2
    assert Entry.objects.count() == before + 1
    assert not Report.objects.open()
