"""Follows the public chain as it grows: for whoever asks every second which release came last.

To find the last in effect the database reads every release there is; here each is read once.
"""

from collections.abc import Iterator
from datetime import datetime
from heapq import heappop, heappush

from areasend.ledger import chain
from areasend.ledger.models import Release

#: Before the first release: no number, no hash.
_NONE = (0, "")


class Following:
    """Which release last took effect, asked again and again at moments that never go back."""

    def __init__(self) -> None:
        self._seen, self._last = _NONE, ("", 0)
        self._waiting: list[tuple[str, int]] = []

    def __call__(self, *, known_at: datetime) -> int:
        """Return the number of the release that last took effect by a moment; 0 if none did."""
        self._read_on()
        moment = chain.moment(known_at)
        while self._waiting and self._waiting[0][0] <= moment:
            self._last = max(self._last, heappop(self._waiting))
        return self._last[1]

    def _read_on(self) -> None:
        rows = self._since(self._seen[0])
        if self._seen != _NONE and next(rows, ("", *_NONE))[1:] != self._seen:
            # Another chain stands there now, such as one that was loaded anew.
            self._seen, self._last, self._waiting = _NONE, ("", 0), []
            rows = self._since(0)
        for moment, number, own in rows:
            heappush(self._waiting, (moment, number))
            self._seen = (number, own)

    def _since(self, number: int) -> Iterator[tuple[str, int, str]]:
        held = Release.objects.filter(number__gte=number).order_by("number")
        return iter(held.values_list("takes_effect_at", "number", "hash"))
