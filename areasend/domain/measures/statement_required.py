"""How many inspections led to a written statement of action, and what was said of it."""

from datetime import date
from functools import partial

from areasend.domain.events import Framework, Outcome
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure

_REVIEWED = date(2026, 11, 21)

STATEMENT_REQUIRED = Measure(
    name="statement-required",
    says="Inspections under the framework of 2016 that led to a written statement of action.",
    out_of="inspections under the framework of 2016 whose report was published",
    population=partial(cases.inspections, framework=Framework.LASEND_2016),
    counted=partial(cases.found, outcome=Outcome.STATEMENT_REQUIRED),
    dated_by=("inspection-started", "report-published"),
    author="areasend",
    reviewed=_REVIEWED,
)


def _judged(*, fit: bool) -> Measure:
    words = "fit for purpose" if fit else "not yet fit for purpose"
    return Measure(
        name=f"statement-judged-{'fit' if fit else 'not-fit'}",
        says=f"Statements that we hold to have been judged {words}, by the day of the judgement.",
        out_of="inspections that led to a written statement of action",
        population=partial(cases.found, outcome=Outcome.STATEMENT_REQUIRED),
        counted=partial(cases.judged, fit=fit),
        dated_by=("plan-judged", "plan-judged"),
        author="areasend",
        reviewed=_REVIEWED,
    )


STATEMENT_JUDGED_FIT = _judged(fit=True)
STATEMENT_JUDGED_NOT_FIT = _judged(fit=False)
