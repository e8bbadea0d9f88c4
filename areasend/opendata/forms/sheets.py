"""What a workbook holds beside its tables, and how much a cell of one takes."""

from dataclasses import dataclass

from areasend.opendata.columns import Column, Table, Type

#: Characters that a cell of a spreadsheet takes at most (Excel's limit).
_LONGEST = 32_767
_CUT = " … (cut here: the CSV has all of it)"
#: Rows that a sheet takes at most, in Excel as in LibreOffice.
MOST_ROWS = 1_048_576


@dataclass(frozen=True)
class Sheet:
    """A sheet of words: its name, its title, and its lines, the first of them headers or none."""

    name: str
    title: str
    lines: tuple[tuple[str, ...], ...]


def above(table: Table) -> tuple[str, ...]:
    """Return the lines that stand above the headers of a table, as many for each."""
    notes = " ".join(table.notes) or "There are no notes on this table."
    return (table.title, f"{table.says} This sheet holds one table.", notes)


def heading(column: Column) -> str:
    """Return the header of a column: its title, and its unit if it says more."""
    more = column.unit and column.unit.lower() not in column.title.lower()
    return f"{column.title} ({column.unit})" if more else column.title


def width(column: Column) -> int:
    """Return how wide a column is shown, in characters."""
    if column.type is not Type.TEXT:
        return max(len(heading(column)) + 2, 12)
    return 40 if column.name in _LONG else 24


_LONG = {"says", "standing", "state", "names", "notes", "source", "duty", "due", "start"}


def fitted(text: str) -> str:
    """Return a text as it fits into a cell, saying so where it had to be cut."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT


def overfull(rows: int, table: Table) -> bool:
    """Return whether a sheet of a table can take no further row."""
    return rows + len(above(table)) + 1 >= MOST_ROWS
