"""What our record does not hold of what a figure counts: said beside every figure it touches."""

from collections.abc import Iterable
from datetime import date

from areasend.domain import kinds
from areasend.domain.coverage import coverage


def limits(names: Iterable[str], last: date) -> tuple[str, ...]:
    """Return a sentence for each kind of event that is not completely held to a last day."""
    said = (_said(kind, last) for kind in dict.fromkeys(names))
    return tuple(words for words in said if words)


def _said(kind: str, last: date) -> str:
    held = coverage()[kind]
    name = kinds.in_sentence(kind)
    if held.complete_to is None:
        return f"Our list is partial ({name}). {held.words}"
    if held.complete_to < last:
        return f"Our list is whole only to {held.to} ({name}). {held.words}"
    return ""
