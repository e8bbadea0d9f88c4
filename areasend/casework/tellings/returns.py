"""What letters on a return say of each point, traced to the point of the first report."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from areasend.casework.tellings.found import UnableToTell
from areasend.domain.points import Progress


def judged(
    kind: str, items: Sequence[Mapping[str, Any]] | None, *, enough: str
) -> tuple[Progress, ...]:
    """Return the verdict on each point by its number; `enough` is the key of the verdict."""
    return tuple(_judged(kind, items or (), enough))


def _judged(kind: str, items: Sequence[Mapping[str, Any]], enough: str) -> Iterator[Progress]:
    for at, item in enumerate(items, 1):
        verdict = item.get(enough)
        if verdict is None:
            raise UnableToTell(f"Item {at} of what was found of each has no verdict.")
        yield Progress(number=f"{kind}{item.get('number') or at}", enough=bool(verdict))
