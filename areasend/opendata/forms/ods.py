"""All tables as one ODS spreadsheet (OpenDocument 1.3), written a row at a time.

Ours, because the kept libraries hold a whole document in memory: see ADR 31.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from areasend.opendata.columns import Table, Value, Values, text
from areasend.opendata.forms.ods_parts import CONTENT, MANIFEST, META, MIME, STYLES, settings
from areasend.opendata.forms.sheets import Sheet, above, fitted, heading, overfull, width

#: Characters that XML 1.0 has no way to write.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ROW, _END_ROW = "<table:table-row>", "</table:table-row>\n"


class Spreadsheet:
    """A spreadsheet on its way: sheets are added to it one after the other."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._open = False
        self.frozen: dict[str, int] = {}

    def words(self, sheet: Sheet) -> None:
        """Add a sheet of words."""
        self._begin(sheet.name, [30, *[110] * (len(sheet.lines[0]) - 1)])
        self._row([_text(sheet.title, "title")])
        self._row([])
        for line in sheet.lines:
            self._row(_text(fitted(cell), "wrapped") for cell in line)

    def table(self, table: Table) -> "_Add":
        """Add a sheet with a table, its headers frozen, and return what adds a row to it."""
        self._begin(table.name, [width(column) for column in table.columns])
        lines = above(table)
        self.frozen[table.name] = len(lines) + 1
        for place, line in enumerate(lines):
            self._row([_text(line, "" if place else "title")])
        self._row(_text(heading(column), "head") for column in table.columns)
        return _Add(self, table)

    def add(self, values: Values) -> None:
        """Add a row to the sheet that was added last."""
        self._row(map(_cell, values))

    def end(self) -> None:
        """End the sheet that was added last."""
        if self._open:
            self._out.write("</table:table>\n")
        self._open = False

    def _begin(self, name: str, widths: Iterable[int]) -> None:
        self.end()
        self._out.write(f"<table:table table:name={quoteattr(name)}>\n")
        for one in widths:
            self._out.write(f'<table:table-column table:style-name="{_style_of(one)}"/>\n')
        self._open = True

    def _row(self, cells: Iterable[str]) -> None:
        self._out.write(f"{_ROW}{''.join(cells) or '<table:table-cell/>'}{_END_ROW}")


class _Add:
    """Adds rows to a table's sheet for as long as there is room."""

    def __init__(self, to: Spreadsheet, table: Table) -> None:
        self._to, self._table, self._rows = to, table, 0

    def __call__(self, values: Values) -> None:
        if not overfull(self._rows, self._table):
            self._rows += 1
            self._to.add(values)


@contextmanager
def ods_of(
    path: Path, *, title: str, at: datetime, words: Sequence[Sheet]
) -> Iterator[Spreadsheet]:
    """Open a new spreadsheet that begins with sheets of words; its own date is the moment given."""
    day = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    with ZipFile(path, "w") as package:
        package.writestr(_part("mimetype", day, ZIP_STORED), MIME)
        package.writestr(_part("META-INF/manifest.xml", day), MANIFEST)
        package.writestr(_part("styles.xml", day), STYLES)
        package.writestr(_part("meta.xml", day), META.format(title=escape(title), at=text(at)))
        with package.open(_part("content.xml", day), "w", force_zip64=True) as raw:
            out = TextIOWrapper(raw, encoding="utf-8", newline="\n")
            out.write(CONTENT[0])
            held = Spreadsheet(out)
            for sheet in words:
                held.words(sheet)
            yield held
            held.end()
            out.write(CONTENT[1])
            out.flush()
            out.detach()
        package.writestr(_part("settings.xml", day), settings(held.frozen))


def _part(name: str, at: tuple[int, int, int, int, int, int], how: int = ZIP_DEFLATED) -> ZipInfo:
    part = ZipInfo(name, at)
    part.compress_type = how
    return part


def _style_of(width: int) -> str:
    return next((f"w{one}" for one in (12, 24, 40) if width <= one), "w110")


def _cell(value: Value) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case bool():
            typed = f'"boolean" office:boolean-value="{text(value)}"'
        case int() | float():
            typed = f'"float" office:value="{value}"'
        case datetime() | date():
            # OpenDocument has no zone: the moment is in UTC, as the notes say.
            style = "moment" if isinstance(value, datetime) else "day"
            written = text(value).rstrip("Z")
            typed = f'"date" office:date-value="{written}" table:style-name="{style}"'
        case str():
            return _text(fitted(value))
    return (
        f"<table:table-cell office:value-type={typed}><text:p>{text(value)}</text:p>"
        "</table:table-cell>"
    )


def _text(words: str, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    lines = "".join(f"<text:p>{escape(one)}</text:p>" for one in _writable(words).split("\n"))
    return f'<table:table-cell office:value-type="string"{styled}>{lines}</table:table-cell>'


def _writable(words: str) -> str:
    return _UNWRITABLE.sub("\ufffd", words)
