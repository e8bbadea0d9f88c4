"""Opens an OpenDocument spreadsheet with care, whoever made it.

Such a file is a zip archive of XML, in which a few hundred bytes can ask for gigabytes: a cell
repeated a thousand million times is one line. So what the file asks for is counted before
anything is built, and only XML that was counted goes further. On the same way through we gather
the links, which a spreadsheet keeps in formulas and a reader of values does not see.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.parsers import expat

from areasend.reading.proposals import UnableToReadDocument

#: The official files hold some 50 kB, 300 kB unpacked, and 2,500 cells.
MOST_BYTES = 10_000_000
MOST_XML = 20_000_000
MOST_CELLS = 1_000_000
MOST_SPACES = 100_000

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"

_HARMLESS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # all that OpenDocument allows
_LINK = re.compile(r'of:=HYPERLINK\("([^"]*)"')
_WHOLE = re.compile("[0-9]{1,12}")
_TOO_LARGE = "The file is too large to be an official table: download it again from GOV.UK."
_LOCKED = "The file is locked with a password: save it without one."
_DAMAGED = "The file is damaged: download it again from GOV.UK."


@dataclass(frozen=True)
class Contents:
    """A spreadsheet's XML, counted and found small, and its links by sheet, row and column."""

    xml: bytes
    links: Mapping[tuple[str, int, int], str]


def unpack(document: bytes) -> Contents:
    """Return what an OpenDocument spreadsheet holds.

    :raises UnableToReadDocument: if it is none, is damaged, is locked or asks for too much
    """
    try:
        xml = _xml(document)
        return Contents(xml, _links(xml))
    except UnableToReadDocument:
        raise
    except Exception as fault:  # a stranger's bytes break zip and XML in more ways than are listed
        raise UnableToReadDocument(_DAMAGED) from fault


def _xml(document: bytes) -> bytes:
    if len(document) > MOST_BYTES:
        raise UnableToReadDocument(_TOO_LARGE)
    if not zipfile.is_zipfile(io.BytesIO(document)):
        raise UnableToReadDocument(
            "The file is not a spreadsheet that we can read: use the .ods file from GOV.UK."
        )
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        _refuse_other_kinds(archive)
        return _member(archive, "content.xml")


def _refuse_other_kinds(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if "mimetype" not in names or _member(archive, "mimetype").strip() != MIMETYPE:
        raise UnableToReadDocument(
            "The file is not an OpenDocument spreadsheet: use the .ods file from GOV.UK."
        )
    if "encrypted-package" in names or b"encryption-data" in _member(
        archive, "META-INF/manifest.xml"
    ):
        raise UnableToReadDocument(_LOCKED)


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    entry = archive.getinfo(name)
    if entry.flag_bits & 1:
        raise UnableToReadDocument(_LOCKED)
    if entry.compress_type not in _HARMLESS:
        raise UnableToReadDocument(_DAMAGED)
    # The size that the archive states is not believed: we stop reading past the limit.
    with archive.open(entry) as packed:
        unpacked = packed.read(MOST_XML + 1)
    if len(unpacked) > MOST_XML:
        raise UnableToReadDocument(_TOO_LARGE)
    return unpacked


def _links(xml: bytes) -> Mapping[tuple[str, int, int], str]:
    census = _Census()
    # Told the encoding, the parser heeds no other that the file claims, so that whoever reads
    # these bytes next sees what was counted here.
    parser = expat.ParserCreate("UTF-8")
    parser.StartDoctypeDeclHandler = census.doctype
    parser.StartElementHandler = census.start
    parser.EndElementHandler = census.end
    parser.Parse(xml, True)
    return census.links


class _Census:
    """Counts the cells that the XML asks for, and refuses too many as soon as they are asked for.

    Prefixes are compared as they are written, as the reader of values does.
    """

    def __init__(self) -> None:
        self.links: dict[tuple[str, int, int], str] = {}
        self._names: set[str] = set()
        self._sheet: str | None = None
        self._cells = self._spaces = 0

    def doctype(self, *_declared: object) -> None:
        # Entities are declared here, and a spreadsheet has no need of any.
        raise UnableToReadDocument(_DAMAGED)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag:
            case "table:table":
                self._open_sheet(attributes.get("table:name", ""))
            case "table:table-row":
                self._repeated = _whole(attributes.get("table:number-rows-repeated", "1"))
                self._column = self._end_of_cell = self._width = 0
            case "table:table-cell" | "table:covered-table-cell":
                self._open_cell(attributes)
            case "text:s":
                self._spaces += _whole(attributes.get("text:c", "1"))
            case "text:p":
                self._fill()
        if self._spaces > MOST_SPACES:
            raise UnableToReadDocument(_TOO_LARGE)

    def end(self, tag: str) -> None:
        if tag == "table:table-row" and self._sheet is not None:
            self._close_row()
        elif tag == "table:table":
            self._cells += self._depth * self._breadth
            self._sheet = None

    def _open_sheet(self, name: str) -> None:
        if self._sheet is not None:
            raise UnableToReadDocument(
                f"The sheet “{self._sheet[:40]}” has a table within its table: "
                "download the file again from GOV.UK."
            )
        if name in self._names:
            raise UnableToReadDocument(
                f"The file has two sheets named “{name[:40]}”: download it again from GOV.UK."
            )
        self._names.add(name)
        self._sheet = name
        self._row = self._depth = self._breadth = 0
        self._repeated = self._column = self._end_of_cell = self._width = 0

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if self._sheet is None:
            return
        self._column = self._end_of_cell
        repeated = _whole(attributes.get("table:number-columns-repeated", "1"))
        self._end_of_cell = self._column + repeated
        formula = attributes.get("table:formula")
        if formula or any(name.startswith("office:") for name in attributes):
            self._fill()
        if link := _LINK.match(formula or ""):
            self.links[self._sheet, self._row + 1, self._column] = link[1]

    def _fill(self) -> None:
        """Note that the cell last opened holds something."""
        if self._sheet is not None:
            self._width = self._end_of_cell

    def _close_row(self) -> None:
        self._row += self._repeated
        # Empty rows and cells at the far end cost nothing, and programs add millions of them.
        if self._width:
            self._depth, self._breadth = self._row, max(self._breadth, self._width)
        if self._cells + self._depth * self._breadth > MOST_CELLS:
            raise UnableToReadDocument(_TOO_LARGE)


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise UnableToReadDocument(_DAMAGED)
    return int(text)
