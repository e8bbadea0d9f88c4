"""Scans of reports of our own, and a program that recognises their words without a mistake."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
from PIL.Image import Resampling
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_DOTS = 150 / 72
_SEEN = 300 / 72
_HEAD = (
    *("level", "page_num", "block_num", "par_num", "line_num", "word_num"),
    *("left", "top", "width", "height", "conf", "text"),
)
#: Gives one table after another, as it is asked for one page after another.
_PROGRAM = """#!/bin/sh
cat > /dev/null
asked=$(($(cat {folder}/asked) + 1))
echo $asked > {folder}/asked
cat {folder}/$asked.tsv
"""
#: A word, and its left, bottom, right and top.
_Word = tuple[str, float, float, float, float]


def build_scan(document: bytes, *, turned: float = 0.0, shown: int = 0) -> bytes:
    """Return the pages of a document as pictures, turned against the clock by some degrees.

    `shown` is by how many degrees with the clock the file tells a reader to turn its pages, which
    were laid into it turned the other way: they are seen upright.
    """
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in pypdfium2.PdfDocument(document):
        wide, high = page.get_size()
        size = (high, wide) if shown % 180 else (wide, high)
        picture = page.render(scale=_DOTS, grayscale=True).to_pil()
        picture = picture.rotate(turned, resample=Resampling.BILINEAR, fillcolor=255)
        picture = picture.rotate(shown, expand=True)
        canvas.setPageSize((wide, high))  # as it is seen: reportlab turns it with the page
        canvas.setPageRotation(shown)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def build_tesseract(
    folder: Path, document: bytes, *, seen_as: Callable[[str], str] = str, more: str = ""
) -> None:
    """Write a program that answers as Tesseract does for the pages of a document in turn.

    `seen_as` says as what a word is recognised, and `more` is read beside every page's words.
    """
    for number, page in enumerate(pypdfium2.PdfDocument(document), start=1):
        rows = [*_rows(page, seen_as), *more.splitlines()]
        (folder / f"{number}.tsv").write_text("\n".join(["\t".join(_HEAD), *rows]), "utf-8")
    (folder / "asked").write_text("0", "utf-8")
    program = folder / "tesseract"
    program.write_text(_PROGRAM.format(folder=folder), encoding="utf-8")
    program.chmod(0o755)


def row(line: int, word: str, box: tuple[float, float, float, float], high: float) -> str:
    """Return a word as Tesseract writes it; the box is in points from the lower left corner."""
    left, bottom, right, top = (at * _SEEN for at in box)
    places = (left, high * _SEEN - top, right - left, top - bottom)
    return "\t".join(map(str, (5, 1, 1, 1, line, 1, *map(round, places), 96, word)))


def _rows(page: pypdfium2.PdfPage, seen_as: Callable[[str], str]) -> Iterator[str]:
    """Return the words line by line, whatever column they stand in."""
    lines: dict[int, list[_Word]] = {}
    for word in _words(page):
        lines.setdefault(-round(word[2]), []).append(word)
    for number, line in enumerate(lines[at] for at in sorted(lines)):
        for text, *box in sorted(line, key=lambda one: one[1]):
            yield row(number, seen_as(text), (box[0], box[1], box[2], box[3]), page.get_height())


def _words(page: pypdfium2.PdfPage) -> Iterator[_Word]:
    text = page.get_textpage()
    for found in re.finditer(r"[^\s\ufffe]+", text.get_text_range()):
        left, bottom, _, top = text.get_charbox(found.start(), loose=True)
        yield found[0], left, bottom, text.get_charbox(found.end() - 1, loose=True)[2], top
