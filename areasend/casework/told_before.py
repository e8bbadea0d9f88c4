"""Which entry, if any, tells already of what a document tells: so that nothing is told twice.

An inspection has some events once (`domain/joining.py`); of others it may have several, and those
are told apart by their days.
"""

from collections.abc import Sequence
from datetime import timedelta

from areasend.domain.events import (
    Event,
    Intervened,
    MonitoringInspected,
    PlanJudged,
    Step,
    StepKind,
)
from areasend.domain.joining import same_event

#: Monitoring inspections of one inspection, and the reports on them, are further apart than this.
_ONE = timedelta(days=150)


def told_before(event: Event, standing: Sequence[tuple[int, Event]]) -> tuple[int, Event] | None:
    """Return the entry that tells of the same event, and what it tells; None if none does."""
    alike = ((number, one) for number, one in standing if _same(event, one))
    return same_event(event, standing) or next(alike, None)


def _same(event: Event, held: Event) -> bool:
    if type(event) is not type(held):
        return False
    match event:
        case MonitoringInspected():
            return event.inspection == held.inspection and _near(event, held)
        case Step(step=StepKind.MONITORING_INSPECTION_STARTED):
            return _of_a_kind(event, held) and _near(event, held)
        case Step(step=StepKind.MONITORING_CEASED):
            return _of_a_kind(event, held)
        case PlanJudged(fit=True):
            return _of_a_kind(event, held)
        case PlanJudged() | Step():
            return _of_a_kind(event, held) and _may_be_one(event, held)
        case Intervened():
            return _of_a_kind(event, held, "instrument", "act") and _may_be_one(event, held)
    return False


def _of_a_kind(event: Event, held: Event, *names: str) -> bool:
    """Return whether two events are alike in all that tells kinds of them apart."""
    asked = names or ("inspection", "step", "plan", "fit")
    return all(getattr(event, name, None) == getattr(held, name, None) for name in asked)


def _near(event: Event, held: Event) -> bool:
    return abs(held.on.latest - event.on.latest) < _ONE


def _may_be_one(event: Event, held: Event) -> bool:
    """Return whether what is held of the days of both leaves one on which both could be."""
    return event.on.earliest <= held.on.latest and held.on.earliest <= event.on.latest
