"""Which areas both frameworks found wanting: a statement before 2023, and failings since."""

from datetime import date

from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure

WANTING_UNDER_BOTH = Measure(
    name="wanting-under-both",
    says="Areas that had to make a statement of action before 2023, and where inspectors have "
    "found widespread or systemic failings since.",
    out_of="local areas inspected under both frameworks",
    population=cases.under_both,
    counted=cases.found_wanting_under_both,
    dated_by=("inspection-started", "report-published"),
    author="areasend",
    reviewed=date(2026, 11, 21),
    of_areas=True,
    caveat="The two frameworks look at different things: this says nothing of better or worse. "
    "Of the areas inspected so far: no national share.",
)
