"""Finds the tables of a report: what each is about, and which go on over the end of a page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from areasend.reading.kinds.area_send_report.sections import Part, Sections, heading_of
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.ruled import Cell, Ruled

_ABOUT = {Part.PRIORITY, Part.IMPROVEMENT}
_NEAR = 8.0
_BODIES = "responsible bod"
_HEADS = re.compile(r"areas? for (priority action|improvement)s?\b")
_LONGEST_HEAD = 9
_BODY_ALONE = re.compile(r"responsible bod(?:y|ies)", re.IGNORECASE)
_BODY = re.compile(_BODIES, re.IGNORECASE)


@dataclass
class Found:
    """A table of one part, over as many pages as it has, with its rows below the headings.

    `bodies` and `text` are the columns that say who must act and what is to be done. A row is
    `begins_page` if it is the first on a page to which the table goes on.
    """

    part: Part
    pieces: list[Ruled] = field(default_factory=list)
    rows: list["Row"] = field(default_factory=list)
    bodies: int | None = None
    text: int = 0


@dataclass(frozen=True)
class Row:
    """A row's two cells, and whether the table goes on with it over the end of a page."""

    bodies: Cell
    text: Cell
    begins_page: bool


def found_in(letter: Letter, parts: Sections) -> tuple[Found, ...]:
    """Return the tables of actions and improvements and that of the partnership's details."""
    tables: list[Found] = []
    for number in _pages(letter, parts):
        for at, piece in enumerate(letter.tables(number)):
            _put(piece, letter, parts, tables, first=at == 0)
    last = tables[-1] if tables else None
    if last and last.part is Part.DETAILS and not last.rows and last.pieces[-1].page < letter.count:
        for piece in letter.tables(last.pieces[-1].page + 1)[:1]:
            _put(piece, letter, parts, tables, first=True)
    return tuple(tables)


def _pages(letter: Letter, parts: Sections) -> Iterator[int]:
    begins = [
        line.page
        for part, line in parts.headings.items()
        if part in {Part.PRIORITY, Part.IMPROVEMENT, Part.DETAILS}
    ]
    if not begins and Part.BETTER in parts.headings:
        begins = [parts.headings[Part.BETTER].page]
    # A table may have its headings in its first row alone.
    begins += [line.page for line in parts.of(Part.BETTER) if _BODY.match(line.text)][:1]
    details = parts.headings.get(Part.DETAILS)
    last = details.page if details else letter.count
    return iter(range(min(begins), last + 1) if begins else ())


def _put(
    piece: Ruled, letter: Letter, parts: Sections, tables: list[Found], *, first: bool
) -> None:
    """Put a table of one page where it belongs: to what it goes on from, or by itself."""
    piece = _parted(piece)
    part, heads = _headed(piece)
    before = tables[-1] if tables else None
    if part is None and before and first and _goes_on(piece, before, letter):
        _add(before, piece, skip=0, goes_on=True)
        return
    part = part or _under(piece, parts)
    if part is None:
        return
    if before and before.part is part and first and _goes_on(piece, before, letter):
        _add(before, piece, skip=heads, goes_on=True)  # its headings are printed again
        return
    new = Found(part)
    _set_columns(new, piece, heads)
    tables.append(new)
    _add(new, piece, skip=heads, goes_on=False)


def _parted(piece: Ruled) -> Ruled:
    """Return a table with its headings in a row of their own, where no rule stands under them."""
    first, *rest = piece.rows
    headed = [bool(cell.lines) and _heads(cell.lines[0].text) for cell in first]
    if not any(headed) or all(len(cell.lines) <= 1 for cell in first):
        return piece
    if any(cell.lines and not heads for cell, heads in zip(first, headed, strict=True)):
        return piece  # a cell beside them is none
    heads = tuple(Cell(cell.lines[:1]) for cell in first)
    below = tuple(Cell(cell.lines[1:]) for cell in first)
    return replace(piece, rows=(heads, below, *rest))


def _heads(text: str) -> bool:
    return heading_of(text) in _ABOUT or bool(_BODY_ALONE.fullmatch(text))


def _headed(piece: Ruled) -> tuple[Part | None, int]:
    """Return what a table's first row says it is about, and how many rows are headings."""
    for at, row in enumerate(piece.rows[:2]):
        texts = [cell.text.casefold().strip(" .:") for cell in row]
        if not any(texts):
            continue
        about = next((part for text in texts if (part := _about(text))), None)
        if any(text.startswith(_BODIES) for text in texts):
            return about or Part.PRIORITY, at + 1
        if about:
            return about, at + 1
        if any(text.startswith("local authorit") for text in texts) and len(texts) > 1:
            return Part.DETAILS, at + 1
        return None, at
    return None, 0


def _about(text: str) -> Part | None:
    """Return what a cell heads that says so, over however many lines, in a few words."""
    found = _HEADS.match(text)
    if not found or len(text.split()) > _LONGEST_HEAD:
        return None
    return Part.PRIORITY if found[1] == "priority action" else Part.IMPROVEMENT


def _under(piece: Ruled, parts: Sections) -> Part | None:
    """Return the part under whose heading a table without its own stands, if it is one of ours."""
    above = [
        (line.page, -line.bottom, part)
        for part, line in parts.headings.items()
        if (line.page, -line.bottom) < (piece.page, -piece.box[3] + _NEAR)
    ]
    part = max(above, default=(0, 0, Part.COVER))[2]
    return part if part in _ABOUT or part is Part.DETAILS else None


def _goes_on(piece: Ruled, before: Found, letter: Letter) -> bool:
    """Return whether a table goes on from the page before, with nothing between the two."""
    last = before.pieces[-1]
    if last.page + 1 != piece.page or len(last.columns) != len(piece.columns):
        return False
    if any(abs(one - two) > _NEAR for one, two in zip(last.columns, piece.columns, strict=True)):
        return False
    under = [line for line in letter.body(last.page) if line.top < last.box[1]]
    over = [line for line in letter.body(piece.page) if line.bottom > piece.box[3]]
    return not under and not over


def _set_columns(table: Found, piece: Ruled, heads: int) -> None:
    width = len(piece.columns) - 1
    table.text = width - 1
    for row in piece.rows[:heads]:
        for at, cell in enumerate(row):
            if cell.text.casefold().startswith(_BODIES):
                table.bodies = at
    if table.bodies is None and width > 1 and table.part is not Part.IMPROVEMENT:
        table.bodies = 0
    if table.bodies == table.text:
        table.text = 0


def _add(table: Found, piece: Ruled, *, skip: int, goes_on: bool) -> None:
    table.pieces.append(piece)
    begins = goes_on
    for row in piece.rows[skip:]:
        text = row[table.text] if table.text < len(row) else row[-1]
        bodies = row[table.bodies] if table.bodies is not None and len(row) > 1 else Cell()
        before = table.rows[-1] if table.rows else None
        if before and text.lines and text is before.text:
            # One action beside several cells that say who must act.
            both = Cell((*before.bodies.lines, *bodies.lines))
            table.rows[-1] = Row(both, text, before.begins_page)
        elif text.lines or bodies.lines:
            table.rows.append(Row(bodies, text, begins))
            begins = False


def firsts_of(tables: Sequence[Found]) -> frozenset[tuple[int, int]]:
    """Return the page and the first character of every line that stands in one of the tables."""
    cells = (cell for one in tables for piece in one.pieces for row in piece.rows for cell in row)
    return frozenset((line.page, line.first) for cell in cells for line in cell.lines)


def outside(part: Part, parts: Sections, tables: Sequence[Found]) -> list[Line]:
    """Return the lines of a part that stand in none of its tables, marks by themselves left out."""
    inside = firsts_of(tables)
    lines = (line for line in parts.of(part) if (line.page, line.first) not in inside)
    return [line for line in lines if re.search(r"\w\w", line.text)]
