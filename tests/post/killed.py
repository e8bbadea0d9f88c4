"""A worker killed again and again while it composes and sends; run in a program of its own."""

import os
import random
import signal
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import connection, transaction

from areasend.ledger import entries, releases, tables
from areasend.ledger.releases import seen_now
from areasend.post import runs
from areasend.post.models import Mail, Run, Subscriber, Subscription
from areasend.post.rhythms import Rhythm
from areasend.register.alerts import working
from areasend.register.alerts.telling import tell
from tests.builders import build_step
from tests.ledger.forking import fork
from tests.post.posting import MailServer, follows

#: Seconds within which all that is left must have been sent once nobody is killed any more.
_PATIENCE = 30


def kills(*, subscribers: int, times: int, taken: str) -> dict[str, object]:
    """Kill a worker at random moments, let the last one finish, and compare with the server."""
    tables.make()
    _something_to_tell(subscribers)
    chance = random.Random(57)
    left: list[int] = []
    server = MailServer(0, Path(taken))
    for turn in range(times):
        process = fork(_work)
        process.first_report()
        # The first few while it composes, the others while it sends.
        _wait_for(server, max(0, turn - 2) * subscribers // times)
        time.sleep(chance.uniform(0, 0.05))
        os.kill(process.number, signal.SIGKILL)
        process.all_reports()
        left.append(_unsent(subscribers))
        connection.close()
    last = fork(_work)
    _wait_until_sent(subscribers)
    os.kill(last.number, signal.SIGTERM)
    troubles = last.all_reports()[1:]
    return {**_found(server), "left": left, "troubles": troubles}


def _wait_for(server: MailServer, count: int) -> None:
    end = time.monotonic() + _PATIENCE
    while len(server.took) < count and time.monotonic() < end:
        time.sleep(0.005)


def _work(report):
    report("ready")
    working.work(every=0.02, once=False)


def _something_to_tell(subscribers: int) -> None:
    """Let subscribers follow Dudley, and let something be told of it since the last run."""
    now = datetime.now(UTC)  # noqa: TID251  it stands in for a face
    before = now - timedelta(days=9)
    with transaction.atomic():
        _told_of_dudley(subscribers, before=before, now=now)
    # What has been read once is there for every process that is forked.
    tell(["area/dudley"], runs.State(0, before), runs.State(1, before))
    connection.close()


def _told_of_dudley(subscribers: int, *, before: datetime, now: datetime) -> None:
    state = seen_now(at=before)
    for rhythm in Rhythm:
        runs.begin(rhythm, until=runs.State(state.number, before), tell=tell)
    for number in range(subscribers):
        follows(f"reader{number}@example.org", at=before)
    # The record that ships may have been released after this machine's clock.
    number = entries.record(build_step(area="dudley"), by=1, at=now)
    releases.release(number, takes_effect_at=now, now=now)


def _unsent(subscribers: int) -> int:
    return subscribers - Mail.objects.filter(sent_at__isnull=False).count()


def _wait_until_sent(subscribers: int) -> None:
    end = time.monotonic() + _PATIENCE
    while _unsent(subscribers) and time.monotonic() < end:
        time.sleep(0.02)
    connection.close()


def _found(server: MailServer) -> dict[str, object]:
    took = server.took
    keys = {(one["to"], one["key"]) for one in took}
    return {
        "subscribers": Subscriber.objects.count(),
        "subscriptions": Subscription.objects.count(),
        "mailed": len(Counter(to for to, _ in keys)),
        "keys": len(keys),
        "copies": len(took) - len(keys),
        "mails": Mail.objects.count(),
        "unsent": Mail.objects.filter(sent_at=None).count(),
        "runs": Run.objects.filter(covered_by=None, rhythm="daily").count(),
    }
