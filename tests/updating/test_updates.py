"""What an update makes of reports that are added, replaced, moved and removed."""

import pytest
from django.conf import settings

from areasend.casework import versions
from areasend.casework.models import Document
from areasend.papers import keeping, sightings
from areasend.papers.models import Paper, Sighting
from areasend.visiting.models import Round
from tests.updating.published_sources import (
    BURY,
    DUDLEY,
    FILES,
    Listed,
    a_pdf,
)
from tests.updating.running import reports, run

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

AGENT = "areasend/1 (+keeper@example.org)"


@pytest.mark.queues
def test_everything_published_is_kept_by_its_hash_and_queued(published):
    status, said = run()

    assert (status, Paper.objects.count()) == (0, 7), said
    assert set(published.fetched()) == FILES
    assert {keeping.read(paper.pk)[:4] for paper in Paper.objects.all()} >= {b"%PDF", b"PK\x03\x04"}
    assert Document.objects.count() == 5  # the summary and the data set are only kept
    assert "4 new" in said


def test_of_a_second_update_nothing_is_fetched_again(published):
    run()
    published.asked.clear()

    status, said = run()

    assert (status, published.fetched("/")) == (0, ["/robots.txt"]), said
    assert published.statuses()[304] == 14
    assert "4 unchanged" in said
    assert Round.objects.exclude(ended_at=None).count() == 8


@pytest.mark.queues
def test_the_page_says_what_a_report_is_and_when_it_was_published(published):
    reports()

    seen = sightings.last_at(f"{published.base}/v1/file/50000030")
    assert (seen.said, seen.published.isoformat()) == ("Area SEND full inspection", "2024-05-01")
    assert Document.objects.get(paper=seen.paper).published.isoformat() == "2024-05-01"


def test_servers_are_told_who_asks_and_whom_to_write_to(published):
    reports()

    assert published.agents == {AGENT}


def test_without_a_contact_nobody_is_asked(published, monkeypatch):
    monkeypatch.setattr(settings, "CONTACT", "")

    status, said = run()

    assert (status, published.asked) == (2, [])
    assert "AREASEND_CONTACT" in said


def test_an_added_report_alone_is_fetched(published):
    reports()
    published.asked.clear()
    published.add(DUDLEY, Listed(50000011, "Area SEND monitoring inspection"), a_pdf("Dudley 2"))

    status, said = reports()

    assert (status, published.fetched()) == (0, ["/v1/file/50000011"]), said
    assert "new: Area SEND monitoring inspection" in said
    assert Paper.objects.count() == 5


@pytest.mark.queues
def test_a_report_replaced_at_its_address_is_kept_beside_the_first(published):
    reports()
    first = sightings.last_at(f"{published.base}/v1/file/50000010").paper
    published.contents["/v1/file/50000010"] = a_pdf("Dudley, corrected")

    _, said = reports()

    second = sightings.last_at(f"{published.base}/v1/file/50000010").paper
    assert "replaced: Area SEND full inspection" in said
    assert keeping.read(first.pk).endswith(b"Dudley")
    assert versions.others(Document.objects.get(paper=second)) == (first.document,)


@pytest.mark.queues
def test_a_report_that_moved_is_seen_at_its_new_address_and_not_queued_twice(published):
    reports()
    del published.contents["/v1/file/50000010"]
    published.areas[DUDLEY].clear()
    published.add(DUDLEY, Listed(50000099), a_pdf("Dudley"))

    status, said = reports()

    assert status == 0
    assert "moved: Area SEND full inspection" in said
    assert "gone: Area SEND full inspection" in said
    assert Sighting.objects.filter(paper__document__isnull=False).count() == 5
    assert Document.objects.count() == 4


def test_a_report_that_was_removed_is_noted_and_nothing_is_deleted(published):
    reports()
    del published.contents["/v1/file/50000021"]
    published.areas[BURY].pop(0)

    status, said = reports()

    seen = sightings.last_at(f"{published.base}/v1/file/50000021")
    assert (status, "gone: Area SEND monitoring" in said) == (0, True)
    assert seen.gone_at
    assert keeping.read(seen.paper_id)


def test_what_came_back_is_no_longer_gone(published):
    reports()
    content = published.contents.pop("/v1/file/50000010")
    reports()
    published.contents["/v1/file/50000010"] = content

    reports()

    assert sightings.last_at(f"{published.base}/v1/file/50000010").gone_at is None


def test_a_report_no_longer_linked_to_is_still_asked_for(published):
    reports()
    published.areas[BURY].pop(0)
    published.asked.clear()

    _, said = reports()

    assert ("/v1/file/50000021", 304) in published.asked
    assert "4 unchanged" in said
