"""What the report says works well and what must get better, point by point."""

from collections.abc import Iterator, Sequence
from typing import Any

from areasend.reading.letters.page import Line
from areasend.reading.letters.passages import passages
from areasend.reading.letters.wording import Words, mark_of
from areasend.reading.proposals import Field

_DEEPER = 10.0
_CHANGED = (
    *("since the previous inspection", "since the last inspection", "since that inspection"),
    *("there have been", "there has been", "changes", "changed", "was appointed"),
    *("took up", "new director", "newly appointed", "appointment of"),
)


def points(name: str, heading: str, lines: Sequence[Line], words: Words) -> Field:
    """Return the points under a heading. What is set in further belongs to the point before."""
    found = f"the points under “{heading}”"
    if not lines:
        return Field(name, None, found, (), (f"The heading “{heading}” was not found.",))
    held = list(_points(lines, words))
    marked = any(mark_of(line) for line in lines)
    doubts = () if marked else ("The section has no points: its paragraphs were taken.",)
    values = [_plain(one, words) for one in held]
    return Field(name, values, found, tuple(p for one in held for p in passages(one)), doubts)


def _points(lines: Sequence[Line], words: Words) -> Iterator[list[Line]]:
    marked = [line.left for line in lines if mark_of(line)]
    least = min(marked, default=0.0)
    held: list[Line] = []
    for paragraph in words.paragraphs(lines):
        first = paragraph[0]
        begins = mark_of(first) and first.left < least + _DEEPER
        if held and (begins or not marked):
            yield held
            held = []
        if begins or held or not marked:
            held += paragraph
    if held:
        yield held


def _plain(lines: Sequence[Line], words: Words) -> dict[str, Any]:
    said = words.joined(lines)
    sub = said.sub_bullets - bool(mark_of(lines[0]))
    return {"page": lines[0].page, "sub_bullets": sub, "text": said.text}


def changes(lines: Sequence[Line], words: Words) -> Field:
    """Return the paragraphs on the partnership that tell of something that changed."""
    found = "paragraphs of “Information about the local area partnership” that tell of change"
    if not lines:
        why = "The heading “Information about the local area partnership” was not found."
        return Field("changes_since", None, found, (), (why,))
    told = [held for held in words.paragraphs(lines) if _tells(words.joined(held).text)]
    values = [{"page": held[0].page, "text": words.joined(held).text} for held in told]
    return Field("changes_since", values, found, tuple(p for one in told for p in passages(one)))


def _tells(text: str) -> bool:
    small = text.casefold()
    return any(words in small for words in _CHANGED)
