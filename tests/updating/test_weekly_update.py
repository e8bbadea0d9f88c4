"""The worker sends for an update each week, where somebody may be written to."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from areasend.config.schedule import Weekly
from areasend.visiting import rounds

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def due(monkeypatch):
    """Let an update be due, as if no round was begun."""
    monkeypatch.setattr(settings, "CONTACT", "keeper@example.org")
    monkeypatch.setattr(rounds, "are_due", lambda _names, *, since: since < NOW)


def test_an_update_is_begun_once_when_it_is_due():
    weekly = Weekly()

    assert weekly.is_due(NOW)
    assert not weekly.is_due(NOW + timedelta(minutes=1))


def test_one_that_could_not_begin_is_tried_again_after_an_hour():
    weekly = Weekly()
    weekly.is_due(NOW)

    assert weekly.is_due(NOW + timedelta(hours=2))


def test_without_a_contact_nobody_is_visited(monkeypatch):
    monkeypatch.setattr(settings, "CONTACT", "")

    assert not Weekly().is_due(NOW)


def test_a_list_of_sources_that_cannot_be_read_stops_only_the_updates(monkeypatch):
    monkeypatch.setattr(settings, "SOURCES", "none.toml")

    assert not Weekly().is_due(NOW)
