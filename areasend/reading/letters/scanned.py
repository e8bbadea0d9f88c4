"""Reads a page that is a picture, with Tesseract where that is installed."""

import csv
import ctypes
import io
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping

import pypdfium2.raw as pdfium

from areasend.reading.letters.page import Line

#: Tesseract reads best at 300 dots an inch; a point is a 72nd.
_SCALE = 300 / 72
_MOST_PIXELS = 20_000_000
_SECONDS = 40
#: The longest report has 14 pages; a plan of a hundred would take longer than a worker is given.
MOST_PAGES = 16
_WORD = "5"
#: How sure Tesseract is of a word, out of a hundred.
_SURE = 60


def has_picture(page: pdfium.FPDF_PAGE) -> bool:
    """Return whether a page shows a picture."""
    return any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, number))
        in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}
        for number in range(min(pdfium.FPDFPage_CountObjects(page), 50))
    )


def read(number: int, page: pdfium.FPDF_PAGE) -> tuple[list[Line], str]:
    """Return the lines of a picture, and a sentence on how they were read or why there are none."""
    program = shutil.which("tesseract")
    if not program:
        says = "is a picture, and Tesseract, which would read it, is not installed."
        return [], f"Page {number} {says}"
    picture, height = _drawn(page)
    if not picture:
        return [], f"Page {number} is a picture too large to read."
    try:
        table = _recognised(program, picture)
    except (OSError, subprocess.SubprocessError):
        return [], f"Page {number} is a picture that Tesseract could not read."
    lines, unsure = _lines(number, table, height)
    doubt = f"; it was unsure of {unsure} words" if unsure else ""
    return lines, f"Page {number} is a picture, read by Tesseract{doubt}: compare every value."


def _drawn(page: pdfium.FPDF_PAGE) -> tuple[bytes, float]:
    """Return a page as a grey picture in the PGM format, and its height in points."""
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    width, height = int(wide * _SCALE), int(high * _SCALE)
    if not 0 < width * height <= _MOST_PIXELS:
        return b"", high
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_GRAYSCALE)
    stride = pdfium.FPDFBitmap_GetStride(bitmap)
    held = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    pdfium.FPDFBitmap_Destroy(bitmap)
    rows = b"".join(held[at : at + width] for at in range(0, stride * height, stride))
    return b"P5 %d %d 255\n" % (width, height) + rows, high


def _recognised(program: str, picture: bytes) -> str:
    done = subprocess.run(  # noqa: S603  a program found on the path, with words of ours
        [program, "stdin", "stdout", "-l", "eng", "--psm", "3", "tsv"],
        input=picture,
        capture_output=True,
        timeout=_SECONDS,
        check=True,
        # One thread: as many documents are read at once as there are cores.
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return done.stdout.decode("utf-8", errors="replace")


def _lines(number: int, table: str, height: float) -> tuple[list[Line], int]:
    rows = list(csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE))
    words = [row for row in rows if row.get("level") == _WORD and (row.get("text") or "").strip()]
    unsure = sum(float(row["conf"]) < _SURE for row in words)
    return [_line(number, line, height) for line in _by_line(words)], unsure


def _by_line(words: list[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for word in words:
        key = tuple(word[name] for name in ("block_num", "par_num", "line_num"))
        lines.setdefault(key, []).append(word)
    return iter(lines.values())


def _line(
    number: int, words: list[Mapping[str, str]] | list[dict[str, str]], height: float
) -> Line:
    lefts, tops = [int(one["left"]) for one in words], [int(one["top"]) for one in words]
    rights = [int(one["left"]) + int(one["width"]) for one in words]
    bottoms = [int(one["top"]) + int(one["height"]) for one in words]
    text = " ".join(one["text"].strip() for one in words)
    return Line(
        number,
        text,
        min(lefts) / _SCALE,
        height - max(bottoms) / _SCALE,
        max(rights) / _SCALE,
        height - min(tops) / _SCALE,
        broken=text.endswith("-"),
    )
