"""The clocks of the framework of 2016 to 2022: which event starts each, and which fulfils it."""

from areasend.domain.clocks import Clock, Fulfilment, Start, earliest
from areasend.domain.events import Event, Framework, Outcome, StepKind
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval
from areasend.domain.rulebooks.reading import rulebook
from areasend.domain.rulebooks.receipt import receipt
from areasend.domain.working_days import Calendar

RULES = rulebook(Framework.LASEND_2016)


def _statement_asked(inspection: Inspection, calendar: Calendar) -> Start | None:
    report = inspection.report
    asked = report is not None and report.outcome is Outcome.STATEMENT_REQUIRED
    return receipt(inspection, RULES, calendar) if asked else None


def _submission(inspection: Inspection, _following: Inspection | None) -> Fulfilment | None:
    submitted = inspection.first(StepKind.STATEMENT_SUBMITTED)
    if submitted is not None:
        return Fulfilment(submitted.on, f"Submitted {submitted.on.when}.")
    proof = _proof_of_submission(inspection)
    return Fulfilment.before(*proof, "Submitted", since=inspection.report) if proof else None


def _proof_of_submission(inspection: Inspection) -> tuple[Event, str] | None:
    """Return what could not have happened unless the statement had been submitted."""
    proofs = (
        (inspection.judged(), "it was judged"),
        (inspection.first(StepKind.REVISIT_STARTED), "the re-visit began"),
        (inspection.revisited, "the letter on the re-visit"),
    )
    return earliest(proofs)


def _published(inspection: Inspection) -> str:
    """Return that the statement was published, which some were before they were submitted."""
    published = inspection.first(StepKind.STATEMENT_PUBLISHED)
    if published is None:
        return ""
    return f"the statement was published {published.on.when}; when it was submitted is not held"


def _judged_fit(inspection: Inspection, _calendar: Calendar) -> Start | None:
    judged, report = inspection.judged_fit(), inspection.report
    if judged is None:
        return None
    words = f"The statement was judged fit for purpose {judged.on.when}."
    # "By" a day opens when the record does; but no statement is judged before it is asked for.
    on = judged.on.not_before(report.on.earliest) if report else judged.on
    came_back = inspection.first(StepKind.REVISIT_STARTED)
    if came_back and on.earliest <= came_back.on.latest < on.latest:
        # Nor do inspectors come back before it is judged.
        on = Interval(on.earliest, came_back.on.latest)
    return Start(on, at_latest=on.latest, estimated=False, words=words)


def _return(inspection: Inspection, _following: Inspection | None) -> Fulfilment | None:
    started = inspection.first(StepKind.REVISIT_STARTED)
    event = started or inspection.revisited
    return Fulfilment(event.on, f"Inspectors came back {event.on.when}.") if event else None


CLOCKS = (
    Clock(
        duty="Submit a written statement of action",
        owed_by="the council and the NHS together",
        owed_to="Ofsted",
        rule=RULES["statement_submitted"],
        fulfilled_by="statement-submitted",
        starts=_statement_asked,
        stops=_submission,
        besides=_published,
    ),
    Clock(
        duty="Come back to see what has changed",
        owed_by="Ofsted and the Care Quality Commission",
        owed_to="children, young people and their families",
        rule=RULES["revisit_started"],
        fulfilled_by="revisit-started",
        starts=_judged_fit,
        stops=_return,
        window=True,
    ),
)
