"""Builds sources, attestations and events with sensible defaults: say only what matters."""

from typing import Any

from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.events import (
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
from areasend.domain.intervals import Interval

AREA = "dudley"


def build_source(*, kind: SourceKind = SourceKind.COUNCIL, **more: Any) -> Source:
    """Return a source: a council's page unless told otherwise."""
    return Source(
        **{"title": "Written statement of action", "publisher": "Dudley", **more}, kind=kind
    )


def build_attestation(
    on: str = "2019-06-17",
    *,
    source: Source | None = None,
    confidence: Confidence = Confidence.HIGH,
    words: str = "",
) -> Attestation:
    """Return one source's word on a date, written as the record writes dates."""
    return Attestation(
        source=source or build_source(), on=Interval.read(on), confidence=confidence, words=words
    )


def build_started(
    on: str = "2019-03-04", *, framework: Framework = Framework.LASEND_2016, **more: Any
) -> InspectionStarted:
    """Return the start of a full inspection."""
    return InspectionStarted(framework=framework, **_happened(on, **more))


def build_report(
    on: str = "2019-05-10",
    *,
    outcome: Outcome = Outcome.STATEMENT_REQUIRED,
    weaknesses: int | None = None,
    **more: Any,
) -> ReportPublished:
    """Return a published report that required a statement unless told otherwise."""
    return ReportPublished(outcome=outcome, weaknesses=weaknesses, **_happened(on, **more))


def build_judged(
    on: str = "2019-08-30", *, plan: Plan = Plan.STATEMENT, fit: bool = True, **more: Any
) -> PlanJudged:
    """Return the judgement of a plan, fit unless told otherwise."""
    return PlanJudged(plan=plan, fit=fit, **_happened(on, **more))


def build_revisited(
    on: str = "2021-07-20",
    *,
    verdict: Verdict = Verdict.SOME,
    sufficient: int | None = None,
    of: int | None = None,
    **more: Any,
) -> Revisited:
    """Return the published letter on a re-visit."""
    return Revisited(verdict=verdict, sufficient=sufficient, of=of, **_happened(on, **more))


def build_step(
    on: str = "2019-06-17", *, step: StepKind = StepKind.STATEMENT_SUBMITTED, **more: Any
) -> Step:
    """Return a plain step that names no inspection, to which nothing can be objected."""
    return Step(step=step, **_happened(on, **more))


def _happened(
    on: str,
    *,
    area: str = AREA,
    inspection: str = "",
    attested: tuple[Attestation, ...] = (),
    words: str = "",
) -> dict[str, Any]:
    attested = attested or (build_attestation(on, words=words),)
    return {"area": area, "inspection": inspection, "attested": attested}
