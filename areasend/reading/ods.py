"""Opens an OpenDocument spreadsheet with care, whoever made it.

Such a file is a zip archive of XML. What goes further is the XML alone, once it has been
unpacked within limits and what it asks for has been counted.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from areasend.reading.census import take_census
from areasend.reading.proposals import UnableToReadDocument

#: The official files have some 50 kB, and 300 kB unpacked.
MOST_BYTES = 10_000_000
MOST_XML = 20_000_000

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"

_HARMLESS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # all that OpenDocument allows
_DECLARED = re.compile(r"""\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)""")
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
        _refuse_other_encodings(xml)
        return Contents(xml, take_census(xml).links)
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


def _refuse_other_encodings(xml: bytes) -> None:
    # Two readers that differ over the encoding would count one table and build another.
    text = xml.decode("utf-8-sig")
    declared = _DECLARED.match(text)
    if "\0" in text or (declared and declared[1].upper() != "UTF-8"):
        raise UnableToReadDocument(_DAMAGED)


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
