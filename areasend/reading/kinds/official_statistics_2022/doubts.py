"""What is doubtful about a row. Each rule is a function; `findings` asks them all.

A contradiction between two cells takes away the events that rest on either, because it does not
say which is wrong. What is merely odd goes with the event, for the person who accepts it.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from areasend.domain.areas import Area
from areasend.domain.intervals import in_words
from areasend.domain.objections import verdict_of
from areasend.reading.kinds.official_statistics_2022.release import (
    CARRIED_OUT_BY,
    FIRST_DAY,
    PUBLISHED_BY,
)
from areasend.reading.kinds.official_statistics_2022.row import NOT_YET, Row
from areasend.reading.kinds.official_statistics_2022.table import Column
from areasend.reading.tables import Cell


class Part(Enum):
    """The events that a row may tell of."""

    START = auto()
    REPORT = auto()
    RETURN = auto()
    LETTER = auto()


_EVERY = frozenset(Part)

#: The events that take something from a column.
RESTS_ON: Mapping[Column, frozenset[Part]] = {
    Column.LINK: frozenset(),
    Column.CODE: _EVERY,
    Column.NAME: _EVERY,
    Column.REGION: _EVERY,
    # Whatever follows names its inspection, so without a start there is nothing to follow.
    Column.STARTED: _EVERY,
    Column.PUBLISHED: frozenset({Part.REPORT}),
    Column.REQUIRED: frozenset({Part.REPORT}),
    Column.WEAKNESSES: frozenset({Part.REPORT}),
    Column.RETURNED: frozenset({Part.RETURN}),
    Column.LETTER: frozenset({Part.LETTER}),
    Column.VERDICT: frozenset({Part.LETTER}),
    Column.SUFFICIENT: frozenset({Part.LETTER}),
    Column.LACKING: frozenset({Part.LETTER}),
}

OF_THE_LETTER = (Column.LETTER, Column.VERDICT, Column.SUFFICIENT, Column.LACKING)
OF_THE_REVISIT = (Column.RETURNED, *OF_THE_LETTER)

_PROVIDER = re.compile(r"https://reports\.ofsted\.gov\.uk/provider/44/([0-9]+)")


@dataclass(frozen=True)
class Finding:
    """Something doubtful in cells of a row, and whether it takes away what rests on them."""

    columns: tuple[Column, ...]
    says: str
    takes_away: bool = True

    @property
    def touches(self) -> frozenset[Part]:
        """The events that rest on the cells."""
        return frozenset().union(*(RESTS_ON[column] for column in self.columns))
