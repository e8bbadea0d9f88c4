"""What every page of the rooms is given, beside its own: the way round, and who is signed in."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from areasend.people.deeds import roles
from areasend.people.gate import deeds_of
from areasend.people.models import Account


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the layout is given, and the roles of whoever is signed in."""
    # A fault may come before anyone was recognised.
    account = getattr(request, "user", None)
    navigation = list(_ways(request, account)) if isinstance(account, Account) else []
    held = account.roles() if isinstance(account, Account) else ()
    return {
        "navigation": navigation,
        "footer": [],
        "path": request.path,
        "published": False,
        "your_roles": [role for name, role in roles().items() if name in held],
    }


def _ways(request: HttpRequest, account: Account) -> Iterator[dict[str, Any]]:
    may = deeds_of(account)
    rooms = [(name, words) for name, words, deed in settings.ROOMS if deed in may]
    for name, words in (*rooms, ("mfa_index", "Your account"), ("account_logout", "Sign out")):
        href = reverse(name)
        yield {"text": words, "href": href, "current": request.path == href}
