"""Which organisations of the day a report means by the bodies that it names."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from areasend.domain.areas import Area
from areasend.domain.areas.spelling import bare, folded
from areasend.domain.health import BODIES, bodies_of
from areasend.reading.proposals import Field

_KIND = re.compile(r"\b(?:nhs|integrated care boards?|icbs?|the|st w)\b")
#: A board with a smaller share of an area than this is seldom named.
_MUCH = 0.1
_BRACKETED = re.compile(r"\s*\([^)]*\)")
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s*&\s*|;\s*")


@lru_cache(maxsize=1000)
def core(name: str) -> str:
    """Return the words of a board's name that tell it from others, in the order of the alphabet."""
    words = _KIND.sub(" ", folded(_BRACKETED.sub("", name)))
    return " ".join(sorted(set(words.split()) - {"and", "of"}))


def boards(field: Field, area: Area | None, on: date | None) -> Field:
    """Return the boards with what is doubtful about them, beside those that served the area."""
    if not area or not on or not field.value:
        return field
    served = bodies_of(area.slug, on=on)
    held = {core(BODIES[one.body].name): one.body for one in served}
    if not held:
        return field
    unknown = [name for name in field.value if core(name) not in held]
    doubts = [f"“{name}” is none of the boards that we hold for {area.name}." for name in unknown]
    named = {core(name) for name in field.value}
    doubts += [
        f"We hold {BODIES[one.body].name} for {area.name} too, which the report does not name."
        for one in served
        if one.share >= _MUCH and core(BODIES[one.body].name) not in named
    ]
    return Field(field.name, field.value, field.found, field.passages, (*field.doubts, *doubts))


def resolved(said: str, area: Area | None, on: date | None) -> dict[str, Any]:
    """Return the organisations of the day among bodies, and the parts that are none we hold."""
    found: list[dict[str, Any]] = []
    unresolved: list[str] = []
    for part in _parts(said, area, on):
        known = _known(part, area, on)
        if known:
            found.append({"printed": part, **known})
        else:
            unresolved.append(part)
    return {"printed": said, "organisations": found, "unresolved": unresolved}


def _parts(said: str, area: Area | None, on: date | None) -> Iterator[str]:
    """Return the bodies by themselves: the longest runs of words that are one we hold, first."""
    pieces = [piece for piece in _JOINED.split(said) if piece]
    marks = _JOINED.findall(said)
    at = 0
    while at < len(pieces):
        for end in range(len(pieces), at, -1):
            run = "".join(
                piece + (mark if number < end - at - 1 else "")
                for number, (piece, mark) in enumerate(
                    zip(pieces[at:end], [*marks[at:end], ""], strict=False)
                )
            )
            if end == at + 1 or _known(run, area, on):
                yield run
                at = end
                break


def _known(name: str, area: Area | None, on: date | None) -> dict[str, str] | None:
    if not area or not on:
        return None
    for one in bodies_of(area.slug, on=on):
        if core(BODIES[one.body].name) == core(name):
            return {"kind": "integrated care board", "slug": one.body}
    known = bare(folded(name)) in _councils(area)
    return {"kind": "local authority", "slug": area.slug} if known else None


def councils(field: Field, area: Area | None) -> Field:
    """Return the councils, doubted where none of them bears the area's name."""
    if not area or not field.value:
        return field
    names = {bare(folded(name)) for name in field.value}
    if names & _councils(area):
        return field
    says = f"None of the councils named bears a name that we hold for {area.name}."
    return Field(field.name, field.value, field.found, field.passages, (*field.doubts, says))


@lru_cache(maxsize=400)
def _councils(area: Area) -> frozenset[str]:
    return frozenset(bare(folded(spelling)) for spelling in (area.name, area.slug, *area.names))


def field_of(
    actions: Sequence[dict[str, Any]], places: Field, area: Area | None, on: date | None
) -> Field:
    """Return the bodies of each priority action as organisations of the day."""
    values = [resolved(one["bodies"] or "", area, on) for one in actions]
    strangers = sorted({part for value in values for part in value["unresolved"]})
    doubts = tuple(
        f"“{part}” is no council or board that we hold for this area." for part in strangers
    )
    nobody = () if all(one["bodies"] for one in actions) else ("An action names nobody.",)
    found = "the first column of the table, and the organisations held for the area on the day"
    return Field("responsible_organisations", values, found, places.passages, (*nobody, *doubts))
