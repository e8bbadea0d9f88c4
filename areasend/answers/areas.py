"""One area: its sentence, what is due, and everything held of it in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.carrying import carried_to
from areasend.answers.duties import Duty, duty
from areasend.answers.standing import sentence
from areasend.answers.weaknesses import Weakness, weaknesses
from areasend.answers.wording import HEARSAY, whose_word
from areasend.domain import history, kinds
from areasend.domain.areas import AREAS, Area, ancestors, as_announced
from areasend.domain.attestations import Attestation
from areasend.domain.clocks import OPEN, Deadline, State
from areasend.domain.duties import deadlines
from areasend.domain.events import Event
from areasend.domain.health import BODIES, bodies_of, not_held
from areasend.domain.intervals import in_words
from areasend.domain.periods import FixedDay
from areasend.ledger import releases


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


@dataclass(frozen=True)
class AreaStory:
    """All that is public of an area on a day, as known at a moment."""

    slug: str
    name: str
    as_at: date
    known_at: datetime
    sentence: str
    exists: bool
    lineage: tuple[str, ...]
    region: str
    ofsted_region: str
    codes: tuple[tuple[str, str], ...]
    health_bodies: tuple[str, ...]
    duties: tuple[Duty, ...]
    weaknesses: tuple[Weakness, ...]
    lines: tuple[Line, ...]


def area_story(area: Area, asked: Asked) -> AreaStory:
    """Return an area's story, with those of the areas it was made from.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    # As at a day before a change of areas was announced, nothing of it is known.
    area = as_announced(asked.as_at).get(area.slug, area)
    events = releases.events(known_at=asked.known_at)
    family = (*ancestors(area, announced_by=asked.as_at), area)
    known = {
        one.slug: history.read(one.slug, events[one.slug], until=asked.as_at) for one in family
    }
    held = known[area.slug]
    carried = carried_to(area, known, as_at=asked.as_at)
    due = (*carried, *deadlines(held, as_at=asked.as_at))
    happened = _lines([event for one in family for event in events[one.slug]], asked.as_at)
    missing = (_expected(one) for one in due if one.state in OPEN)
    return AreaStory(
        slug=area.slug,
        name=area.name,
        as_at=asked.as_at,
        known_at=asked.known_at,
        sentence=sentence(area, held, [known[one.slug] for one in family[:-1]], as_at=asked.as_at),
        exists=area.exists(asked.as_at),
        lineage=tuple(_lineage(area, asked.as_at)),
        region=area.region,
        ofsted_region=area.ofsted_region,
        codes=tuple(_codes(area, asked.as_at)),
        health_bodies=tuple(_health_bodies(area.slug, asked.as_at)),
        duties=tuple(duty(one) for one in due),
        weaknesses=weaknesses(held),
        lines=tuple(sorted((*happened, *missing), key=lambda one: (one.latest, one.earliest))),
    )


def _codes(area: Area, as_at: date) -> Iterator[tuple[str, str]]:
    # Of an area that has ended, those it bore last; one that is yet to be made bears none.
    day = min(as_at, area.ends or as_at)
    for scheme in ("gss", "dfe", "urn"):
        if code := area.code(scheme, on=day):
            yield scheme, code


def _health_bodies(area: str, as_at: date) -> Iterator[str]:
    """Yield the area's health bodies of a day, the largest share first, or why none is held."""
    for one in bodies_of(area, on=as_at):
        announced = ", as announced" if one.announced else ""
        yield f"{BODIES[one.body].name}{announced}"
    if words := not_held(as_at):
        yield words


def _lineage(area: Area, as_at: date) -> Iterator[str]:
    if area.slug not in as_announced(as_at):
        return
    made_of = " and ".join(AREAS[slug].name for slug in area.predecessors)
    if made_of and area.starts and as_at < area.starts:
        yield f"Is to be made on {in_words(area.starts)} from {made_of}, as announced."
    elif made_of and area.starts:
        yield f"Made on {in_words(area.starts)} from {made_of}."
    became = " and ".join(AREAS[slug].name for slug in area.successors)
    if became and area.ends and as_at <= area.ends:
        yield (f"Is to end on {in_words(area.ends)}, as announced; its area is to become {became}.")
    elif became and area.ends:
        yield f"Ended on {area.ends:%-d %B %Y}; its area is now part of {became}."


def _lines(events: list[Event], as_at: date) -> Iterator[Line]:
    for event in history.in_order(events):
        if event.on.earliest <= as_at:
            yield _line(event, perhaps=not event.on.surely_by(as_at))


def _line(event: Event, *, perhaps: bool) -> Line:
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
        source=_source(attested),
        href=attested.source.href,
        confidence=attested.confidence.value,
        words=attested.words,
        otherwise=tuple(f"{_source(one)} says {one.on}" for one in event.disputed_by),
        perhaps=perhaps,
    )


def _expected(deadline: Deadline) -> Line:
    """Return a line for what was or is expected and of which nothing is held."""
    known = duty(deadline)
    return Line(
        on=_expected_when(deadline, known),
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


def _expected_when(deadline: Deadline, known: Duty) -> str:
    if deadline.window or isinstance(deadline.value.period, FixedDay):
        return known.when
    vague = not deadline.start.estimated and not deadline.due.is_day
    return str(deadline.due) if vague else in_words(deadline.due_at_latest)


def _still_to_do(deadline: Deadline) -> str:
    nothing = "" if deadline.state is State.RUNNING else " We hold nothing of it."
    task = f"{deadline.duty[0].lower()}{deadline.duty[1:]}"
    return f"Expected of {deadline.owed_by}: to {task}.{nothing}"


def _source(attested: Attestation) -> str:
    word = whose_word(attested)
    return word if attested.source.kind in HEARSAY else f"{word}: {attested.source.title}"
