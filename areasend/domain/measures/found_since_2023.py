"""What full inspections under the framework of 2023 found, and what it asked of the area."""

from datetime import date
from functools import partial
from operator import attrgetter

from areasend.domain.events import Framework, Outcome
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure

_REVIEWED = date(2026, 11, 21)
_DATED_BY = ("inspection-started", "report-published")
_CAVEAT = "Of the areas inspected so far, which are no sample of England: no national share."


def _found(outcome: Outcome, says: str, *, name: str = "") -> Measure:
    return Measure(
        name=name or outcome.value,
        says=f"Full inspections under the framework of 2023 that {says}.",
        out_of="full inspections under the framework of 2023 whose report was published",
        population=partial(cases.inspections, framework=Framework.AREA_SEND_2023),
        counted=partial(cases.found, outcome=outcome),
        dated_by=_DATED_BY,
        author="areasend",
        reviewed=_REVIEWED,
        caveat=_CAVEAT,
    )


POSITIVE = _found(Outcome.POSITIVE, "found typically positive experiences and outcomes")
INCONSISTENT = _found(Outcome.INCONSISTENT, "found inconsistent experiences and outcomes")
WIDESPREAD_FAILINGS = _found(Outcome.WIDESPREAD_FAILINGS, "found widespread or systemic failings")
#: The outcome and the plan go together: see the rulebook of 2023.
PRIORITY_PLAN_REQUIRED = _found(
    Outcome.WIDESPREAD_FAILINGS,
    "required a priority action plan",
    name="priority-plan-required",
)
PRIORITY_ACTIONS = Measure(
    name="priority-actions",
    says="Areas for priority action that reports gave, where the number is held.",
    out_of="full inspections that required a priority action plan",
    population=partial(cases.found, outcome=Outcome.WIDESPREAD_FAILINGS),
    counted=partial(
        cases.numbered,
        outcome=Outcome.WIDESPREAD_FAILINGS,
        number=attrgetter("priority_actions"),
    ),
    dated_by=_DATED_BY,
    author="areasend",
    reviewed=_REVIEWED,
    adds="areas for priority action",
    caveat="More areas for priority action does not mean a worse area. "
    "Of the areas inspected so far: no national share.",
)
