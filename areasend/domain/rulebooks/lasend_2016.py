"""The clocks of the framework of 2016 to 2022: which event starts each, and which fulfils it."""

from areasend.domain.attestations import Confidence, SourceKind, best
from areasend.domain.clocks import Clock, Fulfilment, Start
from areasend.domain.events import Framework, Outcome, Step, StepKind
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval
from areasend.domain.rulebooks.reading import rulebook
from areasend.domain.working_days import Calendar

RULES = rulebook(Framework.LASEND_2016)

_RECIPIENTS = {SourceKind.COUNCIL, SourceKind.NHS}
_SURE = {Confidence.OFFICIAL, Confidence.HIGH}


def _receipt(inspection: Inspection, calendar: Calendar) -> Start | None:
    report = inspection.report
    if report is None or report.outcome is not Outcome.STATEMENT_REQUIRED:
        return None
    received = inspection.first(StepKind.REPORT_RECEIVED)
    stated = _stated_by_recipient(received) if received else None
    if stated is None:
        return _estimated_receipt(report.on, calendar)
    words = f"The area says that it received the report {stated.when}."
    # Nobody receives a report after the public does, so a vague receipt ends with publication.
    latest = max(stated.earliest, min(stated.latest, report.on.latest))
    received_on = Interval(stated.earliest, latest)
    return Start(received_on, at_latest=latest, estimated=False, words=words)


def _stated_by_recipient(received: Step) -> Interval | None:
    # A letter's own date is not its receipt; neither hearsay nor a bound starts a clock.
    stated = tuple(
        one
        for one in received.attested
        if one.source.kind in _RECIPIENTS and one.confidence in _SURE and one.on.is_dated
    )
    return best(stated).on if stated else None


def _estimated_receipt(published: Interval, calendar: Calendar) -> Start:
    least = RULES["receipt_before_publication_at_least"].values[-1].period
    most = RULES["receipt_before_publication_at_most"].values[-1].period
    received = Interval(
        calendar.before(published.earliest, most.count),
        calendar.before(published.latest, least.count),
    )
    words = (
        f"We do not hold the day the area received its report. We estimate it at {least.count} "
        f"to {most.count} working days before publication {published.when}: {received}."
    )
    # Nobody receives a report after the public does, so time runs from publication at the latest.
    return Start(received, at_latest=published.latest, estimated=True, words=words)


def _submission(inspection: Inspection) -> Fulfilment | None:
    submitted = inspection.first(StepKind.STATEMENT_SUBMITTED)
    if submitted is not None:
        return Fulfilment(submitted.on, f"Submitted: {submitted.on}.")
    report, proof = inspection.report, _proof_of_submission(inspection)
    if report is None or proof is None:
        return None
    by, what = proof
    known = Interval(min(report.on.earliest, by.latest), by.latest)
    words = f"Submitted on a day we do not hold, before {what} ({by})."
    return Fulfilment(known, words)


def _proof_of_submission(inspection: Inspection) -> tuple[Interval, str] | None:
    """Return what could not have happened unless the statement had been submitted."""
    if inspection.judgements:
        return inspection.judgements[0].on, "it was judged"
    started = inspection.first(StepKind.REVISIT_STARTED)
    if started is not None:
        return started.on, "the re-visit began"
    if inspection.revisits:
        return inspection.revisits[0].on, "the letter on the re-visit"
    return None


def _judged_fit(inspection: Inspection, _calendar: Calendar) -> Start | None:
    judged = inspection.judged_fit
    if judged is None:
        return None
    words = f"The statement was judged fit for purpose {judged.on.when}."
    return Start(judged.on, at_latest=judged.on.latest, estimated=False, words=words)


def _return(inspection: Inspection) -> Fulfilment | None:
    started = inspection.first(StepKind.REVISIT_STARTED)
    event = started or inspection.revisited
    return Fulfilment(event.on, f"Inspectors came back: {event.on}.") if event else None


CLOCKS = (
    Clock(
        duty="Submit a written statement of action",
        owed_by="the council and the NHS together",
        rule=RULES["statement_submitted"],
        fulfilled_by="statement-submitted",
        starts=_receipt,
        stops=_submission,
    ),
    Clock(
        duty="Come back to see what has changed",
        owed_by="Ofsted and the Care Quality Commission",
        rule=RULES["revisit_started"],
        fulfilled_by="revisit-started",
        starts=_judged_fit,
        stops=_return,
        window=True,
    ),
)
