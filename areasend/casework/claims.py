"""Who has a document: so that two people never check the same one without knowing."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime

from areasend.casework.models import Claim, Document

#: For how long somebody has it after the last thing they did with it.
LASTS = timedelta(minutes=30)


class Taken(Exception):
    """Somebody else has the document. `claim` says who, and until when."""

    def __init__(self, claim: Claim) -> None:
        super().__init__(f"Somebody else has the document until {localtime(claim.until):%H:%M}.")
        self.claim = claim


def last(document: Document) -> Claim | None:
    """Return the last claim on a document, in force or not."""
    return document.claims.order_by("-number").first()


def holder(document: Document, *, now: datetime) -> Claim | None:
    """Return the claim in force on a document, if there is one."""
    claim = last(document)
    return claim if claim and claim.until > now else None


@transaction.atomic
def claim(document: Document, *, by: int, now: datetime, take_over: bool = False) -> Claim:
    """Let somebody have a document for a while, or for longer where they have it.

    :raises Taken: if somebody else has it, unless it is to be taken over
    """
    Document.objects.select_for_update().get(pk=document.pk)
    held = holder(document, now=now)
    if held and held.by == by:
        held.until = now + LASTS
        held.save(update_fields=["until"])
        return held
    if held and not take_over:
        raise Taken(held)
    after = held.by if held else None
    return document.claims.create(by=by, begun_at=now, until=now + LASTS, after=after)


def let_go(document: Document, *, by: int, now: datetime) -> None:
    """End somebody's claim, if they have the document."""
    held = holder(document, now=now)
    if held and held.by == by:
        held.until = now
        held.save(update_fields=["until"])
