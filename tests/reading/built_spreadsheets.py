"""Makes real OpenDocument spreadsheets of whatever rows a test wants, good and bad."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = "<manifest/>"

_HEAD = "<?xml version='1.0' encoding='UTF-8'?>"
_SPACES = "".join(
    f" xmlns:{prefix}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"
    for prefix, name in (("office", "office"), ("table", "table"), ("text", "text"))
)


@dataclass(frozen=True)
class Link:
    """A cell that a formula turns into a link."""

    href: str


Row = Sequence[object]


def build_ods(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    """Return a spreadsheet with such sheets of such rows; None leaves a cell empty."""
    return packed(content("".join(_table(name, rows) for name, rows in sheets.items())))


def content(tables: str) -> str:
    """Return the XML of a spreadsheet around that of its tables."""
    return (
        f"{_HEAD}<office:document-content{_SPACES}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def packed(xml: str | bytes, *, mimetype: str = MIMETYPE, manifest: str = MANIFEST) -> bytes:
    """Return the archive that holds a spreadsheet's XML."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", xml)
    return file.getvalue()


def table(rows: str, *, name: str = "Sheet") -> str:
    """Return the XML of a table around that of its rows."""
    return f"<table:table table:name={quoteattr(name)}>{rows}</table:table>"


def row(cells: str, *, times: object = 1) -> str:
    """Return the XML of a row around that of its cells, repeated."""
    repeated = f" table:number-rows-repeated='{times}'"
    return f"<table:table-row{repeated}>{cells}</table:table-row>"


def cell(value: object = None, *, times: object = 1) -> str:
    """Return the XML of a cell, repeated."""
    repeated = f" table:number-columns-repeated='{times}'"
    return f"<table:table-cell{repeated}{_held(value)}</table:table-cell>"


def _table(name: str, rows: Sequence[Row]) -> str:
    return table("".join(row("".join(map(cell, cells))) for cells in rows), name=name)


def _held(value: object) -> str:
    match value:
        case None:
            return ">"
        case bool():
            return f" office:value-type='boolean' office:boolean-value='{str(value).lower()}'>"
        case int() | float():
            return f" office:value-type='float' office:value='{value}'>"
        case date():
            return f" office:value-type='date' office:date-value='{value.isoformat()}'>"
        case Link():
            formula = quoteattr(f'of:=HYPERLINK("{value.href}";"Page")')
            return f" office:value-type='string' table:formula={formula}><text:p>Page</text:p>"
        case _:
            text = "".join(letter for letter in str(value) if letter.isprintable())
            return f" office:value-type='string'><text:p>{escape(text)}</text:p>"
