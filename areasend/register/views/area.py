"""The page of one area."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from areasend.answers.answered import answered
from areasend.answers.area_pages import area_page
from areasend.answers.areas import AreaStory
from areasend.answers.asked import Asked
from areasend.answers.cards import title_of
from areasend.domain.areas import AREAS, AmbiguousName, Area, UnknownName, by_code, resolve
from areasend.register.asking import answering
from areasend.register.embedding import Embedding
from areasend.register.pages import crumbs, page


@answering
def area(request: HttpRequest, *, slug: str, asked: Asked) -> HttpResponse:
    """Return an area's page; an old name of a council, or a code, leads to what it means."""
    if slug not in AREAS:
        return _redirected(request, _meant(slug))
    shown = area_page(AREAS[slug], asked)
    embeds = _embedding(shown.story)
    return page(
        request,
        "area.html",
        title=shown.story.name,
        about=shown.story.sentence,
        crumbs=crumbs(("areas", "All areas")),
        shown=shown,
        said=answered(asked, area=slug),
        known_at_asked=bool(request.GET.get("known-at")),
        address=_address(request, asked),
        embeds=embeds,
        snippets=embeds.snippets(request, asked),
    )


def _embedding(story: AreaStory) -> Embedding:
    words = f"{story.name}. {story.standing.first}"
    return Embedding("area", {"slug": story.slug}, title_of(story.name), words)


def _address(request: HttpRequest, asked: Asked) -> str:
    """Return the address that a printed page is found again by."""
    known_at = request.GET.get("known-at")
    moment = f"&known-at={known_at}" if known_at else ""
    return f"{request.get_host()}{request.path}?as-at={asked.as_at}{moment}"


def _meant(words: str) -> Area:
    """Return the area of an official code, or of a name that an address writes."""
    if found := by_code(words, scheme="gss") or by_code(words, scheme="dfe"):
        return found
    try:
        return resolve(words.replace("-", " "))
    except (UnknownName, AmbiguousName):
        raise Http404(words) from None


def _redirected(request: HttpRequest, to: Area) -> HttpResponse:
    asked = f"?{query}" if (query := request.META.get("QUERY_STRING")) else ""
    return HttpResponsePermanentRedirect(reverse("area", kwargs={"slug": to.slug}) + asked)
