"""The columns of the summary, which events rest on each, and how the wordy ones are read."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from areasend.domain.events import Outcome
from areasend.reading.inspections import Part
from areasend.reading.lines import Line


class Column(StrEnum):
    """The columns, each by its heading."""

    URN = "URN"
    COUNCIL = "La Code"
    REGION = "Region Code"
    GSS = "LTLA23CD"
    NAME = "Local Authority"
    BEFORE = "Previous Inspection Date"
    STARTED = "Inspection Start Date"
    ENDED = "Inspection End Date"
    GRADE = "Outcome Grade"
    TEXT = "Inspection Outcome Text"
    PUBLISHED = "Publication Date"
    NEXT = "Next Inspection"
    NEXT_BY = "Next Inspection By Date"
    LINK = "Inspection Link"


DATED: Mapping[Part, str] = {
    Part.START: Column.STARTED,
    Part.END: Column.ENDED,
    Part.REPORT: Column.PUBLISHED,
}
RESTS_ON: Mapping[str, frozenset[Part]] = {
    **dict.fromkeys((Column.NAME, Column.URN, Column.COUNCIL), frozenset(Part)),
    **{column: frozenset({part}) for part, column in DATED.items()},
    **dict.fromkeys(
        (Column.GRADE, Column.TEXT, Column.NEXT, Column.LINK), frozenset({Part.REPORT})
    ),
}


class Grade(NamedTuple):
    """What goes with a grade: the report's words for it, and when inspectors come next.

    `next` is what the summary makes of it; after the lowest that is the monitoring inspection.
    """

    outcome: Outcome
    words: str
    next: str
    full_years: int


GRADES: Mapping[str, Grade] = {
    "1.0": Grade(
        Outcome.POSITIVE, "typically lead to positive experiences and outcomes", "5 years", 5
    ),
    "2.0": Grade(
        Outcome.INCONSISTENT, "lead to inconsistent experiences and outcomes", "3 years", 3
    ),
    "3.0": Grade(
        Outcome.WIDESPREAD_FAILINGS,
        "widespread and/or systemic failings leading to significant concerns",
        "18 months",
        3,
    ),
}

_YEARS = {"3": 3, "three": 3, "5": 5, "five": 5}
_NEXT_FULL = re.compile(r"next full [^.]*?within (?:approximately )?(3|5|three|five) years\b")
_REPORT = re.compile(r"(?:https://)?(?:files\.)?ofsted\.gov\.uk/(?:v1/file/)?([0-9]{5,12})")


def next_full_years(line: Line) -> int | None:
    """Return in how many years the text says that inspectors will come, if it says one number."""
    said = {_YEARS[words] for words in _NEXT_FULL.findall(line.cell(Column.TEXT))}
    return said.pop() if len(said) == 1 else None


def report_href(line: Line) -> str:
    """Return the address of the report itself, "" if the row leads to none."""
    found = _REPORT.fullmatch(line.cell(Column.LINK))
    return f"https://files.ofsted.gov.uk/v1/file/{found[1]}" if found else ""
