"""A duty as every face shows it: what, who, by when, how binding, and how that was reached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.answers.carrying import carriers
from areasend.answers.wording import pause_in_words
from areasend.answers.working import Working, working
from areasend.domain.areas import AREAS
from areasend.domain.clocks import OPEN, Deadline, State
from areasend.domain.coverage import day_in_words
from areasend.domain.intervals import Interval, in_words
from areasend.domain.periods import FixedDay, Period
from areasend.domain.programme import paused_between
from areasend.domain.rulebooks.reading import Force

FORCES = {
    Force.REGULATION: "the law",
    Force.HANDBOOK: "the inspection handbook",
    Force.PRACTICE: "usual practice",
    Force.ESTIMATE: "our estimate",
}


_A_MONTH = 31


@dataclass(frozen=True)
class Duty:
    """A duty, in words, with the rule it rests on and the working of its due day.

    `name` is its identifier: the inspection's and the rule's. `headline` is when it is due in a
    few words: a month where it is a `window`, else the last day; `due_by` is that day, or the last
    of the window. Where the start is known only
    between two days, `workings` has one for each, and where it may have come later still, one for
    the last day on which time can have begun to run. `estimate` says between which days we take
    it to have fallen due, where the day it ran from is not held; `moved` names bank holidays that
    were announced or withdrawn while the time ran.
    """

    name: str
    duty: str
    owed_by: str
    owed_to: str
    area: str
    carried_by: tuple[str, ...]
    inspection: str
    due: str
    when: str
    headline: str
    estimate: str
    due_earliest: date
    due_latest: date
    due_by: date
    window: bool
    state: str
    open: bool
    running: bool
    late: bool
    start: str
    estimated: bool
    fulfilment: str
    notes: tuple[str, ...]
    moved: tuple[str, ...]
    period: str
    force: str
    rule_from: date
    reference: str
    href: str
    checked: date
    workings: tuple[Working, ...]


def duty(deadline: Deadline) -> Duty:
    """Return a deadline as faces show it."""
    value, start = deadline.value, deadline.start
    workings = tuple(_workings(deadline))
    return Duty(
        name=f"{deadline.inspection}/{deadline.key.replace('_', '-')}",
        duty=deadline.duty,
        owed_by=deadline.owed_by,
        owed_to=deadline.owed_to,
        area=AREAS[deadline.area].name,
        carried_by=carriers(deadline.area, as_at=deadline.as_at),
        inspection=deadline.inspection,
        due=_due(deadline),
        when=_when(deadline),
        headline=_headline(deadline),
        estimate=_estimate(deadline),
        due_earliest=deadline.due.earliest,
        due_latest=deadline.due.latest,
        due_by=_due_by(deadline),
        window=deadline.window,
        state=_state(deadline),
        open=deadline.state in OPEN,
        running=deadline.state is State.RUNNING,
        late=deadline.late,
        start=start.words,
        estimated=start.estimated,
        fulfilment=deadline.fulfilment.words if deadline.fulfilment else "",
        notes=tuple(_notes(deadline)),
        moved=tuple(dict.fromkeys(note for one in workings for note in one.notes)),
        period=str(value.period),
        force=FORCES[value.force],
        rule_from=value.since,
        reference=value.reference,
        href=value.href,
        checked=value.checked,
        workings=workings,
    )


def _workings(deadline: Deadline) -> Iterator[Working]:
    start, period = deadline.start, deadline.value.period
    for day in sorted({start.on.earliest, start.on.latest, start.at_latest}):
        if isinstance(period, Period):
            yield working(period, start=day, as_at=deadline.as_at)


def _due(deadline: Deadline) -> str:
    due = deadline.due
    if isinstance(deadline.value.period, FixedDay):
        return str(deadline.value.period)
    if deadline.window and _is_vague(due):
        return f"expected around {due.latest:%B %Y} at the latest"
    if deadline.window:
        return f"expected around {due.latest:%B %Y}"
    if deadline.start.estimated:
        return f"due {span(due)}, by our estimate; {in_words(deadline.due_at_latest)} at the latest"
    return f"due {span(due)}"


def _notes(deadline: Deadline) -> Iterator[str]:
    """Say that inspectors did not come in the pandemic, where that fell into their time."""
    if not deadline.window or "Ofsted" not in deadline.owed_by:
        return
    for fact in paused_between(deadline.start.on.earliest, deadline.due.latest):
        if fact.since <= deadline.as_at:
            _, span_of = pause_in_words(fact, as_at=deadline.as_at)
            yield f"The programme was paused {span_of}: {fact.source}."


def _when(deadline: Deadline) -> str:
    """Return when it is due in a word or two: a month where it is a window, else the last day."""
    latest = _due_by(deadline)
    if deadline.window and _is_vague(deadline.due):
        return f"by about {latest:%b %Y}"
    return f"about {latest:%b %Y}" if deadline.window else latest.isoformat()


def _due_by(deadline: Deadline) -> date:
    return deadline.due.latest if deadline.window else deadline.due_at_latest


def _headline(deadline: Deadline) -> str:
    if isinstance(deadline.value.period, FixedDay):
        return str(deadline.value.period)
    if deadline.window:
        about = "by about" if _is_vague(deadline.due) else "about"
        return f"{about} {deadline.due.latest:%B %Y}"
    vague = not deadline.start.estimated and not deadline.due.is_day
    return str(deadline.due) if vague else in_words(deadline.due_at_latest)


def _estimate(deadline: Deadline) -> str:
    estimated = deadline.start.estimated and not deadline.window
    return f"by our estimate {span(deadline.due)}" if estimated else ""


def _is_vague(due: Interval) -> bool:
    return (due.latest - due.earliest).days > _A_MONTH


def _state(deadline: Deadline) -> str:
    nothing = _nothing(deadline)
    if deadline.late:
        return f"late: the due date has passed and {nothing}"
    match deadline.state:
        case State.PASSED:
            return f"the due date has passed; {nothing}"
        case State.WINDOW_PASSED:
            return f"the usual time has passed; {nothing}"
        case State.SUPERSEDED:
            return f"{deadline.state}; {nothing}"
        case State.MET_LATE | State.MET_AFTER if not deadline.covered:
            # Our list may lack an earlier one.
            return "the first that we hold came after that time; our list is incomplete"
    return deadline.state.value


def _nothing(deadline: Deadline) -> str:
    """Say what it means that nothing is held, by how far our record reaches."""
    if deadline.covered:
        return "our record, complete to that day, holds nothing"
    if deadline.known_to:
        return (
            f"that is later than our record reaches, which is to {day_in_words(deadline.known_to)}"
        )
    return "we hold none, and our list is incomplete"


def span(days: Interval) -> str:
    """Return one day, or the two between which it lies."""
    if days.is_day:
        return in_words(days.latest)
    return f"between {in_words(days.earliest)} and {in_words(days.latest)}"
