"""Draws a sample of recorded facts that have a document: by a seed, once, and not in silence."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from areasend.casework.audit.models import Drawn, Sample
from areasend.domain.events import Event, InspectionStarted, ReportPublished, Step, StepKind
from areasend.domain.keyable import Held, held_by
from areasend.ledger import published
from areasend.ledger.published import Fact
from areasend.papers.models import Paper, Sighting

_PDF = "application/pdf"


class UnableToDraw(ValueError):
    """No sample can be drawn, for the reason given."""


@dataclass(frozen=True)
class Drawable:
    """A fact that could be drawn: of which release, what it holds, and its document's hash."""

    release: int
    area: str
    held: Held
    paper: str

    def lot(self, seed: str) -> str:
        """Return what decides its place under a seed: anyone can work it out again."""
        return hashlib.sha256(f"{seed}:{self.release}:{self.held.of.key}".encode()).hexdigest()


def draw(*, seed: str, size: int, at: datetime, reason: str = "") -> Sample:
    """Draw so many facts, or all that can be, and return the sample.

    A fact's lot is the hash of the seed, its release and its field; the lowest are drawn.

    :raises UnableToDraw: if no fact has a document, or an earlier sample is not finished and no
        reason is given to draw another
    """
    every, count = frame(known_at=at)
    if not every:
        raise UnableToDraw("No recorded fact has a document that is kept: run areasend update.")
    with transaction.atomic():
        unfinished = Sample.objects.filter(release=None).order_by("number").last()
        if unfinished and not reason:
            raise UnableToDraw(
                f"Sample {unfinished.number} is not published. Finish it, or say why another is "
                "drawn: --because"
            )
        sample = Sample.objects.create(
            seed=seed, drawn_at=at, frame=len(every), record=count, reason=reason
        )
        lots = sorted(every, key=lambda one: one.lot(seed))[:size]
        Drawn.objects.bulk_create(_row(sample, place, one) for place, one in enumerate(lots, 1))
    return sample


def _row(sample: Sample, place: int, one: Drawable) -> Drawn:
    return Drawn(
        sample=sample,
        place=place,
        release=one.release,
        area=one.area,
        field=one.held.of.key,
        recorded=one.held.value,
        paper_id=one.paper,
    )


def frame(*, known_at: datetime) -> tuple[list[Drawable], int]:
    """Return every public fact that could be drawn, and how many there are with a document or none.

    What can be keyed of an event counts as a fact each.
    """
    papers = _papers()
    found: list[Drawable] = []
    count = 0
    for area, facts in published.facts(known_at=known_at).items():
        reports = _reports(facts)
        for fact in facts:
            held = list(held_by(fact.event))
            count += len(held)
            paper = next((papers[at] for at in _places(fact.event, reports) if at in papers), None)
            found += [Drawable(fact.number, area, one, paper) for one in held if paper]
    return found, count


def _papers() -> Mapping[str, str]:
    """Return the PDF last seen at each address by its hash, and every PDF by its own."""
    seen = Sighting.objects.filter(paper__media_type=_PDF).order_by("last_seen_at", "number")
    kept = Paper.objects.filter(media_type=_PDF).values_list("sha256", flat=True)
    return {**dict(seen.values_list("address", "paper_id")), **{one: one for one in kept}}


def _reports(facts: tuple[Fact, ...]) -> Mapping[str, list[str]]:
    """Return the addresses that each inspection's report is attested with."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        if isinstance(fact.event, ReportPublished):
            found.setdefault(fact.event.inspection, []).extend(_hrefs(fact.event))
    return found


def _places(event: Event, reports: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield the hash of the document in which an event was read, and the addresses of its sources.

    What stands at an address by now may be another document.
    """
    yield from (one.source.sha256 for one in reversed(event.attested))
    yield from _addresses(event, reports)


def _addresses(event: Event, reports: Mapping[str, list[str]]) -> Iterator[str]:
    # Their days stand on the report's cover, whatever other source they were recorded from.
    if isinstance(event, InspectionStarted) or _is_end(event):
        yield from reports.get(event.inspection, ())
    else:
        yield from _hrefs(event)


def _is_end(event: Event) -> bool:
    return isinstance(event, Step) and event.step is StepKind.FIELDWORK_ENDED


def _hrefs(event: Event) -> list[str]:
    return [one.source.href for one in event.attested if one.source.href]
