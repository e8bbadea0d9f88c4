"""Takes documents in: each is read once, in a process with limits, and then waits to be checked."""

from collections.abc import Iterator
from datetime import date, datetime

from areasend.casework import proposal
from areasend.casework.models import TABLE, TABLES, Document
from areasend.domain.events import StepKind
from areasend.domain.history import History
from areasend.domain.intervals import Interval
from areasend.ledger import releases
from areasend.papers import keeping
from areasend.papers.models import Paper
from areasend.reading.held import REVISIT, Held
from areasend.reading.proposals import Reading
from areasend.reading.workers import Limits, Outcome, read_all

_LIMITS = Limits()


def take_in(
    paper: Paper,
    address: str | None,
    published: date | None,
    *,
    at: datetime,
    limits: Limits = _LIMITS,
) -> Document:
    """Read a document that is kept, put it in the queue, and return it.

    The same document again is the one that is there; only one that could not be read is read
    again. What cannot be read waits too, with the reason, for a person to look at.
    """
    there = Document.objects.filter(paper=paper).first()
    if there and not there.trouble:
        return there
    came = {"address": address or "", "published": published}
    facts = {**came, **_read(paper, at=at, limits=limits)}
    document, _ = Document.objects.update_or_create(
        paper=paper, defaults=facts, create_defaults={**facts, "taken_in_at": at}
    )
    return document


def _read(paper: Paper, *, at: datetime, limits: Limits) -> dict[str, object]:
    """Return what is stored of reading a document."""
    path = keeping.path_of(paper.sha256)
    held = held_of(known_at=at)
    (outcome,) = list(read_all([path], held=held, workers=1, limits=limits))
    if outcome.reading is None or not outcome.reading.fields:
        return {"trouble": _trouble(paper, outcome), "proposal": ""}
    return {"trouble": "", **_found(outcome.reading)}


def _trouble(paper: Paper, outcome: Outcome) -> str:
    if paper.media_type in TABLES:
        return f"{TABLE} {outcome.trouble}".strip()
    return outcome.trouble or TABLE


def _found(reading: Reading) -> dict[str, object]:
    return {
        "kind": reading.kind,
        "area": reading.values.get("area_slug") or "",
        "title": reading.title,
        "proposal": proposal.written(reading),
        "doubts": len(reading.all_doubts),
    }


def held_of(*, known_at: datetime) -> Held:
    """Return the inspections held, so that a document's next one gets a name of its own.

    Re-visits are among them: a document that tells of one is not asked what it was.
    """
    known = releases.histories(known_at=known_at)
    return {area: list(_begun(history)) for area, history in known.items()}


def _begun(history: History) -> Iterator[tuple[str, Interval]]:
    for one in history.inspections:
        if one.started:
            yield one.name, one.started.on
        for step in one.steps:
            # There have been no re-visits since 2023, and a number follows those names.
            if step.step is StepKind.REVISIT_STARTED and "/2016/" in one.name:
                yield f"{one.name}{REVISIT}", step.on
