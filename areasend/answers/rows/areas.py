"""A row for each local area: what it is, where it stands, what is next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.answers.asked import Asked
from areasend.answers.duties import Duty, duty
from areasend.answers.families import Family, family
from areasend.answers.listing import FRAMEWORKS
from areasend.answers.standing import standing
from areasend.domain.areas import Area, as_announced
from areasend.domain.attestations import Attestation
from areasend.domain.clocks import OPEN, State
from areasend.domain.events import ReportPublished
from areasend.domain.stages import stage

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
    for _, area in sorted(as_announced(asked.as_at).items()):
        yield _row(area, family(area, asked))


def _row(area: Area, known: Family) -> AreaRow:
    as_at, report = known.asked.as_at, _report(known)
    source, href, confidence = _source(report.attestation if report else None)
    due = [one for one in known.due if one.state in OPEN]
    coming = _coming(known)
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
        framework=FRAMEWORKS[report.outcome.framework] if report else "",
        outcome=report.outcome.value if report else "",
        report_earliest=report.on.earliest if report else None,
        report_latest=report.on.latest if report else None,
        standing=str(standing(known)),
        next_duty=coming.duty if coming else "",
        next_due=coming.due_latest if coming else None,
        next_due_words=coming.due if coming else "",
        passed=any(one.state is not State.RUNNING for one in due),
        late=any(one.late for one in due),
        source=source,
        href=href,
        confidence=confidence,
    )


def _report(known: Family) -> ReportPublished | None:
    reports = [one.report for one in known.held.inspections if one.report]
    return reports[-1] if reports else None


def _coming(known: Family) -> Duty | None:
    running = [one for one in known.due if one.state is State.RUNNING]
    return duty(min(running, key=lambda one: one.due_at_latest)) if running else None


def _codes(area: Area, as_at: date) -> dict[str, str]:
    # Of an area that has ended, those it bore last; one that is yet to be made bears none.
    day = min(as_at, area.ends or as_at)
    return {
        "gss_code": area.code("gss", on=day) or "",
        "dfe_code": area.code("dfe", on=day) or "",
        "ofsted_urn": area.code("urn", on=day) or "",
    }


def _source(told: Attestation | None) -> tuple[str, str, str]:
    if told is None:
        return _CODES, _PUBLISHER, "official"
    source = told.source
    return f"{source.publisher}: {source.title}", source.href, told.confidence.value
