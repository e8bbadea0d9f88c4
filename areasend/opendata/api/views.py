"""The API's page for people, and its description for programs."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from areasend.design.frame import crumbs, frame
from areasend.opendata.api.description import openapi
from areasend.opendata.api.examples import EXAMPLES
from areasend.opendata.api.problems import KINDS


def page(request: HttpRequest) -> HttpResponse:
    """Return the page that says what can be asked and how, with examples that can be run."""
    given = {
        **frame(request),
        "title": "Use the API",
        "crumbs": crumbs(),
        "report_about": request.path,
        "examples": EXAMPLES,
        "operations": {path: one["get"] for path, one in openapi()["paths"].items()},
        "problems": KINDS,
    }
    return render(request, "opendata/api.html", given)


def described(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  it is the same for all
    """Return the API's description."""
    words = json.dumps(openapi(), ensure_ascii=False, indent=1)
    return HttpResponse(words, content_type="application/json")
