"""What people left of a document's fields, for the events to be made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from areasend.answers.field_words import words
from areasend.casework import day_seen
from areasend.casework.addresses import NOT_OFFICIAL, NOT_PUBLIC, is_public, is_publishers, speaker
from areasend.casework.wordings import Themes
from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind, Spot
from areasend.domain.intervals import Interval
from areasend.domain.points import Point
from areasend.reading.held import Held

_UNPRINTED = "the day of publication is not printed"


class UnableToTell(ValueError):
    """A fact is missing or cannot be, without which there is nothing to record."""


@dataclass(frozen=True)
class Found:
    """The values of the fields by their names, where each stands, and what is held already.

    `places` are pages in words, `spots` where the words stand in the file of that hash.
    `held` are the inspections with their first days, by area; `read` the points that somebody read
    before, and `used` the numbers that points ever had, by inspection; `themes` are those that a
    person gave here. `listed` is whether the day of publication is as the list said from which the
    document came.
    """

    title: str
    values: Mapping[str, Any]
    places: Mapping[str, str]
    spots: Mapping[str, tuple[Spot, ...]]
    sha256: str
    held: Held
    read: Mapping[str, tuple[Point, ...]]
    used: Mapping[str, frozenset[str]]
    themes: Themes
    listed: bool

    def value(self, name: str) -> Any:
        """Return the value of a field.

        :raises UnableToTell: if it has none
        """
        value = self.values.get(name)
        if value is None or value == "":
            raise UnableToTell(f"“{words(name)}” is missing, and nothing can be recorded without.")
        return value

    @property
    def area(self) -> str:
        """The slug of the area."""
        return str(self.value("area_slug"))

    def days(self, name: str) -> tuple[date, date]:
        """Return the first and the last day of a visit."""
        span = self.value(name)
        return date.fromisoformat(span["start"]), date.fromisoformat(span["end"])

    @property
    def address(self) -> str:
        """Where the document is published.

        :raises UnableToTell: if that is nowhere of its publisher's
        """
        address = str(self.value("address"))
        if not is_publishers(address):
            raise UnableToTell(f"“{words('address')}” is none of the publisher’s. {NOT_OFFICIAL}")
        return address

    @property
    def public_address(self) -> str:
        """Where the document is published, be it by the council to which it was sent.

        :raises UnableToTell: if that is no public body's
        """
        address = str(self.value("address"))
        if not is_public(address):
            raise UnableToTell(f"“{words('address')}” is no public body’s. {NOT_PUBLIC}")
        return address

    @property
    def published(self) -> date:
        """The day on which the document was published."""
        return date.fromisoformat(day_seen.day_of(self.value("published")))

    def facts(self, inspection: str, on: date, *, stands: str) -> dict[str, Any]:
        """Return what every event carries, on the word of this document.

        `stands` is the field that says where in it.
        """
        return self._facts(inspection, on, self.places.get(stands, ""), [stands])

    def reported(self, inspection: str, *stands: str) -> dict[str, Any]:
        """Return what an event of its publication carries, with where each finding stands.

        No document prints the day of its publication: the place says that it is none of its words,
        and where somebody saw it is a source of its own.
        """
        facts = self._facts(inspection, self.published, self._unprinted(*stands), stands)
        return self._on_its_day(facts, self.address)

    def written(self, inspection: str, *stands: str, by: str) -> dict[str, Any]:
        """Return what an event carries that a letter or notice tells of, on the day it bears.

        `by` is who wrote it. A copy on another body's site is on the word of that body.
        """
        on = date.fromisoformat(self.value("letter_date"))
        publisher, kind = speaker(self.public_address)
        source = replace(
            self._source(self._placed("letter_date", *stands), ("letter_date", *stands)),
            publisher=by if kind is SourceKind.OFFICIAL else publisher,
            kind=kind,
            href=self.public_address,
            dated=on,
        )
        return self._attested(inspection, on, source)

    def given_out(self, inspection: str, *stands: str) -> dict[str, Any]:
        """Return what an event carries that a plan was published, on the word of who did."""
        publisher, kind = speaker(self.public_address)
        source = replace(
            self._source(self._unprinted(*stands), stands),
            publisher=publisher,
            kind=kind,
            href=self.public_address,
            dated=self.published,
        )
        facts = self._attested(inspection, self.published, source)
        return self._on_its_day(facts, self.public_address)

    def _on_its_day(self, facts: dict[str, Any], address: str) -> dict[str, Any]:
        """Return facts of a publication, on its day: official only where its publisher gave it."""
        said = self.value("published")
        (own,) = facts["attested"]
        if not self.listed and not day_seen.at_the_publishers(said):
            own = replace(own, confidence=Confidence.HIGH)
        return {**facts, "attested": (own, *day_seen.attested(said, self.area, address))}

    def _unprinted(self, *stands: str) -> str:
        """Return where fields stand, and that the day of publication stands nowhere."""
        return "; ".join(filter(None, [self._placed(*stands), _UNPRINTED]))

    def _placed(self, *stands: str) -> str:
        """Return on which pages each of some fields stands, in words."""
        placed = [(name, self.places[name]) for name in stands if name in self.places]
        return "; ".join(f"{place} ({words(name).lower()})" for name, place in placed)

    def _facts(
        self, inspection: str, on: date, place: str, stands: Sequence[str]
    ) -> dict[str, Any]:
        source = replace(self._source(place, stands), dated=self.published, href=self.address)
        return self._attested(inspection, on, source)

    def _source(self, place: str, stands: Sequence[str]) -> Source:
        return Source(
            title=self.title,
            publisher="Ofsted and CQC",
            kind=SourceKind.OFFICIAL,
            place=place,
            sha256=self.sha256,
            spots=tuple(spot for name in stands for spot in self.spots.get(name, ())),
        )

    def _attested(self, inspection: str, on: date, source: Source) -> dict[str, Any]:
        official = source.kind is SourceKind.OFFICIAL
        sure = Confidence.OFFICIAL if official else Confidence.HIGH
        attested = (Attestation(source=source, on=Interval.day(on), confidence=sure),)
        return {"area": self.area, "inspection": inspection, "attested": attested}
