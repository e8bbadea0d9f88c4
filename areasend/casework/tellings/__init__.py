"""What each kind of document tells of: which of its fields enter the record, and as which events.

The reader proposes; what is recorded is made anew from the fields as people left them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from areasend.casework.tellings import (
    accelerated_plan_letter,
    improvement_notice,
    monitoring,
    outcome_letter,
    plan_judgement,
    plan_of_action,
    report,
    revisit,
)
from areasend.casework.tellings.found import Found, UnableToTell
from areasend.domain.events import Event

__all__ = ["ASKED", "TELLINGS", "Found", "Telling", "UnableToTell"]

#: What no document prints, and a person is asked.
ASKED = ("published", "address")


@dataclass(frozen=True)
class Telling:
    """What documents of a kind are, the fields that enter the record, and the events.

    `events` yields them in the order in which they happened. `carried` says from which fields each
    thing that an event carries is made, and `days` is the field with those of the visit. `asked` is
    what a person is asked of it, and `leaves` says what stays in the room.
    """

    says: str
    told: tuple[str, ...]
    events: Callable[[Found], Iterator[Event]]
    carried: Mapping[str, tuple[str, ...]]
    days: str = "cover_dates"
    asked: tuple[str, ...] = ASKED
    leaves: str = ""

    def enters(self, field: str) -> bool:
        """Return whether a field enters the record."""
        return field in self.told or field in self.asked


#: Of a letter nobody is asked for another day than the one that it bears.
_letter = partial(Telling, carried={}, days="letter_date", asked=("address",))

TELLINGS: Mapping[str, Telling] = {
    "area-send-report": Telling(
        "Area SEND inspection report", report.TOLD, report.events, report.CARRIED
    ),
    "outcome-letter-2016": Telling(
        "Letter on an inspection, 2016 to 2022",
        outcome_letter.TOLD,
        outcome_letter.events,
        outcome_letter.CARRIED,
    ),
    "revisit-letter": Telling(
        "Letter on a re-visit", revisit.TOLD, revisit.events, revisit.CARRIED, "revisit_dates"
    ),
    "monitoring-report": Telling(
        "Report of a monitoring inspection", monitoring.TOLD, monitoring.events, monitoring.CARRIED
    ),
    "plan-judgement": _letter(
        "Letter that judges a plan",
        plan_judgement.TOLD,
        plan_judgement.events,
        leaves=plan_judgement.LEAVES,
    ),
    "accelerated-plan-letter": _letter(
        "Letter on an accelerated progress plan",
        accelerated_plan_letter.TOLD,
        accelerated_plan_letter.events,
        leaves=accelerated_plan_letter.LEAVES,
    ),
    "improvement-notice": _letter(
        "Improvement notice",
        improvement_notice.TOLD,
        improvement_notice.events,
        leaves=improvement_notice.LEAVES,
    ),
    "plan-of-action": Telling(
        "Statement or plan of action",
        plan_of_action.TOLD,
        plan_of_action.events,
        {},
        "published",
        leaves=plan_of_action.LEAVES,
    ),
}
