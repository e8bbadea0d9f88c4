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


def test_the_day_is_neither_kept_nor_logged(site, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = posted(site, day="17")
        posted(site, day="99")

    assert "no-store" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers
    assert not [
        one for one in caplog.records if "17" in one.getMessage() or "99" in one.getMessage()
    ]
