"""Digests for many subscribers, with something told of every area: composed, and each mailed.

`python -m benchmarks.alerts SUBSCRIBERS KILLS` prints, as JSON, how long it took to put every
digest into the outbox, and then to hand every one to a mail server though so many workers are
killed on the way, in seconds, for the ledger that AREASEND_DATABASE names; and how many letters
the server took twice. There are four workers, so that while one waits another goes on.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from areasend.config.command import start
from benchmarks import ledgers
from benchmarks.rounds import Size, elapsed
from benchmarks.table import Line, under

#: What was asked: five minutes on two cores.
_ASKED = 300
_KEY = "of addresses for benchmarks alone: 0123456789"
_WORKERS = 4
#: Mails for each second for which a worker takes some: a killed one's are sent so much later.
_A_SECOND = 10_000
#: Seconds without a mail after which something is wrong.
_PATIENCE = 60


def lines(ledger: str, where: str, size: Size) -> Iterator[Line]:
    """Yield how long all digests take to compose, and then to be mailed."""
    said = ledgers.run(ledger, "-m", "benchmarks.alerts", str(size.subscribers), str(size.kills))
    composed, mailed, twice = json.loads(said)
    count = f"{size.subscribers:,}"
    yield Line(
        what=f"digests for {count} subscribers composed on {where}, an event in every area",
        ours=composed,
        asked=under(_ASKED),
    )
    yield Line(
        what=f"the same and each mailed, by {_WORKERS} workers of whom {size.kills} are killed, "
        f"on {where} ({twice} twice, under the same Message-ID)",
        ours=composed + mailed,
        asked=under(_ASKED),
    )


def measure(subscribers: int, kills: int) -> tuple[float, float, int]:
    """Return how long the digests took to compose and to mail, in seconds, and how many twice."""
    # Only now that Django is set up.
    from areasend.post import runs

    now = datetime.now(UTC)  # noqa: TID251  as the workers, it asks the clock
    before = now - timedelta(days=9)
    _begin(before)
    _follow(subscribers, before)
    _tell_of_every_area(now)
    # Of things released at one moment, each takes effect an instant after the last.
    soon = now + timedelta(seconds=1)

    def compose() -> None:
        runs.compose(_begin(soon), now=lambda: soon)

    composed = elapsed(compose)
    with tempfile.TemporaryDirectory(prefix="areasend-") as folder:
        taken = Path(folder) / "taken"
        mailed = elapsed(lambda: _mail_all(subscribers, kills, taken))
        keys = taken.read_text("utf-8").splitlines()
    if len(set(keys)) != subscribers or len({key.split()[1] for key in keys}) != subscribers:
        raise RuntimeError(f"{len(set(keys))} messages for {subscribers} subscribers")
    return composed, mailed, len(keys) - subscribers


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


def _mail_all(subscribers: int, kills: int, taken: Path) -> None:
    """Let workers mail every digest, and kill one and begin another so often on the way."""
    lease = max(1, subscribers // _A_SECOND)
    sink = [sys.executable, "-m", "benchmarks.mail_sink", str(taken)]
    with subprocess.Popen(sink, stdout=subprocess.PIPE, text=True) as server:
        port = server.stdout.readline().strip() if server.stdout else ""
        _worker(port, lease, "--prepare").wait()
        workers = [_worker(port, lease) for _ in range(_WORKERS)]
        for turn in range(1, kills + 1):
            _wait_for(taken, count=subscribers * turn // (kills + 1))
            workers[turn % _WORKERS].kill()
            workers[turn % _WORKERS].wait()
            workers[turn % _WORKERS] = _worker(port, lease)
        _wait_for(taken, count=subscribers)
        _wait_until_noted()
        for one in workers:
            one.terminate()
            one.wait()
        server.terminate()


def _worker(port: str, lease: int, *how: str) -> "subprocess.Popen[bytes]":
    from django.conf import settings

    environ = {
        "DJANGO_SETTINGS_MODULE": "areasend.config.work",
        "AREASEND_MAIL": f"smtp://127.0.0.1:{port}",
        "AREASEND_MAIL_FROM": "areasend <alerts@areasend.example>",
        "AREASEND_MAIL_KEY": settings.MAIL_KEY,
        "AREASEND_MAIL_LEASE": str(lease),
        "AREASEND_ADDRESS": "https://areasend.example",
    }
    command = [sys.executable, "-m", "areasend.config.working", "--every", "0.2", *how]
    return subprocess.Popen(command, env={**os.environ, **environ}, stdout=subprocess.DEVNULL)


def _wait_for(taken: Path, *, count: int) -> None:
    """Wait until the server took so many different letters."""
    held, since = 0, time.monotonic()
    while held < count:
        time.sleep(0.2)
        now = len(set(taken.read_bytes().splitlines())) if taken.exists() else 0
        if now > held:
            held, since = now, time.monotonic()
        if time.monotonic() - since > _PATIENCE:
            raise RuntimeError(f"{held} letters of {count} came, and then none.")


def _wait_until_noted() -> None:
    from areasend.post.models import Mail

    while Mail.objects.filter(sent_at=None).exists():
        time.sleep(0.1)


if __name__ == "__main__":
    os.environ["AREASEND_MAIL_KEY"] = _KEY
    start()
    print(json.dumps(measure(*map(int, sys.argv[1:]))))
