"""The page of a report or a reply: what was sent, what stands, who has it, what may be done."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from areasend.answers.answered import FINDINGS, reply_as_shown, report_as_shown
from areasend.answers.waiting import Kind, UnableToAnswer, Waiting
from areasend.answers.wording import day_of
from areasend.casework.actors import names
from areasend.casework.reported import dealing
from areasend.casework.reported.dealing import Why
from areasend.casework.reported.door import door
from areasend.casework.reported.looking import corrections_for, documents_for, fact_of
from areasend.casework.reported.models import Act
from areasend.casework.views.asking import account, now
from areasend.ledger.statements import Answered

#: The name of each kind's page, and what a person calls it.
PAGES = {Kind.REPORT: "reported-error", Kind.REPLY: "reported-reply"}
DONE = {
    Act.ANSWER: "answered it",
    Act.RELEASE: "released it",
    Act.DECLINE: "declined it",
    Act.DELETE: "deleted it",
}


def page(
    request: HttpRequest,
    kind: Kind,
    number: int,
    *,
    said: Answered | None = None,
    trouble: Exception | None = None,
) -> HttpResponse:
    """Return the page; with the answer as it will stand, or with what was amiss."""
    held, ended = door().find(kind, number), dealing.ending(kind, number)
    what = "Report" if kind is Kind.REPORT else "Reply"
    given = {
        "title": f"{what} {number}" + (f": {held.page}" if held else ""),
        "kind": kind,
        "held": held,
        "address": reverse(PAGES[kind], args=[number]),
        "website": settings.LINKS_TO,
        "trouble": str(trouble or ""),
        "typed": request.POST,
        "whys": [(each.value, each.words) for each in Why],
        **_people(request, kind, number),
        **(_to_answer(held, said) if held and not held.ended else {}),
        "done": DONE[Act(ended.act)] if ended else "",
    }
    return render(request, "casework/reported/one.html", given, status=409 if trouble else 200)


def _people(request: HttpRequest, kind: Kind, number: int) -> dict[str, Any]:
    """Return who has it, who ended it, and who looks."""
    claim, ended = dealing.last_claim(kind, number), dealing.ending(kind, number)
    involved = {claim.by, claim.after or claim.by} if claim else set()
    return {
        "claim": claim if claim and claim.until > now() else None,
        "ended": ended,
        "names": names(involved | ({ended.by} if ended else set())),
        "you": account(request).number,
    }


def _to_answer(held: Waiting, said: Answered | None) -> dict[str, Any]:
    """Return what is looked at and chosen from while it waits."""
    at = now()
    if held.kind is Kind.REPLY:
        return _to_release(held)
    return {
        "fact": fact_of(held, now=at),
        "documents": documents_for(held),
        "corrections": corrections_for(held, now=at),
        "findings": [(each.value, words) for each, words in FINDINGS.items()],
        "preview": report_as_shown(said, on=day_of(at)) if said else None,
    }


def _to_release(held: Waiting) -> dict[str, Any]:
    """Return a reply as the public would read it, or why it cannot."""
    today = day_of(now())
    try:
        said = door().as_reply(held.number, on=today)
        door().check(said)
    except UnableToAnswer as trouble:
        return {"unfit": str(trouble), "preview": None}
    return {"unfit": "", "preview": reply_as_shown(said, on=today)}
