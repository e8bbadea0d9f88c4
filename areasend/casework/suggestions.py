"""What no document prints, and a person is asked: the day of its publication, and its address."""

from collections.abc import Iterator
from datetime import date

from areasend.casework.models import Document
from areasend.casework.proposal import Proposed
from areasend.domain import kinds
from areasend.domain.attestations import Attestation
from areasend.domain.events import Event
from areasend.ledger import entries
from areasend.reading.proposals import Field

_LOOK = "no document prints it: look at the list of the area’s reports at the publisher"
_NOBODY = "Nothing that we hold says it."
_OFFICIAL_FILES = "https://files.ofsted.gov.uk/"
_PUBLISHED = {
    "area-send-report": "report-published",
    "outcome-letter-2016": "report-published",
    "revisit-letter": "revisited",
    "monitoring-report": "monitoring-inspected",
}


def asked(document: Document, read: Proposed) -> Iterator[Field]:
    """Yield the fields that are asked for, with what is known where anything is."""
    event = _held(document, read)
    held = event.attestation if event else None
    published, where = _published(document, held)
    day = published.isoformat() if published else None
    yield Field("published", day, where or _LOOK, (), () if where else (_unsure(day, held),))
    linking = _linking(event)
    address = document.address or (linking.source.href if linking else "")
    doubts = () if document.address else (_unsure(address, linking),)
    yield Field("address", address or None, "where the document was fetched", (), doubts)


def _published(document: Document, held: Attestation | None) -> tuple[date | None, str]:
    """Return the day, and who says so where the one who fetched the document did."""
    day, where = listed(document)
    if day:
        return day, where
    return (held.on.latest, "") if held and held.on.is_day else (None, "")


def listed(document: Document) -> tuple[date | None, str]:
    """Return the day of publication that came with a document, and in words whence; none if not."""
    if document.published:
        return document.published, "as the list said from which the document was fetched"
    seen = document.paper.sightings.exclude(published=None).order_by("first_seen_at").first()
    return (
        (seen.published, f"as the list said on {seen.first_seen_at:%-d %B %Y}")
        if seen
        else (None, "")
    )


def _linking(event: Event | None) -> Attestation | None:
    """Return the attestation that leads to the publisher's own file, if one does."""
    every = event.attested if event else ()
    leading = (one for one in every if one.source.href.startswith(_OFFICIAL_FILES))
    return next(leading, None)


def _unsure(value: str | None, held: Attestation | None) -> str:
    if not value or held is None:
        return _NOBODY
    return f"The record holds it on the word of {held.source.publisher}: compare it."


def _held(document: Document, read: Proposed) -> Event | None:
    """Return the event by which the record holds that this document was published, if it does."""
    kind = _PUBLISHED.get(document.kind)
    inspections = {one.inspection for one in read.events}
    found: Iterator[Event] = (
        event
        for _, event in entries.standing_of(document.area)
        if kinds.key(event) == kind and event.inspection in inspections
    )
    return next(found, None)
