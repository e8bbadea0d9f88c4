"""Documents are kept once, by their hash, whole or not at all."""

import hashlib
from datetime import UTC, date, datetime, timedelta

import pytest

from areasend.papers import keeping
from areasend.papers.keeping import UnableToReadPaper, keep, read, seen
from areasend.papers.models import Paper, Sighting

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
REPORT, OTHER = b"%PDF-1.7 a report", b"%PDF-1.7 another"
ADDRESS = "https://files.example/report"


def test_what_is_kept_is_read_again():
    paper = keep(REPORT, "application/pdf", at=NOW)

    assert paper.sha256 == hashlib.sha256(REPORT).hexdigest()
    assert paper.size == len(REPORT)
    assert read(paper.sha256) == REPORT


def test_the_same_document_is_kept_once(papers):
    first = keep(REPORT, "application/pdf", at=NOW)
    again = keep(REPORT, "text/plain", at=NOW + timedelta(days=1))

    assert again == first
    assert (again.media_type, again.kept_at) == ("application/pdf", NOW)
    assert len([path for path in papers.rglob("*") if path.is_file()]) == 1


def test_a_damaged_file_is_told_and_never_read():
    paper = keep(REPORT, "application/pdf", at=NOW)
    keeping.path_of(paper.sha256).write_bytes(REPORT[:-1])

    with pytest.raises(UnableToReadPaper, match="damaged"):
        read(paper.sha256)


def test_keeping_a_damaged_document_again_puts_it_right():
    paper = keep(REPORT, "application/pdf", at=NOW)
    keeping.path_of(paper.sha256).write_bytes(b"")

    keep(REPORT, "application/pdf", at=NOW)

    assert read(paper.sha256) == REPORT


def test_a_missing_file_is_told():
    with pytest.raises(UnableToReadPaper, match="not there"):
        read("0" * 64)


def test_another_document_at_the_same_address_is_another_sighting():
    first, second = (keep(one, "application/pdf", at=NOW) for one in (REPORT, OTHER))
    seen(first, ADDRESS, at=NOW, etag='"1"')
    seen(second, ADDRESS, at=NOW + timedelta(days=7), etag='"2"')

    assert [one.paper for one in Sighting.objects.order_by("number")] == [first, second]
    assert read(first.sha256) == REPORT


def test_seeing_it_again_moves_only_the_last_time():
    paper, later = keep(REPORT, "application/pdf", at=NOW), NOW + timedelta(days=7)
    seen(paper, ADDRESS, at=NOW, etag='"1"', published=date(2026, 11, 20))
    again = seen(paper, ADDRESS, at=later)

    again.refresh_from_db()
    assert (again.first_seen_at, again.last_seen_at) == (NOW, later)
    assert (again.etag, again.published) == ('"1"', date(2026, 11, 20))
    assert Paper.objects.count() == Sighting.objects.count() == 1
