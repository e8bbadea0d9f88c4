"""Puts an answer on a page: what every page has beside its own."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from areasend.register.asking import days_asked

#: The pages at the head of every page, in order, by the name of their address.
NAVIGATION = (
    ("areas", "All areas"),
    ("map", "Map"),
    ("health", "By health body"),
    ("what-followed", "What followed"),
    ("statistics", "Statistics"),
    ("answers", "Answers"),
    ("how-inspections-work", "How inspections work"),
)
FOOTER = (
    ("about", "About"),
    ("data", "The data as files"),
    ("coverage", "How complete the record is"),
    ("corrections", "Corrections"),
    ("rules", "Rules"),
    ("glossary", "Glossary"),
    ("deadline", "Deadline calculator"),
    ("accessibility", "Accessibility"),
    ("privacy", "Privacy"),
)


def page(
    request: HttpRequest, template: str, *, title: str, status: int = 200, **given: Any
) -> HttpResponse:
    """Return a page: a template of this face with what it is given and what every page has."""
    days = days_asked(request)
    context = {
        "title": title,
        "navigation": [_item(request, *one) for one in NAVIGATION],
        "footer": [_item(request, *one) for one in FOOTER],
        "of_the_past": bool(days),
        "days": days,
        "to": _leading(days),
        "path": request.path,
        "host": f"{request.scheme}://{request.get_host()}",
        # Set within this process alone, when the register is written as files.
        "published": bool(request.META.get("areasend.published")),
        "report_about": request.path if status == HTTPStatus.OK else "",
        **given,
    }
    return render(request, f"register/{template}", context, status=status)


def crumbs(*above: tuple[str, str]) -> list[dict[str, str]]:
    """Return the way to a page from home: (name of an address, words) for each page above it."""
    return [{"text": words, "href": reverse(name)} for name, words in (("home", "Home"), *above)]


def _leading(days: Mapping[str, str]) -> Callable[..., str]:
    """Return what gives a page's address by its name, as it stood on the days of this page."""

    def to(name: str, /, query: Mapping[str, str] | None = None, **kwargs: str) -> str:
        asked = urlencode({**(query or {}), **days})
        return reverse(name, kwargs=kwargs or None) + (f"?{asked}" if asked else "")

    return to


def _item(request: HttpRequest, name: str, words: str) -> dict[str, Any]:
    href = reverse(name)
    return {
        "text": words,
        "href": href,
        "current": request.path == href,
        "active": request.path.startswith(f"{href}/"),
    }
