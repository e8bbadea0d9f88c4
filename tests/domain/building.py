"""Builds attested events with sensible defaults, so that a test says only what matters to it."""

from collections.abc import Iterable
from datetime import date

from areasend.domain import history
from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.events import (
    Act,
    Event,
    Framework,
    InspectionStarted,
    Instrument,
    Intervened,
    MonitoringInspected,
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
    **more,
) -> Attestation:
    source = Source(title="A page", publisher="A publisher", kind=said_by)
    return Attestation(source=source, on=Interval.read(str(on)), confidence=confidence, **more)


def build_started(
    on: str | date = "2018-10-01", *, framework=Framework.LASEND_2016, **more
) -> InspectionStarted:
    return InspectionStarted(framework=framework, **_happened(on, **more))


def build_report(
    on: str | date = "2018-12-07",
    *,
    outcome: Outcome = Outcome.STATEMENT_REQUIRED,
    weaknesses: int | None = None,
    priority_actions: int | None = None,
    **more,
) -> ReportPublished:
    counts = {"weaknesses": weaknesses, "priority_actions": priority_actions}
    return ReportPublished(outcome=outcome, **counts, **_happened(on, **more))


def build_judged(
    on: str | date = "2019-03-18", *, plan: Plan = Plan.STATEMENT, fit: bool = True, **more
) -> PlanJudged:
    return PlanJudged(plan=plan, fit=fit, **_happened(on, **more))


def build_revisited(
    on: str | date = "2021-07-20",
    *,
    verdict: Verdict = Verdict.ALL,
    sufficient: int | None = None,
    of: int | None = None,
    **more,
) -> Revisited:
    return Revisited(verdict=verdict, sufficient=sufficient, of=of, **_happened(on, **more))


def build_monitored(
    on: str | date = "2025-11",
    *,
    effective: bool = True,
    sufficient: int | None = None,
    of: int | None = None,
    **more,
) -> MonitoringInspected:
    counts = {"sufficient": sufficient, "of": of}
    return MonitoringInspected(effective=effective, **counts, **_happened(on, **more))


def build_intervened(
    on: str | date = "2023-11-16",
    *,
    instrument: Instrument = Instrument.NOTICE,
    act: Act = Act.ISSUED,
    about_send: bool = True,
    **more,
) -> Intervened:
    used = {"instrument": instrument, "act": act, "about_send": about_send}
    return Intervened(**used, **_happened(on, **more))


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


def build_ordinary_events_since_2023() -> tuple[Event, ...]:
    """Build one of everything that happens to an area with widespread failings."""
    return (
        build_step("inspection-notified", "2023-07-03"),
        build_started("2023-07-17", framework=Framework.AREA_SEND_2023),
        build_step("fieldwork-ended", "2023-07-21"),
        build_received("2023-09-05"),
        build_report("2023-09-15", outcome=Outcome.WIDESPREAD_FAILINGS, priority_actions=5),
        build_step("board-established", "2023-10"),
        build_step("priority-plan-submitted", "2023-10-24"),
        build_judged("2023-11-10", plan=Plan.PRIORITY_ACTION, fit=False),
        build_intervened("2023-11-16"),
        build_step("priority-plan-submitted", "2023-12-01"),
        build_judged("2023-12-12", plan=Plan.PRIORITY_ACTION),
        build_step("priority-plan-published", "2023-12-18"),
        build_step("deep-dive", "2024-03"),
        build_step("stocktake", "2024-07-24"),
        build_step("engagement-meeting", "2024-09"),
        build_step("peer-review", "2024-10"),
        build_step("ombudsman-report", "2025-01"),
        build_step("monitoring-inspection-notified", "2025-09-01"),
        build_step("monitoring-inspection-started", "2025-09-15"),
        build_monitored("2025-11", sufficient=5, of=5),
    )


def build_accelerated_events() -> tuple[Event, ...]:
    """Build everything that follows a re-visit which found too little progress."""
    return (
        build_step("accelerated-plan-required", "2021-07-20"),
        build_step("accelerated-plan-submitted", "2021-10"),
        build_judged("2021-11-22", plan=Plan.ACCELERATED_PROGRESS),
        build_step("accelerated-plan-published", "2021-12"),
        build_step("accelerated-plan-reviewed", "2022-01-14"),
        build_step("minister-wrote", "2022-02"),
        build_step("monitoring-visit", "2022-03"),
        build_step("accelerated-plan-ended", "2022-06-25"),
        build_step("monitoring-ceased", "2022-06-25"),
    )


def _happened(
    on: str | date,
    *,
    area: str = AREA,
    inspection: str = INSPECTION,
    attested: Iterable[Attestation] = (),
    said_by: SourceKind = SourceKind.OFFICIAL,
    confidence: Confidence = Confidence.OFFICIAL,
) -> dict[str, object]:
    by_default = build_attestation(on, said_by=said_by, confidence=confidence)
    return {
        "area": area,
        "inspection": inspection,
        "attested": tuple(attested) or (by_default,),
    }
