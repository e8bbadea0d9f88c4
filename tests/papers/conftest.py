"""What the tests of stored documents share: a folder for them."""

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def papers(tmp_path, monkeypatch):
    """The folder of the documents that are kept."""
    monkeypatch.setattr(settings, "PAPERS", tmp_path / "papers")
    return tmp_path / "papers"
