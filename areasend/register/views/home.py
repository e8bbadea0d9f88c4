"""The first page, and finding one's area from it. What is typed there is not kept."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from areasend.answers.asked import Asked
from areasend.answers.found import Found
from areasend.answers.front import front
from areasend.answers.places import find
from areasend.gazetteer.index import NoIndex
from areasend.register.asking import answering, today
from areasend.register.pages import crumbs, page


@answering
def home(request: HttpRequest, *, asked: Asked) -> HttpResponse:
    """Return the first page."""
    title = "What happened after the inspectors left?"
    return page(request, "home.html", title=title, front=front(asked))


@never_cache
def found(request: HttpRequest) -> HttpResponse:
    """Lead to the area that was surely meant, or offer those that may be.

    It is asked by POST, so that what was typed stands in no address and in no log.
    """
    if request.method != "POST":
        return HttpResponseRedirect(reverse("home"))
    typed = request.POST.get("where", "")
    answer = _find(typed)
    if answer.what == "area" and answer.sure:
        return HttpResponseRedirect(reverse("area", kwargs={"slug": answer.possible[0].slug}))
    title = _title(answer) if typed else "Find your area"
    return page(request, "found.html", title=title, crumbs=crumbs(), found=answer, typed=typed)


def _title(answer: Found) -> str:
    if answer.what == "area":
        return "Is this the place?"
    return "Find your area" if answer.possible else "We could not find that"


def _find(typed: str) -> Found:
    on = today()
    if not typed.strip():
        return Found("unknown", on, "Type a postcode, or the name of a council or a town.")
    try:
        return find(typed, on=on, postcodes=settings.POSTCODES)
    except NoIndex:
        words = "Postcodes are not set up on this machine. Names of councils and towns work."
        return Found("unknown", on, words)
