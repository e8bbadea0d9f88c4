"""Every kind of event: its key, its public sentence, and its codes in lists of what happened."""

from dataclasses import dataclass
from typing import assert_never

from areasend.domain.events import (
    Event,
    InspectionStarted,
    Outcome,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
    Verdict,
)


@dataclass(frozen=True)
class Kind:
    """A kind of event as the public documentation lists it."""

    key: str
    says: str
    codes: tuple[str, ...]


KINDS = (
    Kind(
        "inspection-notified",
        "The area was told that inspectors would come.",
        ("inspection_notified",),
    ),
    Kind("inspection-started", "Inspectors began a full inspection.", ("fieldwork_started",)),
    Kind("fieldwork-ended", "Inspectors finished their fieldwork.", ("fieldwork_ended",)),
    Kind("report-received", "The area received the final report.", ("report_received",)),
    Kind("report-published", "The inspection report was published.", ("report_published",)),
    Kind(
        "statement-submitted",
        "The area submitted its written statement of action.",
        ("statement_submitted",),
    ),
    Kind(
        "plan-judged", "The plan was judged.", ("statement_judged_fit", "statement_judged_not_fit")
    ),
    Kind(
        "statement-published",
        "The written statement of action was published.",
        ("statement_published",),
    ),
    Kind(
        "revisit-notified", "The area was told that inspectors would return.", ("revisit_notified",)
    ),
    Kind("revisit-started", "Inspectors began a re-visit.", ("revisit_started",)),
    Kind("revisit-ended", "Inspectors finished their re-visit.", ("revisit_ended",)),
    Kind("revisited", "The letter on the re-visit was published.", ("revisit_published",)),
)

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
        case Step():
            return event.step.value
        case _:
            assert_never(event)


def sentence(event: Event) -> str:
    """Return what happened, in one sentence for the public, without its day."""
    match event:
        case InspectionStarted() | Step():
            return _SAYS[key(event)]
        case ReportPublished():
            return f"The report was published: {_outcome(event)}."
        case PlanJudged():
            fit = "fit for purpose" if event.fit else "not yet fit for purpose"
            return f"The written statement of action was judged {fit}."
        case Revisited():
            return f"The letter on the re-visit was published: {progress(event)}."
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


def _outcome(event: ReportPublished) -> str:
    if event.outcome is Outcome.NO_STATEMENT_REQUIRED:
        return "no written statement of action was required"
    if event.weaknesses is None:
        return "a written statement of action was required"
    noun = "weakness" if event.weaknesses == 1 else "weaknesses"
    return f"a written statement of action was required, for {event.weaknesses} significant {noun}"
