"""What the API answers where it cannot answer: problem details (RFC 9457)."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from pydantic import TypeAdapter

from areasend.answers.asking import UnableToAsk
from areasend.domain.working_days import UnableToCount

TYPE = "application/problem+json"
#: What every answer to a program carries: any website may read it, and when to return.
OF_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
#: Each kind of problem: its name, its title, and its status.
KINDS = {
    "bad-parameter": ("A parameter cannot be read", HTTPStatus.BAD_REQUEST),
    "contradicting-filters": ("The filters contradict each other", HTTPStatus.BAD_REQUEST),
    "bad-day": ("Nothing can be told of that day or moment", HTTPStatus.BAD_REQUEST),
    "bad-cursor": ("The cursor does not belong to this question", HTTPStatus.BAD_REQUEST),
    "bad-request": ("The request cannot be understood", HTTPStatus.BAD_REQUEST),
    "unknown-area": ("There is no such area", HTTPStatus.NOT_FOUND),
    "unknown-inspection": ("There is no such inspection", HTTPStatus.NOT_FOUND),
    "unknown-measure": ("There is no such measure", HTTPStatus.NOT_FOUND),
    "not-found": ("There is nothing at this address", HTTPStatus.NOT_FOUND),
    "read-only": ("The API only answers GET and HEAD", HTTPStatus.METHOD_NOT_ALLOWED),
    "too-many": ("Too many questions at once", HTTPStatus.TOO_MANY_REQUESTS),
    "too-long": ("The answer took too long", HTTPStatus.SERVICE_UNAVAILABLE),
    "fault": ("The fault is ours", HTTPStatus.INTERNAL_SERVER_ERROR),
}


@dataclass(frozen=True)
class Wrong:
    """What is amiss with one parameter."""

    parameter: str
    says: str


@dataclass(frozen=True)
class Problem:
    """Why there is no answer (RFC 9457). `type` leads to what it means."""

    type: str
    title: str
    status: int
    detail: str
    errors: tuple[Wrong, ...] = field(default=())


class UnableToAnswer(ValueError):
    """The question has no answer: a kind of problem, and a sentence on what to do."""

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(detail)
        self.kind, self.detail = kind, detail


_JSON = TypeAdapter(Problem)


def problem(kind: str, detail: str, errors: tuple[Wrong, ...] = ()) -> HttpResponse:
    """Return the reply that tells of a problem."""
    title, status = KINDS[kind]
    said = Problem(f"/api#{kind}", title, status, detail, errors)
    return HttpResponse(_JSON.dump_json(said), status=status, content_type=TYPE)


def of_status(status: int) -> HttpResponse:
    """Return the problem of a reply that was not ours, by its status."""
    match status:
        case HTTPStatus.NOT_FOUND:
            return problem("not-found", "See /api for what can be asked.")
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return problem("read-only", "Nothing can be sent to this address.")
        case _ if status < HTTPStatus.INTERNAL_SERVER_ERROR:
            return problem("bad-request", "See /api for what can be asked.")
    return problem("fault", "Please try again in a little while.")


def too_many(wait: int) -> tuple[list[tuple[str, str]], bytes]:
    """Return the headers and the body for whoever asks too much at once: when to return."""
    return _without_django("too-many", wait)


def too_long(wait: int) -> tuple[list[tuple[str, str]], bytes]:
    """Return the headers and the body where an answer was not there in time: when to ask again."""
    return _without_django("too-long", wait)


def _without_django(kind: str, wait: int) -> tuple[list[tuple[str, str]], bytes]:
    title, status = KINDS[kind]
    said = Problem(f"/api#{kind}", title, status, f"Ask again in {wait} seconds.")
    headers = [("Content-Type", TYPE), *OF_ALL.items()]
    return headers, _JSON.dump_json(said)


def tell(api: NinjaAPI) -> None:
    """Let an API answer every exception with a problem."""
    handlers: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
        ValidationError: lambda _request, error: _invalid(error),
        UnableToAnswer: lambda _request, error: problem(error.kind, error.detail),
        UnableToAsk: lambda _request, error: problem("bad-day", str(error)),
        UnableToCount: lambda _request, error: problem("bad-day", str(error)),
        Http404: lambda _request, _error: of_status(HTTPStatus.NOT_FOUND),
        SuspiciousOperation: lambda _request, _error: of_status(HTTPStatus.BAD_REQUEST),
        Exception: _fault,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _invalid(error: ValidationError) -> HttpResponse:
    wrong = tuple(
        Wrong(_named(one), one["msg"].removeprefix("Value error, ")) for one in error.errors
    )
    # Each is said once, where a program looks for it.
    names = ", ".join(dict.fromkeys(one.parameter for one in wrong if one.parameter))
    place = f" Parameters: {names}." if names else ""
    return problem("bad-parameter", f"See `errors` for what is amiss.{place}", wrong)


def _named(error: dict[str, Any]) -> str:
    # What is amiss with the question as a whole is said of the argument that holds it.
    place = error["loc"][-1]
    return str(error.get("ctx", {}).get("parameter", "")) if place == "asking" else str(place)


def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    logging.getLogger("django.request").error("%s", request.path, exc_info=error)
    return of_status(HTTPStatus.INTERNAL_SERVER_ERROR)
