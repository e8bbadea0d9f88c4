"""A mail by itself, to an address that follows nothing: sealed and sent like every other.

The address is kept for as long as a link to confirm is good, and then deleted by the same rule.
"""

import uuid
from datetime import datetime, timedelta

from django.db import transaction

from areasend.post.models import Mail
from areasend.post.subscribing import found_or_made

#: How many such mails go to one address in a day, whoever asks for them.
A_DAY = 3


def queue(*, address: str, about: str, at: datetime) -> bool:
    """Put a mail into the outbox, and return whether it was: not where a day's are sent.

    :raises NoKey: if addresses cannot be sealed
    """
    with transaction.atomic():
        to = found_or_made(address, at=at)
        since = at - timedelta(days=1)
        if to.mails.filter(kind=Mail.REPLY, queued_at__gt=since).count() >= A_DAY:
            return False
        Mail.objects.create(
            key=uuid.uuid4().hex,
            kind=Mail.REPLY,
            subscriber=to,
            topics=about,
            queued_at=at,
            due_at=at,
        )
    return True
