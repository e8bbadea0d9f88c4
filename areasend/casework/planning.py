"""What a checked document would write into the ledger, beside what stands there, and objections.

Nothing is written here. What the ledger would object to, a person reads before anything is done.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from areasend.casework import queue
from areasend.casework.checking import Checking
from areasend.casework.labels import given_in
from areasend.casework.models import THEMES
from areasend.casework.naming import addressed, named, titled
from areasend.casework.second_look import to_be_said
from areasend.casework.settling import settled
from areasend.casework.tellings import Found, Telling, UnableToTell
from areasend.casework.told_before import told_before
from areasend.domain import history, kinds
from areasend.domain.events import Event, ReportPublished
from areasend.domain.objections import objections
from areasend.domain.points import Point
from areasend.ledger import entries
from areasend.ledger.statements import event_to_plain

_LONDON = ZoneInfo("Europe/London")
REASON = "Somebody read the document itself and compared it with what was held."


@dataclass(frozen=True)
class Planned:
    """An event to record, and the entry that it corrects where one is held."""

    event: Event
    number: int | None = None
    held: Event | None = None


@dataclass(frozen=True)
class Plan:
    """What would be recorded, in order, and why it cannot be, if it cannot.

    `to_be_said` is what whoever takes the second look has to say of it, in sentences.
    """

    events: tuple[Planned, ...]
    troubles: tuple[str, ...]
    to_be_said: tuple[str, ...] = ()


def plan(checking: Checking, *, at: datetime) -> Plan:
    """Return what a document would write into the ledger as its fields stand."""
    if checking.telling is None:
        return Plan((), ("Documents of this kind are not recorded from here.",))
    try:
        told = tuple(checking.telling.events(_found(checking, at=at)))
        standing = entries.standing_of(told[0].area)
        beside = (_planned(one, standing, checking, checking.telling) for one in told)
        events = tuple(one for one in beside if one)
    except UnableToTell as trouble:
        return Plan((), (str(trouble),))
    except (KeyError, TypeError, ValueError) as trouble:
        return Plan((), (f"A value is not what it should be: {trouble}.",))
    names = tuple(_names(events, checking.people))
    planned = _in_order(events, standing, at=at)
    said = to_be_said(chain.from_iterable(map(_new_texts, events)), told[0].area)
    return replace(planned, troubles=(*planned.troubles, *names), to_be_said=tuple(said))


def _in_order(
    events: tuple[Planned, ...], standing: Sequence[tuple[int, Event]], *, at: datetime
) -> Plan:
    """Return events in the order in which they can be recorded, with the objections if in none.

    Days that a correction moves to later ones are put right from the last: otherwise a visit would
    for a moment begin after it ended.
    """
    orders = (events, tuple(reversed(events)))
    plans = [Plan(one, tuple(_objections(one, standing, at=at))) for one in orders]
    return next((one for one in plans if not one.troubles), plans[0])


def _found(checking: Checking, *, at: datetime) -> Found:
    area = str(checking.values.get("area_slug") or "")
    return Found(
        title=checking.course.document.title,
        values=checking.values,
        places=checking.places,
        spots=checking.spots,
        sha256=checking.course.document.paper_id,
        held=queue.held_of(known_at=at),
        read=_read(area),
        used=_used(area),
        themes=given_in(checking.course.of_field(THEMES)),
        listed=checking.listed,
    )


def _read(area: str) -> dict[str, tuple[Point, ...]]:
    return {
        event.inspection: event.points
        for _, event in entries.standing_of(area)
        if isinstance(event, ReportPublished)
    }


def _used(area: str) -> dict[str, frozenset[str]]:
    """Return the numbers that points of each inspection ever had, those withdrawn too."""
    used: dict[str, frozenset[str]] = {}
    for event in entries.ever_told_of(area):
        if isinstance(event, ReportPublished):
            numbers = frozenset(point.number for point in event.points)
            used[event.inspection] = used.get(event.inspection, frozenset()) | numbers
    return used


def _planned(
    event: Event, standing: Sequence[tuple[int, Event]], checking: Checking, telling: Telling
) -> Planned | None:
    """Return an event beside the entry that tells of it; None where that says it all.

    :raises UnableToTell: if they disagree, and nobody has decided
    """
    found = told_before(event, standing)
    if found is None:
        return Planned(event)
    number, held = found
    whole = settled(held, event, checking, telling)
    return None if whole == held else Planned(whole, number, held)


def _objections(
    events: Sequence[Planned], standing: Sequence[tuple[int, Event]], *, at: datetime
) -> Iterator[str]:
    """Yield what the ledger would object to, each recorded after the one before."""
    others = dict(standing)
    today = at.astimezone(_LONDON).date()
    area = events[0].event.area if events else ""
    for new, one in enumerate(events, 1):
        others.pop(one.number or 0, None)
        known = history.read(area, list(others.values()))
        sentence = kinds.sentence(one.event)
        yield from (f"{sentence} {words}" for words in objections(known, one.event, today=today))
        others[-new] = one.event


def _names(events: Sequence[Planned], people: frozenset[str]) -> Iterator[str]:
    """Yield what names a person, whom the document prints or not: names stay in this room."""
    new = [text for one in events for text in _new_texts(one)]
    for name in named(new, people):
        yield f"The name “{name}” would be published: take it out of the words."
    for words in dict.fromkeys(titled(new)):
        yield f"“{words}” would be published, and names a person: take it out of the words."
    for words in dict.fromkeys(addressed(new)):
        yield f"“{words}” in the address seems to name a person: cite another address of it."


def _new_texts(one: Planned) -> Iterator[str]:
    """Yield the texts of an event that the entry it corrects does not hold."""
    held = set(_texts(event_to_plain(one.held))) if one.held else set()
    yield from (text for text in _texts(event_to_plain(one.event)) if text not in held)


def _texts(plain: Any) -> Iterator[str]:
    if isinstance(plain, str):
        yield plain
    elif isinstance(plain, Mapping):
        yield from chain.from_iterable(map(_texts, plain.values()))
    elif isinstance(plain, Sequence):
        yield from chain.from_iterable(map(_texts, plain))
