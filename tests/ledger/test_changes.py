"""What was released between two moments: what is new, and what corrects something said before."""

from datetime import timedelta

import pytest

from areasend.ledger import releases
from tests.builders import build_step
from tests.ledger.deeds import LATER, NOW, release, tell, withdraw

pytestmark = pytest.mark.django_db

A_WEEK = timedelta(days=7)


def changes(after, known_at):
    return [(row.number, row.corrects) for row in releases.changes(after=after, known_at=known_at)]


def test_what_is_new_and_what_corrects_is_told_apart():
    first = tell(build_step(words="As told first."))
    tell(build_step(words="As told of Bury.", area="bury"), at=LATER)
    tell(build_step(words="As corrected."), corrects=first, reason="Misread.", at=LATER + A_WEEK)

    assert changes(NOW, LATER + A_WEEK) == [(2, None), (3, 1)]


def test_nothing_counts_before_the_first_moment_or_after_the_second():
    tell(build_step())
    tell(build_step(area="bury"), at=NOW + A_WEEK)
    tell(build_step(area="kent"), at=LATER)

    assert changes(NOW, LATER - A_WEEK) == [(2, None)]
    assert changes(NOW + A_WEEK, NOW + A_WEEK) == []


def test_of_a_correction_corrected_in_turn_the_last_counts():
    first = tell(build_step(words="As told first."))
    second = tell(build_step(words="Again."), corrects=first, reason="Misread.", at=NOW + A_WEEK)
    release(withdraw(second, at=LATER), at=LATER)

    assert changes(NOW, LATER) == [(3, 2)]
    assert changes(NOW, NOW + A_WEEK) == [(2, 1)]
