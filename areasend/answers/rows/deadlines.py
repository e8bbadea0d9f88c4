"""A row for each duty: who owes what, by when, by which rule, and where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from areasend.answers.asked import Asked
from areasend.answers.duties import Duty, duty
from areasend.answers.owed import owed
from areasend.domain.clocks import Deadline
from areasend.ledger import releases

ESTIMATE, WORKED_OUT = "estimate", "worked out"


@dataclass(frozen=True)
class DeadlineRow:
    """A duty as at a day. Its source is the rule it rests on, and `checked` when we last looked.

    It fell due between `due_earliest` and `due_latest`, and at the latest, whatever is held, on
    `due_at_latest`. A window is a usual time, that binds nobody. `confidence` says whether the
    day that time ran from is our estimate.
    """

    id: str
    area: str
    area_name: str
    inspection: str
    duty: str
    owed_by: str
    owed_to: str
    carried_by: tuple[str, ...]
    due: str
    due_earliest: date
    due_latest: date
    due_at_latest: date
    is_window: bool
    state: str
    open: bool
    late: bool
    start: str
    start_earliest: date
    start_latest: date
    fulfilment: str
    fulfilled_earliest: date | None
    fulfilled_latest: date | None
    notes: tuple[str, ...]
    period: str
    force: str
    rule_from: date
    checked: date
    source: str
    href: str
    confidence: str


def deadlines(asked: Asked) -> Iterator[DeadlineRow]:
    """Yield a row for every duty whose time had begun to run by the day, by area.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    held = releases.histories(known_at=asked.known_at, until=asked.as_at)
    for _, due in sorted(owed(held, asked.as_at).items()):
        for one in due:
            yield _row(one, duty(one))


#: What a row takes over from the duty as every face shows it.
_ALIKE = (
    *("inspection", "duty", "owed_by", "owed_to", "carried_by", "due", "due_earliest"),
    *("due_latest", "state", "open", "late", "start", "fulfilment", "period", "force"),
    *("rule_from", "checked", "href"),
)


def _row(one: Deadline, shown: Duty) -> DeadlineRow:
    alike: dict[str, Any] = {name: getattr(shown, name) for name in _ALIKE}
    done = one.fulfilment
    return DeadlineRow(
        id=shown.name,
        area=one.area,
        area_name=shown.area,
        due_at_latest=one.due_at_latest,
        is_window=one.window,
        start_earliest=one.start.on.earliest,
        start_latest=one.start.on.latest,
        fulfilled_earliest=done.on.earliest if done else None,
        fulfilled_latest=done.on.latest if done else None,
        notes=(*shown.notes, *shown.moved),
        source=shown.reference,
        confidence=ESTIMATE if one.start.estimated else WORKED_OUT,
        **alike,
    )
