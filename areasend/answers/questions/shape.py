"""What every answer to a question looks like, so that one renderer in each face shows them all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked

Cell = str | int | tuple[str, ...] | None


@dataclass(frozen=True, kw_only=True)
class Total:
    """A count of ours, out of how many where it is a share, beside the one that was stated.

    `stated` is there only where somebody counted for the same day by the same rule. `words` say
    what may and may not be made of it.
    """

    says: str
    ours: int
    out_of: int | None = None
    stated: int | None = None
    stated_by: str = ""
    words: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table: its name in data, and its head on a page.

    A cell of `lines` holds sentences to be read one by one; any other list is of names.
    """

    name: str
    heading: str
    lines: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of cells under their columns; a cell of several texts is a list of them."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What somebody else published, of its own day, beside what our record gives for that day.

    `reported` marks hearsay. `same` is None where the two cannot be compared as numbers.
    """

    says: str
    theirs: str
    by: str
    when: str
    reported: bool
    as_at: date
    ours: str
    same: bool | None
    words: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What a question module works out. `main` names the table that stands for the whole."""

    rule: str
    totals: tuple[Total, ...]
    tables: tuple[Table, ...]
    main: str
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question that was asked in public: in our words, by whom and when, and what answers it."""

    name: str
    title: str
    asks: str
    source: str
    href: str
    find: Callable[[Asked], Findings]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The answer to a question as at a day, as known at a moment.

    `main` names the table that stands for the whole where only one can.
    """

    name: str
    title: str
    asks: str
    source: str
    href: str
    as_at: date
    known_at: datetime
    rule: str
    totals: tuple[Total, ...]
    tables: tuple[Table, ...]
    main: str
    claims: tuple[Claim, ...]
    notes: tuple[str, ...]
    permalink: str

    @property
    def main_table(self) -> Table:
        """The table that stands for the whole."""
        return next(table for table in self.tables if table.name == self.main)


def columns(*, lines: tuple[str, ...] = (), **heads: str) -> tuple[Column, ...]:
    """Return columns, given each name in data with its head on a page.

    :param lines: the names of the columns, if any, whose cells hold sentences
    """
    return tuple(Column(name, heading, name in lines) for name, heading in heads.items())
