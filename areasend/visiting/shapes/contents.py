"""What documents must look like, and how one that stands on a page is taken from it."""

import csv
import io
from collections.abc import Callable, Sequence

from areasend.visiting.shapes.leads import ChangedShape, page_of, words
from areasend.visiting.sources import Source

_HEAD = 1024
_ODS_OR_XLSX = b"PK\x03\x04"
PDF, CSV, TABLES = "application/pdf", "text/csv", "application/zip"

#: What is kept of what came, and its media type.
Kept = tuple[bytes, str]


def kept_of(source: Source, address: str, content: bytes) -> Kept:
    """Return what is kept of a document that came, and its media type.

    :raises ChangedShape: if it is not what the source's documents are
    """
    return _KEPT[source.kind](source, address, content)


def _report(_source: Source, address: str, content: bytes) -> Kept:
    if b"%PDF-" not in content[:_HEAD]:
        raise ChangedShape(f"{address} is no longer a PDF.")
    return content, PDF


def _statistics(_source: Source, address: str, content: bytes) -> Kept:
    if address.endswith(".csv"):
        _headings(address, content)
        return content, CSV
    if not content.startswith(_ODS_OR_XLSX):
        raise ChangedShape(f"{address} is no longer a spreadsheet.")
    return content, TABLES


def _csv_file(source: Source, address: str, content: bytes) -> Kept:
    _check(address, _headings(address, content), source.expects["columns"])
    return content, CSV


def _page_table(source: Source, address: str, content: bytes) -> Kept:
    """Take the table from its page as CSV: the page changes each day by a date, the table not."""
    tables = page_of(address, content).html.css("table")
    if len(tables) != 1:
        raise ChangedShape(f"{address} has {len(tables)} tables where it had one.")
    rows = [[words(cell) for cell in row.css("th, td")] for row in tables[0].css("tr")]
    _check(address, rows[0] if rows else [], source.expects["columns"])
    uneven = [number for number, row in enumerate(rows, 1) if len(row) != len(rows[0])]
    if uneven or len(rows) == 1:
        raise ChangedShape(f"{address} has no whole table: row {(uneven or [2])[0]} is not there.")
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(), CSV


_KEPT: dict[str, Callable[[Source, str, bytes], Kept]] = {
    "reports": _report,
    "statistics": _statistics,
    "page-table": _page_table,
    "csv-file": _csv_file,
}


def _headings(address: str, content: bytes) -> Sequence[str]:
    try:
        first = content.partition(b"\n")[0].decode("utf-8-sig")
        return next(csv.reader([first], strict=True), [])
    except (UnicodeDecodeError, csv.Error):
        raise ChangedShape(f"{address} is no longer a table of CSV in UTF-8.") from None


def _check(address: str, headings: Sequence[str], wanted: Sequence[str]) -> None:
    if missing := [one for one in wanted if one not in headings]:
        raise ChangedShape(f"{address} has no column {', '.join(map(repr, missing))}.")
