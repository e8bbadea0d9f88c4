"""The first page: where the nation stands today, what passed lately, and what happened last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from areasend.answers.asked import Asked
from areasend.answers.due import NOTHING_LATE, AreaDuty, due
from areasend.answers.listing import Narrowed, listing
from areasend.answers.standing import limits
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.events import Event
from areasend.domain.stages import Stage
from areasend.ledger import releases

#: A time that passed so many days ago has passed lately.
LATELY = 90
_NEWEST = 8


@dataclass(frozen=True)
class AtStage:
    """How many areas stand at a stage, of all."""

    stage: str
    count: int


@dataclass(frozen=True)
class Happened:
    """Something that happened lately: when, where, and what."""

    on: str
    area: str
    name: str
    says: str


@dataclass(frozen=True)
class Front:
    """What the first page shows. `passed` are open duties whose time ended within `LATELY` days."""

    as_at: date
    known_at: datetime
    areas: int
    stages: tuple[AtStage, ...]
    passed: tuple[AreaDuty, ...]
    newest: tuple[Happened, ...]
    limits: str
    why_nothing_is_late: str


def front(asked: Asked) -> Front:
    """Return what the first page shows of a day."""
    lines = listing(asked, Narrowed()).lines
    counted = [AtStage(one.value, sum(line.stage == one for line in lines)) for one in Stage]
    late = any(line.late for line in lines)
    return Front(
        as_at=asked.as_at,
        known_at=asked.known_at,
        areas=len(lines),
        stages=tuple(one for one in counted if one.count),
        passed=tuple(_passed(asked)),
        newest=tuple(_newest(asked)),
        limits=limits(asked),
        why_nothing_is_late="" if late else NOTHING_LATE,
    )


def _passed(asked: Asked) -> Iterator[AreaDuty]:
    """Yield the duties whose time ended lately, the newest first."""
    since = asked.as_at - timedelta(days=LATELY)
    for one in reversed(due(asked).duties):
        if since <= one.due_at_latest < asked.as_at:
            yield one


def _newest(asked: Asked) -> Iterator[Happened]:
    """Yield what happened last, of all whose day is known."""
    held: list[Event] = [
        event
        for told in releases.events(known_at=asked.known_at).values()
        for event in told
        if event.on.is_day and event.on.latest <= asked.as_at
    ]
    for event in sorted(held, key=lambda one: (one.on.latest, one.area), reverse=True)[:_NEWEST]:
        yield Happened(str(event.on), event.area, AREAS[event.area].name, kinds.sentence(event))
