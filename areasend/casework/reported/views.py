"""Reported errors and replies: what waits, and one of them with all that may be done with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from areasend.answers.waiting import Kind, UnableToAnswer, Waiting
from areasend.answers.wording import day_of
from areasend.casework.actors import names
from areasend.casework.claims import Taken
from areasend.casework.models import AnyClaim
from areasend.casework.reported import dealing
from areasend.casework.reported.dealing import Doing, Why
from areasend.casework.reported.door import door
from areasend.casework.reported.looking import corrections_for
from areasend.casework.reported.models import Claim
from areasend.casework.reported.showing import PAGES, page
from areasend.casework.views.asking import account, now, number_sent
from areasend.ledger.statements import Answered, Finding
from areasend.people.gate import Deed, needs

_DELETED = "It was deleted since you opened this page."


@dataclass(frozen=True)
class Row:
    """What waits, as the queue lists it: with who has it now."""

    one: Waiting
    claim: AnyClaim | None
    days: int


@needs(Deed.ANSWER)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Return what waits, the oldest first."""
    rows = {kind: list(_rows(kind)) for kind in Kind}
    given = {
        "title": "Reported errors and replies",
        "reports": rows[Kind.REPORT],
        "replies": rows[Kind.REPLY],
        "without_address": door().without_address(),
        "names": names(row.claim.by for each in rows.values() for row in each if row.claim),
        "you": account(request).number,
    }
    return render(request, "casework/reported/home.html", given)


def _rows(kind: Kind) -> Iterator[Row]:
    at = now()
    last = {one.matter.of: one for one in _claims(kind)}
    for one in door().waiting(kind):
        claim = last.get(one.number)
        held = claim if claim and claim.until > at else None
        yield Row(one, held, (day_of(at) - one.received).days)


def _claims(kind: Kind) -> Any:
    found = Claim.objects.filter(matter__kind=kind, matter__ending=None)
    return found.select_related("matter").order_by("number")


@needs(Deed.ANSWER)
@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, number: int, kind: Kind) -> HttpResponse:
    """Return the page of a report or a reply, or do with it what was asked."""
    held, ended = door().find(kind, number), dealing.ending(kind, number)
    if held is None and ended is None:
        raise Http404(f"There is no {kind} {number}.")
    if request.method != "POST":
        return page(request, kind, number)
    if held is None:
        return page(request, kind, number, trouble=UnableToAnswer(_DELETED))
    try:
        return _does(request, kind)(request, held, Doing(account(request).number, now()))
    except (UnableToAnswer, Taken) as trouble:
        return page(request, kind, number, trouble=trouble)


_Does = Callable[[HttpRequest, Waiting, Doing], HttpResponse]


def _does(request: HttpRequest, kind: Kind) -> _Does:
    of_both: dict[str, _Does] = {
        "take": _take,
        "take-over": _take,
        "let-go": _let_go,
        "decline": _decline,
        "delete": _delete,
    }
    of_one: dict[Kind, dict[str, _Does]] = {
        Kind.REPORT: {"look": _look, "answer": _answer},
        Kind.REPLY: {"release": _release},
    }
    does = {**of_both, **of_one[kind]}.get(request.POST.get("what", ""))
    if does is None:
        raise UnableToAnswer("Choose what to do with it.")
    return does


def _take(request: HttpRequest, held: Waiting, doing: Doing) -> HttpResponse:
    dealing.claim(held, doing, take_over=request.POST["what"] == "take-over")
    return _back(held)


def _let_go(request: HttpRequest, held: Waiting, doing: Doing) -> HttpResponse:  # noqa: ARG001  one shape
    dealing.let_go(held, doing)
    return HttpResponseRedirect(reverse("reported"), status=303)


def _look(request: HttpRequest, held: Waiting, doing: Doing) -> HttpResponse:
    said = _said(request, held)
    dealing.look(held, said, doing)
    return page(request, held.kind, held.number, said=said)


def _answer(request: HttpRequest, held: Waiting, doing: Doing) -> HttpResponse:
    dealing.answer(held, _said(request, held), doing)
    return _back(held)


def _release(request: HttpRequest, held: Waiting, doing: Doing) -> HttpResponse:  # noqa: ARG001  one shape
    dealing.release(held, doing)
    return _back(held)


def _decline(request: HttpRequest, held: Waiting, doing: Doing) -> HttpResponse:
    dealing.decline(held, request.POST.get("reason", ""), doing)
    return _back(held)


def _delete(request: HttpRequest, held: Waiting, doing: Doing) -> HttpResponse:
    why = request.POST.get("why", "")
    if why not in set(Why):
        raise UnableToAnswer("Choose why it must not be kept.")
    dealing.delete(held, Why(why), doing)
    return _back(held)


def _said(request: HttpRequest, held: Waiting) -> Answered:
    """Return the answer that was typed.

    :raises UnableToAnswer: if it says not what came of the report, or names no correction
    """
    finding = request.POST.get("finding", "")
    if finding not in set(Finding):
        raise UnableToAnswer("Choose what came of it.")
    release = number_sent(request, "release") if finding == Finding.CORRECTED else None
    if release is not None and release not in corrections_for(held, now=now()):
        raise UnableToAnswer(
            "Choose the correction that put it right. If there is none yet, correct the record "
            "first."
        )
    return Answered(
        about=held.about,
        area=held.area,
        finding=Finding(finding),
        words=request.POST.get("words", "").strip(),
        release=release,
    )


def _back(held: Waiting) -> HttpResponse:
    return HttpResponseRedirect(reverse(PAGES[held.kind], args=[held.number]), status=303)
