"""The one gate of the signed-in rooms: who may do what, and nothing without being asked for.

A view is reached in one of three ways: it needs a deed, it is a page of signing in (`OPEN`), or it
is a page of one's own account (`OWN`). Any other is refused, whoever asks: a view whose author
forgot the gate is a view that nobody sees.
"""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from areasend.people.deeds import Deed, roles
from areasend.people.models import Account

__all__ = ["OPEN", "OWN", "Deed", "deeds_of", "deny_by_default", "may", "needs"]

View = Callable[..., HttpResponseBase]

#: The addresses that a stranger may ask, by name.
OPEN = frozenset(
    {
        "account_login",
        "account_logout",
        "mfa_authenticate",
        "set-password",
    }
)
#: The addresses of one's own account, for whoever is signed in, a second step set up or not.
OWN = frozenset(
    {
        "account_change_password",
        "account_reauthenticate",
        "mfa_index",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "mfa_remove_webauthn",
    }
)
_NEEDS = "areasend_needs"


def may(account: AbstractBaseUser | AnonymousUser, deed: Deed) -> bool:
    """Return whether an account is open, has a second step, and holds a role with the deed."""
    return deed in deeds_of(account)


def deeds_of(account: AbstractBaseUser | AnonymousUser) -> frozenset[Deed]:
    """Return all that an account may do now, asked of the database each time."""
    if not isinstance(account, Account) or not account.is_active or not is_mfa_enabled(account):
        return frozenset()
    known = roles()
    held = (known[name].may for name in account.roles() if name in known)
    return frozenset[Deed]().union(*held)


def needs(*deeds: Deed) -> Callable[[View], View]:
    """Let a view be reached by whoever may do one of the deeds, and by nobody else.

    A stranger is led to sign in, and an account without a second step to set one up.

    :raises PermissionDenied: to anyone else who may not
    """

    def guarding(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return _way_in(request, deeds) or view(request, *args, **kwargs)

        setattr(guarded, _NEEDS, deeds)
        return guarded

    return guarding


def _way_in(request: HttpRequest, deeds: Collection[Deed]) -> HttpResponseBase | None:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not is_mfa_enabled(request.user):
        return redirect("mfa_index")
    if deeds_of(request.user).isdisjoint(deeds):
        raise PermissionDenied
    return None


class deny_by_default:  # noqa: N801  Django's middleware, named as what it does
    """Refuses every view that is not behind the gate or in one of its two lists."""

    def __init__(self, answer: View) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer of what comes after. No browser may keep it on its disk."""
        response = self._answer(request)
        response.headers["Cache-Control"] = "no-store, private"
        return response

    def process_view(self, request: HttpRequest, view: View, *_: object) -> HttpResponseBase | None:
        """Return where to go instead, or nothing where the view may be asked.

        :raises PermissionDenied: to whoever is signed in, if the view needs nothing that is known
        """
        name = request.resolver_match and request.resolver_match.view_name
        if hasattr(view, _NEEDS) or name in OPEN:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if name in OWN:
            return None
        raise PermissionDenied
