"""What a reader asks of a page: the two days, from its address; and this face's only clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps

from django.http import HttpRequest, HttpResponse

from areasend.answers.asked import Asked
from areasend.answers.asking import UnableToAsk, read_asked
from areasend.answers.wording import day_of
from areasend.domain.working_days import UnableToCount

#: What an address calls the day of the world and the moment of our knowledge.
DAYS = ("as-at", "known-at")


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)  # noqa: TID251  the faces ask the clock, here and nowhere else


def today() -> date:
    """Return the present day in London."""
    return day_of(now())


def asked_of(request: HttpRequest) -> Asked:
    """Return the two days that a page's address asks for; those it leaves out are the present.

    :raises UnableToAsk: if either is not one that a page can tell of
    """
    return read_asked(
        as_at=request.GET.get("as-at") or None,
        known_at=request.GET.get("known-at") or None,
        now=now(),
    )


def answering(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the two days that its address asks for, or say why no page can tell of them."""

    @wraps(view)
    def answered(request: HttpRequest, **kwargs: str) -> HttpResponse:
        from areasend.register.views.errors import unable_to_ask

        try:
            return view(request, asked=asked_of(request), **kwargs)
        except (UnableToAsk, UnableToCount) as error:
            return unable_to_ask(request, str(error))

    return answered


def days_asked(request: HttpRequest) -> dict[str, str]:
    """Return the day and the moment that the address asks for, as it writes them."""
    return {name: request.GET[name] for name in DAYS if request.GET.get(name)}
