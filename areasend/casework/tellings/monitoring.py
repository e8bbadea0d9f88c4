"""A report of a monitoring inspection, since 2025."""

from collections.abc import Iterator

from areasend.casework.tellings.found import Found
from areasend.casework.tellings.inspected import last_before
from areasend.casework.tellings.returns import judged
from areasend.domain.events import Event, MonitoringInspected, Step, StepKind
from areasend.domain.points import ACTION

TOLD = ("area_slug", "cover_dates", "effective", "judgements")
#: From which fields what the event carries is made.
CARRIED = {
    "sufficient": ("judgements",),
    "of": ("judgements",),
    "judged": ("judgements",),
}


def events(found: Found) -> Iterator[Event]:
    """Yield that inspectors came back, and on which areas for priority action enough was done."""
    begun, _ = found.days("cover_dates")
    inspection = _monitored(found)
    facts = found.facts(inspection, begun, stands="cover_dates")
    yield Step(**facts, step=StepKind.MONITORING_INSPECTION_STARTED)
    each = judged(ACTION, found.values.get("judgements"), enough="effective")
    yield MonitoringInspected(
        **found.reported(inspection, "effective", "judgements"),
        effective=found.value("effective"),
        sufficient=sum(one.enough for one in each) if each else None,
        of=len(each) or None,
        judged=each,
    )


def _monitored(found: Found) -> str:
    """Return the name of the inspection that is monitored: the last held that began before."""
    begun, _ = found.days("cover_dates")
    return last_before(found, begun, "2023")
