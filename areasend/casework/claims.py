"""Who has a document, a report or a reply: so that two people never do one without knowing."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import localtime

from areasend.casework.models import AnyClaim, Document
from areasend.casework.reported.models import Matter

#: For how long somebody has it after the last thing they did with it.
LASTS = timedelta(minutes=30)

#: What people have one at a time.
Held = Document | Matter


class Taken(Exception):
    """Somebody else has it. `claim` says who, and until when."""

    def __init__(self, claim: AnyClaim) -> None:
        super().__init__(f"Somebody else has it until {localtime(claim.until):%H:%M}.")
        self.claim = claim


def last(of: Held) -> AnyClaim | None:
    """Return the last claim on something, in force or not."""
    return of.claims.order_by("-number").first()


def holder(of: Held, *, now: datetime) -> AnyClaim | None:
    """Return the claim in force on something, if there is one."""
    claim = last(of)
    return claim if claim and claim.until > now else None


@transaction.atomic
def claim(of: Held, *, by: int, now: datetime, take_over: bool = False) -> AnyClaim:
    """Let somebody have something for a while, or for longer where they have it.

    :raises Taken: if somebody else has it, unless it is to be taken over
    """
    type(of).objects.select_for_update().get(pk=of.pk)
    held = holder(of, now=now)
    if held and held.by == by:
        held.until = now + LASTS
        held.save(update_fields=["until"])
        return held
    if held and not take_over:
        raise Taken(held)
    after = held.by if held else None
    return of.claims.create(by=by, begun_at=now, until=now + LASTS, after=after)


def let_go(of: Held, *, by: int, now: datetime) -> None:
    """End somebody's claim, if they have it."""
    held = holder(of, now=now)
    if held and held.by == by:
        held.until = now
        held.save(update_fields=["until"])
