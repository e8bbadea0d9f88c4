"""What the machine sees of a text: parts of its words, and the cues of the taxonomy.

Every sign belongs to a word or words of the text, so that what speaks for a theme can be shown.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from areasend.domain.themes import taxonomy

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_SHORTEST, _LONGEST = 3, 5
#: A cue is told from a part of a word by this sign before it.
CUE = "cue:"


class Sign(NamedTuple):
    """Something seen in a text, and from where to where in it."""

    name: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return a text in small letters with straight apostrophes, every letter in its place."""
    small = text.replace("’", "'").replace("‘", "'").lower()
    return small if len(small) == len(text) else text


def parts(text: str) -> Iterator[Sign]:
    """Yield every part of three to five letters of each word, its edges written as blanks."""
    for word in _WORD.finditer(plain(text)):
        edged = f" {word[0]} "
        for length in range(_SHORTEST, _LONGEST + 1):
            for at in range(len(edged) - length + 1):
                yield Sign(edged[at : at + length], word.start(), word.end())


def cues(text: str) -> Iterator[Sign]:
    """Yield every cue of a theme that the text has, named by the theme."""
    small = plain(text)
    for code, pattern in _patterns().items():
        for found in pattern.finditer(small):
            yield Sign(CUE + code, found.start(), found.end())


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        code: re.compile(rf"\b(?:{'|'.join(map(re.escape, theme.cues))})[\w-]*")
        for code, theme in taxonomy().themes.items()
    }
