"""Each change of where an area stands: from what to what, when, and by which fact."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.corrections import fact_name
from areasend.domain import history, kinds
from areasend.domain.areas import AREAS
from areasend.domain.history import History
from areasend.domain.stages import stage
from areasend.ledger.published import Fact, facts


@dataclass(frozen=True)
class StageChange:
    """A change of where an area stands, by the fact that brought it.

    `when` is its day as it follows a verb, as closely as it is held, and `latest` the last it can
    have been. `first_told` is when we first told of the fact, and `told_since` when in the form
    that stands. An area may have come to stand elsewhere since, or be no more.
    """

    area: str
    area_name: str
    when: str
    latest: date
    before: str
    after: str
    fact: str
    says: str
    first_told: datetime
    told_since: datetime


def stage_changes(asked: Asked, *, area: str = "") -> tuple[StageChange, ...]:
    """Return every change that surely happened by the day, of one area or all, the newest first."""
    told = facts(known_at=asked.known_at)
    slugs = [area] if area else list(told)
    found = [one for slug in slugs for one in _of(slug, told.get(slug, ()), asked.as_at)]
    return tuple(sorted(found, key=lambda one: (one.told_since, one.latest, one.area))[::-1])


def _of(area: str, told: tuple[Fact, ...], as_at: date) -> Iterator[StageChange]:
    held = History(area)
    # In the order of the history, of equals as they were told.
    for fact in sorted(told, key=lambda one: one.event.on):
        if not fact.event.on.surely_by(as_at):
            continue
        before, held = stage(held), history.apply(held, fact.event)
        if stage(held) is not before:
            yield StageChange(
                area=area,
                area_name=AREAS[area].name,
                when=fact.event.on.when,
                latest=fact.event.on.latest,
                before=before.value,
                after=stage(held).value,
                fact=fact_name(fact.number),
                says=kinds.sentence(fact.event),
                first_told=fact.first,
                told_since=fact.since,
            )
