"""A document's fields with what people decided of each, and what is still to be looked at."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from areasend.answers.field_words import words
from areasend.casework import proposal
from areasend.casework.course import Course, Stage
from areasend.casework.models import Act, Decision
from areasend.casework.suggestions import asked, listed
from areasend.casework.tellings import ASKED, TELLINGS, Telling
from areasend.domain.attestations import Spot
from areasend.reading.proposals import Doubt, Field

#: The field that names the inspectors: it never leaves the room.
PEOPLE = "inspectors"


@dataclass(frozen=True)
class Checked:
    """A field: what was read, what was decided of it, and whether it enters the record."""

    field: Field
    decision: Decision | None
    enters: bool

    @property
    def name(self) -> str:
        """Its name."""
        return self.field.name

    @property
    def title(self) -> str:
        """Its name as people read it."""
        return words(self.field.name)

    @property
    def value(self) -> Any:
        """What stands: as read, as corrected, or nothing where it was rejected."""
        if self.decision is None or self.decision.act == Act.ACCEPT:
            return self.field.value
        return json.loads(self.decision.value) if self.decision.act == Act.CORRECT else None

    @property
    def waits(self) -> bool:
        """Whether somebody must look at it: it enters the record, and is doubtful."""
        return self.enters and self.decision is None and bool(self.field.doubts)

    @property
    def page(self) -> int | None:
        """The first page on which it stands."""
        return self.field.passages[0].page if self.field.passages else None


def _pages(field: Field) -> str:
    """Return the pages on which a field stands, in words: “page 7”, “pages 7, 8”."""
    every = sorted({each.page for each in field.passages})
    return f"page{'s' if len(every) > 1 else ''} {', '.join(map(str, every))}"


def _spots(field: Field) -> Iterator[Spot]:
    for one in field.passages:
        left, bottom, right, top = one.box
        box = (math.floor(left), math.floor(bottom), math.ceil(right), math.ceil(top))
        yield Spot(what=field.name, page=one.page, box=box)


@dataclass(frozen=True)
class Checking:
    """A document being checked: its fields in the order in which to look at them."""

    course: Course
    fields: tuple[Checked, ...]
    doubts: tuple[Doubt, ...]
    telling: Telling | None

    @property
    def waiting(self) -> tuple[Checked, ...]:
        """The fields that somebody must look at."""
        return tuple(one for one in self.fields if one.waits)

    @property
    def values(self) -> Mapping[str, Any]:
        """What stands of each field."""
        return {one.name: one.value for one in self.fields}

    @property
    def places(self) -> Mapping[str, str]:
        """The pages on which each field stands."""
        return {one.name: _pages(one.field) for one in self.fields if one.page}

    @property
    def spots(self) -> Mapping[str, tuple[Spot, ...]]:
        """Where the words of each field stand. What a person enters may stand elsewhere."""
        return {
            one.name: tuple(_spots(one.field))
            for one in self.fields
            if one.decision is None or one.decision.act == Act.ACCEPT
        }

    @property
    def listed(self) -> bool:
        """Whether the day of publication is still the one that came with the document."""
        one = self.field("published")
        corrected = one and one.decision and one.decision.act != Act.ACCEPT
        return not corrected and any(listed(self.course.document))

    @property
    def people(self) -> frozenset[str]:
        """The names of people that the document prints, as far as they were read or entered."""
        one = self.field(PEOPLE)
        every = [*(one.field.value or ()), *(one.value or ())] if one else []
        return frozenset(each["name"] for each in every if each.get("name"))

    def field(self, name: str) -> Checked | None:
        """Return the field of a name, if the document has it."""
        return next((one for one in self.fields if one.name == name), None)


def checking(course: Course) -> Checking:
    """Return a document's fields as they stand: the doubtful that enter the record first."""
    read = proposal.read(course.document.proposal)
    telling = TELLINGS.get(course.document.kind)
    own = tuple(one for one in read.fields if one.name not in ASKED)
    every = (*own, *(_asked(course, read, telling) if telling else ()))
    fields = [
        Checked(one, course.of_field(one.name), bool(telling and telling.enters(one.name)))
        for one in every
    ]
    fields.sort(key=lambda one: (not (one.enters and one.field.doubts), not one.enters))
    return Checking(course, tuple(fields), read.doubts, telling)


def _asked(course: Course, read: proposal.Proposed, telling: Telling) -> Iterator[Field]:
    """Yield what a person is asked. Once it is published, what is held of it is our own entry."""
    for one in asked(course.document, read):
        if one.name in telling.asked:
            yield replace(one, doubts=()) if course.stage is Stage.PUBLISHED else one
