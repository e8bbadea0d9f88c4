"""National facts, which are entries of no area and counted by no measure."""

from datetime import date, timedelta

import pytest

from areasend.domain.programme import national_facts, paused_between

PAUSED, RESUMED = date(2020, 3, 17), date(2021, 5, 4)
ONE_DAY = timedelta(days=1)


def test_national_facts_come_in_order_and_end_no_sooner_than_they_begin():
    facts = national_facts()

    assert [fact.since for fact in facts] == sorted(fact.since for fact in facts)
    assert all(fact.since <= fact.until for fact in facts)


def test_every_national_fact_says_what_it_is_and_where_it_stands():
    for fact in national_facts():
        assert fact.kind
        assert fact.what.endswith(".")
        assert fact.source
        assert fact.href.startswith("https://")


@pytest.mark.parametrize("kind", ["interim visits", "thematic visits"])
def test_visits_that_judge_nobody_say_so(kind):
    assert all("without judgement" in one.what for one in national_facts() if one.kind == kind)


@pytest.mark.parametrize(
    ("first", "last", "paused"),
    [
        (date(2018, 1, 1), PAUSED - ONE_DAY, False),
        (date(2018, 1, 1), PAUSED, True),
        (date(2020, 6, 1), date(2020, 6, 1), True),
        (RESUMED, date(2026, 11, 21), True),
        (RESUMED + ONE_DAY, date(2026, 11, 21), False),
        (date(2018, 1, 1), date(2026, 11, 21), True),
    ],
)
def test_a_pause_is_told_where_it_touches_the_days_one_asks_about(first, last, paused):
    assert [fact.since for fact in paused_between(first, last)] == [PAUSED] * paused


def test_only_a_pause_is_a_pause():
    assert {fact.kind for fact in paused_between(date.min, date.max)} == {"paused"}
