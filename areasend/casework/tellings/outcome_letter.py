"""A letter on a full inspection until 2022."""

from collections.abc import Iterator

from areasend.casework.tellings.found import Found
from areasend.casework.tellings.points import points
from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    Outcome,
    ReportPublished,
    Step,
    StepKind,
)
from areasend.domain.points import WEAKNESS

TOLD = ("area_slug", "cover_dates", "statement_required", "weaknesses")
#: From which fields what the event carries is made.
CARRIED = {
    "weaknesses": ("weaknesses", "statement_required"),
    "points": ("weaknesses", "statement_required"),
}


def events(found: Found) -> Iterator[Event]:
    """Yield that inspectors came, that they left, and whether a statement was required."""
    begun, ended = found.days("cover_dates")
    inspection = f"{found.area}/2016/1"
    came, left = (found.facts(inspection, day, stands="cover_dates") for day in (begun, ended))
    yield InspectionStarted(**came, framework=Framework.LASEND_2016)
    yield Step(**left, step=StepKind.FIELDWORK_ENDED)
    required = found.value("statement_required")
    weaknesses = (found.values.get("weaknesses") or []) if required else []
    yield ReportPublished(
        **found.reported(inspection, "statement_required", "weaknesses"),
        outcome=Outcome.STATEMENT_REQUIRED if required else Outcome.NO_STATEMENT_REQUIRED,
        weaknesses=len(weaknesses) or None,
        points=points(WEAKNESS, weaknesses, found, inspection=inspection, on=begun),
    )
