"""What the public is told, fact by fact: since when, under which number, and what was changed."""

from datetime import timedelta

import pytest

from areasend.ledger import published
from tests.builders import build_step
from tests.ledger.deeds import END_OF_TIME, LATER, NOW, erase, tell, withdraw
from tests.ledger.deeds import release as publish

pytestmark = pytest.mark.django_db

BETWEEN = NOW + timedelta(days=1)


def facts(area="dudley", *, known_at=END_OF_TIME):
    return published.facts(known_at=known_at).get(area, ())


def corrections(*, known_at=END_OF_TIME):
    return published.corrections(known_at=known_at)


def words(event):
    return event.attestation.words


def corrected():
    first = tell(build_step(words="As told first."))
    second = tell(build_step(words="Better."), at=BETWEEN, corrects=first, reason="Misread.")
    return tell(build_step(words="Best."), at=LATER, corrects=second, reason="Misread again.")


def test_before_anything_is_told_there_is_nothing():
    assert facts() == ()
    assert corrections() == ()


def test_a_fact_keeps_its_number_and_its_first_day_through_every_correction():
    tell(build_step(words="Of Bury.", area="bury"), at=NOW - timedelta(days=1))
    corrected()

    (one,) = facts()

    assert (one.number, one.first, one.since) == (2, NOW, LATER)
    assert words(one.event) == "Best."
    assert words(facts("bury")[0].event) == "Of Bury."


def test_as_known_at_an_earlier_moment_a_fact_stands_as_it_was_told_then():
    corrected()

    (one,) = facts(known_at=BETWEEN)

    assert (one.number, one.first, one.since) == (1, NOW, BETWEEN)
    assert words(one.event) == "Better."


def test_a_correction_says_what_was_said_and_what_is_said_since_when_and_why():
    corrected()

    newest, oldest = corrections()

    assert (newest.number, newest.fact, newest.at) == (3, 1, LATER)
    assert (words(newest.before), words(newest.after)) == ("Better.", "Best.")
    assert newest.reason == "Misread again."
    assert (words(oldest.before), words(oldest.after)) == ("As told first.", "Better.")
    assert corrections(known_at=BETWEEN) == (oldest,)
    assert corrections(known_at=NOW) == ()


def test_what_was_withdrawn_has_nothing_in_its_place():
    number = tell(build_step(words="As told first."))
    publish(withdraw(number, at=LATER, reason="It was another area's."), at=LATER)

    (one,) = corrections()

    assert words(one.before) == "As told first."
    assert one.after is None
    assert one.reason == "It was another area's."
    assert not one.erased
    assert facts() == ()


def test_an_erasure_is_told_and_what_was_erased_is_not():
    tell(build_step(words="It stays."))
    number = tell(build_step(words="Somebody is named here."))
    erase(number, at=LATER)

    (one,) = corrections()

    assert one.erased
    assert (one.fact, one.at, one.before, one.after) == (2, LATER, None, None)
    assert one.reason == "Ordered by a court."
    assert [words(fact.event) for fact in facts()] == ["It stays."]
    assert corrections(known_at=NOW) == ()


def test_the_text_of_a_correction_that_was_erased_is_not_told():
    number = tell(build_step(words="As told first."))
    again = tell(build_step(words="Named here."), at=BETWEEN, corrects=number, reason="Misread.")
    erase(again, at=LATER)

    erasure, correction = corrections()

    assert erasure.fact == 1
    assert words(correction.before) == "As told first."
    assert (correction.after, correction.reason) == (None, "")


def test_the_chain_tells_every_release_with_what_came_before_and_after_it():
    corrected()

    told = published.chained(known_at=END_OF_TIME)

    assert [(one.number, one.corrects, one.corrected_by) for one in told] == [
        (1, None, 2),
        (2, 1, 3),
        (3, 2, None),
    ]
    assert {one.fact for one in told} == {1}
    assert [one.previous for one in told[1:]] == [one.hash for one in told[:-1]]
    assert [words(one.says.event) for one in told] == ["As told first.", "Better.", "Best."]


def test_the_chain_of_an_earlier_moment_ends_there():
    corrected()

    (one,) = published.chained(known_at=NOW)

    assert (one.number, one.corrected_by) == (1, None)
    assert published.chained(known_at=NOW - timedelta(days=1)) == ()


def test_the_chain_holds_its_place_for_what_was_erased():
    number = tell(build_step(words="Somebody is named here."))
    erase(number, at=LATER)

    erased, account = published.chained(known_at=END_OF_TIME)

    assert erased.says is None
    assert (erased.number, account.says.number) == (1, 1)
    assert account.previous == erased.hash
