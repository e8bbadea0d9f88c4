"""The jobs of the worker. Each is only a nudge: what must not be lost is a row elsewhere.

Any of them may run twice, or be killed at any moment: the next goes on from the rows.
"""

from datetime import timedelta
from threading import Event

from django.conf import settings
from django_tasks import task

from areasend.ledger.releases import seen_now
from areasend.post import outbox, runs
from areasend.post.carriers import carrier
from areasend.post.rhythms import Rhythm
from areasend.post.sweeping import sweep_at
from areasend.register.alerts.letters import write
from areasend.register.alerts.telling import tell
from areasend.register.asking import now

#: Set when the worker is asked to stop: the mail in hand is finished, the rest is left.
STOPPING = Event()


@task()
def compose() -> int:
    """Begin the runs that have fallen due, and put the mails of those begun into the outbox."""
    state = seen_now(at=now())
    for rhythm in Rhythm:
        runs.begin(rhythm, until=runs.State(state.number, state.at), tell=tell)
    return sum(runs.compose(run, now=now) for run in runs.begun())


@task()
def send() -> int:
    """Send mails that are due, a batch after another, until none is or the worker is to stop."""
    to = carrier()
    sender = outbox.Sender(to, write, now, STOPPING.is_set, timedelta(seconds=settings.MAIL_LEASE))
    sent = 0
    try:
        while took := sender.send_due():
            sent += took
    finally:
        to.close()
    return sent


@task()
def sweep() -> int:
    """Delete what the rules delete."""
    return sweep_at(now())
