"""Every kind of event: its key, its public sentence, and its codes in lists of what happened."""

from dataclasses import dataclass
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
    Kind("minister-wrote", "A minister wrote to the area.", ("minister_wrote",)),
    Kind(
        "statement-submitted",
        "The area submitted its written statement of action.",
        ("statement_submitted",),
    ),
    Kind(
        "plan-judged",
        "The plan was judged.",
        (
            "statement_judged_fit",
            "statement_judged_not_fit",
            "accelerated_plan_approved",
            "priority_plan_approved",
        ),
    ),
    Kind(
        "statement-published",
        "The written statement of action was published.",
        ("statement_published",),
    ),
    Kind(
        "board-established",
        "A board to oversee the improvements was set up.",
        ("board_established",),
    ),
    Kind(
        "monitoring-visit",
        "The Department for Education and the NHS made a monitoring visit.",
        ("monitoring_visit",),
    ),
    Kind(
        "revisit-notified", "The area was told that inspectors would return.", ("revisit_notified",)
    ),
    Kind("revisit-started", "Inspectors began a re-visit.", ("revisit_started",)),
    Kind("revisit-ended", "Inspectors finished their re-visit.", ("revisit_ended",)),
    Kind("revisited", "The letter on the re-visit was published.", ("revisit_published",)),
    Kind("monitoring-ceased", "Formal monitoring of the area ended.", ("monitoring_ceased",)),
    Kind(
        "accelerated-plan-required",
        "An accelerated progress plan was asked for.",
        ("accelerated_plan_required",),
    ),
    Kind(
        "accelerated-plan-submitted",
        "The accelerated progress plan was submitted.",
        ("accelerated_plan_submitted",),
    ),
    Kind(
        "accelerated-plan-published",
        "The accelerated progress plan was published.",
        ("accelerated_plan_published",),
    ),
    Kind(
        "accelerated-plan-reviewed",
        "Progress on the accelerated progress plan was reviewed.",
        ("accelerated_plan_reviewed",),
    ),
    Kind(
        "accelerated-plan-ended",
        "The accelerated progress plan came to its end.",
        ("accelerated_plan_ended",),
    ),
    Kind(
        "strategic-plan-published",
        "The updated strategic plan was published.",
        ("strategic_plan_published",),
    ),
    Kind(
        "priority-plan-submitted",
        "The priority action plan was submitted.",
        ("priority_plan_submitted",),
    ),
    Kind(
        "priority-plan-published",
        "The priority action plan was published.",
        ("priority_plan_published",),
    ),
    Kind(
        "engagement-meeting",
        "Inspectors and the area met to talk it over.",
        ("engagement_meeting",),
    ),
    Kind(
        "stocktake",
        "The Department for Education and the NHS took stock of progress.",
        ("stocktake",),
    ),
    Kind("deep-dive", "The Department for Education looked closely at one theme.", ("deep_dive",)),
    Kind(
        "monitoring-inspection-notified",
        "The area was told that a monitoring inspection would come.",
        ("monitoring_inspection_notified",),
    ),
    Kind(
        "monitoring-inspection-started",
        "Inspectors began a monitoring inspection.",
        ("monitoring_inspection_started",),
    ),
    Kind(
        "monitoring-inspected",
        "The report of a monitoring inspection was published.",
        ("monitoring_inspection_published",),
    ),
    Kind(
        "intervened",
        "The government used an instrument of intervention, or took it back.",
        (
            "improvement_notice_issued",
            "improvement_notice_varied",
            "improvement_notice_closed",
            "direction_issued",
            "direction_revoked",
            "commissioner_appointed",
        ),
    ),
    Kind("peer-review", "Peers from elsewhere reviewed the services.", ("peer_review",)),
    Kind(
        "ombudsman-report",
        "The Local Government and Social Care Ombudsman reported.",
        ("ombudsman_report",),
    ),
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
        case MonitoringInspected():
            return "monitoring-inspected"
        case Intervened():
            return "intervened"
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
