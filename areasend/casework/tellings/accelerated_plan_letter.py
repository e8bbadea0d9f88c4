"""A letter of the Department for Education on an accelerated progress plan."""

from collections.abc import Iterator
from datetime import date

from areasend.casework.tellings.found import Found, UnableToTell
from areasend.casework.tellings.inspected import last_before
from areasend.domain.events import Event, Plan, PlanJudged, Step, StepKind

TOLD = ("area_slug", "letter_date", "fit", "monitoring_ceased")
LEAVES = (
    "The record has no event for a review that is still to come: what the letter says of it stays "
    "in this room."
)
BY = "Department for Education"


def events(found: Found) -> Iterator[Event]:
    """Yield that the plan was judged, and that monitoring ceased, where the letter says so."""
    fit, ceased = found.values.get("fit"), found.values.get("monitoring_ceased")
    if fit is None and not ceased:
        raise UnableToTell("It neither judges the plan nor ends monitoring: it tells of nothing.")
    inspection = last_before(found, date.fromisoformat(found.value("letter_date")), "2016")
    if fit is not None:
        facts = found.written(inspection, "fit", by=BY)
        yield PlanJudged(**facts, plan=Plan.ACCELERATED_PROGRESS, fit=fit)
    if ceased:
        facts = found.written(inspection, "monitoring_ceased", by=BY)
        yield Step(**facts, step=StepKind.MONITORING_CEASED)
