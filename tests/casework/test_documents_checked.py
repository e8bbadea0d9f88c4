"""What people decide of a document, one after another, and what they may not."""

from datetime import date, timedelta

import pytest
from cases import CHECKER, KENT, MODERATOR, NOW, corrected, doing, held, settled, taken_in
from hostile_pdfs import build_bomb, build_pages

from areasend.casework.acts import Ruling, Stale, UnableToDo, decide, of_the_whole, undo
from areasend.casework.claims import LASTS, Taken, claim, holder
from areasend.casework.course import Stage, course
from areasend.casework.models import Act, Document
from areasend.casework.publishing import forward, publish
from areasend.casework.queue import held_of

pytestmark = pytest.mark.usefixtures("record")
OTHER = 999_888_777_666
WHY = "It says so on page 2."


def accept(document, name, who):
    return decide(document, name, Ruling(Act.ACCEPT), who)


def test_a_document_is_taken_in_once():
    first, again = taken_in(), taken_in()

    assert first == again
    assert (first.kind, first.area) == ("area-send-report", "dudley")


def test_the_reader_knows_which_re_visits_are_held():
    known = dict(held_of(known_at=NOW)["dudley"])

    assert known["dudley/2016/1/revisit"].latest == date(2022, 1, 31)
    assert "dudley/2023/1" in known


def test_what_cannot_be_read_waits_with_the_reason():
    document = taken_in(b"%PDF-1.7 and nothing more")

    assert course(document).stage is Stage.UNREADABLE
    assert document.trouble


@pytest.mark.parametrize("content", [build_bomb(60), build_pages(1000)], ids=["bomb", "pages"])
def test_a_hostile_document_waits_with_the_reason(content):
    document = taken_in(content)

    assert course(document).stage is Stage.UNREADABLE
    assert document.proposal == ""


def test_a_value_stands_as_read_until_it_is_corrected():
    document = taken_in()

    before = held(document).values["outcome"]
    corrected(document, "outcome", 1)

    assert (before, held(document).values["outcome"]) == (2, 1)


def test_nothing_is_right_where_nothing_was_read():
    document = taken_in(address=None, published=None, **KENT)

    for name in ("published", "address", "nothing-of-this-name"):
        with pytest.raises(UnableToDo, match="enter it"):
            accept(document, name, doing(document))


def test_nothing_is_corrected_without_a_reason():
    document = taken_in()

    with pytest.raises(UnableToDo, match="why"):
        corrected(document, "outcome", 1, reason="  ")
    assert held(document).values["outcome"] == 2


def test_what_is_undone_is_as_if_it_had_not_been():
    document = taken_in()
    decision = corrected(document, "outcome", 1)

    undo(decision, doing(document))

    assert held(document).values["outcome"] == 2
    assert document.decisions.count() == 2


def test_nothing_is_undone_twice():
    document = taken_in()
    decision = corrected(document, "outcome", 1)
    undo(decision, doing(document))

    with pytest.raises(UnableToDo, match="already"):
        undo(decision, doing(document))


def test_a_form_made_before_the_last_act_is_refused_and_says_what_changed():
    document = taken_in()
    decision = corrected(document, "outcome", 1)

    with pytest.raises(Stale) as stale:
        accept(document, "outcome", doing(document, seen=0))
    assert stale.value.since == (decision,)


def test_two_people_do_not_check_one_document():
    document = taken_in()
    accept(document, "outcome", doing(document))

    with pytest.raises(Taken) as taken:
        accept(document, "cover_dates", doing(document, MODERATOR, after=29))
    assert taken.value.claim.by == CHECKER


def test_a_claim_ends_half_an_hour_after_the_last_act():
    document = taken_in()
    accept(document, "outcome", doing(document))
    accept(document, "cover_dates", doing(document, after=20))

    assert holder(document, now=NOW + timedelta(minutes=20) + LASTS) is None
    accept(document, "outcome", doing(document, MODERATOR, after=50))


def test_a_document_is_taken_over_only_on_purpose():
    document = taken_in()
    claim(document, by=CHECKER, now=NOW)

    taken = claim(document, by=MODERATOR, now=NOW, take_over=True)

    assert (taken.by, taken.after) == (MODERATOR, CHECKER)
    with pytest.raises(Taken):
        accept(document, "outcome", doing(document))


def test_it_is_not_passed_on_while_a_doubt_is_left():
    document = taken_in(address=None, **KENT)

    with pytest.raises(UnableToDo, match="Address of the document"):
        forward(document, doing(document))


def test_it_is_not_passed_on_where_the_ledger_objects():
    document = settled(taken_in())
    corrected(document, "published", "2025-01-01")

    with pytest.raises(UnableToDo, match="report"):
        forward(document, doing(document))


def test_after_it_is_passed_on_no_field_changes():
    document = settled(taken_in())
    forward(document, doing(document))

    with pytest.raises(UnableToDo, match="second look"):
        corrected(document, "outcome", 1)


def test_what_is_sent_back_is_checked_again():
    document = settled(taken_in())
    forward(document, doing(document))

    of_the_whole(document, Ruling(Act.SEND_BACK, reason=WHY), doing(document, MODERATOR))

    assert course(document).stage is Stage.WAITING


def test_what_was_sent_back_and_changed_does_not_return_by_taking_that_back():
    document = settled(taken_in())
    forward(document, doing(document))
    sent = of_the_whole(document, Ruling(Act.SEND_BACK, reason=WHY), doing(document, MODERATOR))
    corrected(document, "outcome", 1)

    with pytest.raises(UnableToDo, match="after it"):
        undo(sent, doing(document))


def test_what_is_rejected_is_done_with_until_that_is_undone():
    document = taken_in()
    decision = of_the_whole(document, Ruling(Act.DISMISS, reason="A draft."), doing(document))

    assert course(document).stage is Stage.DISMISSED
    undo(decision, doing(document))
    assert course(document).stage is Stage.WAITING


def test_nobody_takes_the_second_look_at_what_they_checked():
    document = settled(taken_in())
    forward(document, doing(document))

    with pytest.raises(UnableToDo, match="another person"):
        publish(document, doing(document))


def test_nor_does_whoever_took_back_what_another_had_decided():
    document = taken_in()
    decision = corrected(document, "outcome", 1)
    undo(decision, doing(document, MODERATOR, after=40))
    forward(settled(document, OTHER), doing(document, OTHER, after=80))

    for hand in (CHECKER, MODERATOR):
        with pytest.raises(UnableToDo, match="another person"):
            publish(document, doing(document, hand, after=120))


def test_whoever_sent_it_back_takes_the_second_look_again():
    document = settled(taken_in())
    forward(document, doing(document))
    sent = of_the_whole(document, Ruling(Act.SEND_BACK, reason=WHY), doing(document, MODERATOR))
    undo(sent, doing(document, MODERATOR))

    assert publish(document, doing(document, MODERATOR)).act == Act.PUBLISH


def test_what_is_published_is_undone_no_more():
    document = settled(taken_in())
    forward(document, doing(document))
    publish(document, doing(document, MODERATOR))

    with pytest.raises(UnableToDo, match="correction"):
        undo(document.decisions.get(act=Act.PUBLISH), doing(document, MODERATOR))


def test_decisions_hold_the_numbers_of_accounts_alone():
    document = settled(taken_in(published=date(2026, 11, 20), **KENT))
    forward(document, doing(document))

    assert {one.by for one in Document.objects.get().decisions.all()} == {CHECKER}
