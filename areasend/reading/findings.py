"""What is doubtful in cells of a row, and whether it takes away the events that rest on them."""

from dataclasses import dataclass

from areasend.reading.tables import Cell

#: So many characters of a cell are quoted.
_ENOUGH = 40


@dataclass(frozen=True)
class Finding:
    """Something doubtful in cells of a row.

    A contradiction between two cells takes away the events that rest on either, because nothing
    says which is wrong. What is merely odd goes with the event, for the person who accepts it.
    """

    columns: tuple[str, ...]
    says: str
    takes_away: bool


def wrong(says: str, *columns: str) -> Finding:
    """Return a finding that takes away whatever rests on the columns."""
    return Finding(columns, says, takes_away=True)


def odd(says: str, *columns: str) -> Finding:
    """Return a finding that leaves the events to the person who accepts them."""
    return Finding(columns, says, takes_away=False)


def shown(cell: Cell) -> str:
    """Return what a cell holds as a sentence quotes it."""
    text = "".join(letter for letter in str(cell) if letter.isprintable())
    return f"“{text if len(text) <= _ENOUGH else text[:_ENOUGH] + '…'}”"
