"""Which feeds and calendars there are, and what is in each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from areasend.answers.areas import area_story
from areasend.answers.asked import Asked
from areasend.answers.due import due
from areasend.answers.owing import OWING
from areasend.answers.standing import limits
from areasend.answers.timeline import anchor
from areasend.answers.topics import STAGES
from areasend.domain.areas import AREAS
from areasend.opendata.feeds.atom import Feed
from areasend.opendata.feeds.calendars import Dates, Due
from areasend.opendata.feeds.entries import (
    Entry,
    changed_stage,
    corrected,
    dates,
    happened,
    of_area,
    tag,
)


@dataclass(frozen=True)
class National:
    """A feed of the whole country: its title, what it tells, its page, and what is in it."""

    title: str
    says: str
    path: str
    entries: Callable[[Asked], tuple[Entry, ...]]


NATIONAL = {
    "nation": National(
        "What happened, in all areas",
        "Everything that this register newly tells of what happened in any area.",
        "/",
        happened,
    ),
    "stages": National(
        "Changes of where areas stand",
        "Each change of where an area stood in what follows an inspection, then and not only now.",
        "/areas",
        changed_stage,
    ),
    "dates": National(
        "Dates that passed, and that no longer count as passed",
        "Due days and usual times that have passed while we hold nothing of what was due, and "
        "those of which we have found something since. That we hold nothing proves nothing.",
        "/areas?passed=yes",
        dates,
    ),
    "corrections": National(
        "Corrections",
        "What this register said in public and no longer says, and sources added.",
        "/corrections",
        corrected,
    ),
}


def of_nation(name: str, asked: Asked) -> Feed:
    """Return a feed of the whole country.

    :raises KeyError: if there is none of that name
    """
    one = NATIONAL[name]
    words = (f"areasend: {one.title}", f"{one.says} {limits(asked)}", one.path)
    return Feed(tag(f"feed/{name}"), *words, asked.known_at, one.entries(asked))


def to_stage(slug: str, asked: Asked) -> Feed:
    """Return the feed of areas that came to stand at a stage.

    :raises KeyError: if there is no such stage
    """
    stage = STAGES[slug].value
    return Feed(
        identifier=tag(f"feed/stages/{slug}"),
        title=f"areasend: areas that came to stand at: {stage}",
        says="Each area that came to stand there, with the fact that brought it. It may have come "
        f"to stand elsewhere since. {limits(asked)}",
        path="/areas",
        known_at=asked.known_at,
        entries=changed_stage(asked, stage=stage),
    )


def area_feed(slug: str, asked: Asked) -> Feed:
    """Return the feed of an area.

    :raises KeyError: if there is no such area
    """
    name = AREAS[slug].name
    return Feed(
        identifier=tag(f"feed/areas/{slug}"),
        title=f"areasend: {name}",
        says=f"What happened in {name}, where it stands, and dates that passed. {limits(asked)}",
        path=f"/areas/{slug}",
        known_at=asked.known_at,
        entries=of_area(asked, slug),
    )


def nation_dates(asked: Asked, *, to_come: bool = False) -> Dates:
    """Return every date of the country that is still open, or only those that are to come."""
    return _dates("all areas", "What is due in every area.", asked, _open(asked), to_come=to_come)


def body_dates(slug: str, asked: Asked, *, to_come: bool = False) -> Dates:
    """Return every date that is still open of whoever owes it, or only those that are to come.

    :raises KeyError: if there is none of that name
    """
    body = OWING[slug]
    found = (one for one in _open(asked) if one.duty.owed_by == body)
    says = f"What is to be done by {body}, in every area."
    return _dates(body, says, asked, found, to_come=to_come)


def area_dates(slug: str, asked: Asked, *, to_come: bool = False) -> Dates:
    """Return every date of an area that is still open, or only those that are to come.

    Those that it carries for others are among them.

    :raises KeyError: if there is no such area
    """
    name = AREAS[slug].name
    duties = area_story(AREAS[slug], asked).duties
    found = (Due(one.area, one, _place(slug, one.name)) for one in duties if one.open)
    return _dates(name, f"What is due in {name}.", asked, found, to_come=to_come)


def _open(asked: Asked) -> Iterator[Due]:
    for one in due(asked).duties:
        yield Due(one.name, one.duty, _place(one.area, one.duty.name))


def _place(area: str, name: str) -> str:
    return f"/areas/{area}#{anchor(name)}"


def _dates(whose: str, says: str, asked: Asked, found: Iterator[Due], *, to_come: bool) -> Dates:
    wanted = tuple(one for one in found if one.duty.running or not to_come)
    if to_come:
        whose, says = f"{whose} (to come)", f"{says} Dates that have passed are left out."
    return Dates(f"areasend: {whose}", says, limits(asked), asked.known_at, wanted)
