"""The points of the first report, to which a letter on a return is traced."""

from dataclasses import dataclass

from areasend.answers.weaknesses import Weakness, weaknesses_of
from areasend.casework.checking import Checking
from areasend.domain import history
from areasend.ledger import entries

_FIRST = {"revisit-letter": "weakness", "monitoring-report": "priority action"}


@dataclass(frozen=True)
class Originals:
    """How many points the first report counts, and those of which more than the number is held."""

    count: int
    told: tuple[Weakness, ...]


def originals(checking: Checking) -> Originals:
    """Return what the first report counted, with the words or themes that are held."""
    kind = _FIRST.get(checking.course.document.kind, "")
    area = str(checking.values.get("area_slug") or "")
    known = history.read(area, [event for _, event in entries.standing_of(area)])
    every = [
        point for one in known.inspections for point in weaknesses_of(one) if point.kind == kind
    ]
    return Originals(len(every), tuple(one for one in every if one.words or one.themes))
