"""Asking for mail, confirming it, ending it: nothing counts before its address has answered.

Whoever asks learns nothing of who else did: what is stored and sent differs, the answer does not.
"""

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from areasend.post import keys
from areasend.post.models import Mail, Subscriber, Subscription
from areasend.post.rhythms import Rhythm

#: For how long a link to confirm is good, and how long an address is kept that never did.
TO_CONFIRM = timedelta(days=7)
#: How many mails that ask to confirm go to one address in a day, whoever asks for them.
ASKED_A_DAY = 3
#: How much one address can follow.
MOST = 50
_CONFIRM, _YOURS = "confirm", "yours"


class LinkIsOver(ValueError):
    """A link of ours that leads to nothing any more."""


class TooMuch(ValueError):
    """An address follows as much as one can."""


@dataclass(frozen=True)
class Asked:
    """What an address is asked to confirm: the topic, how often, and whether it has by now."""

    topic: str
    rhythm: Rhythm
    confirmed: bool


def ask(*, address: str, topic: str, rhythm: Rhythm, at: datetime) -> None:
    """Keep what somebody asked for an address, and queue the mail that lets it confirm.

    Where that address was asked often enough today, nothing is kept and nothing is queued.

    :raises NoKey: if addresses cannot be sealed
    """
    with transaction.atomic():
        subscriber = found_or_made(address, at=at)
        today = subscriber.mails.filter(kind=Mail.CONFIRM, queued_at__gt=at - timedelta(days=1))
        if today.count() >= ASKED_A_DAY:
            return
        asked, _ = subscriber.subscriptions.get_or_create(
            topic=topic, rhythm=rhythm.value, defaults={"asked_at": at}
        )
        if asked.confirmed_at is None:
            Subscription.objects.filter(pk=asked.pk).update(asked_at=at)
        _queue(Mail.CONFIRM, asked, at=at)


def found_or_made(address: str, *, at: datetime) -> Subscriber:
    """Return whose an address is, kept sealed if it was not yet, and locked. In a transaction.

    :raises NoKey: if addresses cannot be sealed
    """
    lookups = keys.lookups(address)
    found = Subscriber.objects.select_for_update().filter(lookup__in=lookups).first()
    if found:
        return found
    made, _ = Subscriber.objects.get_or_create(
        lookup=lookups[0],
        defaults={"key": secrets.token_urlsafe(16), "address": keys.seal(address), "since": at},
    )
    return made


def _queue(kind: str, asked: Subscription, *, at: datetime) -> None:
    """Put a mail into the outbox, in the transaction of its cause."""
    Mail.objects.create(
        key=uuid.uuid4().hex,
        kind=kind,
        subscriber_id=asked.subscriber_id,
        topics=asked.topic,
        rhythm=asked.rhythm,
        queued_at=at,
        due_at=at,
    )


def link_to_confirm(subscriber: Subscriber, *, topic: str, rhythm: str) -> str:
    """Return the signed and dated part of the link by which an address confirms."""
    return keys.sign(_CONFIRM, [subscriber.key, topic, rhythm])


def link_to_yours(subscriber: Subscriber) -> str:
    """Return the signed part of the link to the page of one address."""
    return keys.sign(_YOURS, subscriber.key)


def asked_by(link: str) -> Asked:
    """Return what a link lets an address confirm. To look at it changes nothing.

    :raises NotOurs: if we did not sign it, or too long ago
    :raises LinkIsOver: if what it is about is kept no more
    """
    held = _subscription(link)
    return Asked(held.topic, Rhythm(held.rhythm), held.confirmed_at is not None)


def confirm(link: str, *, at: datetime) -> Subscriber:
    """Let what was asked count from now on, and return whose it is; a second time changes nothing.

    The same topic in another rhythm is replaced.

    :raises NotOurs: if we did not sign the link, or too long ago
    :raises LinkIsOver: if what it is about is kept no more
    :raises TooMuch: if the address follows as much as one can
    """
    with transaction.atomic():
        held = _subscription(link)
        subscriber = Subscriber.objects.select_for_update().get(pk=held.subscriber_id)
        if _let_count(held, at=at):
            _queue(Mail.WELCOME, held, at=at)
    return subscriber


def add(subscriber: Subscriber, *, topic: str, rhythm: Rhythm, at: datetime) -> None:
    """Let an address follow more, as whoever holds its secret link asks: no mail is needed.

    :raises TooMuch: if the address follows as much as one can
    """
    with transaction.atomic():
        Subscriber.objects.select_for_update().get(pk=subscriber.pk)
        held, _ = subscriber.subscriptions.get_or_create(
            topic=topic, rhythm=rhythm.value, defaults={"asked_at": at}
        )
        _let_count(held, at=at)


def _let_count(held: Subscription, *, at: datetime) -> bool:
    """Let a subscription count in place of others of its topic; return whether it did not yet.

    :raises TooMuch: if the address follows as much as one can
    """
    confirmed = Subscription.objects.filter(
        subscriber=held.subscriber_id, confirmed_at__isnull=False
    )
    others = confirmed.filter(topic=held.topic).exclude(pk=held.pk)
    if held.confirmed_at is None and confirmed.count() - others.count() >= MOST:
        raise TooMuch(f"One address can follow {MOST} things. Stop one of them first.")
    if not Subscription.objects.filter(pk=held.pk, confirmed_at=None).update(confirmed_at=at):
        return False
    others.delete()
    return True


def _subscription(link: str) -> Subscription:
    key, topic, rhythm = keys.read(_CONFIRM, link, seconds=TO_CONFIRM.total_seconds())
    found = Subscription.objects.filter(subscriber__key=key, topic=topic, rhythm=rhythm).first()
    if found is None:
        raise LinkIsOver("What this link was about is no longer asked for.")
    return found


def of_link(link: str) -> Subscriber:
    """Return the subscriber whose page a link leads to.

    :raises NotOurs: if we did not sign it
    :raises LinkIsOver: if the address was forgotten
    """
    found = Subscriber.objects.filter(key=keys.read(_YOURS, link)).first()
    if found is None:
        raise LinkIsOver("There are no alerts behind this link any more: the address is forgotten.")
    return found


def stop(subscriber: Subscriber, *, topic: str) -> None:
    """End what an address follows of a topic."""
    subscriber.subscriptions.filter(topic=topic).delete()


def forget(subscriber: Subscriber) -> None:
    """Delete an address, and with it what it follows and every mail to it, sent or not."""
    subscriber.delete()


def sweep_unconfirmed(*, at: datetime) -> int:
    """Delete what was asked and never confirmed, and addresses left without anything."""
    Subscription.objects.filter(confirmed_at=None, asked_at__lt=at - TO_CONFIRM).delete()
    alone = Subscriber.objects.filter(subscriptions=None, since__lt=at - TO_CONFIRM)
    # One that was sent a link by itself goes when that link is good no more.
    lately = Mail.objects.filter(kind=Mail.REPLY, queued_at__gte=at - TO_CONFIRM)
    alone = alone.exclude(mails__in=lately)
    return alone.delete()[1].get("post.Subscriber", 0)
