"""Puts an answer on a page: what every page of the register has beside its own."""

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from areasend.design.frame import crumbs, frame
from areasend.register.asking import days_asked

__all__ = ["crumbs", "page"]


def page(
    request: HttpRequest, template: str, *, title: str, status: int = 200, **given: Any
) -> HttpResponse:
    """Return a page: a template of this face with what it is given and what every page has."""
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
    return render(request, f"register/{template}", context, status=status)


def _leading(days: Mapping[str, str]) -> Callable[..., str]:
    """Return what gives a page's address by its name, as it stood on the days of this page."""

    def to(name: str, /, query: Mapping[str, str] | None = None, **kwargs: str) -> str:
        asked = urlencode({**(query or {}), **days})
        return reverse(name, kwargs=kwargs or None) + (f"?{asked}" if asked else "")

    return to
