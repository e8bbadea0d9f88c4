"""Themes of a document's points: what the machine proposes of each, and what a person gave.

Only what a person gave enters the record (ADR 40). It is kept by the words it was given to: a point
whose words are corrected afterwards has none until somebody looks again.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from areasend.answers.weaknesses import codes_by_hand
from areasend.casework.checking import Checking
from areasend.casework.models import THEMES, Decision
from areasend.casework.tellings.found import Themes
from areasend.domain.events import ReportPublished
from areasend.domain.points import WEAKNESS
from areasend.domain.themes import taxonomy
from areasend.ledger import entries
from areasend.reading.themes import LISTS, Likely, likely_themes


class By(StrEnum):
    """Who gave the themes that stand for a point: a person always comes before the machine."""

    HERE = "a person who checked this document"
    RECORD = "a person, as the record holds it"
    MACHINE = "the machine, which proposes"


@dataclass(frozen=True)
class Labelled:
    """A point of a document, and the field that lists it: its likely themes, and those that stand.

    Those that stand are only proposed where they are by the machine.
    """

    number: str
    field: str
    text: str
    likely: tuple[Likely, ...]
    stands: tuple[str, ...]
    by: By

    @property
    def names(self) -> list[str]:
        """The names of those that stand."""
        return [taxonomy().name_of(code) for code in self.stands]


def labelled(checking: Checking) -> tuple[Labelled, ...]:
    """Return every point that a document lists for the record, as its words stand now."""
    if checking.telling is None:
        return ()
    given, held = given_in(checking.course.of_field(THEMES)), _held(checking)
    return tuple(
        _labelled(number, name, text, given, held) for number, name, text in _points(checking)
    )


def given_in(decision: Decision | None) -> Themes:
    """Return the themes that a person gave, by the words of the points."""
    every = json.loads(decision.value) if decision else []
    return {one["text"]: tuple(one["themes"]) for one in every}


def _points(checking: Checking) -> Iterator[tuple[str, str, str]]:
    """Yield each point's number in the document, the field that lists it, and its words."""
    for name, letter in LISTS.items():
        if checking.telling and checking.telling.enters(name):
            for number, one in enumerate(checking.values.get(name) or (), 1):
                yield f"{letter}{number}", name, one["text"]


def _labelled(number: str, field: str, text: str, given: Themes, held: Themes) -> Labelled:
    likely = likely_themes(text)
    proposed = tuple(one.code for one in likely if one.proposed)
    known = held.get(text) or held.get(number)
    if text in given:
        return Labelled(number, field, text, likely, given[text], By.HERE)
    if known:
        return Labelled(number, field, text, likely, known, By.RECORD)
    return Labelled(number, field, text, likely, proposed, By.MACHINE)


def _held(checking: Checking) -> Mapping[str, tuple[str, ...]]:
    """Return the themes that the record holds: by the words of a point, or by its number.

    By its number are those that were given by hand to weaknesses whose words the record lacks.
    """
    area = str(checking.values.get("area_slug") or "")
    read = {
        point.words: point.themes
        for _, event in entries.standing_of(area)
        if isinstance(event, ReportPublished)
        for point in event.points
        if point.themes
    }
    places = [number for number, *_ in _points(checking) if number.startswith(WEAKNESS)]
    by_hand = {number: codes_by_hand(f"{area}/2016/1/{number}") for number in places}
    return {**by_hand, **read}
