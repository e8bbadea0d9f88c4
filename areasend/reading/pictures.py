"""Draws a page of a PDF as a picture, with words marked on it: to be seen beside what was read.

Drawing is as dangerous as reading, so `picture` does it in a process with limits.
"""

import ctypes
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pypdfium2.raw as pdfium
from PIL import Image, ImageChops, ImageDraw

from areasend.reading.letters import letter
from areasend.reading.proposals import UnableToReadDocument
from areasend.reading.workers import Limits, alone

#: Left, bottom, right and top in points, from the page's lower left corner.
Box = tuple[float, float, float, float]

_LIMITS = Limits(seconds=30)
#: Pixels to a point: a page of A4 is some 1,070 pixels wide, which is read on any screen.
_SCALE = 1.8
_MOST_PIXELS = 6_000_000
_YELLOW, _EDGE, _SLACK = (255, 236, 120), (170, 90, 0), 2.0


def picture(
    document: bytes, page: int, boxes: Sequence[Box] = (), *, limits: Limits = _LIMITS
) -> bytes:
    """Return a page as a PNG, with the boxes marked.

    :raises UnableToReadDocument: if there is no such page, or it cannot be drawn within the limits
    """
    return alone(draw, document, page, tuple(boxes), limits=limits)


def pages(document: bytes, *, limits: Limits = _LIMITS) -> int:
    """Return how many pages a document has.

    :raises UnableToReadDocument: if it cannot be opened within the limits
    """
    return int(alone(_count, document, limits=limits))


def _count(document: bytes) -> bytes:
    with letter.opened(document) as held:
        return b"%d" % held.count


def draw(document: bytes, number: int, boxes: Sequence[Box]) -> bytes:
    """Return a page as a PNG, in this process.

    :raises UnableToReadDocument: if there is no such page, or it cannot be drawn
    """
    with letter.opened(document) as held, held.page(number) as page:
        high = pdfium.FPDF_GetPageHeightF(page)
        scale, drawn = _drawn(page)
    marks = Image.new("RGB", drawn.size, "white")
    pen = ImageDraw.Draw(marks)
    for box in boxes:
        pen.rectangle(_on_picture(box, high, scale), fill=_YELLOW, outline=_EDGE, width=2)
    out = io.BytesIO()
    # As a marker's ink does it, so that black words stay black under it.
    ImageChops.multiply(drawn, marks).quantize(64).save(out, "PNG")
    return out.getvalue()


def _on_picture(box: Box, high: float, scale: float) -> Box:
    left, bottom, right, top = box
    corners = (left - _SLACK, high - top - _SLACK, right + _SLACK, high - bottom + _SLACK)
    left, top, right, bottom = (at * scale for at in corners)
    return left, top, max(left, right), max(top, bottom)


def _drawn(page: pdfium.FPDF_PAGE) -> tuple[float, Image.Image]:
    """Return how many pixels a point has, and the page drawn in white and its colours."""
    wide, high = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    if not (wide > 0 and high > 0):
        raise UnableToReadDocument("The page has no size and cannot be shown.")
    scale = min(_SCALE, (_MOST_PIXELS / (wide * high)) ** 0.5)
    size = max(1, int(wide * scale)), max(1, int(high * scale))
    with _bitmap(size) as bitmap:
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        held = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * size[1])
    return scale, Image.frombuffer("RGB", size, held, "raw", "BGRX", stride, 1)


@contextmanager
def _bitmap(size: tuple[int, int]) -> Iterator[pdfium.FPDF_BITMAP]:
    bitmap = pdfium.FPDFBitmap_CreateEx(*size, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        raise UnableToReadDocument("The page is too large to be shown.")
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, *size, 0xFFFFFFFF)
        yield bitmap
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
