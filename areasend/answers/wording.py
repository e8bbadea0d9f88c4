"""Turns of phrase that several answers share."""

from collections.abc import Iterable
from datetime import date, datetime

from areasend.answers.asked import LONDON
from areasend.domain.areas import AREAS
from areasend.domain.attestations import Attestation, SourceKind
from areasend.domain.events import Event, ReportPublished
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval, in_words
from areasend.domain.programme import NationalFact

#: Who tells of what others did. A personal or party page adds nothing to a newspaper's word.
HEARSAY = {SourceKind.PRESS, SourceKind.FORUM, SourceKind.PARTISAN}
#: Who speaks, in words.
SPEAKERS = {
    SourceKind.OFFICIAL: "official",
    SourceKind.PARLIAMENT: "Parliament",
    SourceKind.COUNCIL: "council",
    SourceKind.NHS: "NHS",
    SourceKind.FORUM: "parents’ forum or charity",
    SourceKind.ADVISORY: "advice service",
    SourceKind.PRESS: "press",
    SourceKind.PARTISAN: "campaign or party",
    SourceKind.THIRD_PARTY: "third party",
}


def began(one: Inspection) -> str:
    """Return when inspectors came, such as 'Inspected in June 2025', if the month is known."""
    when = month(one.started.on) if one.started else ""
    return f"Inspected in {when}" if when else "Inspected"


def month(on: Interval) -> str:
    """Return the month of a date, such as 'June 2025'; empty where it is not known."""
    return f"{on.latest:%B %Y}" if on.precision in {"day", "month"} else ""


def published(report: ReportPublished) -> str:
    """Return when a report came out, in brackets."""
    days = report.on
    return f" (report {in_words(days.latest)})" if days.is_day else f" (report {days})"


def as_reported(event: Event) -> str:
    """Return ', as reported' where only hearsay tells of an event."""
    sources = {one.source.kind for one in event.attested}
    return ", as reported" if sources <= HEARSAY else ""


def whose_word(attested: Attestation) -> str:
    """Return on whose word something stands; hearsay reads 'reported by', with its day if held."""
    source = attested.source
    if source.kind not in HEARSAY:
        return source.publisher
    return f"reported by {source.publisher}{f', {in_words(source.dated)}' if source.dated else ''}"


def names(slugs: Iterable[str]) -> tuple[str, ...]:
    """Return the names of areas, in the order of the alphabet."""
    return tuple(sorted(AREAS[slug].name for slug in slugs))


def pause_in_words(pause: NationalFact, *, as_at: date) -> tuple[str, str]:
    """Return what was known of a national pause on a day, and from when to when it was."""
    if as_at < pause.until:
        return pause.meanwhile, f"from {in_words(pause.since)}"
    return pause.what, f"from {in_words(pause.since)} to {in_words(pause.until)}"


def day_of(moment: datetime) -> date:
    """Return the day in London on which a moment fell."""
    return moment.astimezone(LONDON).date()
