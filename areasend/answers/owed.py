"""Every area's deadlines as at a day, worked out once for each state of what is known."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from areasend.domain.clocks import Deadline
from areasend.domain.duties import deadlines
from areasend.ledger.releases import Histories

_KEPT = 16


@lru_cache(maxsize=_KEPT)
def owed(histories: Histories, as_at: date) -> Mapping[str, tuple[Deadline, ...]]:
    """Return every area's deadlines, by its slug.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    return {area: deadlines(held, as_at=as_at) for area, held in histories.items()}
