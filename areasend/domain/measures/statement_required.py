"""How many inspections led to a written statement of action."""

from datetime import date
from functools import partial

from areasend.domain.events import Framework, Outcome
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure

STATEMENT_REQUIRED = Measure(
    name="statement-required",
    says="Inspections under the framework of 2016 that led to a written statement of action.",
    out_of="inspections under the framework of 2016 whose report was published",
    population=partial(cases.inspections, framework=Framework.LASEND_2016),
    counted=partial(cases.found, outcome=Outcome.STATEMENT_REQUIRED),
    author="areasend",
    reviewed=date(2026, 11, 21),
)
