"""What stands around every page, whichever face it is of: the way to it and the main pages."""

from typing import Any

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import reverse

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
    ("api", "API"),
    ("feeds", "Feeds and calendars"),
    ("accessibility", "Accessibility"),
    ("privacy", "Privacy"),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the layout is given beside a page's own."""
    return {
        "navigation": [_item(request, *one) for one in NAVIGATION],
        "footer": [_item(request, *one) for one in FOOTER],
        "path": request.path,
        "host": _host(request),
        # Set within this process alone, when the website is written as files.
        "published": bool(request.META.get("areasend.published")),
    }


def _host(request: HttpRequest) -> str:
    try:
        return f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        # The page that says so must not stumble over it again.
        return ""


def crumbs(*above: tuple[str, str]) -> list[dict[str, str]]:
    """Return the way to a page from home: (name of an address, words) for each page above it."""
    return [{"text": words, "href": reverse(name)} for name, words in (("home", "Home"), *above)]


def _item(request: HttpRequest, name: str, words: str) -> dict[str, Any]:
    href = reverse(name)
    return {
        "text": words,
        "href": href,
        "current": request.path == href,
        "active": request.path.startswith(f"{href}/"),
    }
