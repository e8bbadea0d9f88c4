"""What one can ask to be told of: an area, a region, a stage or a statistic."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from areasend.domain.areas import AREAS, areas_on
from areasend.domain.areas.spelling import slug_of
from areasend.domain.measures import MEASURES
from areasend.domain.stages import Stage


class Kind(StrEnum):
    """The four kinds of topic, in the order in which they are offered."""

    AREA = "area"
    REGION = "region"
    STAGE = "stage"
    MEASURE = "measure"


class UnknownTopic(ValueError):
    """There is nothing of this name to be told of."""


@dataclass(frozen=True)
class Topic:
    """What one is told of: `name` is a slug, `title` says it in words."""

    kind: Kind
    name: str
    title: str

    @property
    def key(self) -> str:
        """What it is kept by, such as 'area/dudley'."""
        return f"{self.kind.value}/{self.name}"


def topic(key: str) -> Topic:
    """Return the topic that is kept by a key; an area that is no more is one too.

    :raises UnknownTopic: if there is none
    """
    try:
        return _every()[key]
    except KeyError:
        raise UnknownTopic("Choose an area, a region, a stage or a statistic from the list") from (
            None
        )


def topics(*, on: date) -> Mapping[Kind, tuple[Topic, ...]]:
    """Return every topic that is offered on a day, by its kind."""
    standing = {f"{Kind.AREA.value}/{area.slug}" for area in areas_on(on, announced_by=on)}
    offered = [one for one in _every().values() if one.kind is not Kind.AREA or one.key in standing]
    return {kind: tuple(one for one in offered if one.kind is kind) for kind in Kind}


def areas_of(one: Topic) -> tuple[str, ...]:
    """Return the areas whose every event belongs to a topic; those that an area became, too."""
    if one.kind is Kind.REGION:
        return tuple(sorted(area.slug for area in AREAS.values() if _region(area.region) == one))
    return _with_successors(one.name) if one.kind is Kind.AREA else ()


def stage_name(stage: Stage) -> str:
    """Return the slug of a stage."""
    return stage.name.lower().replace("_", "-")


#: The stages by their names.
STAGES = {stage_name(one): one for one in Stage}


def _with_successors(slug: str) -> tuple[str, ...]:
    found = [slug]
    for held in found:
        found += [one for one in AREAS[held].successors if one not in found]
    return tuple(found)


@cache
def _every() -> Mapping[str, Topic]:
    made: dict[Kind, Callable[[], list[Topic]]] = {
        Kind.AREA: lambda: [Topic(Kind.AREA, one.slug, one.name) for one in AREAS.values()],
        Kind.REGION: lambda: [
            _region(name) for name in sorted({area.region for area in AREAS.values()})
        ],
        Kind.STAGE: lambda: [Topic(Kind.STAGE, stage_name(one), one.value) for one in Stage],
        Kind.MEASURE: lambda: [
            Topic(Kind.MEASURE, one.name, one.says.rstrip(".")) for one in MEASURES.values()
        ],
    }
    return {one.key: one for kind in Kind for one in made[kind]()}


def _region(name: str) -> Topic:
    return Topic(Kind.REGION, slug_of(name), name)
