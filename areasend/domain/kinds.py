"""Every kind of event: its key, its public sentence, and its codes in lists of what happened."""

import csv
from dataclasses import dataclass
from importlib.resources import files
from typing import assert_never

from areasend.domain.events import (
    Act,
    Event,
    InspectionStarted,
    Instrument,
    Intervened,
    MonitoringInspected,
    Outcome,
    Plan,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
    Verdict,
)


@dataclass(frozen=True)
class Kind:
    """A kind of event as the public documentation lists it.

    `name` is what it is called in a table; `says` is the sentence for one that happened.
    """

    key: str
    name: str
    says: str
    codes: tuple[str, ...]


def _read(row: dict[str, str]) -> Kind:
    return Kind(row["key"], row["name"], row["says"], tuple(row["codes"].split()))


_TABLE = files(__package__).joinpath("kinds.csv").read_text("utf-8")
KINDS = tuple(map(_read, csv.DictReader(_TABLE.splitlines())))
#: What each kind is called, by its key.
NAMES = {kind.key: kind.name for kind in KINDS}
_SAYS = {kind.key: kind.says for kind in KINDS}


def key(event: Event) -> str:
    """Return the key of an event's kind."""
    match event:
        case InspectionStarted():
            return "inspection-started"
        case ReportPublished():
            return "report-published"
        case PlanJudged():
            return "plan-judged"
        case Revisited():
            return "revisited"
        case MonitoringInspected():
            return "monitoring-inspected"
        case Intervened():
            return "intervened"
        case Step():
            return event.step.value
        case _:
            assert_never(event)


def in_sentence(name: str) -> str:
    """Return what the kind of a key is called within a sentence, such as 're-visit letter'."""
    called = NAMES[name]
    return f"{called[0].lower()}{called[1:]}"


def sentence(event: Event) -> str:
    """Return what happened, in one sentence for the public, without its day."""
    match event:
        case InspectionStarted() | Step():
            return _SAYS[key(event)]
        case ReportPublished():
            return f"The report was published: {outcome(event)}."
        case PlanJudged():
            fit = "fit for purpose" if event.fit else "not yet fit for purpose"
            return f"The {PLANS[event.plan]} was judged {fit}."
        case Revisited():
            return f"The letter on the re-visit was published: {progress(event)}."
        case MonitoringInspected():
            return f"The report of a monitoring inspection was published: {action(event)}."
        case Intervened():
            return intervention(event)
        case _:
            assert_never(event)


def progress(event: Revisited) -> str:
    """Return the verdict of a re-visit, such as 'enough progress on 8 of 14 weaknesses'."""
    if event.sufficient is not None and event.of is not None:
        return f"enough progress on {count(event.sufficient, of=event.of)}"
    words = {Verdict.ALL: "all", Verdict.SOME: "some but not all", Verdict.NONE: "none"}
    return f"enough progress on {words[event.verdict]} of the weaknesses"


def count(number: int, *, of: int) -> str:
    """Return a count of weaknesses in words, such as 'none of 5 weaknesses'."""
    if number == of:
        return "its one weakness" if of == 1 else f"all {of} weaknesses"
    return f"{number or 'none'} of {of} {'weakness' if of == 1 else 'weaknesses'}"


def action(event: MonitoringInspected) -> str:
    """Return what a monitoring inspection found, such as 'effective action on all 5 priorities'."""
    if event.sufficient is not None and event.of is not None:
        return f"effective action on {_priorities(event.sufficient, of=event.of)}"
    return "effective action" if event.effective else "ineffective action"


def _priorities(number: int, *, of: int) -> str:
    if number == of:
        return "its one priority" if of == 1 else f"all {of} priorities"
    return f"{number or 'none'} of {of} {'priority' if of == 1 else 'priorities'}"


def intervention(event: Intervened) -> str:
    """Return what the government did, and whether its source says that it was about SEND."""
    about = "about SEND" if event.about_send else "about children's services; may include SEND"
    acts = {
        Act.ISSUED: f"The government issued {INSTRUMENTS[event.instrument]}",
        Act.VARIED: f"The government changed {INSTRUMENTS[event.instrument]}",
        Act.CLOSED: f"The government ended {INSTRUMENTS[event.instrument]}",
        Act.REVOKED: f"The government revoked {INSTRUMENTS[event.instrument]}",
        Act.APPOINTED: f"The government appointed {INSTRUMENTS[event.instrument]}",
    }
    return f"{acts[event.act]} ({about})."


PLANS = {
    Plan.STATEMENT: "written statement of action",
    Plan.ACCELERATED_PROGRESS: "accelerated progress plan",
    Plan.PRIORITY_ACTION: "priority action plan",
}
INSTRUMENTS = {
    Instrument.NOTICE: "an improvement notice",
    Instrument.DIRECTION: "a statutory direction",
    Instrument.COMMISSIONER: "a commissioner",
}
OUTCOMES = {
    Outcome.POSITIVE: "children's experiences were typically positive",
    Outcome.INCONSISTENT: "children's experiences were inconsistent",
    Outcome.WIDESPREAD_FAILINGS: "widespread or systemic failings",
    Outcome.NO_STATEMENT_REQUIRED: "no written statement of action was required",
    Outcome.STATEMENT_REQUIRED: "a written statement of action was required",
}


def outcome(event: ReportPublished) -> str:
    """Return what a full inspection found, with how many weaknesses or actions where held."""
    words = OUTCOMES[event.outcome]
    if event.weaknesses is not None:
        noun = "weakness" if event.weaknesses == 1 else "weaknesses"
        return f"{words}, for {event.weaknesses} significant {noun}"
    if event.priority_actions:
        noun = "area" if event.priority_actions == 1 else "areas"
        return f"{words}, with {event.priority_actions} {noun} for priority action"
    return words
