"""What a report says point by point: weaknesses, areas for priority action, for improvement.

A point has a number under its inspection, minted when it is first recorded and never used again
(ADR 9): `w3` is a weakness, `a2` an area for priority action, `i1` an area for improvement. The
shipped record has no points: an installation has those that its
operator has read from the documents themselves (ADR 20).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WEAKNESS, ACTION, IMPROVEMENT = "w", "a", "i"
_NUMBER = re.compile(r"[wai][1-9][0-9]?")
#: Longer than any that was seen (147 words), by far.
_LONGEST = 4000


@dataclass(frozen=True, kw_only=True)
class Point:
    """A weakness or an area for action or improvement, in the report's words.

    `bodies` are those that the report makes responsible: the slug of an area or of a health body
    where it is known, or else the name as printed. `themes` are codes of `themes.toml` that a
    person gave it: `none` alone where they found that none fits, and nothing where nobody looked.
    """

    number: str
    words: str
    bodies: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Progress:
    """What inspectors who came back found of one point: whether enough had been done."""

    number: str
    enough: bool


class Counted(NamedTuple):
    """Of what kind of point a report has some to count, and how many, where that is held."""

    kind: str
    number: int | None


def cannot_be(points: Sequence[Point], counted: Counted) -> Iterator[str]:
    """Yield why points cannot stand in a report that counts so many of a kind, if they cannot."""
    yield from _numbers([point.number for point in points])
    for point in points:
        if point.number[:1] not in {counted.kind, IMPROVEMENT}:
            yield f"A report with this outcome has no point {point.number}."
        if not 0 < len(point.words.strip()) <= _LONGEST:
            yield f"Point {point.number} needs words, at most {_LONGEST:,} letters of them."
    counts = [point.number for point in points if point.number[:1] == counted.kind]
    yield from _beyond(counts, counted.number)


def progress_cannot_be(
    judged: Sequence[Progress], *, sufficient: int | None, of: int | None
) -> Iterator[str]:
    """Yield why verdicts point by point do not go with their count, if they do not."""
    yield from _numbers([one.number for one in judged])
    yield from _beyond([one.number for one in judged], of)
    if not judged or sufficient is None or of is None:
        return
    enough = sum(one.enough for one in judged)
    if enough > sufficient or len(judged) - enough > of - sufficient:
        yield f"{enough} of the {len(judged)} points judged had enough progress, not {sufficient}."


def _numbers(numbers: Sequence[str]) -> Iterator[str]:
    for number in numbers:
        if not _NUMBER.fullmatch(number):
            yield f"{number!r} numbers no point: w3, a2 or i1 would."
    if len(set(numbers)) < len(numbers):
        yield "Two points have the same number."


def _beyond(numbers: Sequence[str], counted: int | None) -> Iterator[str]:
    for number in numbers:
        if counted is not None and number[1:].isdecimal() and int(number[1:]) > counted:
            yield f"There is no point {number} where {counted} are counted."
