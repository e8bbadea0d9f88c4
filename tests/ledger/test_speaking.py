"""Answers to reported errors and bodies' replies: recorded, released, taken back."""

import pytest

from areasend.ledger import entries, releases
from areasend.ledger.statements import Answered, Finding, Replied
from tests.builders import build_step
from tests.ledger.deeds import (
    CLERK,
    LATER,
    NOW,
    erase,
    faults,
    record,
    release,
    said,
    tell,
    withdraw,
)

pytestmark = pytest.mark.django_db

ANSWER = Answered(about="/areas/dudley", area="dudley", finding=Finding.CORRECTED, words="Mended.")
REPLY = Replied(area="dudley", body="Dudley Council", words="We published it.", seen="By a link.")


def speak(words, *, at=NOW):
    number = entries.say(words, by=CLERK, at=NOW)
    releases.release(number, takes_effect_at=at, now=NOW)
    return number


def heard(at):
    return [words for _, words in releases.spoken(known_at=at)]


@pytest.mark.parametrize("words", [ANSWER, REPLY])
def test_it_is_heard_from_its_release_on_and_tells_of_no_event(words):
    speak(words, at=LATER)

    assert heard(NOW) == []
    assert releases.spoken(known_at=LATER) == ((LATER, words),)
    assert said() == []
    assert faults() == []


def test_what_is_only_recorded_is_not_heard():
    entries.say(ANSWER, by=CLERK, at=NOW)

    assert heard(LATER) == []


def test_what_is_withdrawn_is_heard_no_more_but_was():
    number = speak(REPLY)
    release(withdraw(number, at=LATER), at=LATER)

    assert heard(NOW) == [REPLY]
    assert heard(LATER) == []
    assert faults() == []


def test_what_the_law_orders_erased_was_never_heard():
    erase(speak(REPLY))

    assert heard(LATER) == []
    assert faults() == []


def test_an_event_cannot_take_the_place_of_an_answer():
    number = speak(ANSWER)

    with pytest.raises(entries.UnableToRecord, match="tells of no event: withdraw it"):
        record(build_step(), corrects=number, reason="It should be an event.")


def test_the_release_that_corrects_is_found_once_the_public_can_see_it():
    first = tell(build_step(words="As told first."))
    better = record(build_step(words="As corrected."), corrects=first, reason="It was misread.")
    number = release(better, at=LATER, now=NOW)

    assert releases.correcting(better, known_at=LATER) == number
    for entry, at in ((better, NOW), (first, LATER), (999, LATER)):
        with pytest.raises(releases.UnableToRelease, match="no correction that the public"):
            releases.correcting(entry, known_at=at)
