"""A letter on a re-visit, 2018 to 2022."""

from collections.abc import Iterator

from areasend.casework.tellings.found import Found
from areasend.casework.tellings.returns import judged
from areasend.domain.events import Event, Revisited, Step, StepKind, Verdict
from areasend.domain.points import WEAKNESS

TOLD = ("area_slug", "revisit_dates", "verdict", "sufficient", "of", "judgements")
#: From which fields what the event carries is made.
CARRIED = {
    "sufficient": ("sufficient",),
    "of": ("of",),
    "judged": ("judgements",),
}


def events(found: Found) -> Iterator[Event]:
    """Yield that inspectors returned, that they left, and what they found of each weakness."""
    begun, ended = found.days("revisit_dates")
    inspection = f"{found.area}/2016/1"
    for day, step in ((begun, StepKind.REVISIT_STARTED), (ended, StepKind.REVISIT_ENDED)):
        yield Step(**found.facts(inspection, day, stands="revisit_dates"), step=step)
    yield Revisited(
        **found.reported(inspection, "verdict", "sufficient", "of", "judgements"),
        verdict=Verdict(found.value("verdict")),
        sufficient=found.values.get("sufficient"),
        of=found.values.get("of"),
        judged=judged(WEAKNESS, found.values.get("judgements"), enough="sufficient"),
    )
