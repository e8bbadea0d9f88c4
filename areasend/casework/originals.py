"""The points of the first report, to which a letter on a return is traced."""

from areasend.answers.weaknesses import Weakness, weaknesses_of
from areasend.casework.checking import Checking
from areasend.domain import history
from areasend.ledger import entries


def originals(checking: Checking) -> tuple[Weakness, ...]:
    """Return what the inspections of the area counted, with the words that somebody read."""
    area = str(checking.values.get("area_slug") or "")
    told = [event for _, event in entries.standing_of(area)]
    known = history.read(area, told) if area else None
    return tuple(
        point for one in (known.inspections if known else ()) for point in weaknesses_of(one)
    )
