"""Rounds of visits: one at a time, and one that was cut off is gone on with."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

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


def begin(*, at: datetime) -> Round:
    """Return the round that was cut off, if that was lately, or else a new one."""
    cut_off = Round.objects.filter(ended_at=None).order_by("number").last()
    if cut_off and at - cut_off.begun_at < GONE_ON_WITHIN:
        return cut_off
    Round.objects.filter(ended_at=None).update(ended_at=at)
    return Round.objects.create(begun_at=at)


def end(one: Round, *, at: datetime) -> None:
    """Note that a round went through to its end."""
    Round.objects.filter(pk=one.pk).update(ended_at=at)


def is_due(since: datetime) -> bool:
    """Return whether no round was begun since a moment, or the last was cut off."""
    last = Round.objects.order_by("number").last()
    return last is None or last.begun_at < since or last.ended_at is None


def visited(one: Round, source: str, address: str) -> Visit | None:
    """Return the visit to an address, if it was made in this round and went well."""
    visits = Visit.objects.filter(in_round=one, source=source, address=address)
    return visits.exclude(came=Came.TROUBLE).first()
