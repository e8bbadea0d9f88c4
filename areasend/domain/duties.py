"""Every duty of an area, from its history and the rulebook of each inspection."""

from collections.abc import Iterator
from datetime import date

from areasend.domain.clocks import Clock, Deadline
from areasend.domain.events import Framework
from areasend.domain.history import History
from areasend.domain.rulebooks import lasend_2016

CLOCKS: dict[Framework, tuple[Clock, ...]] = {Framework.LASEND_2016: lasend_2016.CLOCKS}


def deadlines(history: History, *, as_at: date) -> tuple[Deadline, ...]:
    """Return the duties of an area as they stood at the end of a day, inspection by inspection.

    The history should hold what had happened by that day and nothing later.

    :raises UnableToCount: if a count leaves the years of the calendar
    """
    return tuple(_deadlines(history, as_at))


def _deadlines(history: History, as_at: date) -> Iterator[Deadline]:
    for place, inspection in enumerate(history.inspections):
        later = history.inspections[place + 1 :]
        superseded = any(one.report for one in later)
        if inspection.framework is None:
            continue
        for clock in CLOCKS[inspection.framework]:
            if deadline := clock.read(inspection, as_at=as_at, superseded=superseded):
                yield deadline
