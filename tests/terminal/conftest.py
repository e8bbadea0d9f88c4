"""The command line as a person meets it: words in, text and a status out."""

from datetime import timedelta

import pytest
from click.testing import CliRunner

from areasend.config.command import command
from areasend.terminal import options
from tests.asking import KNOWN
from tests.ledgers import connected_to


@pytest.fixture
def run(monkeypatch):
    """Run a command, as wide as a page of documentation, at a moment that tests fix."""
    monkeypatch.setenv("COLUMNS", "100")
    moments = (KNOWN + timedelta(minutes=number) for number in range(1000))
    monkeypatch.setattr(options, "now", lambda: next(moments))
    return lambda *words, **more: CliRunner().invoke(command(), list(map(str, words)), **more)


@pytest.fixture
def nowhere(ledgers, django_db_blocker):
    """A database without a ledger, which Django uses until the test is over."""
    ledger = ledgers.new()
    with django_db_blocker.unblock(), connected_to(ledger):
        yield ledger
    ledgers.drop(ledger)
