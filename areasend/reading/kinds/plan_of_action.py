"""A statement or plan of action: its tables of actions, under the weakness that each answers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds import addressed
from areasend.reading.kinds.unseen import field as unseen_field
from areasend.reading.letters.letter import Letter
from areasend.reading.letters.page import Line
from areasend.reading.letters.ruled import Cell, Ruled
from areasend.reading.letters.wording import Words
from areasend.reading.proposals import Field, Reading

KIND = "plan-of-action"
SAYS = "statements and plans of action with ruled tables (.pdf)"
_TITLE = re.compile(
    r"statement of action|priority (?:action|impact)(?: and improvement)? plan"
    r"|accelerated progress plan|action plan",
    re.IGNORECASE,
)
_PLANS = (
    ("statement", re.compile(r"statement of action", re.IGNORECASE)),
    ("priority-action-plan", re.compile(r"priority (?:action|impact)", re.IGNORECASE)),
    ("accelerated-progress-plan", re.compile(r"accelerated progress plan", re.IGNORECASE)),
)
#: What a column holds, by the first word of its head that is met.
_COLUMNS = (
    ("number", re.compile(r"^(?:no\.?|number|ref\w*|#)$", re.IGNORECASE)),
    ("rag", re.compile(r"\bRAG\b|\bstatus\b|\brating\b", re.IGNORECASE)),
    ("start", re.compile(r"\bstart\b|\bbegin\w*\b|\bfrom\b", re.IGNORECASE)),
    (
        "end",
        re.compile(
            r"\bend\b|\bdue\b|\bdeadline\b|\bby when\b|\btimescales?\b|\bcompletion\b",
            re.IGNORECASE,
        ),
    ),
    ("lead", re.compile(r"\blead\w*\b|\bowner\b|\bresponsible\b|\bwho\b", re.IGNORECASE)),
    (
        "measure",
        re.compile(r"\bmeasures?\b|\bsuccess\b|\bimpact\b|\bevidence\b|\bKPIs?\b", re.IGNORECASE),
    ),
    ("outcome", re.compile(r"\boutcomes?\b", re.IGNORECASE)),
    ("action", re.compile(r"\bactions?\b|\bwhat (?:we )?will\b|\bactivity\b", re.IGNORECASE)),
)
_FIRST_PAGES, _FIRST_LINES, _FEWEST, _NEAR = 12, 40, 3, 8.0
_VERSION = re.compile(r"\b(?:version|v)\s?(\d+(?:\.\d+)*)\b", re.IGNORECASE)
_NOTHING = "Cells that have a colour and no word say nothing here."


@dataclass
class _Table:
    """A table of actions as it goes on over pages: its columns, its heading and its rows."""

    piece: Ruled
    names: Sequence[str]
    heading: Sequence[Line]
    rows: list[dict[str, Sequence[Line]]] = field(default_factory=list)


def recognises(letter: Letter) -> bool:
    """Return whether a title names such a plan and one of the first pages has such a table."""
    if not any(_TITLE.search(line.text) for line in letter.lines(1)[:_FIRST_LINES]):
        return False
    pages = range(1, min(_FIRST_PAGES, letter.count) + 1)
    return any(_columns(piece) for number in pages for piece in letter.tables(number))


def propose(letter: Letter, held: Held = NOTHING_HELD) -> Reading:  # noqa: ARG001  no event is told
    """Return the actions of the plan. When it was submitted or published, a plan does not say."""
    read = addressed.paper(letter, _TITLE)
    tables = _tables(letter)
    said = " ".join(line.text for line in read.lines[:_FIRST_LINES])
    plan = next((name for name, pattern in _PLANS if pattern.search(said)), None)
    version = _VERSION.search(said)
    fields = (
        *addressed.front(read),
        unseen_field("plan", plan, "what the first page calls it", ()),
        unseen_field("version", version[1] if version else None, "the word “version”", ()),
        _actions(tables, read.words),
    )
    title = f"Plan of action of {read.area.name if read.area else 'a local area'}"
    return Reading(KIND, title, (), addressed.troubles(letter), fields, letter.sha256)


def _tables(letter: Letter) -> list[_Table]:
    tables: list[_Table] = []
    for number in range(1, letter.count + 1):
        for piece in letter.tables(number):
            names = _columns(piece)
            before = tables[-1] if tables else None
            if names and not (before and names == before.names and not _above(letter, piece)):
                tables.append(_Table(piece, names, _above(letter, piece)))
            elif not (before and _goes_on(piece, before.piece)):
                continue
            _add(tables[-1], piece, skip=1 if names else 0, goes_on=tables[-1] is before)
    return tables


def _columns(piece: Ruled) -> tuple[str, ...]:
    """Return what each column holds, by its head; nothing if it is no table of actions."""
    heads = [cell.text for cell in piece.rows[0]] if piece.rows else []
    names = tuple(_column(head) for head in heads)
    met = {name for name in names if name}
    return names if "action" in met and len(met) >= _FEWEST else ()


def _column(head: str) -> str:
    return next((name for name, pattern in _COLUMNS if pattern.search(head.strip())), "")


def _goes_on(piece: Ruled, before: Ruled) -> bool:
    return (
        before.page + 1 == piece.page
        and len(before.columns) == len(piece.columns)
        and all(abs(a - b) < _NEAR for a, b in zip(before.columns, piece.columns, strict=True))
    )


def _above(letter: Letter, piece: Ruled) -> Sequence[Line]:
    """Return the last paragraph above a table on its page, which names what it answers."""
    others = [one for one in letter.tables(piece.page) if one.box[1] > piece.box[3]]
    floor = min((one.box[1] for one in others), default=float("inf"))
    lines = [one for one in letter.body(piece.page) if piece.box[3] - 1 < one.bottom < floor]
    held = list(Words(lines).paragraphs(lines))
    return held[-1] if held else ()


def _add(table: _Table, piece: Ruled, *, skip: int, goes_on: bool) -> None:
    table.piece = piece
    for at, row in enumerate(piece.rows[skip:]):
        cells: dict[str, Sequence[Line]] = {}
        for name, cell in zip(table.names, row, strict=False):
            if name and _is_new(cell, cells.get(name, ())):
                cells[name] = (*cells.get(name, ()), *cell.lines)
        if not any(cells.values()):
            continue
        if table.rows and _is_rest(cells, table, begins_page=goes_on and at == 0):
            for name, lines in cells.items():
                table.rows[-1][name] = (*table.rows[-1].get(name, ()), *lines)
        else:
            table.rows.append(cells)


def _is_rest(cells: Mapping[str, Sequence[Line]], table: _Table, *, begins_page: bool) -> bool:
    """Return whether cells are the rest of the row before: it has a number and they have none."""
    if not cells.get("action"):
        return True
    numbered = bool(table.rows[-1].get("number")) and not cells.get("number")
    return begins_page and (numbered or cells["action"][0].text[:1].islower())


def _is_new(cell: Cell, held: Sequence[Line]) -> bool:
    return bool(cell.lines) and cell.lines[0] not in held


def _actions(tables: Sequence[_Table], words: Words) -> Field:
    values: list[dict[str, Any]] = []
    lines: list[Line] = []
    for table in tables:
        heading = words.joined(table.heading).text if table.heading else None
        for row in table.rows:
            held = [line for cell in row.values() for line in cell]
            lines += held
            said = {name: words.joined(cell).text for name, cell in row.items()}
            values.append({"page": held[0].page, "answers": heading, **said})
    found = "the rows of the tables whose heads name an action"
    odd = (_NOTHING,) if any("rag" in table.names for table in tables) else ()
    unheaded = [one for one in values if not one["answers"]]
    none = (f"Over {len(unheaded)} actions stands no heading.",) if unheaded else ()
    return unseen_field("actions", values or None, found, lines, *odd, *none)
