"""What a reader asks of a page: the two days, from its address; and this face's only clock."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse

from areasend.answers.asked import Asked, read_moment
from areasend.domain.intervals import NotADate, read_day
from areasend.domain.working_days import UnableToCount
from areasend.ledger import releases

_LONDON = ZoneInfo("Europe/London")
#: What an address calls the day of the world and the moment of our knowledge.
DAYS = ("as-at", "known-at")
#: Before the first inspection there is nothing to tell.
FIRST_DAY = date(2016, 5, 1)
#: The last day to which our rules and calendar are kept.
LAST_DAY = date(2030, 12, 31)


class UnableToAsk(ValueError):
    """The address asks for a day or a moment that no page can tell of. It says why."""


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)  # noqa: TID251  the faces ask the clock, here and nowhere else


def today() -> date:
    """Return the present day in London."""
    return now().astimezone(_LONDON).date()


def asked_of(request: HttpRequest) -> Asked:
    """Return the two days that a page's address asks for; those it leaves out are the present.

    The present moment is that of the last release in effect, so that a page stays the same from
    one release to the next.

    :raises UnableToAsk: if either is not one that a page can tell of
    """
    as_at = _day(request.GET["as-at"]) if request.GET.get("as-at") else today()
    known_at = request.GET.get("known-at")
    moment = _moment(known_at) if known_at else now()
    return Asked(as_at, releases.in_effect_since(known_at=moment) or moment)


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


def _day(text: str) -> date:
    try:
        day = read_day(text)
    except NotADate as error:
        raise UnableToAsk(str(error)) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UnableToAsk(f"{text} lies outside our record, which is of May 2016 to 2030.")
    return day


def _moment(text: str) -> datetime:
    try:
        found = read_moment(text)
    except ValueError:
        raise UnableToAsk(f"“{text[:30]}” is not a moment. Write it as 2026-11-21.") from None
    present = now()
    if found.astimezone(_LONDON).date() > present.astimezone(_LONDON).date():
        raise UnableToAsk("What we shall know at a later moment we cannot tell.")
    # Of today, all that is known by now: the day as a whole is not over.
    return min(found, present)
