"""Which of a row's events a doubt about it concerns."""

from collections.abc import Mapping
from enum import Enum, auto

from areasend.reading.findings import Finding
from areasend.reading.kinds.official_statistics_2022.table import Column


class Part(Enum):
    """The events that a row may tell of."""

    START = auto()
    REPORT = auto()
    RETURN = auto()
    LETTER = auto()


#: The events that take something from a column.
RESTS_ON: Mapping[Column, frozenset[Part]] = {
    Column.LINK: frozenset(),
    Column.CODE: frozenset(Part),
    Column.NAME: frozenset(Part),
    Column.REGION: frozenset(Part),
    Column.STARTED: frozenset({Part.START}),
    Column.PUBLISHED: frozenset({Part.REPORT}),
    Column.REQUIRED: frozenset({Part.REPORT}),
    Column.WEAKNESSES: frozenset({Part.REPORT}),
    Column.RETURNED: frozenset({Part.RETURN}),
    Column.LETTER: frozenset({Part.LETTER}),
    Column.VERDICT: frozenset({Part.LETTER}),
    Column.SUFFICIENT: frozenset({Part.LETTER}),
    Column.LACKING: frozenset({Part.LETTER}),
}


def touched(finding: Finding) -> frozenset[Part]:
    """Return the events that rest on the cells of a finding."""
    return frozenset[Part]().union(*(RESTS_ON[Column(one)] for one in finding.columns))
