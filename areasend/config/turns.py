"""How much is worked out for one asker alone, and how much at once.

Counted in this process's memory, and nothing of it is written anywhere. Nobody can use up what
others may ask: each has a measure of their own, and all together take turns.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from threading import BoundedSemaphore, Lock

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from areasend.config.edge import in_words
from areasend.opendata.api.description import ROOT
from areasend.opendata.api.problems import too_many
from areasend.register.asking import now

#: Over four seconds, because people follow links in bursts.
_EACH = "8 per 4 seconds"
#: What a person does by hand, so that who reads much may still do it: finding a place, one's
#: own alerts.
_BY_HAND = ("/find", "/alerts")
_EACH_BY_HAND = "20 per 4 seconds"


def allowance() -> Callable[[str, str], int]:
    """Return for how many seconds someone may not ask for an address's page, if at all."""
    counted = MovingWindowRateLimiter(MemoryStorage())
    often, by_hand = parse(_EACH), parse(_EACH_BY_HAND)

    def wait(who: str, path: str) -> int:
        limit = by_hand if path.startswith(_BY_HAND) else often
        if counted.hit(limit, who):
            return 0
        again = counted.get_window_stats(limit, who).reset_time
        return max(1, ceil(again - now().timestamp()))

    return wait


def refusal(path: str, wait: int) -> tuple[list[tuple[str, str]], bytes]:
    """Return what is told to whoever asks too much: programs and people each in their way."""
    return too_many(wait) if path.startswith(f"/{ROOT}") else in_words(path, wait)


class Turns:
    """Lets one question at a time be worked out, and a few wait for it.

    Fewer than the server has threads, so that one is always left for pages that are kept.
    """

    def __init__(self, *, waiting: int = 2, seconds: float = 3) -> None:
        self._places, self._turn = BoundedSemaphore(1 + waiting), Lock()
        self._seconds = seconds

    @contextmanager
    def taken(self) -> Iterator[bool]:
        """Yield whether it is the caller's turn, after waiting for it if need be."""
        if not self._places.acquire(blocking=False):
            yield False
            return
        try:
            mine = self._turn.acquire(timeout=self._seconds)
            try:
                yield mine
            finally:
                if mine:
                    self._turn.release()
        finally:
            self._places.release()
