"""A row for each local area: what it is, where it stands, what is next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from areasend.answers.asked import Asked
from areasend.answers.duties import duty
from areasend.answers.families import Family, family
from areasend.answers.standing import standing
from areasend.answers.topics import stage_name
from areasend.domain.areas import Area, as_announced
from areasend.domain.clocks import OPEN, State
from areasend.domain.events import ReportPublished
from areasend.domain.stages import stage
from areasend.ledger import releases

_CODES = "Office for National Statistics and Department for Education: codes of areas"
_PUBLISHER = "https://geoportal.statistics.gov.uk/"


@dataclass(frozen=True)
class AreaRow:
    """An area as at a day. The source is that of its latest report or, without one, of its codes.

    `late` is true only where the rules of what may be said allow the word.
    """

    id: str
    name: str
    is_current: bool
    starts: date | None
    ends: date | None
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    region: str
    ofsted_region: str
    gss_code: str
    dfe_code: str
    ofsted_urn: str
    inspections: int
    stage: str
    stage_name: str
    framework: str
    outcome: str
    report_earliest: date | None
    report_latest: date | None
    standing: str
    next_duty: str
    next_due: date | None
    next_due_words: str
    passed: bool
    late: bool
    source: str
    href: str
    confidence: str


def areas(asked: Asked) -> Iterator[AreaRow]:
    """Yield a row for every area that was announced by the day, those since abolished included.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    held = releases.events(known_at=asked.known_at)
    for _, area in sorted(as_announced(asked.as_at).items()):
        yield _row(area, family(area, asked, held))


def _row(area: Area, known: Family) -> AreaRow:
    as_at = known.asked.as_at
    return AreaRow(
        id=area.slug,
        name=area.name,
        is_current=area.exists(as_at),
        starts=area.starts,
        ends=area.ends,
        predecessors=area.predecessors,
        successors=area.successors,
        region=area.region,
        ofsted_region=area.ofsted_region,
        **_codes(area, as_at),
        inspections=len(known.held.inspections),
        stage=stage(known.held).value,
        stage_name=stage_name(stage(known.held)),
        **_reported(_report(known)),
        standing=str(standing(known)),
        **_due(known),
    )


def _report(known: Family) -> ReportPublished | None:
    reports = [one.report for one in known.held.inspections if one.report]
    return reports[-1] if reports else None


def _due(known: Family) -> dict[str, Any]:
    due = [one for one in known.due if one.state in OPEN]
    running = [one for one in due if one.state is State.RUNNING]
    coming = duty(min(running, key=lambda one: one.due_at_latest)) if running else None
    return {
        "next_duty": coming.duty if coming else "",
        "next_due": coming.due_latest if coming else None,
        "next_due_words": coming.due if coming else "",
        "passed": len(running) < len(due),
        "late": any(one.late for one in due),
    }


def _codes(area: Area, as_at: date) -> dict[str, Any]:
    # Of an area that has ended, those it bore last; one that is yet to be made bears none.
    day = min(as_at, area.ends or as_at)
    return {
        "gss_code": area.code("gss", on=day) or "",
        "dfe_code": area.code("dfe", on=day) or "",
        "ofsted_urn": area.code("urn", on=day) or "",
    }


def _reported(report: ReportPublished | None) -> dict[str, Any]:
    """Return what the latest report found, and the row's source: that of the report, if any."""
    if report is None:
        nothing = {"framework": "", "outcome": "", "report_earliest": None, "report_latest": None}
        return {**nothing, "source": _CODES, "href": _PUBLISHER, "confidence": "official"}
    told = report.attestation
    return {
        "framework": report.outcome.framework.value,
        "outcome": report.outcome.value,
        "report_earliest": report.on.earliest,
        "report_latest": report.on.latest,
        "source": f"{told.source.publisher}: {told.source.title}",
        "href": told.source.address,
        "confidence": told.confidence.value,
    }
