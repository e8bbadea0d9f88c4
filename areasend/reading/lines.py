"""A table with its headings in the first row, as a CSV file has it, and its rows as lines."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from areasend.domain.areas.spelling import folded
from areasend.reading.proposals import Doubt, UnableToReadDocument
from areasend.reading.tables import Sheet, Workbook, letter

AGAIN = "download the file again"

#: What programs write into an empty cell: R the first, Python's pandas the second.
_NOTHING = frozenset({"NA", "NaN"})


@dataclass(frozen=True)
class Line:
    """A row of the table, as it stands."""

    sheet: Sheet
    number: int
    columns: Mapping[str, int]

    def cell(self, column: str) -> str:
        """Return what the row holds in a column, "" if nothing."""
        held = str(self.sheet.rows[self.number - 1][self.columns[column]])
        return "" if held in _NOTHING else held

    def place(self, *columns: str) -> str:
        """Return where the cells stand."""
        return self.sheet.place(self.number, *(self.columns[column] for column in columns))


@dataclass(frozen=True)
class Table:
    """The table, and where each column stands that we know."""

    sheet: Sheet
    columns: Mapping[str, int]

    def lines(self) -> tuple[Line, ...]:
        """Return the rows that hold anything.

        :raises UnableToReadDocument: if there is none, or one is longer or shorter than the first
        """
        head, *rows = self.sheet.rows
        held = [
            (number, row)
            for number, row in enumerate(rows, start=2)
            if any(cell != "" for cell in row)
        ]
        if not held:
            raise UnableToReadDocument(f"The table is empty: {AGAIN}.")
        for number, row in held:
            if len(row) != len(head):
                raise UnableToReadDocument(
                    f"Row {number} has {len(row)} cells under {len(head)} headings: {AGAIN}."
                )
        return tuple(Line(self.sheet, number, self.columns) for number, _ in held)

    def strangers(self) -> Iterator[Doubt]:
        """Return a doubt for each column with a heading that is none of ours."""
        for index, heading in enumerate(self.sheet.rows[0]):
            if heading and index not in self.columns.values():
                place = self.sheet.place(1, index)
                yield Doubt(place, "This column is none that we know, so it was not read.")


def has_most(workbook: Workbook, columns: Iterable[str]) -> bool:
    """Return whether more than half of the headings stand in the first row."""
    wanted = set(map(folded, columns))
    return len(wanted & set(_headings(workbook))) * 2 > len(wanted)


def find(workbook: Workbook, columns: Iterable[str]) -> Table:
    """Return the table. Headings are told by their words, whatever stands between these.

    :raises UnableToReadDocument: if a column is missing or stands there twice
    """
    headings = _headings(workbook)
    stands = Counter(headings)
    for column in columns:
        if not stands[folded(column)]:
            raise UnableToReadDocument(f"The column “{column}” is missing: {AGAIN}.")
        if stands[folded(column)] > 1:
            letters = " and ".join(
                letter(index) for index, one in enumerate(headings) if one == folded(column)
            )
            raise UnableToReadDocument(f"Columns {letters} are both “{column}”: {AGAIN}.")
    where = {column: headings.index(folded(column)) for column in columns}
    return Table(_sheet(workbook), where)


def _headings(workbook: Workbook) -> tuple[str, ...]:
    rows = _sheet(workbook).rows
    return tuple(folded(str(cell)) for cell in rows[0]) if rows else ()


def _sheet(workbook: Workbook) -> Sheet:
    return workbook.sheets[0] if workbook.sheets else Sheet("", ())
