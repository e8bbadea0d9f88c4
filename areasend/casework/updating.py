"""Keeps up with the published sources: what is new is kept by its hash and queued to be read.

The order of writing makes it safe to be killed at any moment: the document, then in one transaction
where it was seen and that it has to be queued, then the queue. Each may be done again.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from areasend.casework import queue
from areasend.papers import keeping, sightings
from areasend.papers.models import Paper, Sighting
from areasend.visiting import rounds, walking
from areasend.visiting.asking import Answer, Asker, Known, UnableToVisit
from areasend.visiting.models import Came, Round, Visit
from areasend.visiting.shapes.contents import kept_of
from areasend.visiting.shapes.leads import VERSION, ChangedShape, Lead, Leads, page_of
from areasend.visiting.sources import Source

#: What is worth a line of its own.
NEWS = (Came.NEW, Came.MOVED, Came.REPLACED, Came.GONE)
#: What a page that nobody foresaw may raise in its reader: the other sources are visited all the
#: same. What the database or the disk raises stops the update.
_NOT_UNDERSTOOD = (ValueError, LookupError, TypeError, AttributeError)


@dataclass(frozen=True)
class Told:
    """What came of an address: what the source calls it, and what is wrong, if anything is."""

    came: Came
    address: str
    said: str = ""
    why: str = ""
    earlier: bool = False


@dataclass
class Update:
    """Visits to sources, each in its round. Without a round nothing is written."""

    asker: Asker
    now: Callable[[], datetime]
    in_round: Round | None = None
    told: list[Told] = field(default_factory=list)

    def leads(self, source: Source) -> list[Lead]:
        """Return the documents to visit: those the source leads to, and those it no longer does.

        Empty if the source changed its shape or is not to be had, which is told.
        """
        self.asker.hosts = source.hosts
        before = len(self.told)
        try:
            found = list(walking.walk(source, self._look(source)))
        except ChangedShape as why:
            self.told.append(Told(Came.CHANGED_SHAPE, source.at, source.says, str(why)))
            return []
        except UnableToVisit as why:
            self.told.append(Told(Came.TROUBLE, source.at, source.says, str(why)))
            return []
        except _NOT_UNDERSTOOD as why:
            said = _not_understood(source.at, why)
            self.told.append(Told(Came.CHANGED_SHAPE, source.at, source.says, said))
            return []
        # Where a page was not to be had, what it led to is missing only because of that.
        return found if len(self.told) > before else [*found, *_no_longer_led_to(source, found)]

    def visit(self, source: Source, lead: Lead) -> Told:
        """Visit a document, keep what is new, and return what came of it."""
        self.asker.hosts = source.hosts
        done = self.in_round and rounds.visited(self.in_round, lead.address)
        told = (
            Told(Came(done.came), lead.address, lead.said, done.why, earlier=True)
            if done
            else self._visit(source, lead)
        )
        self.told.append(told)
        return told

    def would_be_new(self, lead: Lead) -> bool:
        """Return whether a document was never seen at its address."""
        return sightings.last_at(lead.address) is None

    def put_into_queue(self) -> int:
        """Read what came and waits to be queued, and return how many there were."""
        waiting = Visit.objects.filter(to_queue=True).order_by("number")
        for one in list(waiting):
            self._queue(one)
        return len(waiting)

    def _queue(self, visit: Visit) -> None:
        paper = Paper.objects.get(pk=visit.sha256)
        queue.take_in(paper, visit.address, visit.published, at=self.now())
        Visit.objects.filter(pk=visit.pk).update(to_queue=False)

    def _visit(self, source: Source, lead: Lead) -> Told:
        last = sightings.last_at(lead.address)
        try:
            answer = self.asker.ask(lead.address, known=_known(last))
            return self._came(source, lead, answer, last)
        except ChangedShape as why:
            return self._wrong(source, lead, Came.CHANGED_SHAPE, why)
        except UnableToVisit as why:
            return self._wrong(source, lead, Came.TROUBLE, why)
        except _NOT_UNDERSTOOD as why:
            said = _not_understood(lead.address, why)
            return self._wrong(source, lead, Came.CHANGED_SHAPE, said)

    def _came(self, source: Source, lead: Lead, answer: Answer, last: Sighting | None) -> Told:
        if answer.gone and not last:
            raise UnableToVisit(f"{lead.address} is linked to, and is not there.")
        if last and (answer.gone or answer.unchanged):
            return self._as_before(source, lead, answer, last)
        return self._kept(source, lead, answer, last)

    def _as_before(self, source: Source, lead: Lead, answer: Answer, last: Sighting) -> Told:
        came = Came.GONE if answer.gone else Came.UNCHANGED
        with transaction.atomic():
            if answer.gone:
                sightings.gone(last, at=self.now())
            else:
                self._seen(last.paper, lead, answer.known)
            self._write(source, lead.address, came, sha256=last.paper_id)
        return Told(came, lead.address, lead.said or last.said)

    def _kept(self, source: Source, lead: Lead, answer: Answer, last: Sighting | None) -> Told:
        """Keep what came, and say what it is beside what was known."""
        content, media_type = kept_of(source, lead.address, answer.content)
        paper = keeping.keep(content, media_type, at=self.now())
        came = _came_as(paper, lead, last)
        to_queue = source.queue and came in {Came.NEW, Came.REPLACED}
        facts = {"sha256": paper.pk, "published": lead.published}
        with transaction.atomic():
            self._seen(paper, lead, answer.known)
            visit = self._write(source, lead.address, came, to_queue=to_queue, **facts)
        if to_queue:
            self._queue(visit)
        return Told(came, lead.address, lead.said)

    def _seen(self, paper: Paper, lead: Lead, known: Known) -> None:
        keeping.seen(
            paper,
            lead.address,
            at=self.now(),
            published=lead.published,
            etag=known.etag,
            last_modified=known.last_modified,
            said=lead.said,
        )

    def _wrong(self, source: Source, lead: Lead, came: Came, why: object) -> Told:
        self._write(source, lead.address, came, why=str(why))
        return Told(came, lead.address, lead.said, str(why))

    def _write(self, source: Source, address: str, came: Came, **facts: Any) -> Visit:
        new = {"in_round": self.in_round, "at": self.now(), "came": came.value, "why": ""}
        visit, _ = Visit.objects.update_or_create(
            source=source.name, address=address, defaults=new | facts
        )
        return visit

    def _look(self, source: Source) -> walking.Look:
        def look(address: str, reader: walking.Reader, *, needed: bool = True) -> Leads:
            try:
                return self._page(source, address, reader)
            except UnableToVisit as why:
                if needed:
                    raise
                self.told.append(Told(Came.TROUBLE, address, "", str(why)))
                return Leads()

        return look

    def _page(self, source: Source, address: str, reader: walking.Reader) -> Leads:
        """Return what a page leads to, asking for it unless this round has done so."""
        before = Visit.objects.filter(
            source=source.name, address=address, leads__isnull=False, read_as=VERSION
        ).first()
        if before and self.in_round and before.in_round_id == self.in_round.pk:
            return _led_to(before)
        known = Known(before.etag, before.last_modified) if before else Known()
        answer = self.asker.ask(address, known=known)
        if answer.gone:
            raise UnableToVisit(f"{address} is not there.")
        if answer.unchanged and before:
            leads = _led_to(before)
        else:
            leads = reader(page_of(address, answer.content), source)
        self._write_page(source, answer, leads)
        return leads

    def _write_page(self, source: Source, answer: Answer, leads: Leads) -> None:
        if self.in_round:
            facts = {"etag": answer.known.etag, "last_modified": answer.known.last_modified}
            held = {"leads": leads.to_plain(), "read_as": VERSION}
            self._write(source, answer.address, Came.READ, **facts, **held)


def _not_understood(address: str, why: Exception) -> str:
    return f"What {address} leads to was not understood ({type(why).__name__}: {why})."


def _led_to(page: Visit) -> Leads:
    return Leads.from_plain(page.leads or {})


def _came_as(paper: Paper, lead: Lead, last: Sighting | None) -> Came:
    if last and last.paper_id == paper.pk:
        return Came.UNCHANGED
    if last:
        return Came.REPLACED
    return Came.MOVED if sightings.is_elsewhere(paper.pk, lead.address) else Came.NEW


def _known(last: Sighting | None) -> Known:
    """Return what to ask with: nothing, where the file that was kept is not there."""
    if last is None or not keeping.path_of(last.paper_id).exists():
        return Known()
    return Known(last.etag, last.last_modified)


def _no_longer_led_to(source: Source, leads: list[Lead]) -> Iterator[Lead]:
    """Return the documents that the source once led to and whose end is not known."""
    there = {lead.address for lead in leads}
    visits = Visit.objects.filter(source=source.name).exclude(sha256="").exclude(came=Came.GONE)
    for visit in visits.order_by("number"):
        if visit.address not in there:
            yield Lead(visit.address)
