"""When an update is due: each week once, however many were missed."""

from datetime import UTC, datetime, timedelta

import pytest

from areasend.post.rhythms import Rhythm, falls_due, last_due
from areasend.visiting import rounds
from areasend.visiting.models import Round

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 16, 7, 0, tzinfo=UTC)
NAMES = ("reports", "statistics")


def due(at):
    return rounds.are_due(NAMES, since=falls_due(last_due(Rhythm.WEEKLY, now=at)))


def went_through(at, names=NAMES):
    for name in names:
        rounds.end(rounds.begin(name, at=at), at=at)


def test_the_first_is_due_at_once():
    assert due(MONDAY)


def test_after_one_none_is_due_until_the_next_monday_at_seven():
    went_through(MONDAY)

    assert not due(MONDAY + timedelta(days=6, hours=23))
    assert due(MONDAY + timedelta(days=7))


def test_weeks_that_were_missed_are_caught_up_with_once():
    went_through(MONDAY)
    late = MONDAY + timedelta(days=24)

    assert due(late)
    went_through(late)
    assert not due(late + timedelta(minutes=1))


def test_a_source_that_was_not_visited_is_due():
    went_through(MONDAY, names=NAMES[:1])

    assert due(MONDAY + timedelta(hours=1))


def test_a_round_that_was_cut_off_is_gone_on_with():
    cut_off = rounds.begin("reports", at=MONDAY)
    went_through(MONDAY, names=NAMES[1:])

    assert due(MONDAY + timedelta(hours=1))
    assert rounds.begin("reports", at=MONDAY + timedelta(hours=1)) == cut_off


def test_a_round_that_was_cut_off_long_ago_is_left_and_another_begun():
    cut_off = rounds.begin("reports", at=MONDAY)

    assert rounds.begin("reports", at=MONDAY + timedelta(days=3)) != cut_off
    assert Round.objects.filter(ended_at=None).count() == 1
