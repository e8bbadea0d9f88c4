"""The first page: which documents wait, the doubtful first, and who has which."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from areasend.casework.actors import names
from areasend.casework.checking import checking
from areasend.casework.course import Course, Stage, course_of
from areasend.casework.models import Claim, Document
from areasend.casework.tellings import TELLINGS
from areasend.casework.views.asking import account, allowed, now
from areasend.domain.areas import AREAS
from areasend.people.gate import Deed, needs


@dataclass(frozen=True)
class Row:
    """A document in the queue, as the page lists it."""

    document: Document
    stage: Stage
    kind: str
    area: str
    claim: Claim | None
    course: Course

    @cached_property
    def waiting(self) -> int:
        """How many of its fields somebody must look at before it is passed on."""
        return len(checking(self.course).waiting) if self.stage is Stage.WAITING else 0

    @property
    def first(self) -> tuple[bool, datetime]:
        """What puts it in order: doubtful ones, then those that wait longest."""
        return not self.waiting, self.document.taken_in_at


@needs(*Deed)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Return the queue, for whoever checks or takes second looks; to others, where they are."""
    if allowed(request, Deed.CHECK):
        return _queue(request, Stage.WAITING)
    if allowed(request, Deed.MODERATE):
        return _queue(request, Stage.SECOND_LOOK)
    return render(request, "casework/elsewhere.html", {"title": "You are signed in"})


@needs(Deed.MODERATE)
@require_safe
def second_looks(request: HttpRequest) -> HttpResponse:
    """Return what waits for a second look."""
    return _queue(request, Stage.SECOND_LOOK)


def _queue(request: HttpRequest, usual: Stage) -> HttpResponse:
    asked = request.GET.get("stage", usual)
    stage = Stage(asked) if asked in set(Stage) else usual
    every = list(_rows(now()))
    rows = [one for one in every if one.stage is stage and _asked(one, request)]
    given = {
        "title": "Documents to check" if usual is Stage.WAITING else "Second looks",
        "rows": sorted(rows, key=lambda one: one.first),
        "stages": [_stage(request, one, stage, every) for one in Stage],
        "kinds": [(key, one.says) for key, one in TELLINGS.items()],
        "chosen": {"stage": stage, "kind": request.GET.get("kind", ""), "mine": _mine(request)},
        "names": names(one.claim.by for one in every if one.claim),
        "you": account(request).number,
    }
    return render(request, "casework/queue.html", given)


def _rows(at: datetime) -> Iterable[Row]:
    """Return every document with how far it has come and who has it now."""
    claims = {one.document_id: one for one in Claim.objects.order_by("number")}
    for document in Document.objects.select_related("paper").prefetch_related("decisions"):
        claim = claims.get(document.number)
        telling = TELLINGS.get(document.kind)
        course = course_of(document, document.decisions.all())
        yield Row(
            document,
            course.stage,
            telling.says if telling else document.kind or "Unknown kind",
            AREAS[document.area].name if document.area in AREAS else "Unknown area",
            claim if claim and claim.until > at else None,
            course,
        )


def _asked(row: Row, request: HttpRequest) -> bool:
    kind = request.GET.get("kind", "")
    mine = row.claim is not None and row.claim.by == account(request).number
    return (not kind or row.document.kind == kind) and (mine or not _mine(request))


def _mine(request: HttpRequest) -> bool:
    return request.GET.get("mine") == "yes"


def _stage(request: HttpRequest, one: Stage, chosen: Stage, every: Iterable[Row]) -> dict[str, Any]:
    count = sum(row.stage is one for row in every)
    href = f"{request.path}?{urlencode({'stage': one.value})}"
    return {"text": one.words, "count": count, "href": href, "current": one is chosen}
