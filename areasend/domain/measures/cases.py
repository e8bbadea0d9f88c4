"""The things that measures count: areas, full inspections, and re-visits."""

from collections.abc import Iterator

from areasend.domain.events import Framework, Outcome, StepKind, Verdict
from areasend.domain.history import History, Inspection
from areasend.domain.measures.measure import Case


def areas(history: History) -> Iterator[Case]:
    """Yield the area itself, which every cut-off finds there."""
    yield Case(history.area, always=True)


def inspections(history: History, framework: Framework) -> Iterator[Case]:
    """Yield the full inspections under a framework."""
    yield from map(_case, _under(history, framework))


def found(history: History, outcome: Outcome) -> Iterator[Case]:
    """Yield the full inspections with an outcome, under the framework that has it."""
    for one in _under(history, outcome.framework):
        if one.report and one.report.outcome is outcome:
            yield _case(one)


def revisits(history: History) -> Iterator[Case]:
    """Yield the re-visits whose letter is held, with the days they began and it came out."""
    for one in history.inspections:
        if one.revisited:
            step = one.first(StepKind.REVISIT_STARTED)
            # "By" a day opens when the record does; but no letter comes before its re-visit.
            on = one.revisited.on.not_before(step.on.earliest) if step else one.revisited.on
            yield Case(history.area, step.on if step else None, on)


def revisits_with(history: History, verdict: Verdict) -> Iterator[Case]:
    """Yield the re-visits with a verdict."""
    for one in history.inspections:
        if one.revisited and one.revisited.verdict is verdict:
            yield from revisits(History(history.area, inspections=(one,)))


def _under(history: History, framework: Framework) -> Iterator[Inspection]:
    return (one for one in history.inspections if one.framework is framework)


def _case(one: Inspection) -> Case:
    started, report = one.started, one.report
    if started is None or report is None:
        return Case(one.area, started.on if started else None, report.on if report else None)
    # No report comes before its inspection.
    return Case(one.area, started.on, report.on.not_before(started.on.earliest))
