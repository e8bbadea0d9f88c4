"""Turns a page upright whose words run up, down or upside down, so that lines can be placed.

A page of which only a part is shown is moved too, so that every page begins at its lower left
corner: what is read of a page and what is drawn of it are placed alike.
"""

import math

import pypdfium2.raw as pdfium

from areasend.reading.letters.page import PageText

_SAMPLES = 3
_QUARTERS = 4


def _turns(wide: float, high: float) -> tuple[tuple[float, ...], ...]:
    """Return what undoes a turn of a page by none, one, two or three quarters with the clock."""
    return (
        (1, 0, 0, 1, 0, 0),
        (0, 1, -1, 0, high, 0),
        (-1, 0, 0, -1, wide, high),
        (0, -1, 1, 0, 0, wide),
    )


def is_turned(page: pdfium.FPDF_PAGE, text: PageText) -> bool:
    """Return whether a page is shown turned, or most of its words are, or it begins elsewhere."""
    left, bottom, *_ = _box(page)
    return bool(left or bottom or pdfium.FPDFPage_GetRotation(page) or _quarters(page, text))


def turned(
    document: pdfium.FPDF_DOCUMENT,
    number: int,
    page: pdfium.FPDF_PAGE,
    text: PageText,
) -> pdfium.FPDF_PAGE:
    """Return a page with its words upright, loaded again; nothing is written to the file."""
    quarters = _quarters(page, text)
    left, bottom, right, top = _box(page)
    wide, high = right - left, top - bottom
    a, b, c, d, e, f = _turns(wide, high)[quarters]
    moved = pdfium.FS_MATRIX(a, b, c, d, e - a * left - c * bottom, f - b * left - d * bottom)
    pdfium.FPDFPage_TransFormWithClip(page, moved, None)
    size = (high, wide) if quarters % 2 else (wide, high)
    pdfium.FPDFPage_SetMediaBox(page, 0, 0, *size)
    pdfium.FPDFPage_SetCropBox(page, 0, 0, *size)
    pdfium.FPDFPage_SetRotation(page, 0)
    text.close()
    pdfium.FPDF_ClosePage(page)
    return pdfium.FPDF_LoadPage(document, number - 1)


def _quarters(page: pdfium.FPDF_PAGE, text: PageText) -> int:
    """Return by how many quarters most words are turned with the clock.

    A page without words, as a scan is, lies as the file says: it is turned back before it is shown.
    """
    angles = [text.angle(at) for at in range(0, len(text), max(1, len(text) // _SAMPLES))]
    turns = [round(angle / (math.pi / 2)) % _QUARTERS for angle in angles if angle >= 0]
    as_shown = -pdfium.FPDFPage_GetRotation(page) % _QUARTERS
    return max(turns, key=turns.count, default=as_shown)


def _box(page: pdfium.FPDF_PAGE) -> tuple[float, float, float, float]:
    """Return what of a page is shown, wherever the file says so."""
    shown = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, shown):
        return 0.0, 0.0, 595.0, 842.0
    return shown.left, shown.bottom, shown.right, shown.top
