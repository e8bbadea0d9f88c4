"""The things that measures count: areas, full inspections, and what follows them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from areasend.domain.coverage import complete_to
from areasend.domain.events import (
    Framework,
    MonitoringInspected,
    Outcome,
    ReportPublished,
    Revisited,
    StepKind,
    Verdict,
)
from areasend.domain.history import History, Inspection
from areasend.domain.intervals import RECORD_BEGINS, Interval
from areasend.domain.measures.measure import Case


def areas(history: History) -> Iterator[Case]:
    """Yield the area itself, which every cut-off finds there."""
    yield Case(history.area, always=True)


def inspections(history: History, framework: Framework) -> Iterator[Case]:
    """Yield the full inspections under a framework."""
    yield from map(case, under(history, framework))


def under_either(history: History) -> Iterator[Case]:
    """Yield the full inspections under any framework."""
    for framework in Framework:
        yield from inspections(history, framework)


def under_both(history: History) -> Iterator[Case]:
    """Yield the full inspections since 2023 of an area with a report from before: both stand."""
    if any(one.report for one in under(history, Framework.LASEND_2016)):
        yield from inspections(history, Framework.AREA_SEND_2023)


def found(history: History, outcome: Outcome) -> Iterator[Case]:
    """Yield the full inspections with an outcome, under the framework that has it."""
    yield from map(case, with_outcome(history, outcome))


def found_wanting_under_both(history: History) -> Iterator[Case]:
    """Yield the full inspections that found failings where a statement had been required."""
    if any(with_outcome(history, Outcome.STATEMENT_REQUIRED)):
        yield from found(history, Outcome.WIDESPREAD_FAILINGS)


def numbered(
    history: History, outcome: Outcome, number: Callable[[ReportPublished], int | None]
) -> Iterator[Case]:
    """Yield the full inspections with an outcome whose report gives a number, with the number."""
    for one in with_outcome(history, outcome):
        if one.report and (amount := number(one.report)) is not None:
            yield replace(case(one), amount=amount)


def revisits(history: History) -> Iterator[Case]:
    """Yield the re-visits whose letter is held, with the days they began and it came out."""
    for one, letter in letters(history):
        yield revisit(one, letter)


def revisits_with(history: History, verdict: Verdict) -> Iterator[Case]:
    """Yield the re-visits with a verdict."""
    for one, letter in letters(history):
        if letter.verdict is verdict:
            yield revisit(one, letter)


def revisits_numbered(history: History, *, sufficient: bool) -> Iterator[Case]:
    """Yield the re-visits with on how many weaknesses there was enough progress, or too little."""
    for one, letter in letters(history):
        if letter.sufficient is not None and letter.of is not None:
            amount = letter.sufficient if sufficient else letter.of - letter.sufficient
            yield replace(revisit(one, letter), amount=amount, of=letter.of)


def judged(history: History, *, fit: bool) -> Iterator[Case]:
    """Yield the inspections whose statement was judged so, once each, by the day of judgement."""
    for one in with_outcome(history, Outcome.STATEMENT_REQUIRED):
        first = one.judged_fit() if fit else one.judged_not_fit()
        if first:
            yield replace(case(one), started=first.on, published=first.on)


def monitored(history: History, *, effective: bool | None = None) -> Iterator[Case]:
    """Yield the monitoring inspections, all of them or those that found action so."""
    for one in history.inspections:
        for report in one.monitored:
            if effective in {None, report.effective}:
                yield _return(one, StepKind.MONITORING_INSPECTION_STARTED, report)


def under(history: History, framework: Framework) -> Iterator[Inspection]:
    """Yield an area's full inspections under a framework."""
    return (one for one in history.inspections if one.framework is framework)


def with_outcome(history: History, outcome: Outcome) -> Iterator[Inspection]:
    """Yield an area's full inspections with an outcome, under the framework that has it."""
    for one in under(history, outcome.framework):
        if one.report and one.report.outcome is outcome:
            yield one


def case(one: Inspection) -> Case:
    """Return a full inspection as a case: it began, and its report came out."""
    started = one.started.on if one.started else None
    published = one.report.on if one.report else None
    if started and published:
        published = published.not_before(started.earliest)  # no report comes before its inspection
    return Case(one.area, started, published, inspection=one.name, framework=one.framework)


def letters(history: History) -> Iterator[tuple[Inspection, Revisited]]:
    """Yield the inspections of which a letter on a re-visit is held, with the newest."""
    return ((one, one.revisited) for one in history.inspections if one.revisited)


def revisit(one: Inspection, letter: Revisited) -> Case:
    """Return a re-visit as a case: it began, and its letter came out."""
    return _return(one, StepKind.REVISIT_STARTED, letter)


def came_back(one: Inspection) -> Interval | None:
    """Return when the re-visit began, as closely as is held; None where we hold none."""
    return _began(one, StepKind.REVISIT_STARTED, one.revisited)


def came_to_monitor(one: Inspection) -> Interval | None:
    """Return when the first monitoring inspection began, as closely as is held, if we hold one."""
    first = one.monitored[0] if one.monitored else None
    return _began(one, StepKind.MONITORING_INSPECTION_STARTED, first)


def _return(one: Inspection, kind: StepKind, told: Revisited | MonitoringInspected) -> Case:
    began, on = _began(one, kind, told), told.on
    # "By" a day opens when the record does; but no letter comes before its re-visit.
    published = on.not_before(began.earliest) if began else on
    return replace(case(one), started=began, published=published)


def _began(
    one: Inspection, kind: StepKind, told: Revisited | MonitoringInspected | None
) -> Interval | None:
    """Return when inspectors came back: on the day held, or in the time that what they told leaves.

    They came after the full report, after the day to which every such beginning is held, and by the
    day of what they published.
    """
    step = one.first(kind)
    if step or told is None:
        return step.on if step else None
    last, whole = told.on.latest, complete_to(kind)
    after = [one.report.on.earliest] if one.report else []
    if whole and whole < last:
        after.append(whole + timedelta(days=1))
    return Interval.by(last).not_before(max(after, default=RECORD_BEGINS))
