"""Runs: each falls due once, tells of what came since the last, and is caught up if missed.

A run and its words are written in one transaction; its mails follow, so many at a time. Whoever
is killed between leaves a run that is begun, and the next goes on where it stopped.
"""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db import IntegrityError, transaction
from django.db.models import Max

from areasend.post.models import Mail, Run, Subscription, Telling
from areasend.post.rhythms import ON_TIME, Rhythm, days_between, falls_due, last_due

#: So many subscribers' mails are written in one transaction.
_AT_ONCE = 2000


@dataclass(frozen=True)
class State:
    """A state of what the public was told: the last release held, and the moment."""

    release: int
    at: datetime


@dataclass(frozen=True)
class Words:
    """What is told of a topic: its title, and the words under it."""

    title: str
    words: str


#: Tells of topics what came between two states; of those of which nothing did, nothing.
Tell = Callable[[Iterable[str], State, State], Mapping[str, Words]]


def is_due(rhythm: Rhythm, *, now: datetime) -> bool:
    """Return whether a run has fallen due that was not begun."""
    day = last_due(rhythm, now=now)
    return not Run.objects.filter(rhythm=rhythm.value, day__gte=day).exists()


def missing(rhythm: Rhythm, *, after: date, now: datetime) -> tuple[date, ...]:
    """Return the days after one whose runs are overdue; one of this hour may still be on time."""
    last = last_due(rhythm, now=now)
    late = (last,) if last > after and now - falls_due(last) > ON_TIME else ()
    return (*days_between(rhythm, after, last), *late)


def begin(rhythm: Rhythm, *, until: State, tell: Tell) -> Run | None:
    """Begin the run that has fallen due, and return it; None if the last was begun already.

    Runs missed since the last are written down too, as covered by this one.
    """
    day = last_due(rhythm, now=until.at)
    try:
        with transaction.atomic():
            runs = Run.objects.filter(rhythm=rhythm.value)
            last = runs.select_for_update().order_by("day").last()
            if last and last.day >= day:
                return None
            run = _written(rhythm, day, until, after=last)
            if last:
                _tell(run, tell)
    except IntegrityError:
        return None  # somebody else began it meanwhile
    return run


def _written(rhythm: Rhythm, day: date, until: State, *, after: Run | None) -> Run:
    """Write a run down, after those that were missed; the very first has nothing to tell."""
    since = State(after.until_release, after.until_at) if after else until
    run = Run.objects.create(
        rhythm=rhythm.value,
        day=day,
        from_release=since.release,
        from_at=since.at,
        until_release=until.release,
        until_at=until.at,
        begun_at=until.at,
        composed_at=None if after else until.at,
    )
    for missed in days_between(rhythm, after.day, day) if after else ():
        Run.objects.create(
            rhythm=rhythm.value,
            day=missed,
            from_release=since.release,
            from_at=since.at,
            until_release=since.release,
            until_at=since.at,
            begun_at=until.at,
            composed_at=until.at,
            covered_by=run,
        )
    return run


def _tell(run: Run, tell: Tell) -> None:
    asked = Subscription.objects.filter(rhythm=run.rhythm, confirmed_at__isnull=False)
    topics = asked.order_by("topic").values_list("topic", flat=True).distinct()
    since, until = State(run.from_release, run.from_at), State(run.until_release, run.until_at)
    told = tell(list(topics), since, until)
    Telling.objects.bulk_create(
        Telling(run=run, topic=topic, title=one.title, words=one.words)
        for topic, one in told.items()
    )


def begun() -> list[Run]:
    """Return the runs whose mails are not all in the outbox, the oldest first."""
    return list(Run.objects.filter(composed_at=None).order_by("number"))


def compose(run: Run, *, now: Callable[[], datetime]) -> int:
    """Put a run's mails into the outbox, going on where it was left; return how many there were.

    Several may do this at once: the database takes one mail a subscriber and run.
    """
    written = 0
    # Mails are written in the order of subscribers, so that all before the last are there.
    last = run.mails.aggregate(last=Max("subscriber"))["last"] or 0
    while rows := _next(run, after=last):
        mails = _mails(run, rows, at=now())
        with transaction.atomic():
            Mail.objects.bulk_create(mails, ignore_conflicts=True)
        written, last = written + len(mails), rows[-1][0]
    Run.objects.filter(pk=run.pk).update(composed_at=now())
    return written


def _next(run: Run, *, after: int) -> list[tuple[int, str]]:
    """Return the next subscribers with each topic of theirs that the run tells of."""
    wanted = Subscription.objects.filter(
        rhythm=run.rhythm,
        confirmed_at__lte=run.begun_at,
        topic__in=list(run.tellings.values_list("topic", flat=True)),
        subscriber__gt=after,
    ).order_by("subscriber", "topic")
    whose = list(wanted.order_by("subscriber").values_list("subscriber", flat=True)[:_AT_ONCE])
    rows = wanted.filter(subscriber__lte=whose[-1]) if whose else wanted.none()
    return list(rows.values_list("subscriber", "topic"))


def _mails(run: Run, rows: list[tuple[int, str]], *, at: datetime) -> list[Mail]:
    return [
        Mail(
            key=uuid.uuid4().hex,
            kind=Mail.DIGEST,
            subscriber_id=subscriber,
            run=run,
            topics="\n".join(topic for _, topic in group),
            rhythm=run.rhythm,
            queued_at=at,
            due_at=at,
        )
        for subscriber, group in groupby(rows, key=lambda row: row[0])
    ]
