"""The sources as a server on this machine, to which the settings lead."""

import pytest
from django.conf import settings

from tests.updating.published_sources import (
    BURY,
    COLLECTION,
    DUDLEY,
    LEEDS,
    PLANS,
    RELEASE,
    SUMMARY,
    Listed,
    Published,
    a_pdf,
    collection_page,
    publishing,
    release_page,
    sources_at,
    summary_page,
)


def _held():
    """Three areas with a report each, one of them two, and one with another inspection's too."""
    held = Published()
    held.add(DUDLEY, Listed(50000010), a_pdf("Dudley"))
    held.add(BURY, Listed(50000020), a_pdf("Bury"))
    held.add(BURY, Listed(50000021, "Area SEND monitoring inspection"), a_pdf("Bury again"))
    held.add(LEEDS, Listed(50000030, day="1 May 2024"), a_pdf("Leeds"))
    held.add(LEEDS, Listed(50000031, "Inspection of children's services"), a_pdf("of another kind"))
    return held


@pytest.fixture
def published(request, tmp_path, monkeypatch):
    """What the sources hold. What is kept of it is queued only where a test says so."""
    held = _held()
    with publishing(held) as at:
        held.contents |= {
            COLLECTION: collection_page(RELEASE, "/government/organisations/ofsted"),
            RELEASE: release_page(f"{at}/media/1/area_send.ods"),
            "/media/1/area_send.ods": b"PK\x03\x04 and so on",
            SUMMARY: summary_page(),
            PLANS: b"time_period,geographic_level,new_la_code,la_name,plans\n2025,LA,E1,Dudley,7\n",
        }
        # To read a document takes longer than all the rest.
        listed = sources_at(at, tmp_path / "sources.toml", queue="queues" in request.keywords)
        monkeypatch.setattr(settings, "PAPERS", tmp_path / "papers")
        monkeypatch.setattr(settings, "SOURCES", str(listed))
        monkeypatch.setattr(settings, "CONTACT", "keeper@example.org")
        monkeypatch.setattr("areasend.visiting.asking.LONGEST_WAIT", 5.0)
        yield held
