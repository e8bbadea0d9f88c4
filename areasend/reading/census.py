"""Counts what a spreadsheet's XML asks for before anything is built of it.

A few hundred bytes can ask for gigabytes: a cell repeated a thousand million times is one line.
On the same way through we gather the links, which a spreadsheet keeps in formulas, where a reader
of values does not see them.
"""

import re
from xml.parsers import expat

from areasend.reading.proposals import UnableToReadDocument

#: The official file has five sheets, 2,500 cells and 20,000 characters.
MOST_SHEETS = 100
LONGEST_NAME = 100
MOST_CELLS = 1_000_000
MOST_TEXT = 20_000_000

_AGAIN = "download the file again from GOV.UK"
_LINK = re.compile(r'of:=HYPERLINK\("([^"]*)"')
_TIMES = re.compile("[1-9][0-9]{0,11}")


def take_census(xml: bytes) -> "Census":
    """Return the count of a spreadsheet's XML.

    :raises UnableToReadDocument: if it asks for too much or for what no official table needs
    :raises expat.ExpatError: if it is not well-formed XML in UTF-8
    """
    census = Census()
    parser = expat.ParserCreate("UTF-8")
    parser.StartDoctypeDeclHandler = census.doctype
    parser.StartElementHandler = census.start
    parser.EndElementHandler = census.end
    parser.CharacterDataHandler = census.text
    parser.Parse(xml, True)
    return census


class Census:
    """The links of a spreadsheet by sheet, row and column, once it has been counted.

    Prefixes are compared as they are written, because the reader of values does so too.
    """

    def __init__(self) -> None:
        self.links: dict[tuple[str, int, int], str] = {}
        self._names: set[str] = set()
        self._sheet = ""
        self._in_sheet = self._in_row = False
        self._cells = self._text = self._paragraphs = 0
        self._row = self._depth = self._breadth = self._row_repeated = 0
        self._width = self._end_of_cell = self._cell_repeated = self._weight = 0

    def doctype(self, *_declared: object) -> None:
        """Refuse a document type: it declares entities, and a spreadsheet needs none."""
        raise UnableToReadDocument(f"The file is damaged: {_AGAIN}.")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Count an element that opens."""
        match tag:
            case "table:table":
                self._open_sheet(attributes.get("table:name", ""))
            case "table:table-row" if self._in_sheet:
                self._open_row(attributes)
            case "table:table-cell" | "table:covered-table-cell" if self._in_row:
                self._open_cell(attributes)
            case "text:p" if self._in_row:
                self._paragraphs += 1
                self._width = self._end_of_cell
            case "text:s" if self._in_row:
                self._weight += self._cell_repeated * _times(attributes, "text:c")

    def end(self, tag: str) -> None:
        """Count an element that closes."""
        match tag:
            case "table:table" if self._in_sheet:
                self._cells += self._depth * self._breadth
                self._in_sheet = False
            case "table:table-row" if self._in_row:
                self._close_row()
            case "text:p" if self._in_row:
                self._paragraphs -= 1

    def text(self, characters: str) -> None:
        """Count characters: those of a repeated cell as often as it is repeated."""
        if self._in_row and self._paragraphs:
            self._weight += self._cell_repeated * len(characters)

    def _open_sheet(self, name: str) -> None:
        if self._in_sheet:
            raise UnableToReadDocument(
                f"The sheet “{self._sheet}” has a table inside its table: {_AGAIN}."
            )
        if not name.isprintable() or len(name) > LONGEST_NAME:
            raise UnableToReadDocument(f"The file has a sheet with an unreadable name: {_AGAIN}.")
        if name in self._names:
            raise UnableToReadDocument(f"The file has two sheets named “{name}”: {_AGAIN}.")
        self._names.add(name)
        if len(self._names) > MOST_SHEETS:
            raise UnableToReadDocument(f"The file has more than {MOST_SHEETS} sheets: {_AGAIN}.")
        self._sheet, self._in_sheet = name, True
        self._row = self._depth = self._breadth = 0

    def _open_row(self, attributes: dict[str, str]) -> None:
        if self._in_row:
            raise UnableToReadDocument(
                f"The sheet “{self._sheet}” has a row inside a row: {_AGAIN}."
            )
        self._in_row = True
        self._row_repeated = _times(attributes, "table:number-rows-repeated")
        self._width = self._end_of_cell = self._weight = self._paragraphs = 0
        self._cell_repeated = 1

    def _open_cell(self, attributes: dict[str, str]) -> None:
        column = self._end_of_cell
        self._cell_repeated = _times(attributes, "table:number-columns-repeated")
        self._end_of_cell += self._cell_repeated
        formula = attributes.get("table:formula", "")
        held = [value for name, value in attributes.items() if name.startswith("office:")]
        if formula or held:
            self._width = self._end_of_cell
            self._weight += self._cell_repeated * sum(map(len, (formula, *held)))
        if link := _LINK.match(formula):
            self.links[self._sheet, self._row + 1, column] = link[1]

    def _close_row(self) -> None:
        self._in_row = False
        self._row += self._row_repeated
        self._text += self._weight * self._row_repeated
        # Empty rows and cells at the far end cost nothing, and programs add millions of them.
        if self._width:
            self._depth, self._breadth = self._row, max(self._breadth, self._width)
        if self._cells + self._depth * self._breadth > MOST_CELLS or self._text > MOST_TEXT:
            raise UnableToReadDocument(
                f"The sheet “{self._sheet}” is too large to be an official table: {_AGAIN}."
            )


def _times(attributes: dict[str, str], name: str) -> int:
    """Return how often a thing is repeated."""
    if not _TIMES.fullmatch(times := attributes.get(name, "1")):
        raise UnableToReadDocument(f"The file is damaged: {_AGAIN}.")
    return int(times)
