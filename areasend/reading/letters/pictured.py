"""The rules that a picture of a page shows: long and thin runs of dark dots.

They are found as a page's drawn rules are asked for, and taken out of the picture, because a
program that recognises words loses some that stand between rules.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from areasend.reading.letters.drawn import Rule, merged

#: A dot darker than this, of 256 shades, is one of a rule.
_DARK = 150
_IS_DARK = bytes(shade < _DARK for shade in range(256))
_WHITE = b"\xff"
#: A run of dots, with the gaps that dust and a scanner leave in it.
_RUN = re.compile(rb"\x01{60,}(?:\x00{1,6}\x01{12,})*")
#: In points: no thicker than rules that are drawn, as high as a row, as wide as words.
_THICKEST, _HIGH, _WIDE = 3.0, 14.4, 60.0
#: Rules of a table that lay askew meet no further than this from one another, in points.
_REACH = 4.0
#: A page with more than this is a drawing.
_MOST_RUNS = 20_000
#: Runs so many rows apart are one, and a rule's edges are so many dots wide.
_NEAR = 2


class Picture(NamedTuple):
    """Grey dots, row by row from the top, and how many of them a point has."""

    dots: bytes
    width: int
    height: int
    scale: float


class Seen(NamedTuple):
    """The rules across a picture and those down it, in points from the lower left, and the rest."""

    across: list[Rule]
    down: list[Rule]
    rest: Picture


class _Run(NamedTuple):
    row: int
    start: int
    end: int


@dataclass
class _Streak:
    """Runs that touch from one row of dots to the next."""

    start: int
    end: int
    runs: list[_Run] = field(default_factory=list)

    def takes(self, run: _Run) -> bool:
        """Return whether a run goes on from it, having made it a part if so."""
        if run.start > self.end + _NEAR or run.end < self.start - _NEAR:
            return False
        self.start, self.end = min(self.start, run.start), max(self.end, run.end)
        self.runs.append(run)
        return True

    def is_rule(self, shortest: float, thickest: float) -> bool:
        """Return whether it is long and thin."""
        length = self.end - self.start
        dots = sum(run.end - run.start for run in self.runs)
        return length >= shortest and dots <= thickest * length

    @property
    def at(self) -> float:
        """In the middle of which rows it lies."""
        return (self.runs[0].row + self.runs[-1].row + 1) / 2

    def meets(self, other: "_Streak", reach: float) -> bool:
        """Return whether it meets one that runs the other way."""
        along = self.start - reach <= other.at <= self.end + reach
        return along and other.start - reach <= self.at <= other.end + reach


def see(picture: Picture) -> Seen:
    """Return the rules of a picture, and the picture without them."""
    dots, width, height, scale = picture
    dark = dots.translate(_IS_DARK)
    rows = (dark[at : at + width] for at in range(0, width * height, width))
    columns = (dark[at::width] for at in range(width))
    thin = _THICKEST * scale
    across = [one for one in _streaks(rows) if one.is_rule(_WIDE * scale, thin)]
    down = [one for one in _streaks(columns) if one.is_rule(_HIGH * scale, thin)]
    # The strokes of large letters are as long as a row is high, but meet no rule.
    down = [one for one in down if any(one.meets(row, _REACH * scale) for row in across)]
    across = [row for row in across if any(row.meets(one, _REACH * scale) for one in down)]
    high = height / scale
    return Seen(
        merged(Rule(high - one.at / scale, one.start / scale, one.end / scale) for one in across),
        merged(
            Rule(one.at / scale, high - one.end / scale, high - one.start / scale) for one in down
        ),
        picture._replace(dots=_without(picture, across, down)),
    )


def _streaks(rows: Iterable[bytes]) -> Iterator[_Streak]:
    """Return what runs of dark dots make that touch; no more once there are too many."""
    growing: list[_Streak] = []
    count = 0
    for number, row in enumerate(rows):
        yield from (one for one in growing if number - one.runs[-1].row > _NEAR)
        growing = [one for one in growing if number - one.runs[-1].row <= _NEAR]
        for found in _RUN.finditer(row):
            count += 1
            run = _Run(number, *found.span())
            if not any(one.takes(run) for one in growing):
                growing.append(_Streak(run.start, run.end, [run]))
        if count > _MOST_RUNS:
            return
    yield from growing


def _without(picture: Picture, across: Iterable[_Streak], down: Iterable[_Streak]) -> bytes:
    """Return the dots of a picture with those of rules and of their edges made white."""
    dots, width, height, _ = picture
    left = bytearray(dots)
    for run in (run for one in across for run in one.runs):
        for row in range(max(0, run.row - _NEAR), min(height, run.row + _NEAR + 1)):
            first = row * width
            left[first + run.start : first + run.end] = _WHITE * (run.end - run.start)
    for run in (run for one in down for run in one.runs):
        for column in range(max(0, run.row - _NEAR), min(width, run.row + _NEAR + 1)):
            places = slice(run.start * width + column, run.end * width, width)
            left[places] = _WHITE * (run.end - run.start)
    return bytes(left)
