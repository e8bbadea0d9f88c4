"""The command line as a person meets it: words in, text and a status out."""

from datetime import timedelta

import pytest
from click.testing import CliRunner

from areasend.config.command import command
from areasend.terminal import options
from tests.asking import KNOWN


@pytest.fixture
def run(monkeypatch):
    """Run a command, as wide as a page of documentation, at a moment that tests fix."""
    monkeypatch.setenv("COLUMNS", "100")
    moments = (KNOWN + timedelta(minutes=number) for number in range(1000))
    monkeypatch.setattr(options, "now", lambda: next(moments))
    return lambda *words, **more: CliRunner().invoke(command(), list(map(str, words)), **more)
