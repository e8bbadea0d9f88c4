"""A full inspection report since 2023."""

from collections.abc import Iterator

from areasend.casework.tellings.found import Found
from areasend.casework.tellings.points import points
from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    ReportPublished,
    Step,
    StepKind,
)
from areasend.domain.points import ACTION, IMPROVEMENT
from areasend.reading.held import named
from areasend.reading.kinds.area_send_report.events import OUTCOMES

TOLD = (
    "area_slug",
    "cover_dates",
    "outcome",
    "next_full_years",
    "priority_actions",
    "improvements",
    "responsible_organisations",
)
#: From which fields what the event carries is made.
CARRIED = {
    "priority_actions": ("priority_actions",),
    "next_full_years": ("next_full_years",),
    "points": ("priority_actions", "improvements"),
}


def events(found: Found) -> Iterator[Event]:
    """Yield that inspectors came, that they left, and what they reported."""
    begun, ended = found.days("cover_dates")
    inspection, _ = named(found.area, begun, found.held)
    came, left = (found.facts(inspection, day, stands="cover_dates") for day in (begun, ended))
    yield InspectionStarted(**came, framework=Framework.AREA_SEND_2023)
    yield Step(**left, step=StepKind.FIELDWORK_ENDED)
    actions, improvements = (
        found.values.get(name) or [] for name in ("priority_actions", "improvements")
    )
    yield ReportPublished(
        **found.reported(
            inspection, "outcome", "next_full_years", "priority_actions", "improvements"
        ),
        outcome=OUTCOMES[int(found.value("outcome"))],
        priority_actions=len(actions) or None,
        next_full_years=found.values.get("next_full_years"),
        points=(
            *points(ACTION, actions, found, inspection=inspection, on=begun),
            *points(IMPROVEMENT, improvements, found, inspection=inspection, on=begun),
        ),
    )
