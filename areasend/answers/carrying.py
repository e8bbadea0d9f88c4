"""Who carries what an abolished area owed: its successors, which owe nothing new by it."""

from datetime import date

from areasend.domain.areas import AREAS, Area, ancestors, descendants
from areasend.domain.clocks import OPEN, Deadline
from areasend.domain.duties import deadlines
from areasend.domain.history import History


def carriers(area: str, *, as_at: date) -> tuple[str, ...]:
    """Return the names of the areas that carry an abolished area's duties; none if it stands."""
    found = AREAS[area]
    if found.ends is None or as_at <= found.ends:
        return ()
    heirs = descendants(found, announced_by=as_at)
    return tuple(heir.name for heir in heirs if heir.exists(as_at))


def carried_to(area: Area, known: dict[str, History], *, as_at: date) -> tuple[Deadline, ...]:
    """Return the open duties that an area carries for those it was made from."""
    return tuple(
        one
        for before in ancestors(area, announced_by=as_at)
        if not before.exists(as_at)
        for one in deadlines(known[before.slug], as_at=as_at)
        if one.state in OPEN
    )
