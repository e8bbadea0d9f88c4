"""The day of publication, which no document prints, and where whoever entered it saw it.

Where is one of a few places: it becomes a source of its own in the record, and free words could
name somebody.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from areasend.answers.reports import ofsted_page
from areasend.answers.weaknesses import body
from areasend.casework.addresses import speaker
from areasend.casework.editors import Day, NotAValue
from areasend.domain.areas import AREAS
from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.intervals import Interval

#: Where a day may have been seen, in words for whoever chooses.
SEEN = {
    "ofsted": "Ofsted’s page of the area’s reports",
    "gov.uk": "GOV.UK",
    "council": "The council’s website",
    "nhs": "The website of an NHS body",
}
_PLACE = "the day of publication"


@dataclass(frozen=True)
class Published:
    """A day, and where it was seen. What others said of it is the day alone."""

    form: str = "published"

    @property
    def choices(self) -> Mapping[str, str]:
        """Where it may have been seen."""
        return SEEN

    def shown(self, value: Any) -> list[str]:
        """Return the day in words, and where it was seen."""
        seen = seen_at(value)
        return [f"{Day().shown(day_of(value))[0]}{f' ({SEEN[seen]})' if seen else ''}"]

    def typed(self, value: Any) -> dict[str, str]:
        """Return the day in words, and where it was seen."""
        return {**Day().typed(day_of(value)), "seen-at": seen_at(value)}

    def read(self, typed: Mapping[str, str]) -> dict[str, str]:
        """Return the day as data writes it, and where it was seen.

        :raises NotAValue: if either is missing
        """
        day, seen = Day().read(typed), typed.get("seen-at", "")
        if seen not in SEEN:
            raise NotAValue("Choose where you saw it.")
        return {"day": day, "seen": seen}


def day_of(value: Any) -> Any:
    """Return the day of a value, with or without where it was seen."""
    return value["day"] if isinstance(value, Mapping) else value


def seen_at(value: Any) -> str:
    """Return where it was seen; empty where that is not said."""
    return str(value.get("seen", "")) if isinstance(value, Mapping) else ""


def at_the_publishers(value: Any) -> bool:
    """Return whether somebody saw the day at the publisher's own."""
    return seen_at(value) in {"ofsted", "gov.uk"}


def attested(value: Any, area: str, address: str) -> tuple[Attestation, ...]:
    """Return the attestation of the day itself, where somebody said where they saw it.

    `address` is the document's own, and cited where it is on a site of those who gave the day.
    """
    if not seen_at(value):
        return ()
    sure = Confidence.OFFICIAL if at_the_publishers(value) else Confidence.HIGH
    on = Interval.day(date.fromisoformat(day_of(value)))
    return (Attestation(source=_source(seen_at(value), area, address), on=on, confidence=sure),)


def _source(seen: str, area: str, address: str) -> Source:
    publisher, kind = {
        "ofsted": ("Ofsted", SourceKind.OFFICIAL),
        "gov.uk": ("GOV.UK", SourceKind.OFFICIAL),
        "council": (body(area), SourceKind.COUNCIL),
        # Which of them it was is known only where the document is on its site.
        "nhs": ("A body of the NHS", SourceKind.NHS),
    }[seen]
    own, speaks = speaker(address)
    theirs = own == publisher if kind is SourceKind.OFFICIAL else speaks is kind
    source = Source(
        title=f"Reports and letters of {AREAS[area].name}",
        publisher=own if theirs else publisher,
        kind=kind,
        href=address if theirs else "",
        place=_PLACE,
    )
    page = ofsted_page(area) if seen == "ofsted" else None
    return replace(source, href=page.href) if page else source
