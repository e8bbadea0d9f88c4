"""The page of our own error rate."""

import pytest
from django.test import Client

from tests.register.auditing import tell_of_an_audit


@pytest.fixture
def page(record):  # noqa: ARG001  it is written to
    tell_of_an_audit()
    client = Client(headers={"host": "localhost"})
    return lambda query="": client.get(f"/error-rate{query}").content.decode()


def test_it_says_how_many_were_wrong_of_how_many_and_the_interval(page):
    words = page()

    assert "1 of 98 facts was wrong." in words
    assert "between 0.0 to 5.6 %" not in words
    assert "between 0.0 % and 5.6 %" in words
    assert "1 more can be read in two ways" in words
    assert "4 could not be read, and were not compared" in words


def test_it_says_how_it_was_drawn_and_what_it_does_not_cover(page):
    words = page()

    assert "102 of 412 facts, with the seed “a seed &lt;of ours&gt;”" in words
    assert "455 more facts of these kinds have no document" in words
    assert "none compared" in words


def test_before_the_first_it_says_that_we_do_not_know(page):
    words = page("?known-at=2026-11-22T00:40:00Z")

    assert "we do not know yet how often the record is wrong" in words
    assert "Wrong" not in words
