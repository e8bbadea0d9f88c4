"""The points of a report with their numbers: minted when first recorded, and never used again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any

from areasend.casework.tellings.found import Found
from areasend.casework.wordings import themes_held, wordings
from areasend.domain.areas import AREAS
from areasend.domain.points import IMPROVEMENT, Point
from areasend.reading.kinds.area_send_report.bodies import resolved

#: How alike the words of a point and what they were corrected from are, at the least.
_ALIKE = 0.6


def numbered(
    kind: str, texts: Sequence[str], read: Sequence[Point], used: Collection[str] = ()
) -> list[str]:
    """Return the number of each text: that of the point read before that it is, mended or not.

    No two have the same. A new point has its place in the report as its number; where that is
    another's, or was (`used`), the first that never was. Counted points are numbered up to their
    count, so that one of them has an old number anew where no other is left.
    """
    before = [point for point in read if point.number[:1] == kind]
    known = _known(texts, before)
    fits = len(texts) if kind != IMPROVEMENT else len(texts) + len(before) + len(used)
    allowed = [f"{kind}{at}" for at in range(1, fits + 1)]
    known = {at: point for at, point in known.items() if point.number in allowed}
    left = [one for one in allowed if one not in {point.number for point in known.values()}]
    left.sort(key=lambda one: one in used)  # those that never were, first
    numbers = []
    for at in range(len(texts)):
        own = known[at].number if at in known else _next(left, f"{kind}{at + 1}", used)
        numbers.append(own)
    return numbers


def _next(left: list[str], own: str, used: Collection[str]) -> str:
    """Take a number from those left: the place of the point where it never was another's."""
    number = own if own in left and own not in used else left[0]
    left.remove(number)
    return number


def _known(texts: Sequence[str], before: Sequence[Point]) -> dict[int, Point]:
    """Return the points read before by the place of the text that is each, the likest first."""
    pairs = (
        (_likeness(text, point.words), at, place)
        for at, text in enumerate(texts)
        for place, point in enumerate(before)
    )
    found: dict[int, int] = {}
    for likeness, at, place in sorted(pairs, key=lambda one: (-one[0], one[1], one[2])):
        if likeness >= _ALIKE and at not in found and place not in found.values():
            found[at] = place
    return {at: before[place] for at, place in found.items()}


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def points(
    kind: str, items: Sequence[Mapping[str, Any]], found: Found, *, inspection: str, on: date
) -> tuple[Point, ...]:
    """Return items as points, with the themes that a person gave the same words, here or before."""
    texts = [one["text"] for one in items]
    read, used = found.read.get(inspection, ()), found.used.get(inspection, frozenset())
    themes = {**themes_held(found.read.values()), **found.themes}
    numbers = numbered(kind, texts, read, used)
    return tuple(
        Point(
            number=number,
            words=item["text"],
            bodies=tuple(_bodies(item.get("bodies") or "", found.area, on)),
            themes=themes.get(wording, ()),
        )
        for item, number, wording in zip(items, numbers, wordings(kind, texts), strict=True)
    )


def _bodies(said: str, area: str, on: date) -> Iterator[str]:
    """Yield the bodies named: as the organisations of the day, or as printed."""
    if not said:
        return
    found = resolved(said, AREAS.get(area), on)
    yield from (one["slug"] for one in found["organisations"])
    yield from found["unresolved"]
