"""What was seen at an address before, and elsewhere."""

from datetime import datetime

from areasend.papers.models import Paper, Sighting


def last_at(address: str) -> Sighting | None:
    """Return the last sighting of any document at an address."""
    return Sighting.objects.filter(address=address).order_by("last_seen_at", "number").last()


def is_elsewhere(sha256: str, address: str) -> bool:
    """Return whether a document was seen at any other address."""
    return Sighting.objects.filter(paper=sha256).exclude(address=address).exists()


def gone(sighting: Sighting, *, at: datetime) -> None:
    """Note that a document is no longer where it was. The document itself stays."""
    Sighting.objects.filter(pk=sighting.pk, gone_at=None).update(gone_at=at)


def replaced_by(paper: Paper) -> list[Paper]:
    """Return the documents in whose place one was put, at any address, the latest first."""
    found: dict[str, Paper] = {}
    for own in paper.sightings.all():
        others = Sighting.objects.filter(address=own.address).exclude(paper=paper)
        earlier = others.filter(first_seen_at__lt=own.first_seen_at).select_related("paper")
        found |= {one.paper_id: one.paper for one in earlier.order_by("-first_seen_at")}
    return list(found.values())
