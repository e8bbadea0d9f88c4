"""What else was seen where a document was: the ones before it and after it at the same address."""

from areasend.casework.models import Document
from areasend.papers.models import Sighting


def sightings(document: Document) -> tuple[Sighting, ...]:
    """Return where the document was seen, the first address first."""
    return tuple(document.paper.sightings.order_by("first_seen_at", "number"))


def others(document: Document) -> tuple[Document, ...]:
    """Return the other documents that were seen at an address of this one, in order."""
    addresses = [one.address for one in sightings(document)]
    found = Document.objects.filter(paper__sightings__address__in=addresses)
    return tuple(found.exclude(pk=document.pk).distinct().order_by("number"))
