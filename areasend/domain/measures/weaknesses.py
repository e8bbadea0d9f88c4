"""How many significant weaknesses reports gave, and on how many there was enough progress."""

from datetime import date
from functools import partial
from operator import attrgetter

from areasend.domain.events import Outcome
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure

_REVIEWED = date(2026, 11, 21)
_CAVEAT = "More weaknesses does not mean a worse area: some weigh more than others."

WEAKNESSES = Measure(
    name="weaknesses",
    says="Significant weaknesses that statements of action had to answer, where the number of "
    "them is held.",
    out_of="inspections that led to a written statement of action",
    population=partial(cases.found, outcome=Outcome.STATEMENT_REQUIRED),
    counted=partial(
        cases.numbered, outcome=Outcome.STATEMENT_REQUIRED, number=attrgetter("weaknesses")
    ),
    dated_by=("inspection-started", "report-published"),
    author="areasend",
    reviewed=_REVIEWED,
    adds="significant weaknesses",
    caveat=_CAVEAT,
)


def _at_revisits(name: str, says: str, *, sufficient: bool) -> Measure:
    return Measure(
        name=name,
        says=f"Weaknesses on which a re-visit found {says}, where the numbers are held.",
        out_of="re-visits whose letter was published",
        population=cases.revisits,
        counted=partial(cases.revisits_numbered, sufficient=sufficient),
        dated_by=("revisit-started", "revisited"),
        author="areasend",
        reviewed=_REVIEWED,
        adds="significant weaknesses",
        caveat=_CAVEAT,
    )


WEAKNESSES_WITH_PROGRESS = _at_revisits(
    "weaknesses-with-progress", "enough progress", sufficient=True
)
WEAKNESSES_WITHOUT_PROGRESS = _at_revisits(
    "weaknesses-without-progress", "too little progress", sufficient=False
)
