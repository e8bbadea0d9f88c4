"""On which days runs fall due: at seven in London, whatever the season."""

from datetime import UTC, date, datetime

import pytest

from areasend.post.rhythms import Rhythm, days_between, falls_due, last_due


@pytest.mark.parametrize(
    ("rhythm", "now", "day"),
    [
        (Rhythm.DAILY, datetime(2026, 11, 19, 7, tzinfo=UTC), date(2026, 11, 19)),
        (Rhythm.DAILY, datetime(2026, 11, 19, 6, 59, tzinfo=UTC), date(2026, 11, 18)),
        (Rhythm.DAILY, datetime(2026, 7, 1, 6, tzinfo=UTC), date(2026, 7, 1)),
        (Rhythm.DAILY, datetime(2026, 7, 1, 5, 59, tzinfo=UTC), date(2026, 6, 30)),
        (Rhythm.WEEKLY, datetime(2026, 11, 16, 7, tzinfo=UTC), date(2026, 11, 16)),
        (Rhythm.WEEKLY, datetime(2026, 11, 16, 6, 59, tzinfo=UTC), date(2026, 11, 9)),
        (Rhythm.WEEKLY, datetime(2026, 11, 22, 23, tzinfo=UTC), date(2026, 11, 16)),
    ],
)
def test_the_last_run_that_fell_due(rhythm, now, day):
    assert last_due(rhythm, now=now) == day
    assert falls_due(day) <= now


def test_runs_between_two_are_those_that_were_missed():
    daily = days_between(Rhythm.DAILY, date(2026, 3, 27), date(2026, 3, 30))
    weekly = days_between(Rhythm.WEEKLY, date(2026, 11, 2), date(2026, 11, 23))

    assert list(daily) == [date(2026, 3, 28), date(2026, 3, 29)]
    assert list(weekly) == [date(2026, 11, 9), date(2026, 11, 16)]
