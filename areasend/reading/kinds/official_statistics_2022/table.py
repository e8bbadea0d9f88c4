"""The table of inspections: found by the words of its headings, wherever it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from areasend.reading.proposals import Doubt, UnableToReadDocument
from areasend.reading.tables import Cell, Sheet, Workbook, letter

AGAIN = "download the file again from GOV.UK"


class Column(StrEnum):
    """The columns, each by its heading."""

    LINK = "Web link to Ofsted local authority webpage"
    CODE = "Local authority code"
    NAME = "Area name"
    REGION = "Ofsted region"
    STARTED = "Inspection start date"
    PUBLISHED = "Inspection publication date"
    REQUIRED = "Inspection outcome: written statement of action required?"
    WEAKNESSES = "Number significant weaknesses identified in written statement of action"
    RETURNED = "Revisit start date"
    LETTER = "Revisit publication date"
    VERDICT = "Revisit outcome: sufficient progress in addressing all significant weaknesses?"
    SUFFICIENT = "Number significant weaknesses where sufficient progress has been made"
    LACKING = "Number significant weaknesses where sufficient progress has not been made"


#: What an area's row cannot be without. Of the others, emptiness says something.
NEVER_EMPTY = tuple(Column)[:7]

#: England has some 150 areas. A table of many more is not this one, and would be slow to read.
MOST_LINES = 500

#: So many of the headings in one row make it the head of the table.
ENOUGH = 7


@dataclass(frozen=True)
class Table:
    """The table: its sheet, the row of its headings and where each column stands."""

    sheet: Sheet
    head: int
    columns: Mapping[Column, int]

    def lines(self) -> tuple["Line", ...]:
        """Return the rows that hold anything.

        :raises UnableToReadDocument: if there is none, if there are far too many, or if one lacks
            what it cannot be without
        """
        lines = tuple(
            Line(self, number, row)
            for number, row in self.sheet.numbered()
            if number > self.head and any(cell != "" for cell in row)
        )
        if not lines:
            raise UnableToReadDocument(f"The table on sheet {self.sheet.name} is empty: {AGAIN}.")
        if len(lines) > MOST_LINES:
            raise UnableToReadDocument(
                f"The table on sheet {self.sheet.name} has more than {MOST_LINES} rows: {AGAIN}."
            )
        for line in lines:
            line.refuse_gaps()
        return lines

    def strangers(self) -> Iterator[Doubt]:
        """Return a doubt for each column that holds something and is none of ours."""
        width = max(map(len, self.sheet.rows))
        for column in sorted(set(range(width)) - set(self.columns.values())):
            held = [(number, row[column]) for number, row in self._from_head() if row[column] != ""]
            if held:
                place = self.sheet.place(held[0][0], column)
                yield Doubt(place, "This column is none that we know, so it was not read.")

    def _from_head(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        return (numbered for numbered in self.sheet.numbered() if numbered[0] >= self.head)


@dataclass(frozen=True)
class Line:
    """A row of the table, as it stands."""

    table: Table
    number: int
    row: tuple[Cell, ...]

    def cell(self, column: Column) -> Cell:
        """Return what the row holds in a column, "" if nothing."""
        return self.row[self.table.columns[column]]

    def link(self) -> str:
        """Return the address behind the row's link, "" if there is none."""
        return self.table.sheet.links.get((self.number, self.table.columns[Column.LINK]), "")

    def place(self, *columns: Column) -> str:
        """Return where the cells stand."""
        found = (self.table.columns[column] for column in columns)
        return self.table.sheet.place(self.number, *found)

    def refuse_gaps(self) -> None:
        """Do nothing for a row that holds what it must.

        :raises UnableToReadDocument: naming the empty cell
        """
        for column in NEVER_EMPTY:
            if self.cell(column) == "":
                raise UnableToReadDocument(
                    f"The cell for “{column}” is empty ({self.place(column)}): {AGAIN}."
                )


def heads(workbook: Workbook) -> list[tuple[Sheet, int]]:
    """Return the sheets and rows that look like the head of the table."""
    return [
        (sheet, number)
        for sheet in workbook.sheets
        for number, row in sheet.numbered()
        if sum(column in row for column in Column) >= ENOUGH
    ]


def find(workbook: Workbook) -> Table:
    """Return the table of the workbook.

    :raises UnableToReadDocument: if there is none or more than one, or a column is missing,
        has another heading or stands there twice
    """
    found = heads(workbook)
    if len(found) != 1:
        how_many = f"{len(found)} tables" if found else "no table"
        raise UnableToReadDocument(f"The file has {how_many} of inspections: {AGAIN}.")
    sheet, number = found[0]
    return Table(sheet, number, {column: _where(column, sheet, number) for column in Column})


def _where(column: Column, sheet: Sheet, number: int) -> int:
    row = sheet.rows[number - 1]
    found = [index for index, heading in enumerate(row) if heading == column]
    if len(found) == 1:
        return found[0]
    where = f"the table on sheet {sheet.name}, row {number}"
    if found:
        letters = " and ".join(map(letter, found))
        raise UnableToReadDocument(f"Columns {letters} of {where} are both “{column}”: {AGAIN}.")
    raise UnableToReadDocument(f"The column “{column}” is missing from {where}: {AGAIN}.")
