"""What a source says of an event: the ground on which every fact of the record stands."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from areasend.domain.intervals import Interval

_SIDES = 4
_SHA256 = re.compile(r"[0-9a-f]{64}")


class SourceKind(StrEnum):
    """Who speaks, from the official publisher to a campaigner's page."""

    OFFICIAL = "official"
    PARLIAMENT = "parliament"
    COUNCIL = "council"
    NHS = "nhs"
    FORUM = "forum"
    ADVISORY = "advisory"
    PRESS = "press"
    PARTISAN = "personal or party"
    THIRD_PARTY = "third party"


class Confidence(StrEnum):
    """How far we trust what a source says, surest first."""

    OFFICIAL = "official"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class UnableToFind(ValueError):
    """A place or a file is named as none can be."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where in a document words stand that tell of something: the page, and their box on it.

    `what` is the reader's name of it, such as `outcome`. The box is left, bottom, right and top in
    whole points from the lower left corner of what the page shows, upright, wide enough for the
    words.
    """

    what: str
    page: int
    box: tuple[int, ...]

    def __post_init__(self) -> None:
        if self.page < 1:
            raise UnableToFind(f"Page {self.page} is none: pages are counted from 1.")
        if len(self.box) != _SIDES:
            raise UnableToFind(f"A box on a page has four sides, and not {len(self.box)}.")


@dataclass(frozen=True, kw_only=True)
class Source:
    """A published document or page, and the place in it.

    `sha256` is of the document itself, where somebody who had its bytes read it, and `spots` are
    the places of the words that they accepted: both are empty elsewhere.
    """

    title: str
    publisher: str
    kind: SourceKind
    href: str = ""
    dated: date | None = None
    place: str = ""
    sha256: str = ""
    spots: tuple[Spot, ...] = ()

    def __post_init__(self) -> None:
        if self.sha256 and not _SHA256.fullmatch(self.sha256):
            raise UnableToFind(
                f"“{self.sha256}” is no SHA-256: that is 64 figures, 0 to 9 and a to f."
            )

    @property
    def address(self) -> str:
        """Where it can be read; empty where what was written down is no address."""
        return self.href if self.href.startswith(("https://", "http://")) else ""


@dataclass(frozen=True, kw_only=True)
class Attestation:
    """One source's word on when something happened.

    `set_aside` says why a person who compared the sources does not take the date from this one,
    though it would come first; it is empty elsewhere.
    """

    source: Source
    on: Interval
    confidence: Confidence
    words: str = ""
    set_aside: str = ""


def best(attestations: tuple[Attestation, ...]) -> Attestation:
    """Return the attestation whose date an event takes.

    The official date wins, then the most precise kind of date, then confidence; of equals, the
    first recorded. An official source that gives only bounds gives no date; a date set aside is
    taken only where there is no other.
    """
    return min(attestations, key=_rank)


def told_of(attestations: tuple[Attestation, ...]) -> Interval:
    """Return the days on which an event can have happened, by all that tell of it.

    That is the date of the best of them and, where it gives only bounds, what the bounds of the
    others leave of its days. One that leaves none contradicts it and is shown as doing so; one
    that was set aside, or that a party or a campaigner gives, narrows nothing.
    """
    first, *others = sorted(attestations, key=_rank)
    days = first.on
    if days.is_dated:
        return days
    for one in others:
        if not one.set_aside and one.source.kind is not SourceKind.PARTISAN:
            days = days.within(one.on) or days
    return days


def differing(attestations: tuple[Attestation, ...]) -> tuple[Attestation, ...]:
    """Return the attestations whose dates cannot be squared with the one the event takes."""
    chosen = told_of(attestations)
    return tuple(
        one
        for one in attestations
        if one.on.latest < chosen.earliest or chosen.latest < one.on.earliest
    )


_PRECISIONS = {"day": 0, "month": 1, "year": 2, "between": 3, "by": 3}
_SUREST_FIRST = {confidence: place for place, confidence in enumerate(Confidence)}


def _rank(one: Attestation) -> tuple[bool, bool, int, int]:
    return (
        bool(one.set_aside),
        not (one.on.is_dated and one.confidence is Confidence.OFFICIAL),
        _PRECISIONS[one.on.precision],
        _SUREST_FIRST[one.confidence],
    )
