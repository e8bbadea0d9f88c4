"""Each area of a day with its stage and its latest report: what the map tells areas apart by."""

from dataclasses import dataclass
from datetime import date

from areasend.answers.asked import Asked
from areasend.domain.areas import Area, areas_on
from areasend.domain.events import Outcome
from areasend.domain.history import History
from areasend.domain.stages import Stage, stage
from areasend.ledger import releases


@dataclass(frozen=True)
class MappedArea:
    """An area with its stage and the latest report that is held on a full inspection of it.

    `weaknesses` and `priority_actions` are those that the report counts, None where it counts none
    or the number is not held. `days` are those since its publication, None where no report is held
    or its day is not known.
    """

    slug: str
    name: str
    region: str
    stage: Stage
    outcome: Outcome | None
    report_on: str
    weaknesses: int | None
    priority_actions: int | None
    days: int | None


def mapped(asked: Asked) -> tuple[MappedArea, ...]:
    """Return the areas of a day by name."""
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    standing = areas_on(asked.as_at, announced_by=asked.as_at)
    return tuple(_mapped(one, histories[one.slug], asked.as_at) for one in standing)


def _mapped(area: Area, held: History, as_at: date) -> MappedArea:
    reports = [one.report for one in held.inspections if one.report]
    latest = reports[-1] if reports else None
    return MappedArea(
        slug=area.slug,
        name=area.name,
        region=area.region,
        stage=stage(held),
        outcome=latest.outcome if latest else None,
        report_on=str(latest.on) if latest else "",
        weaknesses=latest.weaknesses if latest else None,
        priority_actions=latest.priority_actions if latest else None,
        days=(as_at - latest.on.latest).days if latest and latest.on.is_day else None,
    )
