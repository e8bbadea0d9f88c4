"""How many local areas were inspected: under each framework, under both, under neither."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from areasend.domain.events import Framework
from areasend.domain.history import History
from areasend.domain.measures import cases
from areasend.domain.measures.measure import Case, Measure


def _areas(
    name: str, says: str, counted: Callable[[History], Iterable[Case]], *, without: bool = False
) -> Measure:
    return Measure(
        name=name,
        says=says,
        out_of="local areas",
        population=cases.areas,
        counted=counted,
        dated_by=("inspection-started", "report-published"),
        author="areasend",
        reviewed=date(2026, 11, 21),
        of_areas=True,
        without=without,
    )


INSPECTED = _areas(
    "inspected",
    "Local areas inspected under the framework of 2016 whose report was published.",
    partial(cases.inspections, framework=Framework.LASEND_2016),
)
INSPECTED_SINCE_2023 = _areas(
    "inspected-since-2023",
    "Local areas inspected under the framework of 2023 whose report was published.",
    partial(cases.inspections, framework=Framework.AREA_SEND_2023),
)
INSPECTED_UNDER_EITHER = _areas(
    "inspected-under-either",
    "Local areas inspected under the framework of 2016, that of 2023, or both.",
    cases.under_either,
)
INSPECTED_UNDER_BOTH = _areas(
    "inspected-under-both",
    "Local areas inspected under the framework of 2016 and again under that of 2023.",
    cases.under_both,
)
INSPECTED_UNDER_NEITHER = _areas(
    "inspected-under-neither",
    "Local areas of which we hold no inspection report, under either framework.",
    cases.under_either,
    without=True,
)
