"""Accounts that too many wrong passwords or codes have locked: seen, and let in before the time."""

from collections.abc import Iterator
from datetime import UTC, datetime

from allauth.core.internal.ratelimit import Rate, get_cache_key, get_rates
from django.core.cache import cache

from areasend.people.models import Account

# As allauth counts them: a test signs in wrongly, and fails if it counts under other names.
_COUNTED = {"app": "allauth.account", "action": "login_failed"}


def name_of(email: str) -> str:
    """Return under which name wrong passwords of an address are counted: at whatever host."""
    return email.strip().lower()


def locked_until(account: Account, *, now: datetime) -> datetime | None:
    """Return until when an account is locked, None if it is not."""
    ends = [end for end in _ends(account) if end > now]
    return max(ends, default=None)


def unlock(account: Account) -> None:
    """Forget the wrong passwords and codes of an account. Those of a place go on being counted."""
    for key, _ in _counts(account):
        cache.delete(key)


def _ends(account: Account) -> Iterator[datetime]:
    """Yield when each of its locks ends or ended. The attempts are kept with the newest first."""
    for key, rate in _counts(account):
        attempts = cache.get(key, [])
        if len(attempts) >= rate.amount:
            yield datetime.fromtimestamp(attempts[rate.amount - 1] + rate.duration, tz=UTC)


def _counts(account: Account) -> Iterator[tuple[str, Rate]]:
    """Yield under which keys wrong passwords and wrong codes are counted, and how many are many."""
    for name in (name_of(account.email), f"mfa-auth-user-{account.pk}"):
        for rate in get_rates(**_COUNTED):
            if rate.per == "key":
                yield get_cache_key(None, rate=rate, key=name, **_COUNTED), rate
