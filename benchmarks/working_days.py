"""The day on which so many working days end: ours, a walk from day to day, and numpy's."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

import holidays
import numpy as np

from areasend.domain.working_days import calendar_known_on
from benchmarks.rounds import Size, medians, processor_time
from benchmarks.table import Line, times_as_fast

#: The length that decides, a statement's; then others that rules or inspections have.
LENGTHS = (70, 2, 3, 4, 5, 8, 10, 20, 30, 35)
FIRST, LAST = date(2016, 9, 1), date(2026, 9, 1)

_SATURDAY = 5
_A_DAY = timedelta(days=1)
_WALK, _NUMPY = "a walk asking holidays", "numpy.busday_offset"

#: Gives the day that is so many working days after each of the days it knows.
Counter = Callable[[int], Sequence[object]]


def lines(size: Size) -> Iterator[Line]:
    """Yield how long a due day takes, for each length, beside both rivals.

    Starts are taken from ten years. The rivals' calendars are made before.

    :raises RuntimeError: if a rival comes to another day
    """
    starts = [FIRST + timedelta(days=n) for n in range(0, (LAST - FIRST).days, size.step)]
    counters = (_ours(starts), _walking(starts), _numpy(starts))
    for length in LENGTHS:
        _agree(counters, length)
        deeds = [
            lambda counter=counter: processor_time(lambda: counter(length))  # noqa: B023  done at once
            for counter in counters
        ]
        ours, walk, numpy = (one / len(starts) for one in medians(deeds, rounds=size.rounds))
        decides = length == LENGTHS[0]
        for rival, theirs, asked in ((_WALK, walk, 50), (_NUMPY, numpy, 1)):
            yield Line(
                what=f"{length} working days",
                ours=ours,
                rival=rival,
                theirs=theirs,
                asked=times_as_fast(asked) if decides else None,
            )


def _agree(counters: tuple[Counter, ...], length: int) -> None:
    ours, *others = (counter(length) for counter in counters)
    if any(theirs != ours for theirs in others):
        raise RuntimeError(f"A rival comes to other days after {length} working days.")


def _ours(starts: list[date]) -> Counter:
    calendar = calendar_known_on(LAST)
    return lambda length: [calendar.after(start, length) for start in starts]


def _days_off() -> holidays.HolidayBase:
    return holidays.UnitedKingdom(
        subdiv="ENG", years=range(FIRST.year, LAST.year + 2), expand=False
    )


def _walking(starts: list[date]) -> Counter:
    off = _days_off()

    def walk(day: date, left: int) -> date:
        while left:
            day += _A_DAY
            if day.weekday() < _SATURDAY and day not in off:
                left -= 1
        return day

    return lambda length: [walk(start, length) for start in starts]


def _numpy(starts: list[date]) -> Counter:
    calendar = np.busdaycalendar(holidays=sorted(_days_off()))
    days = [np.datetime64(start) for start in starts]
    offset = partial(np.busday_offset, roll="backward", busdaycal=calendar)
    return lambda length: [offset(day, length) for day in days]
