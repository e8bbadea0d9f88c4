"""An area with those it was made from: what the public knew of each of them on a day."""

from collections.abc import Mapping
from dataclasses import dataclass

from areasend.answers.asked import Asked
from areasend.answers.carrying import carried_to
from areasend.domain import history
from areasend.domain.areas import Area, ancestors, as_announced
from areasend.domain.clocks import Deadline
from areasend.domain.duties import deadlines
from areasend.domain.events import Event
from areasend.domain.history import History
from areasend.ledger import releases


@dataclass(frozen=True)
class Family:
    """An area and its predecessors, nearest first, with their events, histories and duties.

    The events are all that the public knew at the moment, and the histories what of them had
    surely happened by the day. `due` has what the area carries for others, then its own.
    """

    area: Area
    asked: Asked
    announced: bool
    before: tuple[Area, ...]
    events: Mapping[str, tuple[Event, ...]]
    known: Mapping[str, History]
    due: tuple[Deadline, ...]

    @property
    def members(self) -> tuple[Area, ...]:
        """Those it was made from, nearest first, and then the area itself."""
        return (*self.before, self.area)

    @property
    def held(self) -> History:
        """The area's own history."""
        return self.known[self.area.slug]


def family(area: Area, asked: Asked, held: Mapping[str, tuple[Event, ...]] | None = None) -> Family:
    """Return an area with those it was made from.

    Who asks for many gives the events held, asked for once.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    # As at a day before a change of areas was announced, nothing of it is known.
    announced = as_announced(asked.as_at)
    area = announced.get(area.slug, area)
    before = ancestors(area, announced_by=asked.as_at)
    events = releases.events(known_at=asked.known_at) if held is None else held
    told = {one.slug: tuple(events[one.slug]) for one in (*before, area)}
    known = {slug: history.read(slug, held, until=asked.as_at) for slug, held in told.items()}
    carried = carried_to(area, known, as_at=asked.as_at)
    return Family(
        area=area,
        asked=asked,
        announced=area.slug in announced,
        before=before,
        events=told,
        known=known,
        due=(*carried, *deadlines(known[area.slug], as_at=asked.as_at)),
    )
