"""A statement or plan of action: that it was published. Its actions enter nothing."""

from collections.abc import Iterator

from areasend.casework.tellings.found import Found
from areasend.casework.tellings.inspected import last_before
from areasend.casework.tellings.plan_judgement import FRAMEWORKS
from areasend.domain.events import Event, Plan, Step, StepKind

TOLD = ("area_slug", "plan")
LEAVES = (
    "Only that it was published is recorded. Its actions stay in this room, and so does the day on "
    "which it was handed in, which no plan says."
)
_STEPS = {
    Plan.STATEMENT: StepKind.STATEMENT_PUBLISHED,
    Plan.ACCELERATED_PROGRESS: StepKind.ACCELERATED_PLAN_PUBLISHED,
    Plan.PRIORITY_ACTION: StepKind.PRIORITY_PLAN_PUBLISHED,
}


def events(found: Found) -> Iterator[Event]:
    """Yield that the plan was published."""
    plan = Plan(found.value("plan"))
    inspection = last_before(found, found.published, FRAMEWORKS[plan])
    yield Step(**found.given_out(inspection, "plan"), step=_STEPS[plan])
