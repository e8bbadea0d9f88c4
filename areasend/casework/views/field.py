"""One field beside the page on which it stands: to accept, to correct or to reject."""

from contextlib import suppress
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from areasend.answers.reports import ofsted_page
from areasend.casework import acts, claims, shapes
from areasend.casework.acts import Ruling, Stale, UnableToDo
from areasend.casework.checking import Checked, Checking, checking
from areasend.casework.claims import Taken
from areasend.casework.course import Stage, course
from areasend.casework.day_seen import SEEN, Published, seen_at
from areasend.casework.editors import Editor, NotAValue
from areasend.casework.items import Items
from areasend.casework.models import Act, Document
from areasend.casework.originals import originals
from areasend.casework.tellings import ASKED
from areasend.casework.views.asking import account, allowed, document_of, doing, now, sent
from areasend.casework.views.showing import about, line
from areasend.domain.areas import AREAS
from areasend.people.gate import Deed, needs

_RULINGS = (Act.ACCEPT, Act.CORRECT, Act.REJECT)


@needs(Deed.CHECK, Deed.MODERATE)
@require_http_methods(["GET", "HEAD", "POST"])
def field(request: HttpRequest, number: int, name: str) -> HttpResponse:
    """Return a field's page, or take what was decided of it and lead to the next doubtful one."""
    held = document_of(number)
    found = checking(course(held))
    one = found.field(name)
    if one is None:
        raise Http404(f"Document {number} has no field {name}.")
    if request.method != "POST":
        take(request, found)
        return _page(request, found, one)
    if not allowed(request, Deed.CHECK):
        raise PermissionDenied
    try:
        acts.decide(held, name, _ruling(request, held, one), doing(request))
    except (NotAValue, UnableToDo, Taken) as trouble:
        return _page(request, found, one, trouble=trouble)
    return _next(held)


def take(request: HttpRequest, found: Checking) -> None:
    """Let whoever opens a field to check it have the document, unless somebody else has it.

    Two who had opened it would else learn of each other only after the work.
    """
    if found.course.stage is Stage.WAITING and allowed(request, Deed.CHECK):
        with suppress(Taken):
            claims.claim(found.course.document, by=account(request).number, now=now())


def _ruling(request: HttpRequest, held: Document, one: Checked) -> Ruling:
    typed = sent(request)
    act = typed.get("act", "")
    if act not in {one.value for one in _RULINGS}:
        raise NotAValue("Choose whether to accept, to correct or to reject it.")
    reason = typed.get("reason", "").strip()
    editor = shapes.editor(held.kind, one.name)
    if act == Act.ACCEPT and not _to_be_seen(one, editor):
        return Ruling(Act.ACCEPT, reason=reason)
    if act == Act.ACCEPT:
        seen = {"seen-at": typed.get("seen-at", "")}
        act, typed = Act.CORRECT, {**typed, **editor.typed(one.field.value), **seen}
    value = editor.read(typed) if act == Act.CORRECT else None
    return Ruling(Act(act), value, reason or SEEN.get(seen_at(value), ""))


def _to_be_seen(one: Checked, editor: Editor) -> bool:
    """Return whether somebody must say where they saw a value before they say that it is right.

    A day that did not come with the document is held on another's word until somebody looked.
    """
    return isinstance(editor, Published) and bool(one.field.value and one.field.doubts)


def _next(held: Document) -> HttpResponse:
    """Lead to the next field that somebody must look at, or to the document."""
    left = checking(course(held)).waiting
    to = reverse("field", args=[held.number, left[0].name]) if left else _document(held)
    return HttpResponseRedirect(to, status=303)


def _document(held: Document) -> str:
    return reverse("document", args=[held.number])


def _page(
    request: HttpRequest, found: Checking, one: Checked, *, trouble: Exception | None = None
) -> HttpResponse:
    held = found.course.document
    editor = shapes.editor(held.kind, one.name)
    typed = request.POST.dict() if request.method == "POST" else editor.typed(one.value)
    given = {
        **about(request, found),
        "title": one.title,
        "field": one.field,
        "shown": line(held.kind, one),
        "asked": one.name in ASKED,
        "look": ofsted_page(held.area) if held.area in AREAS else None,
        "left": [each.title for each in found.waiting if each.name != one.name],
        "form": editor.form,
        "editor": editor,
        "choices": list(getattr(editor, "choices", {}).items()),
        "rows": editor.rows(typed) if isinstance(editor, Items) else (),
        "originals": originals(found) if one.name == "judgements" else None,
        "pages": _pages(one),
        **_typed(typed, one, trouble),
    }
    return render(request, "casework/field.html", given, status=409 if trouble else 200)


def _typed(typed: dict[str, str], one: Checked, trouble: Exception | None) -> dict[str, Any]:
    act = typed.get("act") or (one.decision.act if one.decision else "")
    reason = typed.get("reason") or (one.decision.reason if one.decision else "")
    return {
        "typed": typed,
        "act": act,
        "reason": reason,
        "trouble": str(trouble or ""),
        "since": trouble.since if isinstance(trouble, Stale) else (),
        "taken": trouble.claim if isinstance(trouble, Taken) else None,
    }


def _pages(one: Checked) -> list[int]:
    """Return the pages on which the field stands; the first page where it stands nowhere."""
    return sorted({each.page for each in one.field.passages}) or [1]
