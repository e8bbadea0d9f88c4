"""All tables as one XLSX workbook, written a row at a time (xlsxwriter, constant memory)."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from areasend.opendata.columns import Table, Value, Values
from areasend.opendata.forms import Add
from areasend.opendata.forms.sheets import Sheet, above, fitted, heading, overfull, width

_WIDE, _WORDS = 30, 110
_TITLE = {"bold": True, "font_size": 14}


class Workbook:
    """A workbook on its way: sheets are added to it one after the other."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._title = book.add_format(_TITLE)
        self._head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})

    def words(self, sheet: Sheet) -> None:
        """Add a sheet of words."""
        page = self._book.add_worksheet(sheet.name)
        page.set_column(0, 0, _WIDE)
        page.set_column(1, 5, _WORDS // max(1, len(sheet.lines[0]) - 1))
        page.write_string(0, 0, sheet.title, self._title)
        for place, line in enumerate(sheet.lines, start=2):
            for across, cell in enumerate(line):
                page.write_string(place, across, fitted(cell), self._wrapped)

    def table(self, table: Table) -> Add:
        """Add a sheet with a table, its headers frozen, and return what adds a row to it."""
        page, lines = self._book.add_worksheet(table.name), above(table)
        for across, column in enumerate(table.columns):
            page.set_column(across, across, width(column))
        page.freeze_panes(len(lines) + 1, 1)
        for place, line in enumerate(lines):
            page.write_string(place, 0, line, None if place else self._title)
        for across, column in enumerate(table.columns):
            page.write_string(len(lines), across, heading(column), self._head)
        rows = [0]

        def add(values: Values) -> None:
            if not overfull(rows[0], table):
                rows[0] += 1
                for across, one in enumerate(values):
                    self._cell(page, (len(lines) + rows[0], across), one)

        return add

    def _cell(self, page: Any, place: tuple[int, int], value: Value) -> None:
        match value:
            case None:
                return
            case bool():
                page.write_boolean(*place, value)
            case int() | float():
                page.write_number(*place, value)
            case datetime():
                page.write_datetime(*place, value.replace(tzinfo=None), self._moment)
            case date():
                page.write_datetime(*place, value, self._day)
            case str():
                page.write_string(*place, fitted(value))


@contextmanager
def xlsx_of(path: Path, *, title: str, at: datetime, words: Sequence[Sheet]) -> Iterator[Workbook]:
    """Open a new workbook that begins with sheets of words; its own date is the moment given."""
    # It keeps rows in files beside the workbook until it is closed.
    settings = {"constant_memory": True, "tmpdir": str(path.parent)}
    with xlsxwriter.Workbook(str(path), settings) as book:
        created = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
        book.set_properties({"title": title, "author": "areasend", "created": created})
        held = Workbook(book)
        for sheet in words:
            held.words(sheet)
        yield held
