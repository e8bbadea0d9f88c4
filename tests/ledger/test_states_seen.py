"""In which state the public chain was seen: since when, up to which release, and what stood."""

from datetime import timedelta

import pytest

from areasend.ledger import published, releases
from areasend.ledger.releases import Seen
from tests.builders import build_step
from tests.ledger.deeds import LATER, NOW, record, release, tell

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


def numbers(seen):
    return [row.number for row in releases.rows_seen(seen)]


def test_before_the_first_release_nothing_was_in_effect():
    assert published.first_in_effect() is None
    assert releases.in_effect_since(known_at=NOW) is None
    assert releases.seen_now(at=NOW) == Seen(0, NOW)
    assert numbers(Seen(0, NOW)) == []


def test_a_state_lasts_from_the_release_that_last_took_effect():
    release(record(build_step()), at=LATER, now=NOW)
    tell(build_step(words="One more."), at=NOW)

    assert published.first_in_effect() == NOW
    assert releases.in_effect_since(known_at=LATER - A_DAY) == NOW
    assert releases.in_effect_since(known_at=LATER + A_DAY) == LATER


def test_what_was_seen_is_what_was_there_and_in_effect():
    tell(build_step())
    release(record(build_step(words="Scheduled.")), at=LATER, now=NOW)
    before, after = releases.seen_now(at=NOW), releases.seen_now(at=LATER)
    tell(build_step(words="Come since."))

    assert (numbers(before), numbers(after)) == ([1], [1, 2])
    assert after.holds(2, LATER)
    assert not before.holds(2, LATER)
    assert not after.holds(3, NOW)


def test_a_release_leads_to_its_entry_and_one_that_is_not_there_to_none():
    record(build_step(words="Not released."))

    assert releases.entry_of(tell(build_step()) - 1) == 2
    assert releases.entry_of(2) is None


def test_histories_can_stand_in_a_cache():
    told = releases.histories(known_at=NOW)

    assert {told: "kept"}[told] == "kept"
