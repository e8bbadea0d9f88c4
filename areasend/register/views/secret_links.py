"""Pages behind the secret links of mails: kept and listed nowhere, and never a server's error."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from areasend.post import keys, subscribing
from areasend.register import sending

View = Callable[..., HttpResponse]
#: What says that a link leads to no page: the request, the status, and why.
Over = Callable[[HttpRequest, int, str], HttpResponse]
GONE, NOT_SET_UP, FORBIDDEN = 410, 503, 403
#: What the page that says so is called.
TITLES = {GONE: "This link leads nowhere", FORBIDDEN: "That was not sent from our own page"}


def behind_a_link(over: Over) -> Callable[[View], View]:
    """Answer a link that leads to nothing by `over`, and keep every answer private."""

    def secret(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, *, link: str) -> HttpResponse:
            try:
                answer = view(request, link=link)
            except (keys.NotOurs, subscribing.LinkIsOver) as trouble:
                answer = over(request, GONE, str(trouble))
            except keys.NoKey:
                answer = over(request, NOT_SET_UP, "")
            except sending.FromElsewhere as trouble:
                answer = over(request, FORBIDDEN, str(trouble))
            answer.headers["X-Robots-Tag"] = "noindex"
            return answer

        return never_cache(require_http_methods(["GET", "HEAD", "POST"])(answered))

    return secret
