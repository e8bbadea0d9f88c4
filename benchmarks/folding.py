"""Reading every area's history and working out every deadline of it, from events in memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from areasend.domain import history
from areasend.domain.duties import deadlines
from areasend.domain.events import Event
from areasend.ledger import releases
from benchmarks.ledgers import NOW
from benchmarks.rounds import Size, medians, processor_time
from benchmarks.table import Line, times_as_long, under

#: The day as at which every deadline is worked out.
DAY = date(2026, 11, 21)

Told = dict[str, list[Event]]


def lines(size: Size) -> Iterator[Line]:
    """Yield how long the whole record takes, and an event of it when there is much more of it."""
    told = dict(releases.events(known_at=NOW))
    events = sum(map(len, told.values()))
    deeds = [lambda number=number: _fold(_copies(told, number)) for number in (1, size.copies)]
    once, many = medians(deeds, rounds=size.rounds)
    yield Line(what=f"{events:,} events read, every deadline", ours=once, asked=under(0.1))
    yield Line(
        what=f"an event, with {size.copies} copies of every area",
        ours=many / size.copies / events,
        rival="with one",
        theirs=once / events,
        asked=times_as_long(1.2),
    )


def _copies(told: Told, number: int) -> Told:
    """Return every area so many times over, under names of its own, as if just read."""
    return {
        f"{area}-{copy}": [
            replace(
                one, area=f"{area}-{copy}", inspection=one.inspection and f"{one.inspection}-{copy}"
            )
            for one in events
        ]
        for copy in range(number)
        for area, events in told.items()
    }


def _fold(told: Told) -> float:
    return processor_time(
        lambda: [
            deadlines(history.read(area, events, until=DAY), as_at=DAY)
            for area, events in told.items()
        ]
    )
