"""What a reader is told when there is no such page, or we cannot answer."""

from django.http import HttpRequest, HttpResponse

from areasend.register.pages import page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Return the page for a request that cannot be understood."""
    return page(request, "errors/bad_request.html", title="We cannot answer that", status=400)


def unable_to_ask(request: HttpRequest, why: str) -> HttpResponse:
    """Return the page that says why a day or a moment cannot be asked for."""
    title = "We cannot answer for that day"
    return page(request, "errors/unable_to_ask.html", title=title, status=400, why=why)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Return the page for an address that leads nowhere."""
    return page(request, "errors/not_found.html", title="Page not found", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault of ours."""
    title = "Sorry, something went wrong here"
    return page(request, "errors/server_error.html", title=title, status=500)
