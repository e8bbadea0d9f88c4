"""Themes of a document's points: what the machine proposes of each, and what a person gave.

Only what a person gave enters the record (ADR 40). It is kept by the words it was given to: a point
whose words are corrected afterwards has none until somebody looks again. That none fits is an
answer too, and is told apart from a point at which nobody looked.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from areasend.answers.weaknesses import codes_by_hand
from areasend.casework.checking import Checking
from areasend.casework.models import THEMES, Decision
from areasend.casework.wordings import Themes, Wording, themes_held, wordings
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
    wording: Wording
    likely: tuple[Likely, ...]
    stands: tuple[str, ...]
    by: By

    @property
    def text(self) -> str:
        """Its words."""
        return self.wording.text

    @property
    def given(self) -> tuple[str, ...]:
        """What a person gave: nothing where nobody looked."""
        return () if self.by is By.MACHINE else self.stands

    @property
    def names(self) -> list[str]:
        """The names of those that stand."""
        return [taxonomy().name_of(code) for code in self.stands]


def labelled(checking: Checking) -> tuple[Labelled, ...]:
    """Return every point that a document lists for the record, as its words stand now."""
    if checking.telling is None:
        return ()
    given, held = given_in(checking.course.of_field(THEMES)), _held(checking)
    return tuple(_labelled(*point, given, held) for point in _points(checking))


def given_in(decision: Decision | None) -> Themes:
    """Return the themes that a person gave: of the points at which they looked."""
    every = json.loads(decision.value) if decision else []
    return {
        Wording(kind, one["text"], one.get("nth", 1)): tuple(one["themes"])
        for one in every
        for kind in ([one["kind"]] if "kind" in one else LISTS.values())
        if one["themes"]
    }


def _points(checking: Checking) -> Iterator[tuple[str, str, Wording]]:
    """Yield each point's number in the document, the field that lists it, and its wording."""
    for name, letter in LISTS.items():
        if checking.telling and checking.telling.enters(name):
            texts = [one["text"] for one in checking.values.get(name) or ()]
            for number, wording in enumerate(wordings(letter, texts), 1):
                yield f"{letter}{number}", name, wording


def _labelled(number: str, field: str, wording: Wording, given: Themes, held: Themes) -> Labelled:
    likely = likely_themes(wording.text)
    proposed = tuple(one.code for one in likely if one.proposed)
    if wording in given:
        return Labelled(number, field, wording, likely, given[wording], By.HERE)
    if wording in held:
        return Labelled(number, field, wording, likely, held[wording], By.RECORD)
    return Labelled(number, field, wording, likely, proposed, By.MACHINE)


def _held(checking: Checking) -> Themes:
    """Return the themes that the record holds: by the words of a point, or by its number.

    By its number are those that were given by hand to weaknesses whose words the record lacks.
    """
    area = str(checking.values.get("area_slug") or "")
    told = (event for _, event in entries.standing_of(area) if isinstance(event, ReportPublished))
    counted = [one for one in _points(checking) if one[0].startswith(WEAKNESS)]
    by_hand = {point: codes_by_hand(f"{area}/2016/1/{number}") for number, _, point in counted}
    given = {point: codes for point, codes in by_hand.items() if codes}
    return {**given, **themes_held(one.points for one in told)}
