"""What an entry says once somebody has read the document itself: what they decided stands.

A fact that is only read joins what is held. One that a person decided replaces it, though what
they decided is that there is none; and a day that another source gives is set aside.
"""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from areasend.answers.field_words import words
from areasend.casework.checking import Checking
from areasend.casework.tellings import Telling, UnableToTell
from areasend.domain.attestations import Attestation
from areasend.domain.events import (
    Event,
    Intervened,
    MonitoringInspected,
    ReportPublished,
    Revisited,
)
from areasend.domain.intervals import in_words
from areasend.domain.joining import joined

_READ = (ReportPublished, Revisited, MonitoringInspected)
#: What these carry was read in the document itself.
_CARRYING = (*_READ, Intervened)
_EVERY = frozenset({"area", "inspection", "attested"})
OTHER_DAY = "Somebody read the document itself, which gives another day."


def settled(held: Event, told: Event, checking: Checking, telling: Telling) -> Event:
    """Return the event held as it stands after what a document tells and people decided.

    :raises UnableToTell: if the days differ, and nobody has decided which it is
    """
    decided = frozenset(one.name for one in checking.fields if one.decision)
    whole = joined(_of_its_day(held, told, telling, decided), told)
    if not isinstance(told, _CARRYING):
        return whole
    return replace(whole, **dict(_read(told, telling, decided)))


def _read(told: Event, telling: Telling, decided: frozenset[str]) -> Iterator[tuple[str, Any]]:
    """Yield what stands of what an event carries: what was read, or decided to be nothing."""
    for one in fields(told):
        value = getattr(told, one.name)
        by_hand = decided & set(telling.carried.get(one.name, ()))
        if one.name not in _EVERY and (value not in (None, ()) or by_hand):
            yield one.name, value


def _of_its_day(held: Event, told: Event, telling: Telling, decided: frozenset[str]) -> Event:
    """Return the event held, other days set aside where somebody decided which day it was.

    :raises UnableToTell: if nobody has
    """
    if joined(held, told).on == told.on:
        return held
    field = "published" if isinstance(told, _READ) else telling.days
    if field not in decided:
        raise UnableToTell(
            f"“{words(field)}” gives {in_words(told.on.latest)}, and the record holds {held.on} on "
            f"the word of {held.attestation.source.publisher}: compare them, and decide."
        )
    return replace(held, attested=tuple(_set_aside(one, told) for one in held.attested))


def _set_aside(one: Attestation, told: Event) -> Attestation:
    agrees = one.on.earliest <= told.on.latest and told.on.earliest <= one.on.latest
    return one if agrees or one.set_aside else replace(one, set_aside=OTHER_DAY)
