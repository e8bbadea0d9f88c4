"""Divides a figure into parts, by year, region or framework, without counting anything twice."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum
from typing import assert_never

from areasend.domain.areas import AREAS
from areasend.domain.intervals import Interval
from areasend.domain.measures.counting import By, Counting
from areasend.domain.measures.measure import Case, Figure
from areasend.domain.measures.waits import Waits

#: The part of cases whose dates lie in two years, or of which the framework is not held.
NOT_KNOWN = "not known"
_SEPTEMBER = 9


class Division(StrEnum):
    """What a figure can be divided by."""

    YEAR = "year"
    SCHOOL_YEAR = "school-year"
    REGION = "region"
    NINE_REGIONS = "nine-regions"
    FRAMEWORK = "framework"


def breakdown(figure: Figure, division: Division) -> dict[str, Figure]:
    """Return the parts of a figure in order; those of its count add up to it.

    A case belongs where the inspection belongs that it is counted out of, so that a re-visit is
    counted out of the statements of one year. An area as a whole has no year and no framework:
    it stands in the population of every part. Years are those of the counting rule's date.
    """
    own = {case.inspection: case for case in figure.among if case.inspection}

    def part(case: Case) -> str | None:
        return _part(own.get(case.inspection, case), figure.counting, division)

    def there(cases: Iterable[Case], name: str) -> tuple[Case, ...]:
        return tuple(case for case in cases if part(case) in {name, None})

    every = (*figure.among, *figure.cases, *figure.doubtful)
    return {
        name: replace(
            figure,
            cases=there(figure.cases, name),
            among=there(figure.among, name),
            doubtful=there(figure.doubtful, name),
        )
        for name in _in_order(part(case) for case in every)
    }


def breakdown_of_waits(waits: Waits, division: Division) -> dict[str, Waits]:
    """Return the parts of a measure of time in order; each wait is in one of them."""

    def part(case: Case) -> str | None:
        return _part(case, waits.counting, division)

    return {
        name: replace(
            waits,
            each=tuple(one for one in waits.each if part(one.case) == name),
            doubtful=tuple(case for case in waits.doubtful if part(case) == name),
        )
        for name in _in_order(
            part(case) for case in (*(one.case for one in waits.each), *waits.doubtful)
        )
    }


def _part(case: Case, counting: Counting, division: Division) -> str | None:
    """Return the part that a case is in, or None if it is in every one."""
    match division:
        case Division.REGION:
            return AREAS[case.area].ofsted_region
        case Division.NINE_REGIONS:
            return AREAS[case.area].region
        case Division.FRAMEWORK:
            known = f"{case.framework.year} framework" if case.framework else NOT_KNOWN
            return None if case.always else known
        case Division.YEAR | Division.SCHOOL_YEAR:
            on = case.published if counting.by is By.PUBLISHED else case.started
            return _year(on, division) if on else None
        case _:
            assert_never(division)


def _year(on: Interval, division: Division) -> str:
    # A school year runs from 1 September to 31 August.
    opens = _SEPTEMBER if division is Division.SCHOOL_YEAR else 1
    first, last = (
        day.year if day.month >= opens else day.year - 1 for day in (on.earliest, on.latest)
    )
    if first != last:
        return NOT_KNOWN
    return f"{first}/{(first + 1) % 100:02}" if division is Division.SCHOOL_YEAR else str(first)


def _in_order(names: Iterable[str | None]) -> list[str]:
    return sorted({name for name in names if name}, key=lambda name: (name == NOT_KNOWN, name))
