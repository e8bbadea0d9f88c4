"""Measures rivals in turn, so that whatever else the machine does falls on all of them alike."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Size:
    """How much is measured: rounds, and what is asked in each.

    `copies` is of every area, `step` the days from one start to the next, `entries` those a round,
    `records` the copies of every area that downloads are built from, `letters` how many first
    letters of postcodes, None for all, `seconds` for how long a server is asked at a time,
    `cold` how many pages that nobody asked for before, and
    `subscribers` how many follow something, and `kills` how many workers are killed who mail them.
    """

    rounds: int
    copies: int
    step: int
    entries: int
    records: int
    letters: int | None
    seconds: int
    cold: int
    subscribers: int
    kills: int


FULL = Size(
    rounds=9,
    copies=100,
    step=3,
    entries=20,
    records=100,
    letters=None,
    seconds=3,
    cold=150,
    subscribers=100_000,
    kills=10,
)
#: Enough to see that it runs; its figures mean nothing.
QUICK = Size(
    rounds=1,
    copies=2,
    step=400,
    entries=2,
    records=2,
    letters=1,
    seconds=1,
    cold=5,
    subscribers=200,
    kills=1,
)

#: Does something and returns how long the part that counts took, in seconds.
Deed = Callable[[], float]


def medians(deeds: Sequence[Deed], *, rounds: int) -> list[float]:
    """Do every deed once a round, in turn; return the median of each, in seconds."""
    taken = [[deed() for deed in deeds] for _ in range(rounds)]
    return [median(times) for times in zip(*taken, strict=True)]


def processor_time(deed: Callable[[], object]) -> float:
    """Return how long this process computed to do a deed, in seconds."""
    began = time.process_time()
    deed()
    return time.process_time() - began


def elapsed(deed: Callable[[], object]) -> float:
    """Return how long a deed took by the clock on the wall, waiting included, in seconds."""
    began = time.perf_counter()
    deed()
    return time.perf_counter() - began
