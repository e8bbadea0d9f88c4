"""An area's events read in order: its inspections, and what followed each."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import assert_never

from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    Intervened,
    MonitoringInspected,
    Plan,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
)


@dataclass(frozen=True)
class Inspection:
    """A full inspection and all that is recorded as following from it, in order."""

    name: str
    area: str
    started: InspectionStarted | None = None
    report: ReportPublished | None = None
    judgements: tuple[PlanJudged, ...] = ()
    revisits: tuple[Revisited, ...] = ()
    monitored: tuple[MonitoringInspected, ...] = ()
    interventions: tuple[Intervened, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def framework(self) -> Framework | None:
        """The framework it was carried out under, or None where its start is not held."""
        return self.started.framework if self.started else None

    def judged_fit(self, plan: Plan = Plan.STATEMENT) -> PlanJudged | None:
        """Return the first judgement that a plan was fit for purpose, if held."""
        return next((one for one in self.judgements if one.fit and one.plan is plan), None)

    def judged(self, plan: Plan = Plan.STATEMENT) -> PlanJudged | None:
        """Return the first judgement of a plan, if held."""
        return next((one for one in self.judgements if one.plan is plan), None)

    def judged_not_fit(self, plan: Plan = Plan.STATEMENT) -> PlanJudged | None:
        """Return the first judgement that a plan was not fit for purpose, if held."""
        return next((one for one in self.judgements if not one.fit and one.plan is plan), None)

    @property
    def revisited(self) -> Revisited | None:
        """The newest letter on a re-visit, if held."""
        return self.revisits[-1] if self.revisits else None

    def first(self, kind: StepKind) -> Step | None:
        """Return the first step of a kind, if held."""
        return next((step for step in self.steps if step.step is kind), None)


@dataclass(frozen=True)
class History:
    """What is held of an area: its inspections in order, and events that name none of them."""

    area: str
    inspections: tuple[Inspection, ...] = ()
    unplaced: tuple[Event, ...] = ()
    events: tuple[Event, ...] = ()

    def inspection(self, name: str) -> Inspection | None:
        """Return the inspection of a name, if held."""
        return next((one for one in self.inspections if one.name == name), None)


def read(area: str, events: Iterable[Event], *, until: date | None = None) -> History:
    """Return an area's history: what surely happened by the end of a day, or all of it.

    Events are taken in the order of (latest day, earliest day, place in the record).
    """
    history = History(area)
    for event in in_order(events):
        if until is None or event.on.surely_by(until):
            history = apply(history, event)
    return history


def perhaps(events: Iterable[Event], *, until: date) -> tuple[Event, ...]:
    """Return the events that may have happened by the end of a day, and may not."""
    return tuple(event for event in in_order(events) if event.on.perhaps_by(until))


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events by their latest day, then their earliest, then as they were given."""
    return sorted(events, key=lambda event: event.on)


def apply(history: History, event: Event) -> History:
    """Return the history as it stands after an event. Every stored event is accepted."""
    events = (*history.events, event)
    if not event.inspection:
        return replace(history, events=events, unplaced=(*history.unplaced, event))
    known = history.inspection(event.inspection)
    if known is None:
        begun = _follow(Inspection(event.inspection, event.area), event)
        return replace(history, events=events, inspections=(*history.inspections, begun))
    changed = _follow(known, event)
    inspections = tuple(changed if one is known else one for one in history.inspections)
    return replace(history, events=events, inspections=inspections)


def _follow(inspection: Inspection, event: Event) -> Inspection:
    """Return the inspection as it stands after an event that names it."""
    match event:
        case InspectionStarted():
            return replace(inspection, started=event)
        case ReportPublished():
            return replace(inspection, report=event)
        case PlanJudged():
            return replace(inspection, judgements=(*inspection.judgements, event))
        case Revisited():
            return replace(inspection, revisits=(*inspection.revisits, event))
        case MonitoringInspected():
            return replace(inspection, monitored=(*inspection.monitored, event))
        case Intervened():
            return replace(inspection, interventions=(*inspection.interventions, event))
        case Step():
            return replace(inspection, steps=(*inspection.steps, event))
        case _:
            assert_never(event)
