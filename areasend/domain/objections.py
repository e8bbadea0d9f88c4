"""Why an event looks out of place, in words for the person who is recording it.

Each rule is a function; `objections` asks them all. A rule on two events is asked both ways
round, so it looks at what the record holds after the new event as well as before it. Reading a
history never asks them: what is stored is accepted.
"""

from collections.abc import Callable, Iterator
from datetime import date

from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.events import (
    Event,
    InspectionStarted,
    MonitoringInspected,
    Outcome,
    PlanJudged,
    ReportPublished,
    Revisited,
)
from areasend.domain.history import History, Inspection
from areasend.domain.joining import SINGLE
from areasend.domain.objections_to_counts import objections_to_counts

_STATEMENT = ("statement-submitted", "statement-judged", "statement-published")
_REVISIT = ("revisit-notified", "revisit-started", "revisit-ended", "revisited")
_ACCELERATED = (
    "accelerated-plan-required",
    "accelerated-plan-submitted",
    "accelerated-progress-plan-judged",
    "accelerated-plan-published",
    "accelerated-plan-reviewed",
    "accelerated-plan-ended",
)
_PRIORITY = (
    "priority-plan-submitted",
    "priority-action-plan-judged",
    "priority-plan-published",
    "monitoring-inspection-notified",
    "monitoring-inspection-started",
    "monitoring-inspected",
)

#: What needs a report of one outcome.
NEEDS = {
    Outcome.STATEMENT_REQUIRED: frozenset((*_STATEMENT, *_REVISIT, *_ACCELERATED)),
    Outcome.WIDESPREAD_FAILINGS: frozenset(_PRIORITY),
}

#: Pairs of which, within one inspection, the second never comes first.
NEVER_BEFORE = frozenset(
    {
        ("inspection-notified", "inspection-started"),
        ("inspection-started", "fieldwork-ended"),
        ("inspection-started", "report-received"),
        ("inspection-started", "report-published"),
        ("report-received", "report-published"),
        *(("inspection-started", later) for needed in NEEDS.values() for later in needed),
        *(("report-published", later) for needed in NEEDS.values() for later in needed),
        ("report-published", "strategic-plan-published"),
        ("statement-submitted", "statement-judged"),
        ("revisit-notified", "revisit-started"),
        ("revisit-started", "revisit-ended"),
        ("revisit-started", "revisited"),
        *(("revisit-started", later) for later in _ACCELERATED),
        ("priority-plan-submitted", "priority-action-plan-judged"),
        ("monitoring-inspection-notified", "monitoring-inspection-started"),
        ("monitoring-inspection-started", "monitoring-inspected"),
    }
)


def objections(history: History, event: Event, *, today: date) -> tuple[str, ...]:
    """Return why an event looks out of place beside an area's whole history, if it does."""
    return tuple(_found(history, event, today))


def _found(history: History, event: Event, today: date) -> Iterator[str]:
    if event.on.earliest > today:
        yield f"It is dated {event.on}, which has not come yet."
    if event.area not in AREAS:
        yield f"We know no area {event.area!r}."
        return
    inspection = history.inspection(event.inspection)
    if inspection is None:
        yield from _without_inspection(event)
        inspection = Inspection(event.inspection, event.area)
    for rule in (_exists, _once):
        if words := rule(inspection, event):
            yield words
    yield from objections_to_counts(event)
    for rule_of_two in _RULES_OF_TWO:
        if words := _beside_each(rule_of_two, inspection, event):
            yield words


def _without_inspection(event: Event) -> Iterator[str]:
    if event.inspection and not isinstance(event, InspectionStarted):
        yield f"No inspection {event.inspection} of this area is held."


def _exists(_inspection: Inspection, event: Event) -> str | None:
    area = AREAS[event.area]
    ends = (event.on.earliest, event.on.latest)
    if isinstance(event, InspectionStarted) and not any(area.exists(day) for day in ends):
        return f"{area.name} did not exist {event.on.when}."
    return None


def _once(inspection: Inspection, event: Event) -> str | None:
    kind = kinds.key(event)
    if kind in SINGLE and any(kinds.key(held) == kind for held in held_by(inspection)):
        return f"{inspection.name} already has this event: correct that one instead."
    return None


def _beside_each(
    rule: Callable[[Event, Event], str | None], inspection: Inspection, event: Event
) -> str | None:
    for held in held_by(inspection):
        if words := rule(held, event) or rule(event, held):
            return words
    return None


def _out_of_order(first: Event, second: Event) -> str | None:
    """Return words if the first surely came after the second though it must come before."""
    pair = (place(first), place(second))
    if pair not in NEVER_BEFORE or of_different_rounds(pair, second):
        return None
    if second.on.latest < first.on.earliest:
        return (
            f"“{kinds.sentence(second)}” is dated {second.on}, "
            f"but “{kinds.sentence(first)}” only {first.on}."
        )
    return None


def place(event: Event) -> str:
    """Return an event's place in the order of things: its kind and, of a judgement, its plan."""
    return f"{event.plan}-judged" if isinstance(event, PlanJudged) else kinds.key(event)


def of_different_rounds(pair: tuple[str, str], second: Event) -> bool:
    """Return whether a pair of kinds is of different rounds, so that either may come first."""
    # A plan that was judged not fit is submitted again.
    judged_not_fit = isinstance(second, PlanJudged) and not second.fit
    return judged_not_fit and pair[0].endswith("-submitted")


def _counts_differ(report: Event, later: Event) -> str | None:
    if not isinstance(report, ReportPublished):
        return None
    match later:
        case Revisited():
            counted, what, visit = report.weaknesses, "weaknesses", "re-visit"
        case MonitoringInspected():
            counted, what = report.priority_actions, "priority actions"
            visit = "monitoring inspection"
        case _:
            return None
    if None in {counted, later.of} or counted == later.of:
        return None
    return f"The report had {counted} {what}, the {visit} counts {later.of}."


def _framework_has_no_such_outcome(started: Event, report: Event) -> str | None:
    if not isinstance(started, InspectionStarted) or not isinstance(report, ReportPublished):
        return None
    if report.outcome.framework is started.framework:
        return None
    found = kinds.OUTCOMES[report.outcome]
    return f"No inspection under the framework of {started.framework.year} finds this: {found}."


def _outcome_does_not_lead_there(report: Event, later: Event) -> str | None:
    if not isinstance(report, ReportPublished):
        return None
    for outcome, needed in NEEDS.items():
        if place(later) in needed and report.outcome is not outcome:
            return f"{report.inspection} found: {kinds.OUTCOMES[report.outcome]}."
    return None


_RULES_OF_TWO = (
    _out_of_order,
    _outcome_does_not_lead_there,
    _counts_differ,
    _framework_has_no_such_outcome,
)


def held_by(inspection: Inspection) -> tuple[Event, ...]:
    """Return every event of an inspection."""
    return tuple(event for event in _all_of(inspection) if event)


def _all_of(inspection: Inspection) -> Iterator[Event | None]:
    yield inspection.started
    yield inspection.report
    yield from inspection.judgements
    yield from inspection.revisits
    yield from inspection.monitored
    yield from inspection.interventions
    yield from inspection.steps
