"""All areas in a list. Every filter and every order is an address."""

from dataclasses import fields
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from areasend.answers.asked import Asked
from areasend.answers.listing import Listing, Narrowed, UnknownChoice, listing
from areasend.domain.areas import AREAS
from areasend.register.asking import answering
from areasend.register.pages import crumbs, page
from areasend.register.views.errors import unable_to_ask

_FILTERS = {one.name: one.name.replace("_", "-") for one in fields(Narrowed)}
#: What each filter is called on the page; `like` is offered on each area's own page.
LABELS = {
    "stage": "Where it stands",
    "region": "Region",
    "ofsted_region": "Ofsted region",
    "framework": "Framework of the latest report",
    "awaits": "What is awaited",
    "passed": "Any due day or usual time has passed, nothing held",
}
COLUMNS = (
    ("name", "Area"),
    ("region", "Region"),
    ("stage", "Where it stands"),
    ("report", "Latest report"),
    ("next", "Next expected"),
)


@answering
def areas(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return the list as the address asks for it."""
    given = {name: request.GET.get(word, "") for name, word in _FILTERS.items()}
    try:
        found = listing(asked, Narrowed(**given), sort=request.GET.get("sort") or "name")
    except UnknownChoice as error:
        return unable_to_ask(request, str(error))
    return page(
        request,
        "areas.html",
        title=_title(found),
        crumbs=crumbs(),
        listing=found,
        labels=LABELS,
        words=_FILTERS,
        kept=_kept(request),
        columns=[(word, words, _sorted(request, word)) for word, words in COLUMNS],
        like=AREAS[found.narrowed.like].name if found.narrowed.like else "",
    )


def _title(found: Listing) -> str:
    if found.narrowed.like:
        return f"{AREAS[found.narrowed.like].name} and areas like it"
    return (
        "All areas" if len(found.lines) == found.of else f"{len(found.lines)} of {found.of} areas"
    )


def _kept(request: HttpRequest) -> dict[str, str]:
    """Return what the address asks for beside the two days."""
    words = (*_FILTERS.values(), "sort")
    return {word: request.GET[word] for word in words if request.GET.get(word)}


def _sorted(request: HttpRequest, word: str) -> str:
    kept = {name: value for name, value in request.GET.items() if value and name != "sort"}
    return f"{reverse('areas')}?{urlencode({**kept, 'sort': word})}"
