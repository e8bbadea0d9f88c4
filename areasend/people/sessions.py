"""Ends every session after its longest time, however busy it was. Idle ones end by themselves."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

_BEGUN = "areasend_begun"


def ends_in_time(
    answer: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Return a handler that signs out whoever signed in too long ago."""

    def in_time(request: HttpRequest) -> HttpResponseBase:
        if request.user.is_authenticated:
            now = int(timezone.now().timestamp())
            begun = request.session.setdefault(_BEGUN, now)
            if now - begun >= settings.SESSION_LONGEST:
                logout(request)
        return answer(request)

    return in_time
