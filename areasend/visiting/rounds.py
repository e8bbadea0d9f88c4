"""Rounds of visits: one at a time, and one that was cut off is gone on with."""

import fcntl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from django.db import transaction

from areasend.visiting.models import Came, Round, Visit

#: A round that was cut off longer ago is not gone on with: what it found is no longer news.
GONE_ON_WITHIN = timedelta(days=2)


class UnderWay(ValueError):
    """Another round is under way."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep every other round out for as long as this one goes on, or its process lives.

    :raises UnderWay: if another is going on
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".visiting").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise UnderWay("Another update is under way. Wait until it has ended.") from None
        yield


def begin(source: str, *, at: datetime) -> Round:
    """Return the round of a source that was cut off, if that was lately, or else a new one."""
    cut_off = Round.objects.filter(source=source, ended_at=None).first()
    if cut_off and at - cut_off.begun_at < GONE_ON_WITHIN:
        return cut_off
    with transaction.atomic():
        Round.objects.filter(source=source, ended_at=None).update(ended_at=at)
        return Round.objects.create(source=source, begun_at=at)


def end(one: Round, *, at: datetime) -> None:
    """Note that a round went through to its end."""
    Round.objects.filter(pk=one.pk).update(ended_at=at)


def are_due(sources: Iterable[str], *, since: datetime) -> bool:
    """Return whether there is a source of which no round was begun since, or one was cut off."""
    begun = Round.objects.filter(begun_at__gte=since).values_list("source", flat=True)
    cut_off = Round.objects.filter(ended_at=None, source__in=list(sources))
    return bool(set(sources) - set(begun)) or cut_off.exists()


def visited(one: Round, address: str) -> Visit | None:
    """Return the visit to an address, if it was made in this round and went well."""
    visits = Visit.objects.filter(in_round=one, source=one.source, address=address)
    return visits.exclude(came=Came.TROUBLE).first()
