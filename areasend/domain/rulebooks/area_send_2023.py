"""The clocks of the framework of 2023: plans after a report, and the inspections that follow."""

from collections.abc import Callable

from areasend.domain.clocks import Clock, Fulfilment, Start, by_step, earliest
from areasend.domain.events import Framework, Outcome, Plan, StepKind
from areasend.domain.history import Inspection
from areasend.domain.rulebooks.reading import rulebook
from areasend.domain.rulebooks.receipt import receipt
from areasend.domain.working_days import Calendar

RULES = rulebook(Framework.AREA_SEND_2023)

_PARTNERSHIP = "the council and the NHS together"
_INSPECTORS = "Ofsted and the Care Quality Commission"
_FAMILIES = "children, young people and their families"


def _report_of(*outcomes: Outcome) -> Callable[[Inspection, Calendar], Start | None]:
    """Return what starts a clock with the receipt of a report of one of these outcomes."""

    def starts(inspection: Inspection, calendar: Calendar) -> Start | None:
        report = inspection.report
        asked = report is not None and report.outcome in outcomes
        return receipt(inspection, RULES, calendar) if asked else None

    return starts


def _submission(inspection: Inspection, _following: Inspection | None) -> Fulfilment | None:
    submitted = inspection.first(StepKind.PRIORITY_PLAN_SUBMITTED)
    if submitted is not None:
        return Fulfilment(submitted.on, f"Submitted {submitted.on.when}.")
    # What could not have happened unless the plan had been submitted.
    proofs = (
        (inspection.judged(Plan.PRIORITY_ACTION), "it was judged"),
        (inspection.first(StepKind.PRIORITY_PLAN_PUBLISHED), "it was published"),
    )
    proof = earliest(proofs)
    return Fulfilment.before(*proof, "Submitted", since=inspection.report) if proof else None


def _monitoring(inspection: Inspection, _following: Inspection | None) -> Fulfilment | None:
    started = inspection.first(StepKind.MONITORING_INSPECTION_STARTED)
    event = started or (inspection.monitored[0] if inspection.monitored else None)
    return Fulfilment(event.on, f"Inspectors came {event.on.when}.") if event else None


def came_again(inspection: Inspection, following: Inspection | None) -> Fulfilment | None:
    """Return when inspectors came for the next full inspection, if they did."""
    if following is None:
        return None
    if following.started is not None:
        on = following.started.on
        return Fulfilment(on, f"The next full inspection began {on.when}.")
    if following.report is None:
        return None
    what = "the report of the next full inspection"
    return Fulfilment.before(following.report, what, "Inspectors came", since=inspection.report)


CLOCKS = (
    Clock(
        duty="Submit a priority action plan",
        owed_by=_PARTNERSHIP,
        owed_to="His Majesty's Chief Inspector",
        rule=RULES["priority_plan_submitted"],
        fulfilled_by="priority-plan-submitted",
        starts=_report_of(Outcome.WIDESPREAD_FAILINGS),
        stops=_submission,
    ),
    Clock(
        duty="Publish the priority action plan",
        owed_by=_PARTNERSHIP,
        owed_to=_FAMILIES,
        rule=RULES["priority_plan_published"],
        fulfilled_by="priority-plan-published",
        starts=_report_of(Outcome.WIDESPREAD_FAILINGS),
        stops=by_step(StepKind.PRIORITY_PLAN_PUBLISHED, "Published"),
    ),
    Clock(
        duty="Update and publish the strategic plan",
        owed_by=_PARTNERSHIP,
        owed_to=_FAMILIES,
        rule=RULES["strategic_plan_published"],
        fulfilled_by="strategic-plan-published",
        starts=_report_of(Outcome.POSITIVE, Outcome.INCONSISTENT),
        stops=by_step(StepKind.STRATEGIC_PLAN_PUBLISHED, "Published"),
    ),
    Clock(
        duty="Come back for a monitoring inspection",
        owed_by=_INSPECTORS,
        owed_to=_FAMILIES,
        rule=RULES["monitoring_inspection_started"],
        fulfilled_by="monitoring-inspection-started",
        starts=_report_of(Outcome.WIDESPREAD_FAILINGS),
        stops=_monitoring,
        window=True,
    ),
    Clock(
        duty="Come for the next full inspection",
        owed_by=_INSPECTORS,
        owed_to=_FAMILIES,
        rule=RULES["next_inspection_after_positive"],
        fulfilled_by="inspection-started",
        starts=_report_of(Outcome.POSITIVE),
        stops=came_again,
        window=True,
    ),
    Clock(
        duty="Come for the next full inspection",
        owed_by=_INSPECTORS,
        owed_to=_FAMILIES,
        rule=RULES["next_inspection_after_other"],
        fulfilled_by="inspection-started",
        starts=_report_of(Outcome.INCONSISTENT, Outcome.WIDESPREAD_FAILINGS),
        stops=came_again,
        window=True,
    ),
)
