"""Cards that other pages may show: as a frame, or as a picture. Nothing else of ours can be framed.

They set no cookie, run no script and fetch nothing but a small stylesheet of ours.
"""

from collections.abc import Callable
from functools import wraps

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from markupsafe import Markup

from areasend.answers.asked import Asked
from areasend.answers.cards import Card, area_card, measure_card
from areasend.answers.citing import permalink
from areasend.design.bars import bars
from areasend.design.card import Drawing, Words, card
from areasend.design.curve import steps
from areasend.domain.areas import AREAS
from areasend.domain.intervals import in_words
from areasend.domain.measures import MEASURES, WAITS
from areasend.register.asking import answering
from areasend.register.views.statistics import counting

SOURCE = (
    "areasend, an independent record, not a government service. Contains public sector "
    "information licensed under the Open Government Licence v3.0."
)
_SVG = "image/svg+xml; charset=utf-8"
_QUIET = "#484949"


def on_any_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """Let a view be shown within any page of the web."""

    def shown(request: HttpRequest, **kwargs: str) -> HttpResponse:
        answer = view(request, **kwargs)
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer

    return xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(wraps(view)(shown)))


@on_any_page
@answering
def area(request: HttpRequest, *, slug: str, asked: Asked) -> HttpResponse:
    """Return the card of an area, for a frame."""
    return _page(request, _of_area(slug, asked))


@on_any_page
@answering
def area_picture(request: HttpRequest, *, slug: str, asked: Asked) -> HttpResponse:
    """Return the card of an area, as a picture."""
    return _picture(request, _of_area(slug, asked))


@on_any_page
@answering
def statistic(request: HttpRequest, *, name: str, asked: Asked) -> HttpResponse:
    """Return the card of a measure with its chart, for a frame."""
    return _page(request, _of_measure(name, asked))


@on_any_page
@answering
def statistic_picture(request: HttpRequest, *, name: str, asked: Asked) -> HttpResponse:
    """Return the card of a measure with its chart, as a picture."""
    return _picture(request, _of_measure(name, asked))


def _of_area(slug: str, asked: Asked) -> Card:
    if slug not in AREAS:
        raise Http404(slug)
    return area_card(AREAS[slug], asked)


def _of_measure(name: str, asked: Asked) -> Card:
    if name not in MEASURES and name not in WAITS:
        raise Http404(name)
    return measure_card(name, counting(asked), asked)


def _page(request: HttpRequest, found: Card) -> HttpResponse:
    given = {
        "card": found,
        "drawn": _drawn(found),
        "dated": _dated(found),
        "source": SOURCE,
        "whole": _whole(request, found),
    }
    return render(request, "register/embed.html", given)


def _picture(request: HttpRequest, found: Card) -> HttpResponse:
    drawn, owed = _drawn(found), f"{_dated(found)} {SOURCE}{_address(request)}"
    parts: list[Words | Drawing] = [Words(found.title, 17, 700), Words(found.lead, 17)]
    parts += [Words(words) for words in found.says]
    if drawn:
        high = 224 if found.curve else 187
        parts += [Words(found.table.caption, 15, 700), Drawing(drawn, high)]
    else:
        parts += [Words(f"{name}: {words}.", 14) for name, words in found.table.rows]
    parts += [Words(words, 13, colour=_QUIET) for words in (*found.notes, owed)]
    said = f"{found.in_words} {owed}"
    return HttpResponse(card(found.title, said, parts), content_type=_SVG)


def _drawn(found: Card) -> Markup | None:
    if found.bars:
        return bars(found.bars, title=found.table.caption)
    if found.curve:
        return steps(found.curve, across=found.across, title=found.table.caption)
    return None


def _dated(found: Card) -> str:
    known = in_words(found.asked.known_at.date())
    return f"As at {in_words(found.asked.as_at)}, from what was public on {known}."


def _whole(request: HttpRequest, found: Card) -> str:
    """Return where the whole page stands: of the same days, unless it is in a copy of one day."""
    page = request.path.removeprefix("/embed")
    return page if request.META.get("areasend.published") else permalink(page, found.asked)


def _address(request: HttpRequest) -> str:
    """Return where the whole page is found, as a picture says it; nothing in a copy."""
    if request.META.get("areasend.published"):
        return ""
    page = request.path.removeprefix("/embed").removesuffix(".svg")
    return f" {request.get_host()}{page}"
