"""How many monitoring inspections came after widespread failings, and what they found."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from areasend.domain.events import Outcome
from areasend.domain.history import History
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Case, Measure


def _monitored(
    name: str, says: str, out_of: str, *by: Callable[[History], Iterable[Case]]
) -> Measure:
    population, counted = by
    return Measure(
        name=name,
        says=says,
        out_of=out_of,
        population=population,
        counted=counted,
        dated_by=("monitoring-inspection-started", "monitoring-inspected"),
        author="areasend",
        reviewed=date(2026, 11, 21),
    )


MONITORED = _monitored(
    "monitored",
    "Monitoring inspections whose report or outcome we hold.",
    "full inspections that found widespread or systemic failings",
    partial(cases.found, outcome=Outcome.WIDESPREAD_FAILINGS),
    cases.monitored,
)
EFFECTIVE_ACTION = _monitored(
    "effective-action",
    "Monitoring inspections that found effective action.",
    "monitoring inspections whose report or outcome we hold",
    cases.monitored,
    partial(cases.monitored, effective=True),
)
INEFFECTIVE_ACTION = _monitored(
    "ineffective-action",
    "Monitoring inspections that found ineffective action.",
    "monitoring inspections whose report or outcome we hold",
    cases.monitored,
    partial(cases.monitored, effective=False),
)
