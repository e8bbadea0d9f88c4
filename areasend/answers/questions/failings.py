"""What followed where inspectors found widespread or systemic failings under the framework of 2023.

Each promised step, when it was expected and what we hold of it, area by area.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from areasend.answers.duties import Duty, duty
from areasend.answers.questions.holding import Held, Reported
from areasend.answers.questions.shape import Cell, Table, Total, columns
from areasend.answers.questions.telling import told_by
from areasend.answers.wording import as_reported
from areasend.domain import kinds
from areasend.domain.duties import deadlines
from areasend.domain.events import Act, Event, Intervened, Outcome, StepKind
from areasend.domain.history import Inspection, in_order

#: Looks at progress that others than inspectors took.
_REVIEWS = {
    StepKind.STOCKTAKE,
    StepKind.DEEP_DIVE,
    StepKind.ENGAGEMENT_MEETING,
    StepKind.MONITORING_VISIT,
    StepKind.PEER_REVIEW,
    StepKind.MINISTER_WROTE,
}
_SUBMITTED = "priority_plan_submitted"
_PUBLISHED = "priority_plan_published"
_MONITORED = "monitoring_inspection_started"
_NONE = "none held"
_PERHAPS_BEFORE = "perhaps before the report: "
_PARTIAL = "As far as found: others may be missing from our record."


@dataclass(frozen=True)
class Failing:
    """An inspection that found widespread or systemic failings, with what it called for.

    `again` is the area's next full inspection with a report, or None; `unplaced` are notices and
    directions of the area that name no inspection and may be of after the report.
    """

    of: Reported
    due: Mapping[str, Duty]
    again: Inspection | None
    unplaced: tuple[Intervened, ...]

    @property
    def interventions(self) -> tuple[Event, ...]:
        """Every notice and direction that followed, or may have."""
        return tuple(in_order((*self.of.inspection.interventions, *self.unplaced)))

    def held(self, key: str) -> str:
        """Return when and by what the duty of a rule was done; empty where that is not held."""
        return self.due[key].fulfilment if key in self.due else ""

    def unsure(self, event: Event) -> bool:
        """Return whether a notice that names no inspection may have come before the report."""
        return not event.inspection and event.on.earliest < self.of.report.on.latest


def failings(all_held: Held, as_at: date) -> list[Failing]:
    """Return every such inspection reported by a day, in the order of the names of areas."""
    return [
        _failing(one, all_held, as_at)
        for one in all_held.reported()
        if one.report.outcome is Outcome.WIDESPREAD_FAILINGS
    ]


def _failing(one: Reported, all_held: Held, as_at: date) -> Failing:
    until = all_held.until[one.area]
    due = [each for each in deadlines(until, as_at=as_at) if each.inspection == one.inspection.name]
    later = until.inspections[until.inspections.index(one.inspection) + 1 :]
    return Failing(
        of=one,
        due={each.key: duty(each) for each in due},
        again=next((each for each in later if each.report), None),
        unplaced=tuple(
            event
            for event in until.unplaced
            if isinstance(event, Intervened) and event.on.latest >= one.report.on.earliest
        ),
    )


def totals(found: list[Failing]) -> Iterator[Total]:
    """Yield how many there are, and of how many we hold each step."""
    yield Total(
        says="Reports since 2023 that found widespread or systemic failings.", ours=len(found)
    )
    latest = sum(one.again is None for one in found)
    yield Total(says="Of those: it is the area's latest report.", ours=latest, out_of=len(found))
    steps: tuple[tuple[str, Callable[[Failing], object]], ...] = (
        ("Of those: the priority action plan was submitted.", lambda one: one.held(_SUBMITTED)),
        ("Of those: the priority action plan was published.", lambda one: one.held(_PUBLISHED)),
        (
            "Of those: inspectors came for a monitoring inspection.",
            lambda one: one.held(_MONITORED),
        ),
        ("Of those: a notice or direction about SEND was issued since.", _noticed),
    )
    for says, has in steps:
        ours = sum(bool(has(one)) for one in found)
        yield Total(says=says, ours=ours, out_of=len(found), words=_PARTIAL)


def _noticed(one: Failing) -> bool:
    return any(
        isinstance(event, Intervened)
        and event.act is Act.ISSUED
        and event.about_send
        and not one.unsure(event)
        for event in one.interventions
    )


def plans(found: list[Failing]) -> Table:
    """Return a row for each with its plan: when it was due, and what is held of it."""
    return Table(
        name="plans-after-failings",
        title="Plans where inspectors found widespread or systemic failings since 2023",
        columns=columns(
            area="Area",
            report="Report",
            due="Plan due",
            submitted="Submitted",
            published="Published",
            again="Inspected again",
        ),
        rows=tuple(_plan(one) for one in found),
        words=_PARTIAL,
    )


def _plan(one: Failing) -> tuple[Cell, ...]:
    plan = one.due.get(_SUBMITTED)
    return (
        one.of.name,
        one.of.report.on.written,
        (plan.estimate or plan.headline) if plan else "",
        one.held(_SUBMITTED) or _NONE,
        one.held(_PUBLISHED) or _NONE,
        _again(one),
    )


def checks(found: list[Failing], as_at: date) -> Table:
    """Return a row for each with who looked at its progress since, and what the government did."""
    return Table(
        name="checks-after-failings",
        title="Reviews, monitoring inspections and notices after widespread or systemic failings",
        columns=columns(
            lines=("reviews", "interventions"),
            area="Area",
            monitoring_expected="Monitoring inspection expected",
            monitoring="Monitoring inspection held",
            reviews="Stocktakes and other reviews held",
            interventions="Notices and directions held",
        ),
        rows=tuple(_checks(one, as_at) for one in found),
        words="A monitoring inspection is usual after about 18 months and binds nobody. Of a "
        "notice that was issued we do not know whether it still applies, unless its end is held. "
        f"{_PARTIAL}",
    )


def _checks(one: Failing, as_at: date) -> tuple[Cell, ...]:
    reviews = in_order(step for step in one.of.inspection.steps if step.step in _REVIEWS)
    monitoring = one.due.get(_MONITORED)
    return (
        one.of.name,
        monitoring.headline if monitoring else "",
        _monitoring(one),
        told_by(reviews, since=one.of.report.on, as_at=as_at) or _NONE,
        _interventions(one, as_at) or _NONE,
    )


def _monitoring(one: Failing) -> str:
    came, letters = one.held(_MONITORED), one.of.inspection.monitored
    found = f" Found: {kinds.action(letters[-1])}{as_reported(letters[-1])}." if letters else ""
    return f"{came}{found}".strip() or _NONE


def _interventions(one: Failing, as_at: date) -> tuple[str, ...]:
    return tuple(
        f"{_PERHAPS_BEFORE if one.unsure(event) else ''}{line}"
        for event in one.interventions
        for line in told_by([event], since=one.of.report.on, as_at=as_at)
    )


def _again(one: Failing) -> str:
    report = one.again.report if one.again else None
    return f"{report.on}: {kinds.outcome(report)}" if report else _NONE
