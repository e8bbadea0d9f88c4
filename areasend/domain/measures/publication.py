"""How long inspectors took from their visit to the report."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from areasend.domain.events import Framework, StepKind
from areasend.domain.history import History, Inspection
from areasend.domain.intervals import Interval
from areasend.domain.measures import cases
from areasend.domain.measures.waits import Span, Wait, later
from areasend.domain.periods import Unit

#: Inspectors came from Monday to Friday; re-visits typically took three days or four.
_FROM_MONDAY_TO_FRIDAY = 4
_FROM_THE_FIRST_DAY_TO_THE_THIRD = 2


def _from_the_start(history: History, framework: Framework) -> Iterator[Span]:
    for one in cases.under(history, framework):
        case = cases.case(one)
        yield Span(case, case.started, case.published)


def _from_the_end(history: History, framework: Framework) -> Iterator[Span]:
    for one in cases.under(history, framework):
        case = cases.case(one)
        yield Span(case, _end(one), case.published)


def _end(one: Inspection) -> Interval | None:
    """Return when a visit ended; since 2023, when fieldwork began earlier, only where held."""
    ended = one.first(StepKind.FIELDWORK_ENDED)
    if ended:
        return ended.on
    if one.framework is Framework.LASEND_2016 and one.started:
        return later(one.started.on, days=_FROM_MONDAY_TO_FRIDAY)
    return None


def _from_the_revisit(history: History) -> Iterator[Span]:
    for one, letter in cases.letters(history):
        case, ended = cases.revisit(one, letter), one.first(StepKind.REVISIT_ENDED)
        assumed = case.started and later(case.started, days=_FROM_THE_FIRST_DAY_TO_THE_THIRD)
        yield Span(case, ended.on if ended else assumed, case.published)


def _to_the_report(
    name: str,
    says: str,
    *,
    unit: Unit,
    spans: Callable[[History], Iterable[Span]],
    since_2023: bool,
) -> Wait:
    year = 2023 if since_2023 else 2016
    return Wait(
        name=f"{name}-since-2023" if since_2023 else name,
        says=f"{says} under the framework of {year} to the publication of its report.",
        out_of=f"full inspections under the framework of {year}",
        unit=unit,
        spans=spans,
        begins="inspection-started",
        ends=("report-published",),
        author="areasend",
        reviewed=date(2026, 11, 21),
        to_publication=True,
    )


def _visit_to_report(framework: Framework) -> Wait:
    since_2023 = framework is Framework.AREA_SEND_2023
    held = "where that is held" if since_2023 else "Friday where no other day is held"
    return _to_the_report(
        "visit-to-report",
        f"Working days from the end of a full inspection ({held})",
        unit=Unit.WORKING_DAY,
        spans=partial(_from_the_end, framework=framework),
        since_2023=since_2023,
    )


def _start_to_report(framework: Framework) -> Wait:
    return _to_the_report(
        "start-to-report",
        "Days from the first day of a full inspection",
        unit=Unit.DAY,
        spans=partial(_from_the_start, framework=framework),
        since_2023=framework is Framework.AREA_SEND_2023,
    )


VISIT_TO_REPORT = _visit_to_report(Framework.LASEND_2016)
VISIT_TO_REPORT_SINCE_2023 = _visit_to_report(Framework.AREA_SEND_2023)
START_TO_REPORT = _start_to_report(Framework.LASEND_2016)
START_TO_REPORT_SINCE_2023 = _start_to_report(Framework.AREA_SEND_2023)
REVISIT_TO_LETTER = Wait(
    name="revisit-to-letter",
    says="Working days from the end of a re-visit (its third day where none is held) to the "
    "publication of its letter.",
    out_of="re-visits whose letter we hold",
    unit=Unit.WORKING_DAY,
    spans=_from_the_revisit,
    begins="revisit-started",
    ends=("revisited",),
    author="areasend",
    reviewed=date(2026, 11, 21),
    to_publication=True,
)
