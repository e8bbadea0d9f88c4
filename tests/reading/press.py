"""Sets words as a PDF the way an office program does: points, ruled tables, feet of pages."""

import io
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 57.0, 540.0, 780.0, 70.0
SIZE, PITCH = 10.0, 14.5
PLAIN, BOLD = "Vera", "VeraBd"

for name in (PLAIN, BOLD):
    pdfmetrics.registerFont(TTFont(name, Path(reportlab.__file__).parent / "fonts" / f"{name}.ttf"))


class Press:
    """A document as it is set. `feet` stand at the foot of each page, with its number.

    With `open_ends` a table that a page cuts has no rule there.
    """

    def __init__(
        self,
        feet: Sequence[str] = (),
        *,
        first_foot: bool = False,
        open_ends: bool = False,
        **more: object,
    ) -> None:
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), invariant=1, **more)
        self._feet, self._first_foot = feet, first_foot
        self._open_ends = open_ends
        self.page, self.y = 1, TOP
        self._rows: list[float] = []
        self._columns: Sequence[float] = ()
        self._open: set[tuple[float, int]] = set()

    def done(self) -> bytes:
        """Return the document."""
        self._end_page()
        self._canvas.save()
        return self._out.getvalue()

    def new_page(self) -> None:
        """Go on at the top of the next page."""
        self._end_page()
        self.page, self.y = self.page + 1, TOP

    def go_to(self, y: float) -> None:
        """Go on at a height."""
        self.y = y

    def write(
        self, text: str, *, left: float = LEFT, font: str = PLAIN, size: float = SIZE
    ) -> None:
        """Set one line where we are, without going on."""
        self._canvas.setFont(font, size)
        self._canvas.drawString(left, self.y, text)

    def line(self, text: str, *, left: float = LEFT, font: str = PLAIN, size: float = SIZE) -> None:
        """Set one line."""
        self._room(PITCH)
        self.write(text, left=left, font=font, size=size)
        self.y -= max(PITCH, size * 1.4)

    def heading(self, text: str, size: float = 12.0) -> None:
        """Set a heading, over as many lines as it needs."""
        self.y -= PITCH
        for line in simpleSplit(text, BOLD, size, RIGHT - LEFT):
            self.line(line, font=BOLD, size=size)
        self.y -= PITCH / 2

    def paragraph(self, text: str, *, left: float = LEFT, right: float = RIGHT) -> None:
        """Set a paragraph and the space after it. A newline in it ends a line."""
        for line in wrapped(text, right - left):
            self.line(line, left=left)
        self.y -= PITCH

    def point(self, text: str, mark: str = "•", *, left: float = LEFT) -> None:
        """Set a point of a list: its mark, and its words set in."""
        first, *rest = wrapped(text, RIGHT - left - 18)
        self._room(PITCH)
        self.write(mark, left=left)
        self.line(first, left=left + 18)
        for line in rest:
            self.line(line, left=left + 18)
        self.y -= PITCH / 2

    def table(self, columns: Sequence[float], rows: Sequence[Sequence[Any]]) -> None:
        """Set a ruled table. A cell is its lines as they stand; a row may break over a page.

        A line that begins with a tab is set in, as a point in a list is. A cell of None is a part
        of the one above it.
        """
        self._columns, self._rows, self._open = columns, [self.y], set()
        self._cut: set[float] = set()
        for cells in rows:
            self._open |= {(self.y, at) for at, cell in enumerate(cells) if cell is None}
            row = [cell or () for cell in cells]
            for number in range(max(len(cell) for cell in row)):
                if self.y - PITCH < BOTTOM:
                    self.y -= 4
                    self._rows.append(self.y)
                    self._cut |= {self.y} if self._open_ends else set()
                    self._rule()
                    self.new_page()
                    self._rows = [self.y]
                    self._cut = {self.y} if self._open_ends else set()
                for cell, left in zip(row, columns, strict=False):
                    if number < len(cell):
                        set_in = 18 * (len(cell[number]) - len(cell[number].lstrip("\t")))
                        self._canvas.setFont(PLAIN, SIZE)
                        text = cell[number].lstrip("\t")
                        self._canvas.drawString(left + 6 + set_in, self.y - SIZE - 1, text)
                self.y -= PITCH
            self.y -= 4
            self._rows.append(self.y)
        self._rule()
        self.y -= 2 * PITCH

    def _rule(self) -> None:
        """Draw the rules of what stands on this page as thin filled boxes, cell by cell."""
        for at in self._rows:
            for number, (left, right) in enumerate(pairwise(self._columns)):
                if (at, number) not in self._open and at not in self._cut:
                    self._canvas.rect(left, at - 0.25, right - left, 0.5, stroke=0, fill=1)
        for upper, lower in pairwise(self._rows):
            for at in self._columns:
                self._canvas.rect(at - 0.25, lower, 0.5, upper - lower, stroke=0, fill=1)

    def _room(self, height: float) -> None:
        if self.y - height < BOTTOM:
            self.new_page()

    def _end_page(self) -> None:
        if self.page > 1 or self._first_foot:
            for at, foot in enumerate(self._feet):
                self._canvas.setFont(PLAIN, 8)
                self._canvas.drawString(LEFT, 34 - 11 * at, foot)
            self._canvas.drawString(
                RIGHT - 10, 34 - 11 * max(0, len(self._feet) - 1), str(self.page)
            )
        self._canvas.showPage()


def wrapped(text: str, width: float) -> list[str]:
    """Return a text as the lines that it takes; a newline ends one where it stands."""
    return [line for part in text.split("\n") for line in simpleSplit(part, PLAIN, SIZE, width)]
