"""The page of one area."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from areasend.answers.areas import area_story
from areasend.answers.asked import Asked
from areasend.domain.areas import AREAS, AmbiguousName, UnknownName, resolve
from areasend.register.asking import answering
from areasend.register.pages import crumbs, page


@answering
def area(request: HttpRequest, *, slug: str, asked: Asked) -> HttpResponse:
    """Return an area's page; an old name of a council leads to what it became."""
    if slug not in AREAS:
        return _meant(slug)
    story = area_story(AREAS[slug], asked)
    return page(
        request,
        "area.html",
        title=story.name,
        about=story.sentence,
        crumbs=crumbs(("areas", "All areas")),
        story=story,
    )


def _meant(words: str) -> HttpResponse:
    try:
        found = resolve(words.replace("-", " "))
    except (UnknownName, AmbiguousName):
        raise Http404(words) from None
    return HttpResponsePermanentRedirect(reverse("area", kwargs={"slug": found.slug}))
