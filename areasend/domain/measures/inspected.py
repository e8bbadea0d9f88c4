"""How many local areas were inspected under each framework."""

from datetime import date
from functools import partial

from areasend.domain.events import Framework
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Measure

_REVIEWED = date(2026, 11, 21)

INSPECTED = Measure(
    name="inspected",
    says="Local areas inspected under the framework of 2016 whose report was published.",
    out_of="local areas",
    population=cases.areas,
    counted=partial(cases.inspections, framework=Framework.LASEND_2016),
    author="areasend",
    reviewed=_REVIEWED,
    of_areas=True,
)
INSPECTED_SINCE_2023 = Measure(
    name="inspected-since-2023",
    says="Local areas inspected under the framework of 2023 whose report was published.",
    out_of="local areas",
    population=cases.areas,
    counted=partial(cases.inspections, framework=Framework.AREA_SEND_2023),
    author="areasend",
    reviewed=_REVIEWED,
    of_areas=True,
)
