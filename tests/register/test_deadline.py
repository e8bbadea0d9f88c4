"""The calculator: right, with its working, and forgetful."""

import logging

import pytest

JULY = {"day": "1", "month": "7", "year": "2022"}


def posted(site, **typed):
    return site.post("/deadline", {"period": "70 working days", "other": "", **JULY, **typed})


def test_it_counts_past_the_state_funeral_and_names_it(site):
    words = posted(site).content.decode()

    assert "Tuesday 11 October 2022" in words
    assert "Bank Holiday for the State Funeral of Queen Elizabeth II" in words


def test_a_time_may_be_typed(site):
    words = posted(site, period="other", other=" 6 WEEKS ").content.decode()

    assert "Friday 12 August 2022" in words


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"day": "31", "month": "6"}, "There is no such day in that month."),
        ({"day": ""}, "Enter the day of the month"),
        ({"year": "1815"}, "greater than or equal to 2015"),
        ({"period": ""}, "Choose how long the time is"),
        ({"period": "other", "other": "a while"}, "is not a period"),
        ({"period": "<script>alert(1)</script>"}, "is not a period"),
        ({"period": "other", "other": "9999 years"}, "beyond the calendar"),
        ({"period": "other", "other": "9999 working days"}, "calendar"),
    ],
)
def test_what_is_amiss_is_said_once_at_the_top_and_once_beside_it(site, typed, told):
    answer = posted(site, **typed)
    words = answer.content.decode()

    assert answer.status_code == 400
    assert told in words
    assert "<title>Error: " in words
    assert "There is a problem" in words
    assert "<script" not in words


NEWER = "area-send-2023/priority-plan-submitted/2025-06-06"
OLDER = "area-send-2023/priority-plan-submitted/2023-01-01"


def test_each_value_of_a_rule_is_offered_with_its_days_and_its_force(site):
    words = site.get("/deadline").content.decode()

    assert "By usual practice since 6 June 2025." in words
    assert "By the inspection handbook since 1 January 2023; from 6 June 2025 it is 50" in words
    assert "Notice of a full inspection, before inspectors come on site." in words


def test_a_certificate_names_the_rule_its_force_and_its_source(site):
    words = posted(site, period=NEWER, year="2025").content.decode()

    assert "50 working days from Tuesday 1 July 2025" in words
    assert "By usual practice since 6 June 2025." in words
    assert "as an unofficial page has it" in words
    assert "Mind the day." not in words


@pytest.mark.parametrize(
    ("rule", "year", "told"),
    [
        (OLDER, "2025", "Of time that began on that day the rule was another: 50 working days."),
        (NEWER, "2024", "We know of this rule only since 6 June 2025."),
    ],
)
def test_a_certificate_says_where_the_rule_was_not_in_force(site, rule, year, told):
    assert told in posted(site, period=rule, year=year).content.decode()


def test_a_time_of_ones_own_is_no_rule(site):
    words = posted(site, period="other", other="35 working days").content.decode()

    assert "a length of time that you chose, not one of the rules" in words


def test_the_day_is_neither_kept_nor_logged(site, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = posted(site, day="17")
        posted(site, day="99")

    assert "no-store" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers
    assert not [
        one for one in caplog.records if "17" in one.getMessage() or "99" in one.getMessage()
    ]
