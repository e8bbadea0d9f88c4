"""Who follows the chain knows at every moment what the whole chain would tell."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from areasend.ledger.following import Following
from areasend.ledger.releases import last_in_effect
from tests.asking import KNOWN
from tests.builders import build_step
from tests.ledger import deeds
from tests.ledger.deeds import LATER, NOW, release, tell
from tests.ledgers import connected_to, undone

A_DAY = timedelta(days=1)


@pytest.mark.django_db
def test_it_tells_at_every_moment_what_the_whole_chain_would():
    following = Following()
    assert following(known_at=NOW - A_DAY).number == 0

    release(deeds.record(build_step("2019-01-01")), at=LATER, now=NOW)
    release(deeds.record(build_step("2019-01-02")), at=NOW + A_DAY, now=NOW)
    release(deeds.record(build_step("2019-01-03")), at=NOW)
    told = {
        days: (following(known_at=moment).number, last_in_effect(known_at=moment))
        for days in (0, 1, 2, 29, 30)
        for moment in [NOW + timedelta(days=days)]
    }

    assert told == {0: (3, 3), 1: (2, 2), 2: (2, 2), 29: (2, 2), 30: (1, 1)}


@pytest.mark.django_db
def test_each_release_is_read_once(django_assert_num_queries):
    following = Following()
    for _ in range(3):
        tell(build_step(words="One more."), at=NOW)
        with django_assert_num_queries(1):
            told = following(known_at=LATER)
        assert told.number == last_in_effect(known_at=LATER)


def test_another_chain_in_its_place_is_read_from_its_beginning(record, ledgers):  # noqa: ARG001
    following, empty = Following(), ledgers.new()
    whole = last_in_effect(known_at=KNOWN)
    assert following(known_at=KNOWN).number == whole > 1000

    with connected_to(empty):
        call_command("migrate", verbosity=0)
        assert following(known_at=KNOWN).number == 0
        tell(build_step(words="Another record."))
        assert following(known_at=KNOWN).number == 1

    assert following(known_at=KNOWN).number == whole


@pytest.mark.django_db
def test_what_was_taken_back_before_it_was_kept_is_forgotten():
    following = Following()
    tell(build_step(words="It stays."), at=NOW)
    first = following(known_at=LATER)
    with undone():
        tell(build_step(words="It goes."), at=NOW)
        assert following(known_at=LATER).number == 2

    assert following(known_at=LATER) == first


@pytest.mark.django_db
def test_any_moment_can_be_asked_for_after_any_other():
    following = Following()
    for days in (0, 3):
        release(deeds.record(build_step(words=f"{days}.")), at=NOW + days * A_DAY)

    asked = [following(known_at=NOW + days * A_DAY).number for days in (4, 1, 3, -1, 2)]

    assert asked == [2, 1, 2, 0, 1]
