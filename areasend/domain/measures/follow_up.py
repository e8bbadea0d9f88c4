"""How long it took from a report to what followed: a statement, a return, an end."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import zip_longest

from areasend.domain.events import Outcome, StepKind, Verdict
from areasend.domain.history import History, Inspection
from areasend.domain.intervals import Interval
from areasend.domain.measures import cases
from areasend.domain.measures.waits import Span, Wait
from areasend.domain.periods import Unit

_REVIEWED = date(2026, 11, 21)


def _from_the_report(
    history: History, outcome: Outcome, until: Callable[[Inspection], Interval | None]
) -> Iterator[Span]:
    for one in cases.with_outcome(history, outcome):
        case = cases.case(one)
        yield Span(case, case.published, until(one))


def _step(one: Inspection, kind: StepKind) -> Interval | None:
    step = one.first(kind)
    return step.on if step else None


def _judged_fit(one: Inspection) -> Interval | None:
    judged = one.judged_fit()
    return judged.on if judged else None


def _exit(one: Inspection) -> Interval | None:
    """Return when a re-visit's letter found enough progress on all, or monitoring ended."""
    letter = one.revisited
    ends = [
        _step(one, StepKind.MONITORING_CEASED),
        _step(one, StepKind.ACCELERATED_PLAN_ENDED),
        letter.on if letter and letter.verdict is Verdict.ALL else None,
    ]
    return min((on for on in ends if on), default=None)


def _to_the_next(history: History) -> Iterator[Span]:
    for one, following in zip_longest(history.inspections, history.inspections[1:]):
        case = cases.case(one)
        until = following.started.on if following and following.started else None
        yield Span(case, case.started, until)


def _after_a_statement_was_required(
    name: str,
    says: str,
    *,
    unit: Unit,
    until: Callable[[Inspection], Interval | None],
    ends: Iterable[str],
) -> Wait:
    return Wait(
        name=name,
        says=says,
        out_of="inspections that led to a written statement of action",
        unit=unit,
        spans=partial(_from_the_report, outcome=Outcome.STATEMENT_REQUIRED, until=until),
        begins="report-published",
        ends=tuple(ends),
        author="areasend",
        reviewed=_REVIEWED,
    )


REPORT_TO_STATEMENT = _after_a_statement_was_required(
    "report-to-statement",
    "Working days from the publication of a report to the submission of the statement of action. "
    "The law counts from receipt, some days before publication.",
    unit=Unit.WORKING_DAY,
    until=partial(_step, kind=StepKind.STATEMENT_SUBMITTED),
    ends=("statement-submitted",),
)
REPORT_TO_FIT = _after_a_statement_was_required(
    "report-to-fit",
    "Working days from the publication of a report until the statement of action was judged fit "
    "for purpose.",
    unit=Unit.WORKING_DAY,
    until=_judged_fit,
    ends=("plan-judged",),
)
REPORT_TO_REVISIT = _after_a_statement_was_required(
    "report-to-revisit",
    "Days from the publication of a report to the first day of the re-visit.",
    unit=Unit.DAY,
    until=cases.came_back,
    ends=("revisit-started",),
)
REPORT_TO_EXIT = _after_a_statement_was_required(
    "report-to-exit",
    "Days from the publication of a report until a re-visit's letter found enough progress on "
    "every weakness, or formal monitoring was ended.",
    unit=Unit.DAY,
    until=_exit,
    ends=("revisited", "monitoring-ceased", "accelerated-plan-ended"),
)
REPORT_TO_MONITORING = Wait(
    name="report-to-monitoring",
    says="Days from the publication of a report of widespread or systemic failings to the first "
    "day of the monitoring inspection.",
    out_of="full inspections that found widespread or systemic failings",
    unit=Unit.DAY,
    spans=partial(
        _from_the_report,
        outcome=Outcome.WIDESPREAD_FAILINGS,
        until=cases.came_to_monitor,
    ),
    begins="report-published",
    ends=("monitoring-inspection-started",),
    author="areasend",
    reviewed=_REVIEWED,
)
INSPECTION_TO_NEXT = Wait(
    name="inspection-to-next",
    says="Days from the first day of a full inspection to the first day of the next, under "
    "whichever framework.",
    out_of="full inspections whose report was published",
    unit=Unit.DAY,
    spans=_to_the_next,
    begins="inspection-started",
    ends=("inspection-started",),
    author="areasend",
    reviewed=_REVIEWED,
)
