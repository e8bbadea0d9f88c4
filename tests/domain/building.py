"""Builds attested events with sensible defaults, so that a test says only what matters to it."""

from collections.abc import Iterable
from datetime import date

from areasend.domain import history
from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    Outcome,
    Plan,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.history import History
from areasend.domain.intervals import Interval

AREA = "northumberland"
INSPECTION = "northumberland/2016/1"


def build_attestation(
    on: str | date = "2018-12-07",
    *,
    said_by: SourceKind = SourceKind.OFFICIAL,
    confidence: Confidence = Confidence.OFFICIAL,
) -> Attestation:
    source = Source(title="A page", publisher="A publisher", kind=said_by)
    return Attestation(source=source, on=Interval.read(str(on)), confidence=confidence)


def build_started(
    on: str | date = "2018-10-01", *, framework=Framework.LASEND_2016, **more
) -> InspectionStarted:
    return InspectionStarted(framework=framework, **_happened(on, **more))


def build_report(
    on: str | date = "2018-12-07",
    *,
    outcome: Outcome = Outcome.STATEMENT_REQUIRED,
    weaknesses: int | None = None,
    **more,
) -> ReportPublished:
    return ReportPublished(outcome=outcome, weaknesses=weaknesses, **_happened(on, **more))


def build_judged(on: str | date = "2019-03-18", *, fit: bool = True, **more) -> PlanJudged:
    return PlanJudged(plan=Plan.STATEMENT, fit=fit, **_happened(on, **more))


def build_revisited(
    on: str | date = "2021-07-20",
    *,
    verdict: Verdict = Verdict.ALL,
    sufficient: int | None = None,
    of: int | None = None,
    **more,
) -> Revisited:
    return Revisited(verdict=verdict, sufficient=sufficient, of=of, **_happened(on, **more))


def build_step(step: StepKind | str, on: str | date, **more) -> Step:
    return Step(step=StepKind(step), **_happened(on, **more))


def build_received(on: str | date, **more) -> Step:
    """Build a receipt that the council itself states, with high confidence."""
    stated = {"said_by": SourceKind.COUNCIL, "confidence": Confidence.HIGH}
    return build_step(StepKind.REPORT_RECEIVED, on, **(stated | more))


def build_submitted(on: str | date = "2019-03-12", **more) -> Step:
    return build_step(StepKind.STATEMENT_SUBMITTED, on, **more)


def build_history(*events: Event, area: str = AREA, until: date | None = None) -> History:
    return history.read(area, events, until=until)


def build_ordinary_events() -> tuple[Event, ...]:
    """Build one of everything that happens to an area that needs two tries at its statement."""
    return (
        build_step("inspection-notified", "2018-09-24"),
        build_started("2018-10-01"),
        build_step("fieldwork-ended", "2018-10-05"),
        build_received("2018-11-29"),
        build_report("2018-12-07", weaknesses=3),
        build_submitted("2019-03-12"),
        build_judged("2019-03-18", fit=False),
        build_submitted("2019-04-15"),
        build_judged("2019-04-29", fit=True),
        build_step("statement-published", "2019-05"),
        build_step("revisit-notified", "2021-05-05"),
        build_step("revisit-started", "2021-05-19"),
        build_step("revisit-ended", "2021-05-21"),
        build_revisited("2021-07-20", verdict=Verdict.SOME, sufficient=2, of=3),
    )


def _happened(
    on: str | date,
    *,
    area: str = AREA,
    inspection: str = INSPECTION,
    attested: Iterable[Attestation] = (),
    said_by: SourceKind = SourceKind.OFFICIAL,
    confidence: Confidence = Confidence.OFFICIAL,
) -> dict:
    by_default = build_attestation(on, said_by=said_by, confidence=confidence)
    return {
        "area": area,
        "inspection": inspection,
        "attested": tuple(attested) or (by_default,),
    }
