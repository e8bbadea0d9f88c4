"""Tells what stands at the head or foot of every page from what the page says."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from areasend.reading.letters.page import Line

#: Heads and feet stand within this share of a page's height from its edge, and apart from the
#: rest by more than lines of one text are, in heights of a line.
_EDGE = 0.09
_APART = 1.8
_NUMBERED = re.compile(r"\W*(?:page )?\d{1,3}(?: of \d{1,3})?$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:page )?\d{1,3}(?: of \d{1,3})?", re.IGNORECASE)
#: How the foot of a report begins; a second line may hold its date alone.
_RUNNING = re.compile(
    r"(?:area send )?inspection report:|.{0,80}local area partnership,? \d|page \d+ of \d+",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:[\d\W]|to|and|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)+",
    re.IGNORECASE,
)

Parted = dict[int, tuple[tuple[Line, ...], tuple[Line, ...]]]


def parted(pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float]) -> Parted:
    """Return the body and the furniture of each page, both from the top.

    Furniture stands at an edge apart from the rest, and stands there on another page too, but for
    the page's number; or is that number; or has the words with which a report's foot begins.
    """
    edges = {number: _at_edges(lines, heights[number]) for number, lines in pages.items()}
    often = Counter(key for lines in edges.values() for key in {_key(one) for one in lines})
    return {number: _part(lines, edges[number], often) for number, lines in pages.items()}


def _part(
    lines: Sequence[Line], edges: Sequence[Line], often: Mapping[str, int]
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    found = [line for line in edges if often[_key(line)] > 1 or _NUMBER.fullmatch(line.text)]
    running = [line for line in edges if line not in found and _RUNNING.match(line.text)]
    apart = {*found, *running}
    apart |= {line for line in edges if line not in apart and _second(line, apart)}
    apart -= set(_beside_text(apart, lines))
    furniture = sorted(apart, key=lambda one: (-one.bottom, one.left))
    body = [line for line in lines if line not in apart] if apart else lines
    return tuple(in_reading_order(body)), tuple(furniture)


def _second(line: Line, others: set[Line]) -> bool:
    """Return whether a line of nothing but a date and a number goes on from a foot."""
    near = any(0 < abs(one.bottom - line.bottom) < 2 * line.height for one in others)
    return near and bool(_DATED.fullmatch(line.text))


def _beside_text(apart: set[Line], lines: Sequence[Line]) -> Iterator[Line]:
    """Return what stands so near to other lines that it is one of them."""
    if not apart:
        return
    others = sorted(line.bottom for line in lines if line not in apart)
    for line in apart:
        above = bisect(others, line.bottom)
        nearest = others[max(0, above - 1) : above + 1]
        if any(abs(other - line.bottom) < _APART * line.height for other in nearest):
            yield line


def _at_edges(lines: Sequence[Line], height: float) -> list[Line]:
    low, high = height * _EDGE, height * (1 - _EDGE)
    return [line for line in lines if line.top < low or line.bottom > high]


def _key(line: Line) -> str:
    text = _NUMBERED.sub("", line.text) if line.text[-1].isdecimal() else line.text
    return f"{text.casefold()} {round(line.left / 20)}"


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return lines from the top where the page holds them in another order.

    A page that goes up again by more than the height of a few lines has columns, cells or boxes.
    Its order is kept, because rules tell them apart better than places do; but what was drawn
    last and stands above everything is read first.
    """
    ordered = list(lines)
    if len(ordered) < 2 or not _is_jumbled(ordered):  # noqa: PLR2004  a line alone has an order
        return ordered
    return sorted(ordered, key=lambda one: (-round(one.bottom / 3), one.left))


def _is_jumbled(lines: Sequence[Line]) -> bool:
    """Return whether lines go up although no two of them stand side by side."""
    tops, bottoms = [line.top for line in lines], [line.bottom for line in lines]
    if not any(then > one for one, then in zip(tops, bottoms[1:], strict=False)):
        return False
    by_place = sorted(lines, key=lambda one: -one.bottom)
    return not any(
        then.top - one.bottom > min(one.height, then.height) / 2 for one, then in pairwise(by_place)
    )
