"""A row for each event: when, what, on whose word, and since when it is public."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any

from areasend.answers.asked import Asked
from areasend.answers.corrections import fact_name
from areasend.answers.lines import Line, happened
from areasend.answers.rows.details import details
from areasend.answers.wording import whose_word
from areasend.domain.attestations import SourceKind
from areasend.domain.events import Event, InspectionStarted, ReportPublished
from areasend.ledger.published import Fact, facts


@dataclass(frozen=True)
class EventRow:
    """An event. Its day lies between `earliest` and `latest`; `dated` writes both as one (EDTF).

    `perhaps` says that it may have come after the as-at day. `told_first` is when the public was
    first told of it, and `told_since` when in the form that stands. `otherwise` are sources that
    give another date, and `also` all others that bear it out, but for those we do not cite.
    `document` is the hash of the document itself in which somebody read it. What
    comes between `perhaps` and `otherwise` is empty where a kind of event has no such thing.
    """

    id: str
    area: str
    area_name: str
    inspection: str
    framework: str
    kind: str
    says: str
    dated: str
    earliest: date
    latest: date
    precision: str
    perhaps: bool
    outcome: str
    weaknesses: int | None
    priority_actions: int | None
    next_full_years: int | None
    plan: str
    verdict: str
    sufficient: int | None
    sufficient_of: int | None
    instrument: str
    act: str
    about_send: bool | None
    otherwise: tuple[str, ...]
    also: tuple[str, ...]
    words: str
    told_first: datetime
    told_since: datetime
    page: str
    source_kind: str
    source_dated: date | None
    source_place: str
    document: str
    document_places: tuple[str, ...]
    source: str
    href: str
    confidence: str


def events(asked: Asked) -> Iterator[EventRow]:
    """Yield a row for every event that may have happened by the day, in the order of the chain."""
    told = facts(known_at=asked.known_at)
    frameworks = _frameworks(told)
    for fact in sorted(chain.from_iterable(told.values()), key=lambda one: one.number):
        if fact.event.on.earliest <= asked.as_at:
            yield _row(fact, frameworks, asked.as_at)


def _row(fact: Fact, frameworks: Mapping[str, str], as_at: date) -> EventRow:
    event, source = fact.event, fact.event.attestation.source
    name, line = fact_name(fact.number), happened(event, as_at=as_at)
    return EventRow(
        id=name,
        framework=frameworks.get(event.inspection, ""),
        dated=event.on.written,
        precision=event.on.precision,
        **details(event),
        also=tuple(_also(event)),
        told_first=fact.first,
        told_since=fact.since,
        page=f"/areas/{event.area}#{name}",
        source_kind=source.kind.value,
        source_dated=source.dated,
        source_place=source.place,
        document=line.read_in.sha256,
        document_places=line.read_in.places,
        **_of_line(line),
    )


def _of_line(line: Line) -> dict[str, Any]:
    alike = ("area", "area_name", "inspection", "kind", "says", "earliest", "latest", "perhaps")
    cited = ("otherwise", "words", "source", "href", "confidence")
    return {name: getattr(line, name) for name in (*alike, *cited)}


def _also(event: Event) -> Iterable[str]:
    others = (one for one in event.attested if one is not event.attestation)
    cited = (one for one in others if one.source.kind is not SourceKind.PARTISAN)
    return dict.fromkeys(
        " ".join(filter(None, (f"{whose_word(one)}:", str(one.on), one.source.address)))
        for one in cited
    )


def _frameworks(told: Mapping[str, tuple[Fact, ...]]) -> dict[str, str]:
    """Return the framework of each inspection whose start or report is held."""
    found: dict[str, str] = {}
    for fact in chain.from_iterable(told.values()):
        match fact.event:
            case InspectionStarted(inspection=name, framework=framework):
                found[name] = framework.value
            case ReportPublished(inspection=name, outcome=outcome):
                found.setdefault(name, outcome.framework.value)
    return found
