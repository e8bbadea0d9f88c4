"""Words that a program recognised in a picture, as lines that can be parted between words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from areasend.reading.letters.page import Line

#: No word of a report is of one letter but these; of two letters almost anything may be one.
_WORDS_OF_ONE_LETTER = frozenset("AaI")
_MARK = "•"
#: What is left of a rule is recognised as.
_RULE = re.compile(r"^[|_—–-]*[|_][|_—–-]*|\|$")
#: Lines of one font have one height, though some have no letter that reaches down or up.
_LOWEST, _HIGHEST = 0.6, 1.35
#: A mark is of two signs at most, and further from the words, in points, than they from each
#: other: so many times as far, for in lines of even length those are far apart too.
_LONGEST_MARK, _FAR, _FURTHER = 2, 7.0, 1.5


class Word(NamedTuple):
    """A word and its box, in points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


class Placed(NamedTuple):
    """A word and which of the page's characters it begins with."""

    first: int
    word: Word


class RecognisedText:
    """The words of a page that is a picture. It offers what a page's own text does."""

    def __init__(self, number: int, lines: Iterable[Sequence[Word]]) -> None:
        self.number = number
        self._lines = list(_placed(lines))
        self._size = sum(len(one.word.text) + 1 for line in self._lines for one in line)
        heights = [max(word.top - word.bottom for _, word in line) for line in self._lines]
        self._height = median(heights) if heights else 0.0

    def __len__(self) -> int:
        return self._size

    def close(self) -> None:
        """Do nothing: nothing is held."""

    def lines(self) -> list[Line]:
        """Return the lines in the order in which they were recognised."""
        return [self._line(words) for words in self._lines]

    def split(self, line: Line, at: float) -> tuple[Line | None, Line | None]:
        """Return what of a line stands left of a rule and what right of it."""
        words = self._words_of(line)
        right = next((n for n, one in enumerate(words) if one.word.left >= at - 1), len(words))
        parts = words[:right], words[right:]
        left_part, right_part = (self._line(part) if part else None for part in parts)
        return left_part, right_part

    def place_of(self, line: Line, words: str) -> float | None:
        """Return where words of a line begin, from the left of the page."""
        at = line.text.find(words)
        before = [one for one in self._words_of(line) if one.first <= line.first + at]
        return before[-1].word.left if at >= 0 and before else None

    def _words_of(self, line: Line) -> list[Placed]:
        end = line.first + line.size
        return [one for held in self._lines for one in held if line.first <= one.first < end]

    def _line(self, words: Sequence[Placed]) -> Line:
        lefts, bottoms, rights, tops = zip(*(one.word[1:] for one in words), strict=True)
        bottom, top = min(bottoms), max(tops)
        if _LOWEST <= (top - bottom) / (self._height or 1) <= _HIGHEST:
            middle = (bottom + top) / 2
            bottom, top = middle - self._height / 2, middle + self._height / 2
        text = " ".join(one.word.text for one in words)
        places = (min(lefts), bottom, max(rights), top, words[0].first, len(text))
        return Line(self.number, text, *places, broken=text.endswith("-"))


def _placed(lines: Iterable[Sequence[Word]]) -> Iterator[list[Placed]]:
    first = 0
    for line in lines:
        held = []
        for word in _without_rules(line):
            held.append(Placed(first, word))
            first += len(word.text) + 1
        if held:
            yield held


def _without_rules(line: Sequence[Word]) -> list[Word]:
    """Return words without the rules beside them, and the mark before them as what it is."""
    bare = (word._replace(text=_RULE.sub("", word.text)) for word in line)
    words = [word for word in bare if word.text]
    if words[1:] and _may_be_mark(words[0].text) and _stands_apart(words):
        words[0] = words[0]._replace(text=_MARK)
    return words


def _may_be_mark(text: str) -> bool:
    """Return whether the mark before an item may have been recognised as this.

    It seldom is as what it is, but as a sign or two, or a letter: never as a word.
    """
    if len(text) > _LONGEST_MARK or re.search(r"\d", text):
        return False
    return not text.isalpha() or (len(text) == 1 and text not in _WORDS_OF_ONE_LETTER)


def _stands_apart(words: Sequence[Word]) -> bool:
    """Return whether the first of some words is further from the next than they from each other."""
    first, *others = (after.left - word.right for word, after in pairwise(words))
    return first > max(_FAR, _FURTHER * median(others) if others else 0)
