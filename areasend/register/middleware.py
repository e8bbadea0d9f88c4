"""What holds of every page: headers beside those of Django, and that it can only be read."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.deprecation import MiddlewareMixin

from areasend.register.addresses import TAKE_FORMS

_PERMISSIONS = "camera=(), geolocation=(), microphone=(), interest-cohort=()"


def plain_headers(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return a handler that adds them."""

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response

    return with_headers


class OnlyRead(MiddlewareMixin):
    """Lets nothing be sent to an address but to those few that take a form."""

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        """Return a refusal where something is sent that no form of ours sends."""
        reads = ["GET", "HEAD"]
        found = request.resolver_match
        taken = [*reads, "POST"] if found and found.url_name in TAKE_FORMS else reads
        if request.method in taken:
            return None
        return HttpResponseNotAllowed(
            taken, "Nothing can be sent to this page.\n", content_type="text/plain; charset=utf-8"
        )
