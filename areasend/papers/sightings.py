"""What was seen at an address before, and elsewhere."""

from datetime import datetime

from areasend.papers.models import Sighting


def last_at(address: str) -> Sighting | None:
    """Return the last sighting of any document at an address."""
    return Sighting.objects.filter(address=address).order_by("last_seen_at", "number").last()


def is_elsewhere(sha256: str, address: str) -> bool:
    """Return whether a document was seen at any other address."""
    return Sighting.objects.filter(paper=sha256).exclude(address=address).exists()


def gone(sighting: Sighting, *, at: datetime) -> None:
    """Note that a document is no longer where it was. The document itself stays."""
    Sighting.objects.filter(pk=sighting.pk, gone_at=None).update(gone_at=at)
