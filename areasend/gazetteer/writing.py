"""How a postcode is written, and how people write it.

A postcode has an outward part, such as DY1 or SW1A, and an inward part of a digit and two letters.
What people type may lack the space, end in a full stop, follow an address, or have the letter O
for the figure 0 and the letter I for the figure 1, or the other way round.
"""

import re
from collections.abc import Iterator
from itertools import product

#: An outward part and an inward one, the second whole, begun or empty.
Postcode = tuple[str, str]

_OUTWARD = r"([A-Z]{1,2}\d[A-Z\d]?|GIR|NPT)"
_WHOLE = re.compile(rf"{_OUTWARD}(\d[A-Z]{{2}})")
#: A space decides: DY1 1 is not DY11. Without one, DY11 is tried first, and DY1 1 after it.
_PARTS = (re.compile(rf"{_OUTWARD} ?(?:(?<= )(\d[A-Z]?))?"), re.compile(rf"{_OUTWARD}(\d[A-Z]?)"))
_LETTERS = re.compile(r"[A-Z]{1,2}")
_ALIKE = {"O": "O0", "0": "0O", "I": "I1", "1": "1I"}
#: A postcode has seven letters and figures at most, and a space.
_LONGEST = 8


def wholes(words: str) -> Iterator[Postcode]:
    """Yield the whole postcodes that the words may mean, as they stand first."""
    for text in _endings(words):
        for reading in _readings(text.replace(" ", "")):
            if match := _WHOLE.fullmatch(reading):
                yield match[1], match[2]


def parts(words: str) -> Iterator[Postcode]:
    """Yield the beginnings of postcodes that the words may mean, as they stand first.

    Words without a figure begin none, or Woking would be W0 and Poole P0.
    """
    for text in filter(has_figure, _endings(words)):
        for reading in _readings(text):
            for pattern in _PARTS:
                if match := pattern.fullmatch(reading):
                    yield match[1], match[2] or ""


def has_figure(words: str) -> bool:
    """Return whether a figure from 0 to 9 is among the words."""
    return any(mark in "0123456789" for mark in words)


def letters(words: str) -> str:
    """Return the words as the one or two letters with which postcodes may begin, or nothing."""
    text = words.strip().upper()
    return text if _LETTERS.fullmatch(text) else ""


def _endings(words: str) -> Iterator[str]:
    """Yield all of the words, the last two and the last, where a postcode may stand."""
    text = re.sub(r"[^A-Z0-9]+", " ", words.upper()).strip().split()
    for count in sorted({len(text), 2, 1}, reverse=True):
        if 0 < count <= len(text):
            yield " ".join(text[-count:])


def _readings(text: str) -> Iterator[str]:
    if len(text) <= _LONGEST:
        yield from map("".join, product(*(_ALIKE.get(mark, mark) for mark in text)))
