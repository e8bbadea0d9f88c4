"""The ways to tell areas apart on the map: the categories of each, and which an area is in."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from areasend.answers.mapped import MappedArea
from areasend.answers.reports import CAVEAT, TWO_FRAMEWORKS
from areasend.domain import kinds
from areasend.domain.events import Outcome
from areasend.domain.stages import Stage


class MapBy(StrEnum):
    """By what areas are told apart on the map."""

    STAGE = "stage"
    OUTCOME = "outcome"
    WEAKNESSES = "weaknesses"
    DAYS = "days"


class Way(NamedTuple):
    """A way to tell areas apart: its categories in words, and an area's key and number.

    The number is in words, such as '6 weaknesses'; a way without numbers gives none.
    """

    categories: Mapping[str, str]
    key: Callable[[MappedArea], str]
    number: Callable[[MappedArea], str]
    notes: tuple[str, ...]


_NO_REPORT = {"no-report": "no report held on the area in its present form"}
#: The key of each range by the number at which it begins, the highest first.
_WEAKNESSES = {9: "weaknesses-9", 6: "weaknesses-6", 4: "weaknesses-4", 1: "weaknesses-1"}
_ACTIONS = {5: "actions-5", 3: "actions-3", 1: "actions-1"}
_DAYS = {1825: "days-1825", 1095: "days-1095", 730: "days-730", 365: "days-365", 0: "days-0"}
_SINCE = (
    "Days are counted from the publication of the latest report that we hold on a full "
    "inspection: re-visits and monitoring inspections are left out, and a newer report may be out. "
    "They say nothing of when inspectors should come: that stands on the page of each area."
)


def _stage(one: MappedArea) -> str:
    return _slug(one.stage)


def _outcome(one: MappedArea) -> str:
    return one.outcome.value if one.outcome else "no-report"


def _weaknesses(one: MappedArea) -> str:
    if one.outcome is Outcome.STATEMENT_REQUIRED:
        return _range(one.weaknesses, _WEAKNESSES) or "weaknesses-not-held"
    if one.outcome is Outcome.WIDESPREAD_FAILINGS:
        return _range(one.priority_actions, _ACTIONS) or "actions-not-held"
    if one.outcome in {Outcome.POSITIVE, Outcome.INCONSISTENT}:
        return "no-actions"
    return _outcome(one)


def _days(one: MappedArea) -> str:
    return (_range(one.days, _DAYS) or "day-not-held") if one.report_on else "no-report"


def _range(number: int | None, ranges: Mapping[int, str]) -> str:
    """Return the key of the range that a number is in; empty where it is not held."""
    if number is None:
        return ""
    return next((key for least, key in ranges.items() if number >= least), "")


def _no_number(_one: MappedArea) -> str:
    return ""


def _number_of_weaknesses(one: MappedArea) -> str:
    if one.priority_actions:
        return _count(one.priority_actions, "priority action", "priority actions")
    if one.weaknesses:
        return _count(one.weaknesses, "weakness", "weaknesses")
    return _WITHOUT_A_NUMBER[one.outcome]


_WITHOUT_A_NUMBER = {
    None: "no report held",
    Outcome.NO_STATEMENT_REQUIRED: "no statement of action was required",
    Outcome.STATEMENT_REQUIRED: "number of weaknesses not held",
    Outcome.POSITIVE: "no priority actions",
    Outcome.INCONSISTENT: "no priority actions",
    Outcome.WIDESPREAD_FAILINGS: "number of priority actions not held",
}


def _number_of_days(one: MappedArea) -> str:
    if not one.report_on:
        return "no report held"
    return "day not held" if one.days is None else _count(one.days, "day", "days")


def _count(number: int, noun: str, nouns: str) -> str:
    return f"{number:,} {noun if number == 1 else nouns}"


def _slug(one: Stage) -> str:
    return one.name.lower().replace("_", "-")


WAYS = {
    MapBy.STAGE: Way(
        categories={_slug(one): one.value for one in Stage},
        key=_stage,
        number=_no_number,
        notes=(TWO_FRAMEWORKS,),
    ),
    MapBy.OUTCOME: Way(
        categories={
            one.value: f"{one.framework.year} framework: {kinds.OUTCOMES[one]}" for one in Outcome
        }
        | _NO_REPORT,
        key=_outcome,
        number=_no_number,
        notes=(TWO_FRAMEWORKS,),
    ),
    MapBy.WEAKNESSES: Way(
        categories={
            "no-statement-required": "2016 framework: no written statement of action was required",
            "weaknesses-1": "2016 framework: 1 to 3 weaknesses",
            "weaknesses-4": "2016 framework: 4 or 5 weaknesses",
            "weaknesses-6": "2016 framework: 6 to 8 weaknesses",
            "weaknesses-9": "2016 framework: 9 weaknesses or more",
            "weaknesses-not-held": "2016 framework: weaknesses, we do not hold how many",
            "no-actions": "2023 framework: an outcome that asks for no priority actions",
            "actions-1": "2023 framework: 1 or 2 priority actions",
            "actions-3": "2023 framework: 3 or 4 priority actions",
            "actions-5": "2023 framework: 5 priority actions or more",
            "actions-not-held": "2023 framework: priority actions, we do not hold how many",
        }
        | _NO_REPORT,
        key=_weaknesses,
        number=_number_of_weaknesses,
        notes=(CAVEAT, TWO_FRAMEWORKS),
    ),
    MapBy.DAYS: Way(
        categories={
            "days-0": "less than 1 year (364 days or fewer)",
            "days-365": "1 to 2 years (365 to 729 days)",
            "days-730": "2 to 3 years (730 to 1,094 days)",
            "days-1095": "3 to 5 years (1,095 to 1,824 days)",
            "days-1825": "5 years or more (1,825 days or more)",
            "day-not-held": "a report whose day of publication we do not hold",
        }
        | _NO_REPORT,
        key=_days,
        number=_number_of_days,
        notes=(_SINCE,),
    ),
}
