"""Takes mails out of the outbox to send them, and writes down what came of each.

A mail that somebody took falls due again when their time is over, whatever became of them. So no
mail is lost to a kill; one handed over just before it is handed over again, under the same key.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from areasend.post.addresses import without_addresses
from areasend.post.letters import Carrier, Letter, Refused, Unreachable
from areasend.post.models import Mail, Trouble

#: How long a mail is tried for, and how long it waits at most from one try to the next.
TRIED_FOR, LONGEST_WAIT = timedelta(days=3), timedelta(hours=6)
_FIRST_WAIT = timedelta(minutes=1)
#: How many are taken at a time: so many are read and written with a dozen questions.
BATCH = 200
#: For how long they are taken. Only in the first half of it is one handed over.
LEASE = timedelta(minutes=5)

#: Writes letters, each by its mail's number; for one that cannot be addressed it says why. A mail
#: whose words are gone has none.
Write = Callable[[Sequence[Mail]], dict[int, Letter | Refused]]


@dataclass(frozen=True)
class Sender:
    """What sending needs: a carrier, a writer, a clock, and when to stop."""

    carrier: Carrier
    write: Write
    now: Callable[[], datetime]
    stopping: Callable[[], bool] = lambda: False
    lease: timedelta = LEASE

    def send_due(self) -> int:
        """Send the mails that are due, so many at a time, and return how many were taken."""
        taken = _take(at=self.now(), lease=self.lease)
        until = self.now() + self.lease / 2
        letters = self.write(taken)
        for place, mail in enumerate(taken):
            if self.stopping() or self.now() >= until:
                _give_back(taken[place:], at=self.now())
                return place
            try:
                self._send(mail, letters.get(mail.number))
            except Unreachable as trouble:
                _failed(mail, str(trouble), at=self.now(), for_good=False)
                _give_back(taken[place + 1 :], at=self.now() + _FIRST_WAIT)
                return 0
        return len(taken)

    def _send(self, mail: Mail, letter: Letter | Refused | None) -> None:
        if letter is None:
            _failed(mail, "What it was about is no longer there.", at=self.now(), for_good=True)
            return
        try:
            if isinstance(letter, Refused):
                raise letter
            # Somebody took it before and was not heard of again: they may have handed it over.
            if not (mail.claim and self.carrier.took(mail.key)):
                self.carrier.hand_over(letter)
        except Refused as trouble:
            _failed(mail, str(trouble), at=self.now(), for_good=trouble.for_good)
        else:
            Mail.objects.filter(pk=mail.pk, sent_at=None).update(sent_at=self.now())


def waiting(*, at: datetime) -> bool:
    """Return whether a mail is due."""
    return _waiting(at).exists()


def _waiting(at: datetime) -> QuerySet[Mail]:
    return Mail.objects.filter(sent_at=None, given_up_at=None, due_at__lte=at)


def _take(*, at: datetime, lease: timedelta) -> list[Mail]:
    """Return mails that are due, the longest waiting first, each as it was before it was taken."""
    with transaction.atomic():
        # SQLite's transactions exclude each other from their beginning; there it says nothing.
        free = _waiting(at).select_for_update(skip_locked=True)
        taken = list(free.order_by("due_at", "number")[:BATCH])
        numbers = [mail.pk for mail in taken]
        claim = secrets.token_hex(8)
        Mail.objects.filter(pk__in=numbers).update(due_at=at + lease, claim=claim)
    return taken


def _give_back(mails: Sequence[Mail], *, at: datetime) -> None:
    """Let mails be taken by anybody from a moment on; nothing was tried of them."""
    held = [mail.pk for mail in mails if not mail.claim]
    Mail.objects.filter(pk__in=held, sent_at=None).update(due_at=at, claim="")
    # Of these, somebody else may have: that stays to be asked.
    doubtful = [mail.pk for mail in mails if mail.claim]
    Mail.objects.filter(pk__in=doubtful, sent_at=None).update(due_at=at)


def _failed(mail: Mail, words: str, *, at: datetime, for_good: bool) -> None:
    """Keep what was said, and try again later or no more."""
    over = for_good or at - mail.queued_at > TRIED_FOR
    with transaction.atomic():
        held = Mail.objects.filter(pk=mail.pk, sent_at=None)
        if not held.exists():
            return  # forgotten meanwhile
        tried = mail.troubles.count()
        Trouble.objects.create(
            mail_id=mail.pk, at=at, for_good=for_good, words=without_addresses(words)
        )
        wait = min(_FIRST_WAIT * 2**tried, LONGEST_WAIT)
        held.update(due_at=at + wait, claim="", given_up_at=at if over else None)


def bounced(key: str, words: str, *, at: datetime) -> bool:
    """Keep that a mail came back for good, and return whether it was one of ours."""
    mail = Mail.objects.filter(key=key).first()
    if mail is None:
        return False
    Trouble.objects.create(mail=mail, at=at, for_good=True, words=without_addresses(words))
    return True
