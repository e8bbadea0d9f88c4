"""A spreadsheet as sheets of cells, each of which knows where it stands."""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path

import python_calamine

from areasend.reading import ods
from areasend.reading.proposals import UnableToReadDocument

#: What a cell holds; an empty one holds "". A day with a time of day is a datetime, and a date.
Cell = str | float | bool | date | time | timedelta


@dataclass(frozen=True)
class Sheet:
    """A sheet of a spreadsheet. Rows count from 1, as a spreadsheet shows them; columns from 0.

    A CSV file is one sheet without a name.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def numbered(self) -> Iterator[tuple[int, tuple[Cell, ...]]]:
        """Return each row with its number."""
        return enumerate(self.rows, start=1)

    def place(self, row: int, *columns: int) -> str:
        """Return where cells of a row stand, such as 'sheet Notes, row 5, column B'."""
        where = f"sheet {self.name}, row {row}" if self.name else f"row {row}"
        letters = [letter(column) for column in sorted(set(columns))]
        if len(letters) == 1:
            return f"{where}, column {letters[0]}"
        return f"{where}, columns {', '.join(letters[:-1])} and {letters[-1]}"


@dataclass(frozen=True)
class Workbook:
    """The sheets of a spreadsheet, in its order."""

    sheets: tuple[Sheet, ...]

    def sheet(self, name: str) -> Sheet | None:
        """Return the sheet of that name, if there is one."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def open_workbook(document: Path | bytes) -> Workbook:
    """Return the sheets of an OpenDocument spreadsheet.

    In texts, any run of white space reads as one space.

    :raises UnableToReadDocument: if it cannot be read; nothing else is raised, whatever it holds
    """
    contents = ods.unpack(document if isinstance(document, bytes) else bytes_of(document))
    return Workbook(tuple(_sheets(contents)))


def letter(column: int) -> str:
    """Return the letters over a column: A for 0, Z for 25, AA for 26."""
    before, last = divmod(column, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def bytes_of(path: Path, *, most: int = ods.MOST_BYTES) -> bytes:
    """Return what a file holds, or so much of it that it is seen to be too large.

    :raises UnableToReadDocument: if it cannot be opened
    """
    if not path.is_file():
        raise UnableToReadDocument(f"There is no file {path}: check its name and folder.")
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as fault:
        raise UnableToReadDocument(
            f"The file {path} cannot be opened: check that you may read it."
        ) from fault


def _sheets(contents: ods.Contents) -> Iterator[Sheet]:
    for name, rows in _values(contents.xml):
        links = {
            (row, column): link
            for (sheet, row, column), link in contents.links.items()
            if sheet == name
        }
        yield Sheet(name, tuple(tuple(_cell(value) for value in row) for row in rows), links)


def _values(xml: bytes) -> list[tuple[str, list[list[Cell]]]]:
    try:
        workbook = python_calamine.load_workbook(_repacked(xml))
        # calamine leaves out the empty rows and columns before the first cell unless told not to
        return [
            (name, list(workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)))
            for name in workbook.sheet_names
        ]
    except BaseException as fault:
        # calamine is written in Rust, whose panics arrive as no Exception.
        if isinstance(fault, Exception) or type(fault).__name__ == "PanicException":
            raise UnableToReadDocument(
                "The file is damaged: download it again from GOV.UK."
            ) from fault
        raise


def _repacked(xml: bytes) -> io.BytesIO:
    """Return a spreadsheet that holds the XML that was counted, and nothing that was not."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", ods.MIMETYPE)
        archive.writestr("META-INF/manifest.xml", b"<manifest/>")
        archive.writestr("content.xml", xml)
    packed.seek(0)
    return packed


def _cell(value: Cell) -> Cell:
    return " ".join(value.split()) if isinstance(value, str) else value
