"""The state of the website: it changes with the chain and with the day, and never by itself."""

from datetime import UTC, date, datetime

import pytest

from areasend.config import state
from tests.builders import build_step
from tests.ledger.deeds import tell

NOW = datetime(2027, 1, 1, tzinfo=UTC)


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(state, "_FOR", -1.0)


@pytest.mark.usefixtures("db", "at_once")
def test_a_release_changes_it():
    known = state.State(now=lambda: NOW, today=lambda: date(2027, 1, 1))
    before = known()

    assert known() == before
    tell(build_step(words="One more."))
    assert known() != before


@pytest.mark.usefixtures("db", "at_once")
def test_midnight_in_london_changes_it():
    days = iter([date(2027, 1, 1), date(2027, 1, 1), date(2027, 1, 2)])
    known = state.State(now=lambda: NOW, today=lambda: next(days))

    assert known() == known() != known()


@pytest.mark.usefixtures("db")
def test_the_chain_is_asked_at_most_once_a_second(django_assert_num_queries):
    known = state.State(now=lambda: NOW, today=lambda: date(2027, 1, 1))

    with django_assert_num_queries(1):
        assert known() == known()
