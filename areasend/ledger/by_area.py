"""Public events by area, held in memory for whoever asks of many areas."""

from collections.abc import Iterator, Mapping
from threading import Lock

from areasend.domain.events import Event
from areasend.ledger.rows import Row
from areasend.ledger.statements import Told


class ByArea(Mapping[str, tuple[Event, ...]]):
    """Events by area, an area's read from their texts only when it is asked for, and then kept.

    Once they are read their texts are let go: of many areas both would take twice the room.
    """

    def __init__(self, rows: dict[str, list[Row]]) -> None:
        self._rows, self._told = rows, dict[str, Mapping[int, Event]]()
        self._read = dict[str, tuple[Event, ...]]()
        self._lock = Lock()

    def __getitem__(self, area: str) -> tuple[Event, ...]:
        if area not in self._read:
            self._read[area] = tuple(self.numbered(area).values())
        return self._read[area]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def numbered(self, area: str) -> Mapping[int, Event]:
        """Return an area's events by the number of the release that tells each as it stands."""
        with self._lock:
            if area not in self._told:
                says = ((row.number, row.says) for row in self._rows[area])
                self._told[area] = {at: one.event for at, one in says if isinstance(one, Told)}
                self._rows[area] = []
            return self._told[area]
