"""Puts an answer on a page: what every page of the register has beside its own."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from areasend.design.frame import crumbs, frame
from areasend.register.asking import asks_of_the_past

__all__ = ["crumbs", "page"]


def page(
    request: HttpRequest, template: str, *, title: str, status: int = 200, **given: Any
) -> HttpResponse:
    """Return a page: a template of this face with what it is given and what every page has."""
    context = {
        "title": title,
        **frame(request),
        "of_the_past": asks_of_the_past(request),
        "report_about": request.path if status == HTTPStatus.OK else "",
        **given,
    }
    return render(request, f"register/{template}", context, status=status)
