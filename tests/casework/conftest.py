"""What the tests of the checking room share: a folder for papers, and documents to check."""

import sys
from pathlib import Path

import pytest
from django.conf import settings

# The built reports stand beside the reader's tests, and import each other by name.
sys.path.append(str(Path(__file__).parents[1] / "reading"))


@pytest.fixture(autouse=True)
def papers(tmp_path, monkeypatch):
    """The folder of the documents that are kept."""
    monkeypatch.setattr(settings, "PAPERS", tmp_path / "papers")
    return tmp_path / "papers"
