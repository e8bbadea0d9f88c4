"""The points of a report with their numbers: minted when first recorded, and never used again."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from typing import Any

from areasend.domain.areas import AREAS
from areasend.domain.points import Point
from areasend.reading.kinds.area_send_report.bodies import resolved


def numbered(
    kind: str, texts: Sequence[str], read: Sequence[Point]
) -> Iterator[tuple[str, Point | None]]:
    """Yield the number of each text, and the point that was read before in the same words."""
    before = {point.words: point for point in read if point.number[:1] == kind}
    taken = {point.number for point in before.values()}
    free = (f"{kind}{at}" for at in count(1) if f"{kind}{at}" not in taken)
    for text in texts:
        known = before.get(text)
        yield (known.number if known else next(free)), known


def points(
    kind: str, items: Sequence[Mapping[str, Any]], read: Sequence[Point], *, area: str, on: date
) -> tuple[Point, ...]:
    """Return items as points, with the themes that a person gave the same words before."""
    texts = [one["text"] for one in items]
    return tuple(
        Point(
            number=number,
            words=item["text"],
            bodies=tuple(_bodies(item.get("bodies") or "", area, on)),
            themes=known.themes if known else (),
        )
        for item, (number, known) in zip(items, numbered(kind, texts, read), strict=True)
    )


def _bodies(said: str, area: str, on: date) -> Iterator[str]:
    """Yield the bodies named: as the organisations of the day, or as printed."""
    if not said:
        return
    found = resolved(said, AREAS.get(area), on)
    yield from (one["slug"] for one in found["organisations"])
    yield from found["unresolved"]
