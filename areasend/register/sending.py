"""Who may send a form: somebody who fetched it from us, not just now nor long ago, not too often.

Nothing of it needs a cookie, and nothing of it is written down: tokens that were used and how
often an address sent are counted in this process's memory alone.
"""

import secrets
from datetime import timedelta
from threading import Lock
from urllib.parse import urlsplit

from cachetools import TTLCache
from django.core import signing
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from areasend.register.asking import now

#: Nobody writes a report faster; somebody may go and look for a source meanwhile.
SOONEST, LATEST = timedelta(seconds=3), timedelta(hours=2)
#: In all, what keeps a flood out of the database; so many that a few cannot shut out the rest.
_EACH, _ALL = "10 per 10 minutes", "3000 per 10 minutes"
_USED: TTLCache[str, bool] = TTLCache(maxsize=100_000, ttl=LATEST.total_seconds())
_LOCK = Lock()
_COUNTED = MovingWindowRateLimiter(MemoryStorage())


class UnableToSend(ValueError):
    """A form is not taken, for the reason given.

    `status` is that of the answer and `wait` the seconds to wait, if any; `fresh` says that the
    form wants another token.
    """

    status = 400
    wait = 0
    fresh = False

    def mark(self, answer: HttpResponse) -> HttpResponse:
        """Return the answer with the time after which to come back, where there is one."""
        if self.wait:
            answer.headers["Retry-After"] = str(self.wait)
        return answer


class Expired(UnableToSend):
    """The token is not one that we signed, or is too old or used: another must be fetched."""

    fresh = True


class TooSoon(UnableToSend):
    """The token is so young that no person can have filled in the form."""


class FromElsewhere(UnableToSend):
    """The form stood on somebody else's page."""

    status = 403


class TooOften(UnableToSend):
    """Too much came from one address, or in all. `wait` is in seconds."""

    status = 429

    def __init__(self, wait: int) -> None:
        super().__init__(
            f"Too many forms were sent from where you are. Wait {_minutes(wait)}, then send this "
            "again: what you typed is still below."
        )
        self.wait = wait


def may_be_kept(request: HttpRequest, named: str, form: Form) -> bool:
    """Return whether what was sent may be kept: whether the form of that name has no errors.

    :raises UnableToSend: if it may not be sent at all
    """
    check_often(request)
    check_origin(request)
    if not form.is_valid():
        return False
    token = request.POST.get("token", "")
    check_token(named, token)
    use_up(named, token)
    return True


def new_token(form: str) -> str:
    """Return a token for a form, signed and with the moment it was made."""
    held = {"at": now().timestamp(), "once": secrets.token_urlsafe(9)}
    return signing.Signer(salt=form).sign_object(held)


def check_token(form: str, token: str) -> None:
    """Say nothing if the token is ours, of this form, and neither too young nor too old.

    :raises UnableToSend: if not
    """
    try:
        held = signing.Signer(salt=form).unsign_object(token)
    except (signing.BadSignature, ValueError):
        raise Expired(_AGAIN) from None
    age = now().timestamp() - held["at"]
    if age > LATEST.total_seconds():
        raise Expired(_AGAIN)
    if age < SOONEST.total_seconds():
        raise TooSoon("That was very quick. Wait a few seconds, then send it.")


def use_up(form: str, token: str) -> None:
    """Let a token that was checked be used no more.

    :raises Expired: if it was used before
    """
    once = signing.Signer(salt=form).unsign_object(token)["once"]
    with _LOCK:
        if once in _USED:
            raise Expired(_AGAIN)
        _USED[once] = True


def check_origin(request: HttpRequest) -> None:
    """Say nothing if the browser says that the form stood on a page of ours.

    :raises FromElsewhere: if it says otherwise, or nothing at all
    """
    ours = f"{request.scheme}://{request.get_host()}"
    told = request.headers.get("Origin") or _origin(request.headers.get("Referer", ""))
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin" or told != ours:
        raise FromElsewhere(
            "Your browser did not tell us that this form was on our own page, so we did not take "
            "it. Send it from here."
        )


def check_often(request: HttpRequest) -> None:
    """Count a form that was sent, by address and in all.

    :raises TooOften: if there were too many
    """
    who = request.META.get("REMOTE_ADDR", "")
    for limit, *whose in ((parse(_EACH), "one", who), (parse(_ALL), "all")):
        if not _COUNTED.hit(limit, *whose):
            raise TooOften(_wait(limit, *whose))


def _wait(limit: RateLimitItem, *whose: str) -> int:
    until = _COUNTED.get_window_stats(limit, *whose).reset_time
    return max(1, min(limit.get_expiry(), round(until - now().timestamp())))


def _minutes(seconds: int) -> str:
    count = -(-seconds // 60)
    return "a minute" if count == 1 else f"{count} minutes"


def _origin(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


_AGAIN = "This page was open for more than two hours, or was sent already. Send it again now."
