"""Where every area stands: the areas at each stage, and those found wanting twice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.questions.telling import told
from areasend.answers.standing import limits
from areasend.domain import kinds
from areasend.domain.areas import AREAS, areas_on
from areasend.domain.events import ReportPublished
from areasend.domain.history import History, Inspection
from areasend.domain.measures.cases import found_wanting_under_both
from areasend.domain.stages import Stage, stage
from areasend.ledger import releases

#: What every inspected area has, and so says nothing of what followed.
_BEFORE = {"fieldwork-ended", "report-received", "inspection-notified"}


@dataclass(frozen=True)
class AreasAtStage:
    """The areas that stand at a stage, by name."""

    stage: str
    count: int
    areas: tuple[str, ...]


@dataclass(frozen=True)
class NeverRevisited:
    """An area with a statement and no re-visit held, and what is held of it since."""

    area: str
    statement_required: str
    since: tuple[str, ...]


@dataclass(frozen=True)
class WhereAnswer:
    """Every area of a day by stage, with the two lists that people ask for by name."""

    as_at: date
    known_at: datetime
    areas: int
    stages: tuple[AreasAtStage, ...]
    wanting_twice: tuple[str, ...]
    never_revisited: tuple[NeverRevisited, ...]
    limits: str


def where(asked: Asked) -> WhereAnswer:
    """Return where each area of a day stands, by the latest of its own inspections."""
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    standing = areas_on(asked.as_at, announced_by=asked.as_at)
    at = {area.slug: stage(histories[area.slug]) for area in standing}
    return WhereAnswer(
        as_at=asked.as_at,
        known_at=asked.known_at,
        areas=len(standing),
        stages=tuple(
            AreasAtStage(one.value, len(names), names)
            for one in Stage
            if (names := tuple(area.name for area in standing if at[area.slug] is one))
        ),
        wanting_twice=tuple(area.name for area in standing if _wanting_twice(histories[area.slug])),
        never_revisited=tuple(_never_revisited(histories)),
        limits=limits(asked),
    )


def _wanting_twice(held: History) -> bool:
    return any(found_wanting_under_both(held))


def _never_revisited(histories: Mapping[str, History]) -> list[NeverRevisited]:
    found = []
    for area in sorted(AREAS.values(), key=lambda one: one.name):
        held = histories[area.slug]
        for one in held.inspections:
            alone = stage(History(area.slug, inspections=(one,)))
            if one.report and alone is Stage.STATEMENT_REQUIRED:
                since = tuple(_since(held, one, one.report))
                found.append(NeverRevisited(area.name, one.report.on.written, since))
    return found


def _since(held: History, one: Inspection, report: ReportPublished) -> Iterator[str]:
    """Yield what followed a report: what is tied to it or a later one, or surely came after it."""
    later = {each.name for each in held.inspections[held.inspections.index(one) :]}
    for event in held.events:
        followed = event.inspection in later or (
            not event.inspection and report.on.latest <= event.on.earliest
        )
        if followed and event not in (one.started, report) and kinds.key(event) not in _BEFORE:
            yield told(event)
