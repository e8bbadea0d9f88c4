"""Joins lines into sentences: hyphens at the ends of lines, marks before items, paragraphs."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, pairwise

from areasend.reading.letters.page import UNREAD, Line

#: Marks that nothing but an item of a list begins with, those of Symbol and Wingdings included,
#: and those of fonts that do not say what their signs are.
_MARKS = "\ufffd◼▪•●■□◦○‣⁃∙▸►➢➤❖✓✔\uf0b7\uf0a7\uf06e\uf0d8\uf02d\uf0fc\u25cf\uf076"
_MARK = re.compile(f"[{_MARKS}]\\s*")
#: Marks that may stand in a sentence too.
_PERHAPS = re.compile(r"[-–—−*·o]\s+(?=\S)|[lv§Ø]\s+(?=[A-Z])")
_SELDOM = frozenset("-–—−*·olv§Ø")
_ANY_MARK = frozenset(_MARKS) | _SELDOM
_DASH = re.compile(r"[-–—−*]\s+(?=\S)")
#: An item is set in by so many points, where its mark alone does not tell.
_SET_IN = 3.0
#: Lines begin another paragraph that are further apart than those of one text by this much.
_APART = 1.2
#: How far apart lines of one text are where a document does not tell, in heights of a line.
_PITCH = 1.25
_FINE = 20
_ENOUGH = 200

#: Words that are joined to another by a hyphen and would not be one word with it.
_PREFIXES = frozenset(
    (
        *("all", "anti", "co", "cross", "ex", "full", "half", "high", "inter", "long", "low"),
        *("lower", "mid", "multi", "neuro", "non", "on", "one", "out", "over", "part", "post"),
        *("pre", "re", "self", "semi", "short", "single", "sub", "third", "two", "three", "four"),
        *("under", "up", "well", "whole", "wide", "year"),
    )
)


def mark_of(line: Line, *, least: float | None = None) -> str:
    """Return the mark with which a line begins as an item of a list, and what follows it.

    A dash is one only where the line is set in from `least`, where the words around it begin.
    """
    first = line.text[0] if line.text else ""
    if first in _MARKS and (found := _MARK.match(line.text)):
        return found[0]
    if first not in _SELDOM or least is None or line.left <= least + _SET_IN:
        return ""
    found = _PERHAPS.match(line.text)
    return found[0] if found else ""


def _dash_after(before: Line | None, line: Line) -> str:
    """Return the dash with which a line begins after one that announces or ends a point."""
    if before and before.text.endswith((":", ";", ".")) and (found := _DASH.match(line.text)):
        return found[0]
    return ""


@dataclass(frozen=True)
class Wording:
    """Lines as one text, and what is doubtful about how they were joined."""

    text: str
    lines: tuple[Line, ...]
    sub_bullets: int = 0
    doubts: tuple[str, ...] = ()


@dataclass
class Words:
    """The words of a document, asked whether a hyphen at the end of a line belongs there."""

    lines: Collection[Line]
    _text: str | None = field(default=None, repr=False)

    def paragraphs(self, lines: Sequence[Line]) -> Iterator[list[Line]]:
        """Return lines by paragraph, as far apart as they are in this document."""
        return paragraphs(lines, self._pitch)

    @cached_property
    def _pitch(self) -> float:
        return pitch_of(self.lines)

    def joined(self, lines: Sequence[Line], *, least: float | None = None) -> Wording:
        """Return lines as one text, without the marks before items."""
        left = min((line.left for line in lines), default=0.0) if least is None else least
        text, marks, doubts = "", 0, list[str]()
        for at, line in enumerate(lines):
            before = lines[at - 1] if at else None
            said, mark = line.text, ""
            if said[:1] in _ANY_MARK:
                mark = mark_of(line, least=left) or _dash_after(before, line)
                said = said[len(mark) :]
                marks += bool(mark)
            if before and (before.broken or before.soft) and not mark:
                text, doubt = self._hyphenated(text, said, before)
                doubts += [doubt] if doubt else []
            else:
                text = f"{text} {said}" if text and said else text + said
        if UNREAD in text:
            doubts.append("Its font does not say what some of its characters are.")
        return Wording(text, tuple(lines), marks, tuple(doubts))

    def _hyphenated(self, text: str, said: str, before: Line) -> tuple[str, str]:
        if before.soft:
            return text + said, ""
        first, second = _ends_with(text[:-1]), _begins_with(said)
        if not first or not second:
            # A dash that ends a line, or a number: nothing was cut.
            return text + (said if text[-2:-1].strip() else f" {said}"), ""
        keeps, doubt = self._keeps(first, second)
        return (text if keeps else text[:-1]) + said, doubt

    def _keeps(self, first: str, second: str) -> tuple[bool, str]:
        """Return whether a hyphen between two parts belongs there, and any doubt about it."""
        whole, parted = f"{first}{second}", f"{first}-{second}"
        if second[0].isupper() or first.casefold() in _PREFIXES or self._says(parted):
            return True, ""
        if self._says(whole) and not self._says(first):
            return False, ""
        if self._says(first) and self._says(second):
            return True, ""
        return True, f"“{parted}” stood across two lines: its hyphen may not belong there."

    def _says(self, word: str) -> bool:
        """Return whether the document has a word by itself, within a line."""
        if self._text is None:
            self._text = "\n".join(line.text for line in self.lines).casefold()
        said = word.casefold()
        # Most words that are asked for stand nowhere, which is told without a pattern.
        alone = rf"(?<![\w-]){re.escape(said)}(?![\w-])"
        return said in self._text and bool(re.search(alone, self._text))


def _ends_with(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found[0] if found else ""


def _begins_with(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found[0] if found else ""


def paragraphs(lines: Sequence[Line], pitch: float = _PITCH) -> Iterator[list[Line]]:
    """Return lines by paragraph. One that goes on over the end of a page is one.

    `pitch` is how far apart the lines of one text are, in heights of a line.
    """
    held: list[Line] = list(lines[:1])
    for before, line in pairwise(lines):
        if _begins(before, line, pitch):
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _begins(before: Line, line: Line, pitch: float) -> bool:
    if mark_of(line) or abs(before.top - before.bottom - line.top + line.bottom) > 1:
        return True
    if before.page != line.page:
        return before.text.endswith((".", "!", "?", ":")) and not line.text[:1].islower()
    return before.bottom - line.bottom > _APART * pitch * max(before.height, line.height)


def pitch_of(lines: Collection[Line]) -> float:
    """Return how far apart most lines stand from the next, in heights of a line."""
    apart: Counter[int] = Counter()
    before: Line | None = None
    for line in islice(lines, _ENOUGH):
        high = line.top - line.bottom
        if before and before.page == line.page and high > 1:
            apart[round((before.bottom - line.bottom) / high * _FINE)] += 1
        before = line
    near = {steps: count for steps, count in apart.items() if _FINE <= steps <= 2 * _FINE}
    return max(near, key=lambda steps: near[steps]) / _FINE if near else _PITCH
