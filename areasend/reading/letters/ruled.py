"""The tables of a page, from the rules that are drawn on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from areasend.reading.letters.drawn import SAME, Rule
from areasend.reading.letters.page import Box, Line, PageText
from areasend.reading.letters.recognised import RecognisedText

_MOST_RULES = 400
#: Two rules that cross are no table, and one may reach so far beyond another without meaning it.
_CROSSED, _OVERHANG = 2, 8.0
#: A cell by its row and column.
Place = tuple[int, int]
#: A page's own words, or those recognised in its picture.
Text = PageText | RecognisedText


@dataclass(frozen=True)
class Cell:
    """A cell and the lines in it. One that reaches over several rows stands in each of them."""

    lines: tuple[Line, ...] = ()

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


def tables(
    text: Text, lines: Sequence[Line], across: list[Rule], down: list[Rule]
) -> tuple[Ruled, ...]:
    """Return the tables that rules make on a page, from the top, with the lines in each cell."""
    if len(across) + len(down) > _MOST_RULES:
        return ()
    found = [_table(text, lines, *group) for group in _groups(across, down)]
    return tuple(sorted((one for one in found if one), key=lambda one: -one.box[3]))


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
        if verticals and horizontals and len(verticals) + len(horizontals) > _CROSSED:
            yield horizontals, verticals


def _touch(across: Rule, down: Rule) -> bool:
    return across.covers(down.at) and down.covers(across.at)


def _table(text: Text, lines: Sequence[Line], across: list[Rule], down: list[Rule]) -> Ruled | None:
    columns = _to_the_ends(_places(rule.at for rule in down), across)
    edges = _to_the_ends(_places(rule.at for rule in across), down)[::-1]
    if len(columns) == 1 or len(edges) == 1:
        return None
    box = (columns[0], edges[-1], columns[-1], edges[0])
    inside = [line for line in lines if _within(line, box)]
    placed = _by_cell(text, inside, columns, edges)
    rows = tuple(_rows(placed, columns, edges, (across, down)))
    return Ruled(text.number, box, tuple(columns), rows)


def _to_the_ends(places: list[float], others: Sequence[Rule]) -> list[float]:
    """Return places with those at which a table ends without a rule, as over the end of a page.

    It goes as far there as the rules that run the other way.
    """
    first, last = min(one.start for one in others), max(one.end for one in others)
    before = [first] if first < places[0] - _OVERHANG else []
    after = [last] if last > places[-1] + _OVERHANG else []
    return [*before, *places, *after]


def _places(ats: Iterable[float]) -> list[float]:
    places: list[float] = []
    for at in sorted(ats):
        if not places or at - places[-1] > SAME:
            places.append(at)
    return places


def _within(line: Line, box: Box) -> bool:
    middle = (line.bottom + line.top) / 2
    return box[1] <= middle <= box[3] and box[0] - SAME <= line.left <= box[2]


def _by_cell(
    text: Text, lines: Iterable[Line], columns: Sequence[float], edges: Sequence[float]
) -> dict[Place, list[Line]]:
    placed: dict[Place, list[Line]] = {}
    for line in lines:
        middle = (line.bottom + line.top) / 2
        row = next(at for at, (_, under) in enumerate(pairwise(edges)) if middle >= under)
        for part in _parts(text, line, columns):
            begins = part.left + SAME
            column = max(0, sum(edge <= begins for edge in columns[:-1]) - 1)
            placed.setdefault((row, column), []).append(part)
    return placed


def _parts(text: Text, line: Line, columns: Sequence[float]) -> Iterator[Line]:
    rest: Line | None = line
    for edge in columns[1:-1]:
        if rest and rest.left < edge - SAME and rest.right > edge + SAME:
            before, rest = text.split(rest, edge)
            if before:
                yield before
    if rest:
        yield rest


def _rows(
    placed: Mapping[Place, Sequence[Line]],
    columns: Sequence[float],
    edges: Sequence[float],
    drawn: tuple[Sequence[Rule], Sequence[Rule]],
) -> Iterator[tuple[Cell, ...]]:
    """Return the rows from the top."""
    owners = _owners(columns, edges, *drawn)
    lines: dict[Place, list[Line]] = {owner: [] for owner in owners.values()}
    for place, held in placed.items():
        lines[owners[place]] += held
    cells = {owner: Cell(tuple(held)) for owner, held in lines.items()}
    for row in range(len(edges) - 1):
        places = dict.fromkeys(owners[row, column] for column in range(len(columns) - 1))
        yield tuple(cells[place] for place in places)


def _owners(
    columns: Sequence[float], edges: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> dict[Place, Place]:
    """Return of which cell each place is a part: without a rule between, of the one before."""
    owners: dict[Place, Place] = {}
    for row, (top, bottom) in enumerate(pairwise(edges)):
        for column, (left, right) in enumerate(pairwise(columns)):
            if row and not _is_ruled(across, top, (left + right) / 2):
                owners[row, column] = owners[row - 1, column]
            elif column and not _is_ruled(down, left, (top + bottom) / 2):
                owners[row, column] = owners[row, column - 1]
            else:
                owners[row, column] = row, column
    return owners


def _is_ruled(drawn: Sequence[Rule], at: float, through: float) -> bool:
    return any(abs(one.at - at) <= SAME and one.covers(through) for one in drawn)
