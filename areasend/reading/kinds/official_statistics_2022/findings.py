"""What a doubt about a row is, and which of the row's events it concerns."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from areasend.reading.kinds.official_statistics_2022.table import Column
from areasend.reading.tables import Cell


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


#: So many characters of a cell are quoted.
_ENOUGH = 40


@dataclass(frozen=True)
class Finding:
    """Something doubtful in cells of a row.

    A contradiction between two cells takes away the events that rest on either, because nothing
    says which is wrong. What is merely odd goes with the event, for the person who accepts it.
    """

    columns: tuple[Column, ...]
    says: str
    takes_away: bool

    @property
    def touches(self) -> frozenset[Part]:
        """The events that rest on the cells."""
        return frozenset().union(*(RESTS_ON[column] for column in self.columns))


def wrong(says: str, *columns: Column) -> Finding:
    """Return a finding that takes away whatever rests on the columns."""
    return Finding(columns, says, takes_away=True)


def odd(says: str, *columns: Column) -> Finding:
    """Return a finding that leaves the events to the person who accepts them."""
    return Finding(columns, says, takes_away=False)


def shown(cell: Cell) -> str:
    """Return what a cell holds as a sentence quotes it."""
    text = "".join(letter for letter in str(cell) if letter.isprintable())
    return f"“{text if len(text) <= _ENOUGH else text[:_ENOUGH] + '…'}”"
