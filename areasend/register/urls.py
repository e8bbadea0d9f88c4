"""The addresses of the public register: words, and promises."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from areasend.register.pages import page
from areasend.register.views import area, home


def soon(request: HttpRequest) -> HttpResponse:
    """Return nothing yet."""
    return page(request, "errors/not_found.html", title="Soon")


urlpatterns: list[URLPattern] = [
    path("", home.home, name="home"),
    path("areas", soon, name="areas"),
    path("areas/<slug:slug>", area.area, name="area"),
    path("map", soon, name="map"),
    path("what-followed", soon, name="what-followed"),
    path("how-inspections-work", soon, name="how-inspections-work"),
    path("deadline", soon, name="deadline"),
    path("statistics", soon, name="statistics"),
    path("judged-alike", soon, name="judged-alike"),
    path("answers", soon, name="answers"),
    path("rules", soon, name="rules"),
    path("glossary", soon, name="glossary"),
    path("coverage", soon, name="coverage"),
    path("corrections", soon, name="corrections"),
    path("about", soon, name="about"),
    path("accessibility", soon, name="accessibility"),
    path("privacy", soon, name="privacy"),
]
