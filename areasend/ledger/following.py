"""Follows the public chain as it grows: every page asks which release came last, and when.

To find the last in effect the database reads every release there is; here each is read once.
"""

from bisect import bisect_right, insort
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from django.db import connection

from areasend.ledger import chain

#: Before the first release: no number, no hash.
_NONE = (0, "")


@dataclass(frozen=True)
class State:
    """What tells one state of what is public from any other, in whichever database it is.

    The hash of a chain's last row stands for every row before it; then, the moment at which the
    last release in effect took it. Both are empty if there is none.
    """

    head: str
    since: str


@dataclass(frozen=True)
class Reached:
    """How far the public chain has come: the release that last took effect, 0 if none did."""

    number: int
    state: State


@dataclass
class Following:
    """How far the chain has come, asked again and again: only what was written since is read."""

    _seen: tuple[int, str] = _NONE
    _moments: list[tuple[str, int]] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def __call__(self, *, known_at: datetime) -> Reached:
        """Return how far the chain had come at a moment.

        A release that was scheduled may take effect after others written later.
        """
        with self._lock:
            self._read_on()
            place = bisect_right(self._moments, chain.moment(known_at), key=lambda one: one[0])
            since, number = self._moments[place - 1] if place else ("", 0)
            return Reached(number, State(self._seen[1], since))

    def _read_on(self) -> None:
        number, own = self._seen
        rows = _since(number)
        if self._seen != _NONE and not (rows and rows[0][1:] == (number, own)):
            # Another chain stands there now, such as one that was loaded anew.
            self._seen, self._moments = _NONE, []
            rows = _since(0)
        for moment, number, own in rows:
            if (number, own) != self._seen:
                insort(self._moments, (moment, number))
                self._seen = (number, own)


def _since(number: int) -> list[tuple[str, int, str]]:
    with connection.cursor() as cursor:
        cursor.execute(_SINCE, [number])
        return list(cursor.fetchall())


_SINCE = "SELECT takes_effect_at, number, hash FROM release WHERE number >= %s ORDER BY number"
