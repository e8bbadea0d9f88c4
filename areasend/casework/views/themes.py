"""The themes of a document's points: what the machine proposes, for a person to accept or change.

Each point has its boxes by its words and the code of the theme, such as `w1-0a1b2c3d4e5f-EHC_Q`:
where points came or went since the form was made, no tick lands on another. Nothing is ticked that
nobody gave, and a point without a tick is one at which nobody looked.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from areasend.answers.field_words import words
from areasend.casework import acts
from areasend.casework.acts import Stale, UnableToDo
from areasend.casework.checking import Checking, checking
from areasend.casework.claims import Taken
from areasend.casework.course import course
from areasend.casework.editors import NotAValue
from areasend.casework.labels import By, Labelled, labelled
from areasend.casework.models import THEMES
from areasend.casework.views.asking import allowed, document_of, doing, sent
from areasend.casework.views.field import take
from areasend.casework.views.showing import about
from areasend.casework.wordings import Themes
from areasend.domain.themes import NONE_FITS, taxonomy
from areasend.people.gate import Deed, needs


@needs(Deed.CHECK, Deed.MODERATE)
@require_http_methods(["GET", "HEAD", "POST"])
def themes(request: HttpRequest, number: int) -> HttpResponse:
    """Return the themes of a document's points, or keep those that a person gives them."""
    held = document_of(number)
    found = checking(course(held))
    points = labelled(found)
    if not points:
        raise Http404(f"Document {number} has no points that have themes.")
    if request.method != "POST":
        take(request, found)
        return _page(request, found, points)
    if not allowed(request, Deed.CHECK):
        raise PermissionDenied
    try:
        acts.label(held, _given(points, sent(request)), doing(request))
    except (NotAValue, UnableToDo, Taken) as trouble:
        return _page(request, found, points, trouble=trouble)
    return HttpResponseRedirect(reverse("document", args=[number]) + "#themes", status=303)


def _given(points: Sequence[Labelled], typed: Mapping[str, str]) -> Themes:
    """Return what is ticked of the points that are answered; what the record holds is no answer.

    :raises NotAValue: if nothing is, or a point has both a theme and that none fits
    """
    ticked = {point: _ticked(point, typed) for point in points}
    for point, codes in ticked.items():
        if NONE_FITS in codes and len(codes) > 1:
            raise NotAValue(f"Point {point.number}: tick themes or that none fits, not both.")
    given = {point.wording: codes for point, codes in ticked.items() if _answers(point, codes)}
    if not given:
        raise NotAValue("Tick a theme that nobody gave yet, or that none fits, for a point.")
    return given


def _answers(point: Labelled, codes: tuple[str, ...]) -> bool:
    return bool(codes) and not (point.by is By.RECORD and set(codes) == set(point.stands))


def _ticked(point: Labelled, typed: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is ticked of a point, the likeliest theme first, as the main one is to be."""
    codes = [one.code for one in point.likely]
    order = [*codes, *(code for code in taxonomy().themes if code not in codes), NONE_FITS]
    return tuple(code for code in order if f"{point.wording.key}-{code}" in typed)


def _page(
    request: HttpRequest,
    found: Checking,
    points: Sequence[Labelled],
    *,
    trouble: Exception | None = None,
) -> HttpResponse:
    typed = request.POST.dict() if request.method == "POST" else None
    ticked = {one.number: one.given if typed is None else _ticked(one, typed) for one in points}
    given = {
        **about(request, found),
        "title": "Themes of what the report lists",
        "points": points,
        "ticked": ticked,
        "as_typed": typed is not None,
        "none_fits": NONE_FITS,
        "taxonomy": taxonomy().themes,
        "decision": found.course.of_field(THEMES),
        "pages": list(_pages(found, points)),
        "trouble": str(trouble or ""),
        "since": trouble.since if isinstance(trouble, Stale) else (),
    }
    return render(request, "casework/themes.html", given, status=409 if trouble else 200)


def _pages(found: Checking, points: Sequence[Labelled]) -> list[dict[str, Any]]:
    """Return the pages on which the points stand, each with the field whose words are marked."""
    fields = [found.field(name) for name in dict.fromkeys(one.field for one in points)]
    return [
        {"field": one.name, "title": words(one.name), "page": page}
        for one in fields
        if one
        for page in sorted({each.page for each in one.field.passages})
    ]
