"""What was read from a document, as it is stored: its fields with their places, and its events."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from areasend.domain.events import Event
from areasend.ledger.statements import event_from_plain, event_to_plain
from areasend.reading.proposals import Doubt, Field, Passage, Reading


@dataclass(frozen=True)
class Proposed:
    """What was read: the fields, the events that the reader proposes, doubts of the whole."""

    fields: tuple[Field, ...]
    events: tuple[Event, ...]
    doubts: tuple[Doubt, ...]

    def field(self, name: str) -> Field | None:
        """Return the field of a name, if there is one."""
        return next((one for one in self.fields if one.name == name), None)


def written(reading: Reading) -> str:
    """Return a reading as the text that is stored. It may name people, and stays in this room."""
    plain = {
        "fields": [asdict(field) for field in reading.fields],
        "events": [event_to_plain(one.event) for one in reading.proposals],
        "doubts": [asdict(doubt) for doubt in reading.doubts],
    }
    return json.dumps(plain, ensure_ascii=False)


def read(text: str) -> Proposed:
    """Return what a stored text says was read; nothing where there is none."""
    plain = json.loads(text) if text else {"fields": [], "events": [], "doubts": []}
    return Proposed(
        tuple(_field(**one) for one in plain["fields"]),
        tuple(event_from_plain(one) for one in plain["events"]),
        tuple(Doubt(**one) for one in plain["doubts"]),
    )


def _field(passages: list[dict[str, Any]], doubts: list[str], **rest: Any) -> Field:
    places = tuple(_passage(**one) for one in passages)
    return Field(passages=places, doubts=tuple(doubts), **rest)


def _passage(box: list[float], **rest: Any) -> Passage:
    left, bottom, right, top = box
    return Passage(box=(left, bottom, right, top), **rest)
