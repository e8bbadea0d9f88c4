"""The addresses of feeds and calendars, and the page that lists them."""

import os.path
from collections.abc import Callable
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from areasend.answers.asked import Asked
from areasend.answers.asking import read_asked
from areasend.answers.owing import OWING
from areasend.answers.topics import STAGES
from areasend.design.frame import crumbs, frame
from areasend.opendata.citing import as_it_stands
from areasend.opendata.clock import now
from areasend.opendata.feeds import catalogue
from areasend.opendata.feeds.atom import Feed, atom
from areasend.opendata.feeds.calendars import Dates, calendar

Found = TypeVar("Found")
_ATOM, _CALENDAR = "application/atom+xml; charset=utf-8", "text/calendar; charset=utf-8"


def feeds(request: HttpRequest) -> HttpResponse:
    """Return the page that lists every feed and calendar, and says how to use them."""
    given = {
        **frame(request),
        "title": "Feeds and calendars",
        "cited": as_it_stands(request, "Feeds and calendars"),
        "crumbs": crumbs(),
        "report_about": request.path,
        "national": catalogue.NATIONAL,
        "stages": {name: one.value for name, one in STAGES.items()},
        "bodies": OWING,
    }
    return render(request, "opendata/feeds.html", given)


def of_nation(request: HttpRequest, name: str) -> HttpResponse:
    """Return a feed of the whole country."""
    return _written(request, _found(catalogue.of_nation, name))


def to_stage(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the feed of areas that came to stand at a stage."""
    return _written(request, _found(catalogue.to_stage, slug))


def of_area(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the feed of an area."""
    return _written(request, _found(catalogue.area_feed, slug))


def dates_of_nation(request: HttpRequest, *, to_come: bool = False) -> HttpResponse:
    """Return the calendar of the whole country, or of only what is to come."""
    return _drawn(request, catalogue.nation_dates(_asked(), to_come=to_come))


def dates_of_body(request: HttpRequest, slug: str, *, to_come: bool = False) -> HttpResponse:
    """Return the calendar of whoever owes something, or of only what is to come."""
    return _drawn(request, _found(partial(catalogue.body_dates, to_come=to_come), slug))


def dates_of_area(request: HttpRequest, slug: str, *, to_come: bool = False) -> HttpResponse:
    """Return the calendar of an area, or of only what is to come."""
    return _drawn(request, _found(partial(catalogue.area_dates, to_come=to_come), slug))


def _asked() -> Asked:
    """Return the present: a feed tells of nothing else."""
    return read_asked(as_at=None, known_at=None, now=now())


def _found(find: Callable[[str, Asked], Found], name: str) -> Found:
    try:
        return find(name, _asked())
    except KeyError:
        raise Http404(name) from None


def _written(request: HttpRequest, feed: Feed) -> HttpResponse:
    address = _address(request)
    return HttpResponse(atom(feed, own=address(request.path), address=address), content_type=_ATOM)


def _drawn(request: HttpRequest, dates: Dates) -> HttpResponse:
    # A calendar's links cannot be relative, and a copy does not know where it will stand.
    address = None if _is_copied(request) else _address(request)
    return HttpResponse(calendar(dates, address=address), content_type=_CALENDAR)


def _is_copied(request: HttpRequest) -> bool:
    return bool(request.META.get("areasend.published"))


def _address(request: HttpRequest) -> Callable[[str], str]:
    """Return how a page's path is addressed: in full, or within a copy from where the feed is."""
    if not _is_copied(request):
        return request.build_absolute_uri
    here = str(PurePosixPath(request.path.strip("/")).parent)

    def within(path: str) -> str:
        page, _, part = path.partition("?")[0].partition("#")
        up = os.path.relpath(page.strip("/") or ".", here)
        return f"{up if PurePosixPath(page).suffix else f'{up}/'}{f'#{part}' if part else ''}"

    return within
