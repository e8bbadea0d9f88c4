"""Deletes by rule: addresses that never confirmed, and those from which mail keeps coming back."""

from datetime import date, datetime

from areasend.post.models import Mail, Subscriber
from areasend.post.rhythms import falls_due
from areasend.post.subscribing import forget, sweep_unconfirmed

#: So many mails in a row that could not be delivered end an address.
_IN_A_ROW = 3


def sweep(*, today: date) -> int:
    """Delete what the rules delete by a day, and return how many addresses that were."""
    return sweep_at(falls_due(today))


def sweep_at(at: datetime) -> int:
    """Delete what the rules delete by a moment, and return how many addresses that were."""
    dead = [one for one in _with_mail_given_up() if _all_failed(one)]
    for one in dead:
        forget(one)
    return len(dead) + sweep_unconfirmed(at=at)


def _with_mail_given_up() -> list[Subscriber]:
    failed = Mail.objects.filter(troubles__for_good=True) | Mail.objects.exclude(given_up_at=None)
    return list(Subscriber.objects.filter(pk__in=failed.values("subscriber")))


def _all_failed(subscriber: Subscriber) -> bool:
    ended = subscriber.mails.exclude(sent_at=None, given_up_at=None).order_by("-number")
    last = list(ended[:_IN_A_ROW])
    return len(last) == _IN_A_ROW and all(
        mail.given_up_at or mail.troubles.filter(for_good=True).exists() for mail in last
    )
