"""A letter that judges a statement or a priority action plan."""

from collections.abc import Iterator
from datetime import date

from areasend.casework.tellings.found import Found
from areasend.casework.tellings.inspected import last_before
from areasend.domain.events import Event, Plan, PlanJudged

TOLD = ("area_slug", "letter_date", "plan", "fit")
LEAVES = "When the report was published, as the letter says it, stays in this room."
#: Under which framework each plan is owed.
FRAMEWORKS = {
    Plan.STATEMENT: "2016",
    Plan.ACCELERATED_PROGRESS: "2016",
    Plan.PRIORITY_ACTION: "2023",
}


def events(found: Found) -> Iterator[Event]:
    """Yield that the plan was judged fit for purpose, or not."""
    plan = Plan(found.value("plan"))
    inspection = last_before(
        found, date.fromisoformat(found.value("letter_date")), FRAMEWORKS[plan]
    )
    facts = found.written(inspection, "fit", by="Ofsted and CQC")
    yield PlanJudged(**facts, plan=plan, fit=found.value("fit"))
