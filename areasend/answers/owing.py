"""Every duty of every area, done or open, and those chosen among them."""

from dataclasses import dataclass
from datetime import date

from areasend.answers.asked import Asked
from areasend.answers.duties import FORCES
from areasend.answers.owed import owed
from areasend.domain.areas import AREAS
from areasend.domain.areas.spelling import slug_of
from areasend.domain.clocks import BINDING, OPEN, Deadline, State
from areasend.domain.duties import CLOCKS
from areasend.domain.intervals import in_words
from areasend.domain.rulebooks.reading import Force
from areasend.ledger import releases

#: Who owes something to somebody, by the slug of what they are called.
OWING = {slug_of(one.owed_by): one.owed_by for clocks in CLOCKS.values() for one in clocks}
#: What the states of a duty are together called: nothing is held of it, and its time has passed.
PASSED = OPEN - {State.RUNNING}


@dataclass(frozen=True)
class ChosenDuties:
    """Which duties are asked for, each empty or None where all are. Days are the latest due."""

    area: str = ""
    region: str = ""
    owed_by: str = ""
    force: Force | None = None
    open: bool | None = None
    passed: bool | None = None
    late: bool | None = None
    since: date | None = None
    until: date | None = None

    def contradiction(self) -> str:
        """Return why no duty can be what is asked for; empty where one can."""
        if self.since and self.until and self.since > self.until:
            return f"Nothing lies after {in_words(self.since)} and before {in_words(self.until)}."
        if self.area and self.region and AREAS[self.area].region != self.region:
            return f"{AREAS[self.area].name} is not in {self.region}."
        if self.late and self.force and self.force not in BINDING:
            return f"Nothing is called late that rests on {FORCES[self.force]}."
        if self.open is False and (self.late or self.passed):
            return "What is late, or whose time has passed with nothing held, is open."
        return "What is late has passed." if self.late and self.passed is False else ""


def chosen_duties(asked: Asked, chosen: ChosenDuties) -> tuple[Deadline, ...]:
    """Return the duties of the day that are asked for, the soonest due first.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    found = [one for each in owed(histories, asked.as_at).values() for one in each]
    wanted = [one for one in found if _wanted(one, chosen)]
    return tuple(sorted(wanted, key=lambda one: (one.due_at_latest, one.inspection, one.key)))


def _wanted(one: Deadline, chosen: ChosenDuties) -> bool:
    return (
        chosen.area in {"", one.area}
        and chosen.region in {"", AREAS[one.area].region}
        and chosen.owed_by in {"", one.owed_by}
        and chosen.force in {None, one.value.force}
        and chosen.open in {None, one.state in OPEN}
        and chosen.passed in {None, one.state in PASSED}
        and chosen.late in {None, one.late}
        and (chosen.since or date.min) <= one.due_at_latest <= (chosen.until or date.max)
    )
