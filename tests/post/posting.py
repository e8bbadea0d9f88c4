"""Subscribers, clocks and a mail server of the tests' own."""

import json
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import transaction

from areasend.post import subscribing
from areasend.post.models import Subscriber, Subscription
from areasend.post.rhythms import Rhythm

#: A Thursday, an hour after the runs.
NOW = datetime(2026, 11, 19, 8, tzinfo=UTC)


def follows(address="reader@example.org", *topics, rhythm=Rhythm.DAILY, at=NOW):
    """Let an address follow topics, each confirmed, and return whose it is."""
    with transaction.atomic():
        subscriber = subscribing.found_or_made(address, at=at)
    for topic in topics or ("area/dudley",):
        Subscription.objects.create(
            subscriber=subscriber, topic=topic, rhythm=rhythm.value, asked_at=at, confirmed_at=at
        )
    return Subscriber.objects.get(pk=subscriber.pk)


class Clock:
    """A clock that stands until it is put forward."""

    def __init__(self, at=NOW):
        self.at = at

    def __call__(self):
        return self.at

    def forward(self, **by):
        self.at += timedelta(**by)
        return self.at


@dataclass(frozen=True)
class MailServer:
    """A mail server in a process of its own, and what it took."""

    port: int
    file: Path

    @property
    def took(self):
        """Every message it answered with 250, in order: to whom, its Message-ID, and its text."""
        text = self.file.read_text("utf-8") if self.file.exists() else ""
        # The last line may be half written.
        lines = text.split("\n")[:-1]
        return [json.loads(line) for line in lines]

    def forget(self):
        self.file.unlink(missing_ok=True)


@contextmanager
def mail_server(folder):
    """Run a mail server until the block ends."""
    file = folder / "taken.jsonl"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.post.mail_server", str(file)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield MailServer(int(process.stdout.readline()), file)
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()
