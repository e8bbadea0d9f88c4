"""Every duty of an area, from its history and the rulebook of each inspection."""

from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

from areasend.domain.clocks import Clock, Deadline
from areasend.domain.events import Framework
from areasend.domain.history import History
from areasend.domain.rulebooks import area_send_2023, government, lasend_2016

CLOCKS: dict[Framework, tuple[Clock, ...]] = {
    Framework.LASEND_2016: lasend_2016.CLOCKS + government.CLOCKS[Framework.LASEND_2016],
    Framework.AREA_SEND_2023: area_send_2023.CLOCKS + government.CLOCKS[Framework.AREA_SEND_2023],
}


def deadlines(history: History, *, as_at: date) -> tuple[Deadline, ...]:
    """Return the duties of an area as they stood at the end of a day, inspection by inspection.

    The history should hold what had happened by that day and nothing later.

    :raises UnableToCount: if a count leaves the years of the calendar
    """
    return tuple(_deadlines(history, as_at))


def _deadlines(history: History, as_at: date) -> Iterator[Deadline]:
    for inspection, after in zip_longest(history.inspections, history.inspections[1:]):
        for clock in CLOCKS[inspection.framework] if inspection.framework else ():
            if deadline := clock.read(inspection, as_at=as_at, following=after):
                yield deadline
