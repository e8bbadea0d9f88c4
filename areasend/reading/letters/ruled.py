"""The tables of a page, from the rules that are drawn on it."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from areasend.reading.letters.page import Box, Line, PageText

#: Rules are thinner than this, and what lies closer together than `_SAME` is one, in points.
_THIN, _SAME, _SHORTEST = 3.0, 2.0, 4.0
#: A page with more than this is a drawing.
_MOST_OBJECTS = 20_000
_MOST_RULES = 400
_SIDES = 5  # a rectangle has four sides and its start


class Rule(NamedTuple):
    """A drawn line: where it lies across its direction, and from where to where along it."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Return whether it passes a place."""
        return self.start - _SAME <= place <= self.end + _SAME


@dataclass(frozen=True)
class Cell:
    """A cell and the lines in it. `shared` tells one that stands in several rows."""

    lines: tuple[Line, ...] = ()
    shared: bool = False

    @property
    def text(self) -> str:
        """What stands in it, as one line."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True)
class Ruled:
    """A table: its box, where its columns begin and end, and its rows from the top."""

    page: int
    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lines(self) -> Iterator[Line]:
        """Return each line in it once."""
        seen = dict.fromkeys(line for row in self.rows for cell in row for line in cell.lines)
        return iter(seen)


def tables(page: pdfium.FPDF_PAGE, text: PageText, lines: Sequence[Line]) -> tuple[Ruled, ...]:
    """Return the tables that rules draw on a page, from the top, with the lines in each cell."""
    across, down = _rules(page)
    if len(across) + len(down) > _MOST_RULES:
        return ()
    found = [_table(text, lines, *group) for group in _groups(_merged(across), _merged(down))]
    return tuple(sorted((one for one in found if one), key=lambda one: -one.box[3]))


def _rules(page: pdfium.FPDF_PAGE) -> tuple[list[Rule], list[Rule]]:
    across: list[Rule] = []
    down: list[Rule] = []
    edges = [ctypes.c_float() for _ in range(4)]
    for number in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(page, number)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        pdfium.FPDFPageObj_GetBounds(drawn, *edges)
        left, bottom, right, top = (edge.value for edge in edges)
        for one in _sides(drawn, (left, bottom, right, top)):
            _sort_in(one, across, down)
    return across, down


def _sort_in(box: Box, across: list[Rule], down: list[Rule]) -> None:
    left, bottom, right, top = box
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORTEST:
        across.append(Rule((bottom + top) / 2, left, right))
    elif wide <= _THIN and high >= _SHORTEST:
        down.append(Rule((left + right) / 2, bottom, top))


def _sides(drawn: pdfium.FPDF_PAGEOBJECT, box: Box) -> Iterator[Box]:
    """Return what a path draws as boxes: itself if it is thin, else its sides if it is stroked."""
    left, bottom, right, top = box
    if min(right - left, top - bottom) <= _THIN:
        yield box
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, fill, stroke)
    if not stroke.value:
        return  # a shade, not a rule
    if pdfium.FPDFPath_CountSegments(drawn) <= _SIDES:
        yield from ((left, top, right, top), (left, bottom, right, bottom))
        yield from ((left, bottom, left, top), (right, bottom, right, top))
        return
    yield from _strokes(drawn)


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


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Return the rules with those that go on from one another made one."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda one: (round(one.at), one.start)):
        place = _meets(rule, merged)
        if place < 0:
            merged.append(rule)
            continue
        other = merged[place]
        merged[place] = Rule(other.at, min(other.start, rule.start), max(other.end, rule.end))
    return merged


def _meets(rule: Rule, merged: Sequence[Rule]) -> int:
    """Return which of the rules before it a rule goes on from, -1 for none."""
    for place in range(len(merged) - 1, -1, -1):
        other = merged[place]
        if other.at < rule.at - _SAME:
            return -1  # those before it lie further away still
        near = abs(other.at - rule.at) <= _SAME / 2
        if near and rule.start <= other.end + _SAME and other.start <= rule.end + _SAME:
            return place
    return -1


def _groups(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Return the rules that touch, table by table."""
    left_over = list(down)
    rows = list(across)
    while left_over:
        verticals = [left_over.pop()]
        horizontals: list[Rule] = []
        grown = True
        while grown:
            new = [row for row in rows if any(_touch(row, one) for one in verticals)]
            rows = [row for row in rows if row not in new]
            horizontals += new
            more = [one for one in left_over if any(_touch(row, one) for row in horizontals)]
            left_over = [one for one in left_over if one not in more]
            verticals += more
            grown = bool(new or more)
        if len(verticals) > 1 and len(horizontals) > 1:
            yield horizontals, verticals


def _touch(across: Rule, down: Rule) -> bool:
    return across.covers(down.at) and down.covers(across.at)


def _table(
    text: PageText, lines: Sequence[Line], across: list[Rule], down: list[Rule]
) -> Ruled | None:
    columns = _places(rule.at for rule in down)
    edges = _places(rule.at for rule in across)[::-1]
    if len(columns) == 1 or len(edges) == 1:
        return None
    box = (columns[0], edges[-1], columns[-1], edges[0])
    inside = [line for line in lines if _within(line, box)]
    placed = _by_cell(text, inside, columns, edges)
    rows = tuple(_rows(placed, columns, edges, (across, down)))
    return Ruled(text.number, box, tuple(columns), rows)


def _places(ats: Iterable[float]) -> list[float]:
    places: list[float] = []
    for at in sorted(ats):
        if not places or at - places[-1] > _SAME:
            places.append(at)
    return places


def _within(line: Line, box: Box) -> bool:
    middle = (line.bottom + line.top) / 2
    return box[1] <= middle <= box[3] and box[0] - _SAME <= line.left <= box[2]


def _by_cell(
    text: PageText, lines: Iterable[Line], columns: Sequence[float], edges: Sequence[float]
) -> dict[tuple[int, int], list[Line]]:
    placed: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        middle = (line.bottom + line.top) / 2
        row = next(at for at, (_, under) in enumerate(pairwise(edges)) if middle >= under)
        for part in _parts(text, line, columns):
            begins = part.left + _SAME
            column = max(0, sum(edge <= begins for edge in columns[:-1]) - 1)
            placed.setdefault((row, column), []).append(part)
    return placed


def _parts(text: PageText, line: Line, columns: Sequence[float]) -> Iterator[Line]:
    rest: Line | None = line
    for edge in columns[1:-1]:
        if rest and rest.left < edge - _SAME and rest.right > edge + _SAME:
            before, rest = text.split(rest, edge)
            if before:
                yield before
    if rest:
        yield rest


def _rows(
    placed: dict[tuple[int, int], list[Line]],
    columns: Sequence[float],
    edges: Sequence[float],
    rules: tuple[list[Rule], list[Rule]],
) -> Iterator[tuple[Cell, ...]]:
    """Return the rows. A cell without a rule above it is that of the row above."""
    across, down = rules
    held: dict[int, list[tuple[int, int]]] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(edges)):
        for column, (left, right) in enumerate(pairwise(columns)):
            owner[row, column] = (row, column)
            above = any(
                abs(one.at - top) <= _SAME and one.covers((left + right) / 2) for one in across
            )
            beside = any(
                abs(one.at - left) <= _SAME and one.covers((top + bottom) / 2) for one in down
            )
            if row and not above:
                owner[row, column] = owner[row - 1, column]
            elif column and not beside:
                owner[row, column] = owner[row, column - 1]
            held.setdefault(row, []).append(owner[row, column])
    cells = {key: list[Line]() for key in owner.values()}
    for key, lines in placed.items():
        cells[owner[key]] += lines
    spans = [key for keys in held.values() for key in dict.fromkeys(keys)]
    for keys in held.values():
        yield tuple(Cell(tuple(cells[key]), spans.count(key) > 1) for key in dict.fromkeys(keys))
