"""Puts an answer on a page: what every page of the register has beside its own."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from areasend.answers.asked import Asked
from areasend.answers.asking import UnableToAsk, read_asked
from areasend.answers.citing import Citation, cited, permalink
from areasend.design.frame import crumbs, frame
from areasend.register.addresses import ALERTS, FORMS
from areasend.register.asking import asked_of, days_asked, now, today

__all__ = ["crumbs", "page"]


def page(
    request: HttpRequest, template: str, *, title: str, status: int = 200, **given: Any
) -> HttpResponse:
    """Return a page: a template of this face with what it is given and what every page has.

    It is cited by its title, unless `cite` gives better words.
    """
    days = days_asked(request)
    context = {
        "title": title,
        **frame(request),
        "of_the_past": bool(days),
        "days": days,
        "to": _leading(days),
        "report_about": request.path if status == HTTPStatus.OK else "",
        **given,
    }
    if status == HTTPStatus.OK and "cited" not in given:
        context["cited"] = _cited(request, given.get("cite", title), given.get("kept", {}))
    return render(request, f"register/{template}", context, status=status)


def _leading(days: Mapping[str, str]) -> Callable[..., str]:
    """Return what gives a page's address by its name, as it stood on the days of this page."""

    def to(name: str, /, query: Mapping[str, str] | None = None, **kwargs: str) -> str:
        asked = urlencode({**(query or {}), **days})
        return reverse(name, kwargs=kwargs or None) + (f"?{asked}" if asked else "")

    return to


def _cited(request: HttpRequest, words: str, kept: Mapping[str, str]) -> Citation | None:
    """Return how a page is cited; one that answers a form, or is for one reader alone, is not."""
    if request.resolver_match is None or request.resolver_match.url_name in FORMS | ALERTS:
        return None
    asked = _asked(request)
    if request.META.get("areasend.published"):
        # A copy as files stands wherever it was put, and tells of one day alone.
        return cited(words, asked, at=_live(request), read_on=today())
    at = permalink(request.build_absolute_uri(request.path), asked, kept)
    return cited(words, asked, at=at, read_on=today())


def _asked(request: HttpRequest) -> Asked:
    """Return the two days of a page; those of one that tells of no day are the present."""
    try:
        return asked_of(request)
    except UnableToAsk:
        return read_asked(as_at=None, known_at=None, now=now())


def _live(request: HttpRequest) -> str:
    """Return where the register itself shows the page of a copy; empty where that is not known."""
    return f"{settings.ADDRESS}{request.path}" if settings.ADDRESS else ""
