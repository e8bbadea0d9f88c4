"""A document: what was read and what is doubtful, what it would record, and what becomes of it."""

import json
from collections.abc import Callable
from functools import partial

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from areasend.casework import acts, claims, versions
from areasend.casework.acts import Doing, Ruling, Stale, UnableToDo
from areasend.casework.checking import Checking, checking
from areasend.casework.claims import Taken
from areasend.casework.course import Stage, course
from areasend.casework.differences import told
from areasend.casework.editors import NotAValue
from areasend.casework.labels import labelled
from areasend.casework.models import Act, Decision, Document
from areasend.casework.planning import plan
from areasend.casework.publishing import forward, publish
from areasend.casework.views.asking import (
    account,
    allowed,
    document_of,
    doing,
    now,
    number_sent,
    sent,
)
from areasend.casework.views.showing import about, line
from areasend.people.gate import Deed, needs

#: What is done to the whole document, and the deed that each needs.
_NEEDS = {
    "forward": Deed.CHECK,
    "dismiss": Deed.CHECK,
    "send-back": Deed.MODERATE,
    "publish": Deed.MODERATE,
}

_UNTITLED = {
    Stage.TABLE: "A table of many areas",
    Stage.UNREADABLE: "A document that could not be read",
}


@needs(Deed.CHECK, Deed.MODERATE)
@require_safe
def document(request: HttpRequest, number: int) -> HttpResponse:
    """Return a document's page."""
    return _page(request, document_of(number))


def _page(
    request: HttpRequest, held: Document, *, trouble: NotAValue | UnableToDo | Taken | None = None
) -> HttpResponse:
    found = checking(course(held))
    given = {
        **about(request, found),
        "title": held.title or _UNTITLED.get(found.course.stage, "A document that was not read"),
        "fields": [line(held.kind, one) for one in found.fields],
        "doubts": found.doubts,
        "points": labelled(found),
        "leaves": found.telling.leaves if found.telling else "",
        "sightings": versions.sightings(held),
        "others": versions.others(held),
        "trouble": str(trouble or ""),
        "since": trouble.since if isinstance(trouble, Stale) else (),
        "typed": request.POST,
        **_planned(request, found),
        **_published(found),
    }
    status = 409 if trouble else 200
    return render(request, "casework/document.html", given, status=status)


def _planned(request: HttpRequest, found: Checking) -> dict[str, object]:
    """Return what would be recorded, while there is something to record."""
    if found.course.stage not in {Stage.WAITING, Stage.SECOND_LOOK}:
        return {"plan": [], "troubles": (), "to_be_said": ()}
    planned = plan(found, at=now())
    return {
        "plan": [told(one) for one in planned.events],
        "troubles": planned.troubles,
        "to_be_said": planned.to_be_said,
        "said": request.POST.getlist("said"),
    }


def _published(found: Checking) -> dict[str, object]:
    """Return which entries it became, and where the public reads of them, once it is published."""
    last = found.course.of_the_whole
    if last is None or last.act != Act.PUBLISH:
        return {"entries": [], "public": ""}
    return {
        "entries": json.loads(last.entries),
        "public": f"{settings.LINKS_TO}/areas/{found.values['area_slug']}",
    }


@needs(Deed.CHECK, Deed.MODERATE)
@require_POST
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """Let whoever asks have the document, take it over, or let it go."""
    held, what = document_of(number), request.POST.get("what", "")
    you = account(request).number
    if what == "let-go":
        claims.let_go(held, by=you, now=now())
        return HttpResponseRedirect(reverse("home"), status=303)
    if course(held).stage is Stage.PUBLISHED:
        return _page(request, held, trouble=UnableToDo("It is published: nobody has it any more."))
    try:
        claims.claim(held, by=you, now=now(), take_over=what == "take-over")
    except Taken as trouble:
        return _page(request, held, trouble=trouble)
    return _back(held)


@needs(Deed.CHECK, Deed.MODERATE)
@require_POST
def whole(request: HttpRequest, number: int) -> HttpResponse:
    """Pass the document on, reject it, send it back or publish it."""
    held, act = document_of(number), request.POST.get("act", "")
    if act not in _NEEDS or not allowed(request, _NEEDS[act]):
        raise PermissionDenied
    does: dict[str, Callable[[Document, Doing], Decision]] = {
        "forward": forward,
        "publish": partial(publish, said=request.POST.getlist("said")),
    }
    try:
        if act in does:
            does[act](held, doing(request))
        else:
            ruling = Ruling(Act(act), reason=sent(request).get("reason", ""))
            acts.of_the_whole(held, ruling, doing(request))
    except (NotAValue, UnableToDo, Taken) as trouble:
        return _page(request, held, trouble=trouble)
    return _back(held)


@needs(Deed.CHECK, Deed.MODERATE)
@require_POST
def undo(request: HttpRequest, number: int) -> HttpResponse:
    """Take a decision back."""
    held = document_of(number)
    decision = get_object_or_404(held.decisions, number=number_sent(request, "decision"))
    mine = decision.by == account(request).number
    # Whoever sent it back takes that back themselves; it is not for those who checked.
    if not (mine or (allowed(request, Deed.CHECK) and decision.act != Act.SEND_BACK)):
        raise PermissionDenied
    try:
        acts.undo(decision, doing(request))
    except (UnableToDo, Taken) as trouble:
        return _page(request, held, trouble=trouble)
    return _back(held)


def _back(held: Document) -> HttpResponse:
    return HttpResponseRedirect(reverse("document", args=[held.number]), status=303)
