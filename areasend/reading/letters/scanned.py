"""Reads a page that is a picture, with Tesseract where that is installed."""

import csv
import ctypes
import io
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

import pypdfium2.raw as pdfium

from areasend.reading.letters import pictured
from areasend.reading.letters.drawn import Rule
from areasend.reading.letters.pictured import Picture
from areasend.reading.letters.recognised import RecognisedText, Word

#: Tesseract reads best at 300 dots an inch; a point is a 72nd.
_SCALE = 300 / 72
_MOST_PIXELS = 20_000_000
_SECONDS = 40
#: The longest report has 14 pages; a plan of a hundred would take longer than a worker is given.
MOST_PAGES = 16
_WORD = "5"
#: How sure Tesseract is of a word, out of a hundred.
_SURE = 60
#: The words of a logo in the upper right corner, which are seldom recognised letter by letter.
_LOGO = ("ofsted", "raising", "standards", "improving", "lives")
_LOGO_ABOVE, _ALIKE = 0.88, 0.7


def has_picture(page: pdfium.FPDF_PAGE) -> bool:
    """Return whether a page shows a picture."""
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, number))
        in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}
        for number in range(min(pdfium.FPDFPage_CountObjects(page), 50))
    )


class Read(NamedTuple):
    """What was read of a picture: its words, its rules across and down, and how it was read."""

    text: RecognisedText
    rules: tuple[list[Rule], list[Rule]]
    says: str


def read(number: int, page: pdfium.FPDF_PAGE) -> Read:
    """Return the words of a picture, and a sentence on how they were read or why there are none."""
    program = shutil.which("tesseract")
    if not program:
        says = "is a picture, and Tesseract, which would read it, is not installed."
        return _nothing(number, says)
    picture = _drawn(page)
    if not picture:
        return _nothing(number, "is a picture too large to read.")
    seen = pictured.see(picture)
    try:
        rows = _rows(_recognised(program, seen.rest))
    except (OSError, subprocess.SubprocessError):
        return _nothing(number, "is a picture that Tesseract could not read.")
    unsure = sum(float(row["conf"]) < _SURE for row in rows)
    doubt = f"; it was unsure of {unsure} words" if unsure else ""
    says = f"Page {number} is a picture, read by Tesseract{doubt}: compare every value."
    wide, high = picture.width / _SCALE, picture.height / _SCALE
    lines = (line for line in _by_line(rows, high) if not _is_logo(line, wide, high))
    return Read(RecognisedText(number, lines), (seen.across, seen.down), says)


def _nothing(number: int, says: str) -> Read:
    return Read(RecognisedText(number, ()), ([], []), f"Page {number} {says}")


def _drawn(page: pdfium.FPDF_PAGE) -> Picture | None:
    """Return a page as a grey picture, None if it is too large for one."""
    width = int(pdfium.FPDF_GetPageWidthF(page) * _SCALE)
    height = int(pdfium.FPDF_GetPageHeightF(page) * _SCALE)
    if not 0 < width * height <= _MOST_PIXELS:
        return None
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    held = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    pdfium.FPDFBitmap_Destroy(bitmap)
    dots = b"".join(held[at : at + width] for at in range(0, stride * height, stride))
    return Picture(dots, width, height, _SCALE)


def _recognised(program: str, picture: Picture) -> str:
    head = b"P5 %d %d 255\n" % (picture.width, picture.height)  # the PGM format
    done = subprocess.run(  # noqa: S603  a program found on the path, with words of ours
        [program, "stdin", "stdout", "-l", "eng", "--psm", "3", "tsv"],
        input=head + picture.dots,
        capture_output=True,
        timeout=_SECONDS,
        check=True,
        # One thread: as many documents are read at once as there are cores.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout.decode("utf-8", errors="replace")


def _rows(table: str) -> list[dict[str, str]]:
    """Return the rows of Tesseract's table that are words."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if row.get("level") == _WORD and (row.get("text") or "").strip()]


def _by_line(rows: Iterable[Mapping[str, str]], high: float) -> list[list[Word]]:
    lines: dict[tuple[str, ...], list[Word]] = {}
    for row in rows:
        key = tuple(row[name] for name in ("block_num", "par_num", "line_num"))
        lines.setdefault(key, []).append(_word(row, high))
    return list(lines.values())


def _word(row: Mapping[str, str], high: float) -> Word:
    left, top, width, height = (int(row[name]) for name in ("left", "top", "width", "height"))
    bottom = high - (top + height) / _SCALE
    right = (left + width) / _SCALE
    return Word(row["text"].strip(), left / _SCALE, bottom, right, high - top / _SCALE)


def _is_logo(line: Sequence[Word], wide: float, high: float) -> bool:
    """Return whether a line is the words of the logo that is printed in a corner of every page."""
    if line[0].left < wide / 2 or min(word.bottom for word in line) < high * _LOGO_ABOVE:
        return False
    words = (word.text.casefold() for word in line if len(word.text) > 1)
    return all(get_close_matches(word, _LOGO, n=1, cutoff=_ALIKE) for word in words)
