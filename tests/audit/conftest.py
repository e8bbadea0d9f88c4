"""What tests of the self-audit share."""

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def papers(tmp_path, monkeypatch):
    """The folder of the documents that are kept."""
    monkeypatch.setattr(settings, "PAPERS", tmp_path / "papers")
    return tmp_path / "papers"
