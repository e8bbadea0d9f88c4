"""What an entry would change, side by side, in words: for whoever takes the second look."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from areasend.answers.weaknesses import body
from areasend.casework.planning import Planned
from areasend.domain import kinds
from areasend.domain.attestations import Attestation
from areasend.domain.events import Event
from areasend.domain.points import Point, Progress
from areasend.domain.themes import taxonomy

_NOTHING = "nothing held"


@dataclass(frozen=True)
class Difference:
    """What is held of something and what would be, each a line for each part of it."""

    what: str
    held: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """An event to be recorded, in a sentence, with what it changes where one is held."""

    sentence: str
    on: str
    corrects: int | None
    differences: tuple[Difference, ...]


def told(one: Planned) -> Told:
    """Return an event to record as people read it."""
    return Told(
        sentence=kinds.sentence(one.event),
        on=str(one.event.on),
        corrects=one.number,
        differences=tuple(_differences(one.held, one.event)),
    )


def _differences(held: Event | None, new: Event) -> Iterator[Difference]:
    for field in fields(new):
        if field.name in {"area", "inspection"} and held is not None:
            continue
        before = getattr(held, field.name) if held else None
        after = getattr(new, field.name)
        if before != after and after not in (None, ()):
            yield Difference(_WHAT.get(field.name, field.name), _lines(before), _lines(after))


_WHAT = {
    "area": "Area",
    "inspection": "Inspection",
    "attested": "Sources",
    "outcome": "Outcome",
    "weaknesses": "Weaknesses",
    "priority_actions": "Areas for priority action",
    "next_full_years": "Next full inspection, in years",
    "points": "Points",
    "verdict": "Verdict",
    "sufficient": "With enough progress",
    "of": "Out of",
    "judged": "Each of them",
    "effective": "Effective action",
    "framework": "Framework",
    "step": "Step",
    "plan": "Which plan",
    "fit": "Fit for purpose",
    "instrument": "Instrument",
    "act": "What was done with it",
    "about_send": "Says that it is about SEND",
}


def _lines(value: Any) -> tuple[str, ...]:
    if value in (None, ()):
        return (_NOTHING,)
    if isinstance(value, tuple):
        return tuple(_line(one) for one in value)
    return ({True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value),)


def _line(one: object) -> str:
    match one:
        case Point():
            bodies = f" ({', '.join(map(body, one.bodies))})" if one.bodies else ""
            given = "; ".join(map(taxonomy().name_of, one.themes))
            return f"{one.number}: {one.words}{bodies}{f' [themes: {given}]' if given else ''}"
        case Progress():
            return f"{one.number}: {'enough' if one.enough else 'not enough'}"
        case Attestation():
            source = one.source
            return f"{one.on}, {source.publisher}: {source.title}, {source.place or source.href}"
    return str(one)
