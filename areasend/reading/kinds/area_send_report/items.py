"""The areas for priority action and for improvement, one by one."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from areasend.reading.kinds.area_send_report.sections import Part, Sections
from areasend.reading.kinds.area_send_report.tables import Found, Row, firsts_of
from areasend.reading.letters.page import Line
from areasend.reading.letters.passages import passages
from areasend.reading.letters.wording import Words, mark_of
from areasend.reading.proposals import Field

_ENDED = re.compile(r"[.!?][’”\"')]?$")
_NUMBERED = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
#: Shorter than this no action of any report is: something was cut.
_FEWEST_WORDS = 6
_OUT_OF_TABLE = "It does not stand in a ruled table."


#: The words of bodies, in the order of the alphabet.
Named = tuple[str, ...]


@dataclass
class Item:
    """An item as it is put together: its lines, who must act, and what is doubtful."""

    lines: list[Line]
    bodies: list[Line] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    number: int | None = None

    @property
    def ended(self) -> bool:
        """Whether its last line ends a sentence."""
        return bool(self.lines and _ENDED.search(self.lines[-1].text))


def read(part: Part, parts: Sections, tables: Sequence[Found], words: Words) -> list[Item]:
    """Return the items of a part: from its tables, or where it has none from its paragraphs."""
    rows = [table for table in tables if table.part is part]
    items = [item for table in rows for item in _of_table(table, words)]
    if not items and part in parts.headings:
        inside = firsts_of(tables)
        lines = [line for line in parts.of(part) if (line.page, line.first) not in inside]
        items = list(_of_paragraphs(lines, words))
    for item in items:
        item.doubts += _short(words, item)
    return items


def _of_table(table: Found, words: Words) -> Iterator[Item]:
    whole = {_named(_said(row.bodies.lines, words)) for row in table.rows if not row.begins_page}
    items: list[Item] = []
    for row in table.rows:
        goes_on, doubt = False, ""
        if items and row.begins_page:
            goes_on, doubt = _goes_on(items[-1], row, words, whole)
        if not goes_on:
            items.append(Item([], []))
        items[-1].lines += row.text.lines
        items[-1].bodies += row.bodies.lines
        items[-1].doubts += [doubt] if doubt else []
    for item in items:
        yield from _numbered(item)


def _said(lines: Sequence[Line], words: Words) -> str:
    return words.joined(lines).text


def _named(said: str) -> Named:
    """Return the words of bodies, which rows name in one order and another."""
    return tuple(sorted(said.replace(",", " ").split()))


def _goes_on(before: Item, row: Row, words: Words, whole: AbstractSet[Named]) -> tuple[bool, str]:
    """Return whether a row that begins a page goes on from the item before, and any doubt."""
    if not row.text.lines:
        return True, ""
    if row.bodies.lines:
        return _goes_on_in_both(before, row, words, whole)
    if before.bodies:
        return True, ""  # a cell left empty beside it
    first = row.text.lines[0]
    small = first.text[:1].islower() or bool(mark_of(first)) or before.lines[-1].broken
    if before.ended:
        return small, "" if small else _MAY_GO_ON
    points = any(mark_of(line) for line in before.lines)  # which need not end a sentence
    return True, "" if small or (not points and _is_a_name(first, words)) else _TWO


def _goes_on_in_both(
    before: Item, row: Row, words: Words, whole: AbstractSet[Named]
) -> tuple[bool, str]:
    """Return whether both cells go on, by the bodies that other rows name and by how each ends."""
    here, there = _said(row.bodies.lines, words), _said(before.bodies, words)
    both = _said([*before.bodies, *row.bodies.lines], words)
    if _named(both) in whole and before.ended:
        return True, ""
    cut = there.casefold().endswith((" and", ",", " of", " the", "&")) or here[:1].islower()
    small = row.text.lines[0].text[:1].islower() or before.lines[-1].broken
    if not before.ended and not mark_of(row.text.lines[0]):
        return True, "" if cut or small or _named(both) in whole else _TWO
    if cut:
        return True, ""
    return False, "" if _named(here) in whole | {_named(there)} else _MAY_GO_ON


_MAY_GO_ON = "It begins a page after a full stop, and may go on from the item before."
_TWO = "It goes on over a page with a capital letter: it may be two items."


def _is_a_name(first: Line, words: Words) -> bool:
    """Return whether a line begins with a name or abbreviation, which others have in sentences."""
    word = first.text.split()[0].strip(".,;:()‘’“”")
    inside = re.compile(rf"[a-z,;] {re.escape(word)}\b")
    return word.isupper() or any(inside.search(line.text) for line in words.lines)


def _numbered(item: Item) -> Iterator[Item]:
    """Return the items that one cell numbers, or the one item that it is."""
    starts = [
        (at, int(found[1]))
        for at, line in enumerate(item.lines)
        if (found := _NUMBERED.match(line.text))
    ]
    numbers = [number for _, number in starts]
    in_turn = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    if not starts or starts[0][0] or not in_turn:
        yield item
        return
    ends = [at for at, _ in starts[1:]] + [len(item.lines)]
    many = ["The cell numbers several items."] if len(starts) > 1 else []
    for (at, number), end in zip(starts, ends, strict=True):
        lines = item.lines[at:end]
        first = lines[0]._replace(text=_NUMBERED.sub("", lines[0].text, count=1))
        yield Item([first, *lines[1:]], list(item.bodies), [*item.doubts, *many], number)


def _of_paragraphs(lines: Sequence[Line], words: Words) -> Iterator[Item]:
    for paragraph in words.paragraphs(lines):
        if paragraph[0].text.strip() and not (
            len(paragraph) == 1 and mark_of(paragraph[0]) == paragraph[0].text
        ):
            yield from _numbered(Item(list(paragraph), doubts=[_OUT_OF_TABLE]))


def _short(words: Words, item: Item) -> Iterator[str]:
    said = words.joined(item.lines).text
    if len(said.split()) < _FEWEST_WORDS:
        yield f"It is only “{said}”: something may have been cut."
    elif said[:1].islower():
        yield "It begins in small letters: something before it may be missing."
    elif not item.ended and not any(mark_of(line) for line in item.lines):
        yield "Its last sentence does not end: something may have been cut."


def plain(item: Item, words: Words, *, with_bodies: bool) -> dict[str, Any]:
    """Return an item as plain values, and add to it what is doubtful about its words."""
    said = words.joined(item.lines)
    item.doubts += said.doubts
    values: dict[str, Any] = {
        "page": item.lines[0].page if item.lines else None,
        "sub_bullets": said.sub_bullets,
        "text": said.text,
    }
    if with_bodies:
        values["bodies"] = words.joined(item.bodies).text or None
    return values


def as_field(name: str, items: Sequence[Item], words: Words, doubts: Sequence[str]) -> Field:
    """Return items as one field: a list, with the place of each and its doubts by its number."""
    values = [plain(item, words, with_bodies=name == "priority_actions") for item in items]
    each = tuple(
        f"Item {number}: {says}" for number, item in enumerate(items, 1) for says in item.doubts
    )
    places = tuple(one for item in items for one in passages([*item.bodies, *item.lines]))
    return Field(name, values, "the ruled table", places, (*doubts, *each))
