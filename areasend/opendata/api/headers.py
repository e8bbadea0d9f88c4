"""What every answer to a program carries: any website may read it, and every error is a problem."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from areasend.opendata.api.problems import OF_ALL, TYPE, of_status, problem

_READING = "GET, HEAD, OPTIONS"
_BEFORE_ASKING = {
    "Access-Control-Allow-Methods": _READING,
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Allow": _READING,
}
#: Where programs read: the API, and the feeds.
_PLACES = ("/api/", "/feeds/")


def for_programs(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return a handler that lets programs of any website read, and nobody write."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(_PLACES):
            return answer(request)
        response = _answered(request, answer)
        for name, value in OF_ALL.items():
            response.headers[name] = value
        return response

    return with_headers


def _answered(request: HttpRequest, answer: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    if request.method == "OPTIONS":
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=_BEFORE_ASKING)
    if request.method not in {"GET", "HEAD"}:
        refused = problem("read-only", "Nothing can be sent to this address.")
        refused.headers["Allow"] = _READING
        return refused
    # Django and the server leave out the body where only the headers are asked for.
    request.method = "GET"
    response = answer(request)
    amiss = response.status_code >= HTTPStatus.BAD_REQUEST
    return of_status(response.status_code) if amiss and not _is_problem(response) else response


def _is_problem(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith(TYPE)
