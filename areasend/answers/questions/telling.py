"""What followed an inspection or a re-visit, each event in a line with whose word it stands on."""

from collections.abc import Iterable, Iterator
from datetime import date

from areasend.answers.wording import whose_word
from areasend.domain import history, kinds
from areasend.domain.events import (
    Event,
    InspectionStarted,
    Intervened,
    MonitoringInspected,
    Plan,
    PlanJudged,
    ReportPublished,
    Step,
    StepKind,
)
from areasend.domain.history import History, Inspection
from areasend.domain.intervals import Interval
from areasend.domain.narrowing import narrowed

#: Steps of the inspection or the re-visit itself, of which the report or the letter tells.
_OF_THE_VISIT = {
    StepKind.INSPECTION_NOTIFIED,
    StepKind.FIELDWORK_ENDED,
    StepKind.REPORT_RECEIVED,
    StepKind.REVISIT_NOTIFIED,
    StepKind.REVISIT_STARTED,
    StepKind.REVISIT_ENDED,
}
#: What comes only after a re-visit, however vague its date.
_AFTER_A_REVISIT = {
    StepKind.MONITORING_CEASED,
    StepKind.ACCELERATED_PLAN_REQUIRED,
    StepKind.ACCELERATED_PLAN_SUBMITTED,
    StepKind.ACCELERATED_PLAN_PUBLISHED,
    StepKind.ACCELERATED_PLAN_REVIEWED,
    StepKind.ACCELERATED_PLAN_ENDED,
}
_MONITORING_BEGUN = StepKind.MONITORING_INSPECTION_STARTED
PERHAPS = "perhaps by that day: "
PERHAPS_BEFORE = "perhaps before the letter: "


def told(event: Event, on: Interval | None = None) -> str:
    """Return what happened, when, and on whose word; `on` where the days could be narrowed."""
    # What a report found follows the day on which it was published.
    says, colon, found = kinds.sentence(event).rstrip(".").partition(": ")
    return f"{says} {(on or event.on).when}{colon}{found} ({whose_word(event.attestation)})"


def told_by(
    events: Iterable[Event], *, since: Interval, as_at: date, unsure: tuple[Event, ...] = ()
) -> tuple[str, ...]:
    """Return each event of a day or before in a line; those that may be later say so.

    :param since: what the events surely came after, however vague their own dates
    :param unsure: those of them that may have come before it all the same, which say so
    """
    lines = _told_by(list(events), since.earliest, as_at)
    return tuple(f"{PERHAPS_BEFORE if event in unsure else ''}{line}" for event, line in lines)


def after_report(one: Inspection) -> list[Event]:
    """Return what is held as following the report of an inspection, in order."""
    return history.in_order(_followed(one))


def after_letter(held: History, one: Inspection) -> list[Event]:
    """Return what is held as following the letter on a re-visit, in order.

    Interventions that name no inspection are among it, and so is the next full inspection.
    """
    letter = one.revisited
    if letter is None:
        return []
    found = [event for event in _followed(one) if _after(event, letter.on)]
    alone = [
        event
        for event in held.unplaced
        if isinstance(event, Intervened) and event.on.latest >= letter.on.earliest
    ]
    return history.in_order([*found, *alone, *_next(held, one)])


def perhaps_before(event: Event, letter: Interval) -> bool:
    """Return whether something held as following a letter may have come before it, by its date."""
    surely = _only_after(event) or isinstance(event, InspectionStarted | ReportPublished)
    return not surely and event.on.earliest < letter.latest


def _told_by(events: list[Event], since: date, as_at: date) -> Iterator[tuple[Event, str]]:
    surely = [event for event in events if event.on.surely_by(as_at)]
    dated = [(narrowed(event, surely).on, event) for event in events]
    for on, event in sorted(dated, key=lambda one: one[0]):
        if on.surely_by(as_at):
            yield event, told(event, on)
        elif on.not_before(_floor(event, events, since)).perhaps_by(as_at):
            yield event, f"{PERHAPS}{told(event, on)}"


def _floor(event: Event, events: list[Event], since: date) -> date:
    """Return the first day that an event can have, which for a report is that of its visit."""
    if not isinstance(event, MonitoringInspected):
        return since
    begun = (one for one in events if isinstance(one, Step) and one.step is _MONITORING_BEGUN)
    return max([since, *(one.on.earliest for one in begun)])


def _followed(one: Inspection) -> Iterator[Event]:
    yield from one.judgements
    yield from one.monitored
    yield from one.interventions
    yield from (step for step in one.steps if step.step not in _OF_THE_VISIT)


def _after(event: Event, letter: Interval) -> bool:
    if isinstance(event, PlanJudged):
        return event.plan is not Plan.STATEMENT
    if _only_after(event) or isinstance(event, Intervened):
        return event.on.latest >= letter.earliest
    return event.on.earliest >= letter.earliest


def _only_after(event: Event) -> bool:
    if isinstance(event, PlanJudged):
        return event.plan is Plan.ACCELERATED_PROGRESS
    return isinstance(event, Step) and event.step in _AFTER_A_REVISIT


def _next(held: History, one: Inspection) -> Iterator[Event]:
    following = held.inspections[held.inspections.index(one) + 1 :]
    for later in following[:1]:
        yield from (event for event in (later.started, later.report) if event)
