"""Opens a CSV file with care, whoever made it, as a workbook of one sheet without a name."""

import csv
import io
from collections.abc import Iterator

from areasend.reading.ods import MOST_BYTES
from areasend.reading.proposals import UnableToReadDocument
from areasend.reading.tables import Sheet, Workbook

#: England has some 150 areas, each with a few events, and no table that we read has thirty columns.
MOST_ROWS = 5_000
MOST_COLUMNS = 100
#: Characters of the longest cell: as many as Python's own reader allows until somebody sets it.
LONGEST_CELL = 131_072

_AGAIN = "download it again"


def looks_like_csv(document: bytes) -> bool:
    """Return whether the file may be a table with commas between its headings."""
    first = document[:10_000].split(b"\n")[0]
    return b"," in first and not document.startswith(b"PK")


def open_csv(document: bytes) -> Workbook:
    """Return the one sheet of a CSV file in UTF-8. In cells, any white space reads as one space.

    :raises UnableToReadDocument: if it cannot be read; nothing else is raised, whatever it holds
    """
    if len(document) > MOST_BYTES:
        raise UnableToReadDocument(f"The file is too large to be a table of areas: {_AGAIN}.")
    try:
        text = document.decode("utf-8-sig")
        rows = tuple(_rows(text))
    except UnicodeDecodeError as fault:
        raise UnableToReadDocument(
            f"The file is not text in UTF-8: {_AGAIN}, or save it as “CSV UTF-8”."
        ) from fault
    except csv.Error as fault:
        raise UnableToReadDocument(f"The file is damaged: {_AGAIN}.") from fault
    return Workbook((Sheet("", rows),))


def _rows(text: str) -> Iterator[tuple[str, ...]]:
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
        if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
            raise UnableToReadDocument(
                f"The file has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns: {_AGAIN}."
            )
        if max(map(len, cells), default=0) > LONGEST_CELL:
            raise csv.Error("a cell is too long")
        yield tuple(" ".join(cell.split()) for cell in cells)
