"""How many areas have been inspected."""

from datetime import date

from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure

INSPECTED = Measure(
    name="inspected",
    says="Local areas inspected under the framework of 2016 whose report was published.",
    out_of="local areas",
    population=cases.areas,
    counted=cases.inspections,
    author="areasend",
    reviewed=date(2026, 11, 21),
)
