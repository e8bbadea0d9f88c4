"""A line of an area's story: what happened and on whose word, or what was expected."""

from dataclasses import dataclass
from datetime import date

from areasend.answers.duties import duty
from areasend.answers.wording import HEARSAY, whose_word
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.attestations import Attestation
from areasend.domain.clocks import Deadline, State
from areasend.domain.events import Event
from areasend.domain.speakers import address, speaker


@dataclass(frozen=True)
class Line:
    """An event in an area's story: when, what, on whose word, and who says otherwise.

    `word` says in short whose it is; hearsay reads 'reported by'.
    """

    on: str
    earliest: date
    latest: date
    kind: str
    says: str
    area: str
    area_name: str
    inspection: str
    word: str
    source: str
    href: str
    confidence: str
    words: str
    otherwise: tuple[str, ...]
    perhaps: bool


def happened(event: Event, *, as_at: date) -> Line:
    """Return the line of an event, as the story of a day has it."""
    attested = event.attestation
    return Line(
        on=str(event.on),
        earliest=event.on.earliest,
        latest=event.on.latest,
        kind=kinds.key(event),
        says=kinds.sentence(event),
        area=event.area,
        area_name=AREAS[event.area].name,
        inspection=event.inspection,
        word=whose_word(attested),
        source=source(attested),
        href=address(attested.source),
        confidence=attested.confidence.value,
        words=attested.words,
        otherwise=tuple(f"{source(one)} says {one.on}" for one in event.disputed_by),
        perhaps=not event.on.surely_by(as_at),
    )


def expected(deadline: Deadline) -> Line:
    """Return a line for what was or is expected and of which nothing is held."""
    known = duty(deadline)
    return Line(
        on=known.headline,
        earliest=deadline.due.earliest,
        latest=deadline.due_at_latest,
        kind="expected",
        says=_still_to_do(deadline),
        area=deadline.area,
        area_name=AREAS[deadline.area].name,
        inspection=known.inspection,
        word="",
        source=known.reference,
        href=known.href,
        confidence="expected",
        words="",
        otherwise=(),
        perhaps=False,
    )


def _still_to_do(deadline: Deadline) -> str:
    nothing = "" if deadline.state is State.RUNNING else " We hold nothing of it."
    task = f"{deadline.duty[0].lower()}{deadline.duty[1:]}"
    return f"Expected of {deadline.owed_by}: to {task}.{nothing}"


def source(attested: Attestation) -> str:
    """Return whose word it is, with the title of what they published."""
    whose = whose_word(attested)
    return whose if speaker(attested.source) in HEARSAY else f"{whose}: {attested.source.title}"
