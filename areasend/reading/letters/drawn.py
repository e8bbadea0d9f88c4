"""The rules that are drawn on a page: lines, thin boxes and the sides of boxes."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from areasend.reading.letters.page import Box

#: Rules are thinner than this, and what lies closer together than `SAME` is one, in points.
_THIN, SAME, _SHORTEST = 3.0, 2.0, 4.0
#: A page with more than this is a drawing.
_MOST_OBJECTS = 20_000
_PATH = pdfium.FPDF_PAGEOBJ_PATH
_SIDES = 5  # a rectangle has four sides and its start


class Rule(NamedTuple):
    """A drawn line: where it lies across its direction, and from where to where along it."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Return whether it passes a place."""
        return self.start - SAME <= place <= self.end + SAME


def rules(page: pdfium.FPDF_PAGE) -> tuple[list[Rule], list[Rule]]:
    """Return the rules across a page and those down it, each with those that go on from it."""
    across: list[Rule] = []
    down: list[Rule] = []
    left, bottom, right, top = edges = [ctypes.c_float() for _ in range(4)]
    for drawn in _paths(page):
        pdfium.FPDFPageObj_GetBounds(drawn, *edges)
        box = (left.value, bottom.value, right.value, top.value)
        for one in _sides(drawn, box):
            _sort_in(one, across, down)
    return merged(across), merged(down)


def _paths(page: pdfium.FPDF_PAGE) -> Iterator[pdfium.FPDF_PAGEOBJECT]:
    # A page has hundreds of objects, most of them words.
    get, type_of, path = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType, _PATH
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = get(page, number)
        if type_of(drawn) == path:
            yield drawn


def _sort_in(box: Box, across: list[Rule], down: list[Rule]) -> None:
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORTEST:
        across.append(Rule((bottom + top) / 2, left, right))
    elif wide <= _THIN and high >= _SHORTEST:
        down.append(Rule((left + right) / 2, bottom, top))


def _sides(drawn: pdfium.FPDF_PAGEOBJECT, box: Box) -> Iterable[Box]:
    """Return what a path draws as boxes: itself if it is thin, else its sides if it is stroked."""
    left, bottom, right, top = box
    if min(right - left, top - bottom) <= _THIN:
        return (box,)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
    if not stroke.value:
        return ()  # a shade, not a rule
    if pdfium.FPDFPath_CountSegments(drawn) <= _SIDES:
        across = ((left, top, right, top), (left, bottom, right, bottom))
        return (*across, (left, bottom, left, top), (right, bottom, right, top))
    return _strokes(drawn)


def _strokes(drawn: pdfium.FPDF_PAGEOBJECT) -> Iterator[Box]:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawn, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for number in range(min(pdfium.FPDFPath_CountSegments(drawn), _MOST_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, number)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_LINETO and before:
            yield (*map(min, before, point), *map(max, before, point))
        before = point


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return rules with those that go on from one another made one."""
    held: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (round(one.at), one.start)):
        place = _meets(rule, held)
        if place < 0:
            held.append(rule)
            continue
        other = held[place]
        held[place] = Rule(other.at, min(other.start, rule.start), max(other.end, rule.end))
    return held


def _meets(rule: Rule, merged: Sequence[Rule]) -> int:
    """Return which of the rules before it a rule goes on from, -1 for none."""
    for place in range(len(merged) - 1, -1, -1):
        other = merged[place]
        if other.at < rule.at - SAME:
            return -1  # those before it lie further away still
        near = abs(other.at - rule.at) <= SAME / 2
        if near and rule.start <= other.end + SAME and other.start <= rule.end + SAME:
            return place
    return -1
