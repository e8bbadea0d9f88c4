"""A line of an area's story: what happened and on whose word, or what was expected."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from areasend.answers.duties import duty
from areasend.answers.read_in import ReadIn, read_in
from areasend.answers.wording import HEARSAY, whose_word
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.attestations import Attestation, SourceKind
from areasend.domain.clocks import Deadline, State
from areasend.domain.events import Event
from areasend.domain.narrowing import Narrowed, narrowed


@dataclass(frozen=True)
class Line:
    """An event in an area's story: when, what, on whose word, and who says otherwise.

    `word` says in short whose it is; hearsay reads 'reported by'. `reached` says how the days
    were reached, where no one source gives them, and `read_in` in which document itself somebody
    read it.
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
    reached: tuple[str, ...]
    perhaps: bool
    read_in: ReadIn


def happened(event: Event, *, as_at: date, beside: Iterable[Event] = ()) -> Line:
    """Return the line of an event, as the story of a day has it.

    :param beside: what had surely happened by the day, by which a vague date may be narrowed
    """
    attested, found = event.attestation, narrowed(event, beside)
    return Line(
        on=str(found.on),
        earliest=found.on.earliest,
        latest=found.on.latest,
        kind=kinds.key(event),
        says=kinds.sentence(event),
        area=event.area,
        area_name=AREAS[event.area].name,
        inspection=event.inspection,
        word=whose_word(attested),
        source=source(attested),
        href=attested.source.address,
        confidence=attested.confidence.value,
        words=attested.words,
        otherwise=tuple(f"{source(one)} says {one.on}" for one in event.disputed_by),
        reached=tuple(_reached(event, found)),
        perhaps=not found.on.surely_by(as_at),
        read_in=read_in(event),
    )


def _reached(event: Event, found: Narrowed) -> Iterator[str]:
    if event.on != event.attestation.on:
        for one in event.attested:
            if _bounds(one, event):
                yield f"The days are narrowed by another source: {source(one)} says {one.on}."
    if found.by:
        says = kinds.sentence(found.by).rstrip(".")
        yield (
            "We work out the last day from what came after it: "
            f"{says[0].lower()}{says[1:]} {found.by.on.when}."
        )


def _bounds(one: Attestation, event: Event) -> bool:
    """Whether a source beside the first sets a bound to the days of an event."""
    speaks = not one.set_aside and one.source.kind is not SourceKind.PARTISAN
    sets = event.on.earliest == one.on.earliest or event.on.latest == one.on.latest
    return speaks and sets and one is not event.attestation


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
        reached=(),
        perhaps=False,
        read_in=ReadIn(),
    )


def _still_to_do(deadline: Deadline) -> str:
    held = f" {deadline.besides[:1].upper()}{deadline.besides[1:]}." if deadline.besides else ""
    nothing = "" if deadline.state is State.RUNNING else held or " We hold nothing of it."
    task = f"{deadline.duty[0].lower()}{deadline.duty[1:]}"
    return f"Expected of {deadline.owed_by}: to {task}.{nothing}"


def source(attested: Attestation) -> str:
    """Return whose word it is, with the title of what they published."""
    whose = whose_word(attested)
    return whose if attested.source.kind in HEARSAY else f"{whose}: {attested.source.title}"
