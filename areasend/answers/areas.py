"""One area: its sentence, what is due, and everything held of it in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.duties import Duty, duty
from areasend.answers.families import Family, family
from areasend.answers.lines import Line, expected, happened
from areasend.answers.standing import Standing, standing
from areasend.answers.weaknesses import Weakness, weaknesses
from areasend.domain import history
from areasend.domain.areas import AREAS, Area
from areasend.domain.clocks import OPEN
from areasend.domain.health import BODIES, bodies_of, not_held
from areasend.domain.intervals import in_words


@dataclass(frozen=True)
class AreaStory:
    """All that is public of an area on a day, as known at a moment.

    `sentence` is the whole of `standing` in one run of words. `health_bodies` are those of the day
    by name; where our record does not say which they were, `bodies_not_held` does so.
    """

    id: str
    slug: str
    name: str
    as_at: date
    known_at: datetime
    sentence: str
    standing: Standing
    exists: bool
    lineage: tuple[str, ...]
    region: str
    ofsted_region: str
    codes: tuple[tuple[str, str], ...]
    health_bodies: tuple[str, ...]
    bodies_not_held: str
    duties: tuple[Duty, ...]
    weaknesses: tuple[Weakness, ...]
    lines: tuple[Line, ...]


def area_story(area: Area, asked: Asked) -> AreaStory:
    """Return an area's story, with those of the areas it was made from.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    return story_of(family(area, asked))


def story_of(known: Family) -> AreaStory:
    """Return the story of an area of which all that is known has been read."""
    area, as_at = known.area, known.asked.as_at
    stands = standing(known)
    return AreaStory(
        id=area.slug,
        slug=area.slug,
        name=area.name,
        as_at=as_at,
        known_at=known.asked.known_at,
        sentence=str(stands),
        standing=stands,
        exists=area.exists(as_at),
        lineage=tuple(_lineage(known)),
        region=area.region,
        ofsted_region=area.ofsted_region,
        codes=tuple(_codes(area, as_at)),
        health_bodies=tuple(_health_bodies(area.slug, as_at)),
        bodies_not_held=not_held(as_at),
        duties=tuple(duty(one) for one in known.due),
        weaknesses=weaknesses(known.held),
        lines=tuple(sorted(_lines(known), key=lambda one: (one.latest, one.earliest))),
    )


def _lines(known: Family) -> Iterator[Line]:
    as_at = known.asked.as_at
    events = [event for one in known.members for event in known.events[one.slug]]
    for event in history.in_order(events):
        if event.on.earliest <= as_at:
            yield happened(event, as_at=as_at, beside=known.known[event.area].events)
    for deadline in known.due:
        if deadline.state in OPEN:
            yield expected(deadline)


def _codes(area: Area, as_at: date) -> Iterator[tuple[str, str]]:
    # Of an area that has ended, those it bore last; one that is yet to be made bears none.
    day = min(as_at, area.ends or as_at)
    for scheme in ("gss", "dfe", "urn"):
        if code := area.code(scheme, on=day):
            yield scheme, code


def _health_bodies(area: str, as_at: date) -> Iterator[str]:
    """Yield the area's health bodies of a day, the largest share first."""
    for one in bodies_of(area, on=as_at):
        announced = ", as announced" if one.announced else ""
        yield f"{BODIES[one.body].name}{announced}"


def _lineage(known: Family) -> Iterator[str]:
    area, as_at = known.area, known.asked.as_at
    if not known.announced:
        return
    made_of = " and ".join(AREAS[slug].name for slug in area.predecessors)
    if made_of and area.starts and as_at < area.starts:
        yield f"Is to be made on {in_words(area.starts)} from {made_of}, as announced."
    elif made_of and area.starts:
        yield f"Made on {in_words(area.starts)} from {made_of}."
    became = " and ".join(AREAS[slug].name for slug in area.successors)
    if became and area.ends and as_at <= area.ends:
        yield f"Is to end on {in_words(area.ends)}, as announced; its area is to become {became}."
    elif became and area.ends:
        yield f"Ended on {in_words(area.ends)}; its area is now part of {became}."
