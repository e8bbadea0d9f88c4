"""What is due from whom: what is running, what has passed, and what may be called late."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from areasend.answers.asked import Asked
from areasend.answers.duties import Duty, duty
from areasend.answers.owed import owed
from areasend.domain.areas import AREAS
from areasend.domain.clocks import OPEN, Deadline
from areasend.ledger import releases
from areasend.ledger.releases import Histories

_KEPT = 8
NOTHING_LATE = (
    "Nothing is called late. Where the law or the handbook sets a day for a plan, our list of "
    "plans is incomplete, so that a gap in it proves nothing; the rest are promises and usual "
    "times, which bind nobody."
)


@dataclass(frozen=True)
class AreaDuty:
    """A duty of an area by its identifier; `over_after` is the last day of its time."""

    id: str
    area: str
    name: str
    due_at_latest: date
    over_after: date
    duty: Duty


@dataclass(frozen=True)
class DueAnswer:
    """The open duties, the soonest first, and why none or some are called late."""

    as_at: date
    known_at: datetime
    within: int | None
    only_late: bool
    duties: tuple[AreaDuty, ...]
    why: str


def due(asked: Asked, *, within: int | None = None, late: bool = False) -> DueAnswer:
    """Return the open duties as at a day.

    :param within: only those due, at the latest, in so many days from the as-at day
    :param late: only those that may be called late
    """
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    found = [
        (one, shown)
        for one, shown in _every(histories, asked.as_at)
        if _wanted(one, asked.as_at, within, late=late)
    ]
    return DueAnswer(
        as_at=asked.as_at,
        known_at=asked.known_at,
        within=within,
        only_late=late,
        duties=tuple(shown for _, shown in found),
        why=_why(one for one, _ in found),
    )


def why_nothing_is_late(histories: Histories, *, as_at: date) -> str:
    """Return why no duty of some areas is called late as at a day; empty where one is."""
    return _why(_open(histories, as_at))


@lru_cache(maxsize=_KEPT)
def _every(histories: Histories, as_at: date) -> tuple[tuple[Deadline, AreaDuty], ...]:
    """Return every open duty with how it is shown, the soonest first."""
    in_order = sorted(_open(histories, as_at), key=lambda one: (one.due_at_latest, one.inspection))
    return tuple((one, of_area(one)) for one in in_order)


def _open(histories: Histories, as_at: date) -> Iterator[Deadline]:
    for each in owed(histories, as_at).values():
        yield from (one for one in each if one.state in OPEN)


def _why(found: Iterable[Deadline]) -> str:
    return "" if any(one.late for one in found) else NOTHING_LATE


def _wanted(one: Deadline, as_at: date, within: int | None, *, late: bool) -> bool:
    if late:
        return one.late
    if within is None:
        return True
    # A window of this month is not over, even where its likeliest day is.
    return as_at <= one.over_after and one.due_at_latest <= as_at + timedelta(days=within)


def of_area(one: Deadline) -> AreaDuty:
    """Return a duty with its area."""
    name, shown = AREAS[one.area].name, duty(one)
    return AreaDuty(shown.name, one.area, name, one.due_at_latest, one.over_after, shown)
