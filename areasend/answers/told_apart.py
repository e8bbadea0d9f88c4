"""What was said before and is said since, with as much of it as tells the one from the other."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import Enum

from areasend.answers.wording import SPEAKERS, whose_word
from areasend.domain import kinds
from areasend.domain.areas import AREAS
from areasend.domain.attestations import Attestation, Source, SourceKind, Spot
from areasend.domain.events import Event
from areasend.domain.intervals import in_words
from areasend.domain.points import Point, Progress

#: What the fields of a source, and of its word, are called where nothing else tells them apart.
FIELDS = {
    "title": "title of the source",
    "publisher": "publisher of the source",
    "kind": "who speaks in the source",
    "href": "address of the source",
    "dated": "day of the source",
    "place": "place in the source",
    "sha256": "SHA-256 of the file that was read",
    "spots": "where in the file its words stand",
    "on": "date by the source",
    "confidence": "how sure we are",
    "words": "words of the source",
    "set_aside": "why its date is not taken",
}
#: And those of an event that have a name of more than one plain word.
_OF_EVENTS = {
    "priority_actions": "areas for priority action",
    "next_full_years": "years to the next full inspection",
    "of": "looked at",
    "about_send": "about SEND",
}


def told_apart(before: Event | None, since: Event | None) -> tuple[str, str]:
    """Return what two versions of an event say; empty where there is none of them.

    Whose word it stands on follows, then who speaks there, then their words, and at last whatever
    differs by its name, until the two read differently.
    """
    for cited in (whose_word, _who_speaks, _as_told):
        first, second = (_says(event, cited) if event else "" for event in (before, since))
        if first != second:
            return first, second
    return _by_name(before, since) if before and since else (first, second)


def _who_speaks(attested: Attestation) -> str:
    return f"{whose_word(attested)}, {SPEAKERS[attested.source.kind]}"


def _as_told(attested: Attestation) -> str:
    return f"{whose_word(attested)}: {attested.words}"


def _says(event: Event, cited: Callable[[Attestation], str]) -> str:
    words = "; ".join(dict.fromkeys(cited(one) for one in event.attested))
    return f"{AREAS[event.area].name}, {event.on}: {kinds.sentence(event)} ({words})"


def _by_name(before: Event, since: Event) -> tuple[str, str]:
    held = dict(_named(before)), dict(_named(since))
    differ = [name for name in held[0] | held[1] if held[0].get(name) != held[1].get(name)]
    first, second = (_with(differ, values) for values in held)
    return f"{_says(before, whose_word)} {first}", f"{_says(since, whose_word)} {second}"


def _with(names: list[str], values: Mapping[str, str]) -> str:
    return " ".join(f"{name[0].upper()}{name[1:]}: {values.get(name, 'none')}." for name in names)


def _named(event: Event) -> Iterator[tuple[str, str]]:
    """Yield what an event and its sources hold, each by its name, one source after the other."""
    sources = tuple(one.source for one in event.attested)
    yield "number of sources", str(len(sources))
    for one in fields(Source):
        yield FIELDS[one.name], _each(sources, one.name)
    for one in fields(Attestation):
        if one.name != "source":
            yield FIELDS[one.name], _each(event.attested, one.name)
    for one in fields(event):
        if one.name != "attested":
            plain = one.name.replace("_", " ")
            yield _OF_EVENTS.get(one.name, plain), _in_words(getattr(event, one.name))


def _each(those: tuple[Source, ...] | tuple[Attestation, ...], name: str) -> str:
    return "; ".join(dict.fromkeys(_in_words(getattr(one, name)) for one in those))


def _in_words(value: object) -> str:
    match value:
        case None | "" | ():
            return "none"
        case bool():
            return "yes" if value else "no"
        case SourceKind():
            return SPEAKERS[value]
        case Enum():
            return str(value.value)
        case date():
            return in_words(value)
        case tuple():
            return ", ".join(map(_in_words, value))
        case Spot() | Point() | Progress():
            held = ((one.name, getattr(value, one.name)) for one in fields(value))
            return " ".join(f"{name} {_in_words(part)}" for name, part in held)
        case _:
            return str(value)
