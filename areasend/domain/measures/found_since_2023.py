"""What full inspections under the framework of 2023 found."""

from datetime import date
from functools import partial

from areasend.domain.events import Framework, Outcome
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure


def _found(outcome: Outcome, says: str) -> Measure:
    return Measure(
        name=outcome.value,
        says=f"Full inspections under the framework of 2023 that found {says}.",
        out_of="full inspections under the framework of 2023 whose report was published",
        population=partial(cases.inspections, framework=Framework.AREA_SEND_2023),
        counted=partial(cases.found, outcome=outcome),
        author="areasend",
        reviewed=date(2026, 11, 21),
    )


POSITIVE = _found(Outcome.POSITIVE, "typically positive experiences and outcomes")
INCONSISTENT = _found(Outcome.INCONSISTENT, "inconsistent experiences and outcomes")
WIDESPREAD_FAILINGS = _found(Outcome.WIDESPREAD_FAILINGS, "widespread or systemic failings")
