"""Puts together what several sources tell of one event that an inspection has only once."""

from collections.abc import Iterable
from dataclasses import fields, replace

from areasend.domain import kinds
from areasend.domain.events import Event

#: Kinds of which an inspection has one: a second source tells of the same event, not of another,
#: and whoever wants a second recorded has a correction to make.
SINGLE = frozenset(
    {
        "inspection-started",
        "fieldwork-ended",
        "report-received",
        "report-published",
        "revisit-notified",
        "revisit-started",
        "revisit-ended",
        "revisited",
    }
)


def same_event(event: Event, held: Iterable[tuple[int, Event]]) -> tuple[int, Event] | None:
    """Return the number and the event, of those held, that a new telling is of; None if of none."""
    kind = kinds.key(event)
    single = kind in SINGLE and bool(event.inspection)
    found = (
        (number, one)
        for number, one in held
        if one == event
        or (single and kinds.key(one) == kind and one.inspection == event.inspection)
    )
    return next(found, None)


def joined(held: Event, told: Event) -> Event:
    """Return the event held with the sources of a new telling, and what only that one carries.

    Where both carry a fact the one held stands; a different one is for a correction to settle.
    """
    more = tuple(one for one in told.attested if one not in held.attested)
    unknown = {
        field.name: getattr(told, field.name)
        for field in fields(held)
        if getattr(held, field.name) in (None, ())
    }
    return replace(held, attested=(*held.attested, *more), **unknown)
