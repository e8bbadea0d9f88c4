"""Digests composed for many subscribers, with something told of every area.

`python -m benchmarks.alerts SUBSCRIBERS` prints, as JSON, how long it took to put every digest
into the outbox and then to write every one out as a message, in seconds, for the ledger that
AREASEND_DATABASE names. One process does both; a second core is left to the database.
"""

import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle
from typing import Any

from areasend.config.command import start
from benchmarks import ledgers
from benchmarks.rounds import Size, elapsed
from benchmarks.table import Line, under

#: What was asked: five minutes on two cores.
_ASKED = 300
_KEY = "of addresses for benchmarks alone: 0123456789"
_AT_ONCE = 50


def lines(ledger: str, where: str, size: Size) -> Iterator[Line]:
    """Yield how long all digests take to compose, and then to write out as messages."""
    said = ledgers.run(ledger, "-m", "benchmarks.alerts", str(size.subscribers))
    composed, written = json.loads(said)
    count = f"{size.subscribers:,}"
    yield Line(
        what=f"digests for {count} subscribers composed on {where}, an event in every area",
        ours=composed,
        asked=under(_ASKED),
    )
    yield Line(
        what=f"the same and each written out as a message, on {where}",
        ours=composed + written,
        asked=under(_ASKED),
    )


def measure(subscribers: int) -> list[float]:
    """Return how long the digests took to compose and to write out, in seconds."""
    # Only now that Django is set up.
    from areasend.post import runs

    before, now = ledgers.NOW, ledgers.NOW + timedelta(days=1)
    _begin(before)
    _follow(subscribers, before)
    _tell_of_every_area(now)

    # Of things released at one moment, each takes effect an instant after the last.
    soon = now + timedelta(seconds=1)

    def compose() -> None:
        runs.compose(_begin(soon), now=lambda: soon)

    composed = elapsed(compose)
    return [composed, elapsed(lambda: _write_out(subscribers))]


def _begin(at: datetime) -> Any:
    from areasend.ledger.releases import seen_now
    from areasend.post import runs
    from areasend.post.rhythms import Rhythm
    from areasend.register.alerts.telling import tell

    until = runs.State(seen_now(at=at).number, at)
    return runs.begin(Rhythm.DAILY, until=until, tell=tell)


def _follow(subscribers: int, at: datetime) -> None:
    """Let each subscriber follow one area, so many to each."""
    from areasend.domain.areas import areas_on
    from areasend.post import keys
    from areasend.post.models import Subscriber, Subscription

    areas = cycle([area.slug for area in areas_on(at.date(), announced_by=at.date())])
    made = Subscriber.objects.bulk_create(
        [
            Subscriber(
                key=str(number),
                lookup=str(number),
                address=keys.seal(f"reader{number}@example.org"),
                since=at,
            )
            for number in range(subscribers)
        ],
        batch_size=5000,
    )
    Subscription.objects.bulk_create(
        [
            Subscription(
                subscriber=one,
                topic=f"area/{next(areas)}",
                rhythm="daily",
                asked_at=at,
                confirmed_at=at,
            )
            for one in made
        ],
        batch_size=5000,
    )


def _tell_of_every_area(at: datetime) -> None:
    from django.db import transaction

    from areasend.domain.areas import areas_on
    from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
    from areasend.domain.events import Step, StepKind
    from areasend.domain.intervals import Interval
    from areasend.ledger import entries, releases

    source = Source(title="A letter", publisher="The department", kind=SourceKind.OFFICIAL)
    on = Interval.read("2026-06-01")
    told = (Attestation(source=source, on=on, confidence=Confidence.OFFICIAL),)
    with transaction.atomic():
        for area in areas_on(at.date(), announced_by=at.date()):
            event = Step(area=area.slug, inspection="", attested=told, step=StepKind.MINISTER_WROTE)
            number = entries.record(event, by=1, at=at)
            releases.release(number, takes_effect_at=at, now=at)


def _write_out(subscribers: int) -> None:
    from areasend.post.carriers.smtp import message
    from areasend.post.models import Mail
    from areasend.register.alerts.letters import write

    written, last = 0, 0
    while batch := list(Mail.objects.filter(number__gt=last).order_by("number")[:_AT_ONCE]):
        for letter in write(batch).values():
            written += bool(message(letter, sender="alerts@areasend.example").message().as_bytes())
        last = batch[-1].number
    if written != subscribers:
        raise RuntimeError(f"{written} messages for {subscribers} subscribers")


if __name__ == "__main__":
    os.environ["AREASEND_MAIL_KEY"] = _KEY
    start()
    print(json.dumps(measure(int(sys.argv[1]))))
