"""What the tests of the checking room share: a folder for papers, and documents to check."""

import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings

# The built reports stand beside the reader's tests, and import each other by name.
sys.path.append(str(Path(__file__).parents[1] / "reading"))


@pytest.fixture
def an_hour_later(monkeypatch):
    """Let pages be asked an hour after what a test did: no claim is left, whenever it runs."""
    from cases import NOW

    later = SimpleNamespace(now=lambda: NOW + timedelta(hours=1))
    monkeypatch.setattr("areasend.casework.views.asking.timezone", later)


@pytest.fixture(autouse=True)
def papers(tmp_path, monkeypatch):
    """The folder of the documents that are kept."""
    monkeypatch.setattr(settings, "PAPERS", tmp_path / "papers")
    return tmp_path / "papers"
