"""What came of reported errors, and what the bodies concerned replied: each with its day."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.wording import day_of
from areasend.domain.areas import AREAS
from areasend.ledger import releases
from areasend.ledger.statements import Answered, Finding, Replied

#: What a page of ours is addressed by, and nothing that leads elsewhere.
_OURS = re.compile(r"/(?:[a-z0-9-]+/?)*(?:#[a-z0-9-]+)?")
FINDINGS = {
    Finding.CORRECTED: "We corrected it",
    Finding.NOT_CORRECTED: "We did not change it",
    Finding.CANNOT_TELL: "We cannot tell who is right",
}


@dataclass(frozen=True)
class AnsweredReport:
    """A reported error and our answer, in our words.

    `href` is the page of ours that it is about; `release` the number of the public release that
    put it right, or None.
    """

    on: date
    page: str
    href: str
    area: str
    finding: str
    says: str
    release: int | None


@dataclass(frozen=True)
class Reply:
    """What a body says of what we hold about its area, and how it proved who it is.

    `fact` is where on the area's page the fact stands that it is about; empty where it is about
    the page.
    """

    on: date
    area: str
    area_name: str
    body: str
    says: str
    seen: str
    fact: str = ""


@dataclass(frozen=True)
class AnsweredAndReplied:
    """Answers to reported errors and replies, the newest first."""

    as_at: date
    known_at: datetime
    reports: tuple[AnsweredReport, ...]
    replies: tuple[Reply, ...]


def answered(asked: Asked, *, area: str | None = None) -> AnsweredAndReplied:
    """Return what was answered and replied by a day, of one area or of all."""
    public = [
        (on, words)
        for at, words in reversed(releases.spoken(known_at=asked.known_at))
        if (on := day_of(at)) <= asked.as_at and area in {None, words.area}
    ]
    return AnsweredAndReplied(
        as_at=asked.as_at,
        known_at=asked.known_at,
        reports=tuple(
            report_as_shown(one, on=on) for on, one in public if isinstance(one, Answered)
        ),
        replies=tuple(reply_as_shown(one, on=on) for on, one in public if isinstance(one, Replied)),
    )


def page_name(address: str, *, area: str) -> str:
    """Return what a page of ours is called where it was reported, such as 'Dudley'."""
    if area in AREAS:
        return AREAS[area].name
    return "The first page" if address == "/" else f"The page {address}"


def report_as_shown(said: Answered, *, on: date) -> AnsweredReport:
    """Return an answer to a report as the public reads it, from a day on."""
    return AnsweredReport(
        on=on,
        page=page_name(said.about, area=said.area),
        href=said.about if _OURS.fullmatch(said.about) else "",
        area=said.area,
        finding=FINDINGS[said.finding],
        says=said.words,
        release=said.release,
    )


def reply_as_shown(said: Replied, *, on: date) -> Reply:
    """Return a reply as the public reads it, from a day on."""
    name = AREAS[said.area].name if said.area in AREAS else said.area
    page, _, place = said.about.partition("#")
    fact = place if _OURS.fullmatch(said.about) and page == f"/areas/{said.area}" else ""
    return Reply(on, said.area, name, said.body, said.words, said.seen, fact)
