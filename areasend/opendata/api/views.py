"""The API's page for people, and its description for programs."""

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from areasend.design.frame import crumbs, frame
from areasend.opendata.api.description import choices, openapi
from areasend.opendata.api.examples import EXAMPLES
from areasend.opendata.api.problems import KINDS
from areasend.opendata.citing import as_it_stands


def _words(parameter: dict[str, Any]) -> str:
    """Return what a parameter is for and, where it is one of a few, which they are."""
    schema = parameter["schema"]
    among = ", ".join(choices(schema))
    default = f"{schema['default']} if left out." if "default" in schema else ""
    words = (parameter.get("description") or schema.get("description", ""), default)
    said = " ".join(filter(None, words))
    return f"{said} One of: {among}." if among else said


def page(request: HttpRequest) -> HttpResponse:
    """Return the page that says what can be asked and how, with examples that can be run."""
    operations = {path: one["get"] for path, one in openapi()["paths"].items()}
    given = {
        **frame(request),
        "title": "Use the API",
        "cited": as_it_stands(request, "Use the API"),
        "crumbs": crumbs(),
        "report_about": request.path,
        "examples": EXAMPLES,
        "operations": operations,
        "words": {
            path: {each["name"]: _words(each) for each in one["parameters"]}
            for path, one in operations.items()
        },
        "problems": KINDS,
    }
    return render(request, "opendata/api.html", given)


def described(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  it is the same for all
    """Return the API's description."""
    words = json.dumps(openapi(), ensure_ascii=False, indent=1)
    return HttpResponse(words, content_type="application/json")
