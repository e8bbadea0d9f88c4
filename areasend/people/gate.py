"""The one gate of the signed-in rooms: who may do what, and nothing without being asked for.

A view is reached in one of three ways: it needs a deed, it is a page of signing in (`OPEN`), or it
is a page of one's own account (`OWN`). Any other is refused, whoever asks: a view whose author
forgot the gate is a view that nobody sees.
"""

from collections.abc import Callable
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

__all__ = ["OPEN", "OWN", "Deed", "deny_by_default", "may", "needs"]

View = Callable[..., HttpResponseBase]

#: The addresses that a stranger may ask, by name.
OPEN = frozenset(
    {
        "account_login",
        "account_logout",
        "mfa_authenticate",
        "mfa_login_webauthn",
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
        "mfa_edit_webauthn",
        "mfa_remove_webauthn",
    }
)
_NEEDS = "areasend_needs"


def may(account: AbstractBaseUser | AnonymousUser, deed: Deed) -> bool:
    """Return whether an account is open, has a second step, and holds a role with the deed."""
    if not isinstance(account, Account) or not account.is_active:
        return False
    known = roles()
    held = (known[name] for name in account.roles() if name in known)
    return any(deed in role.may for role in held) and is_mfa_enabled(account)


def needs(deed: Deed) -> Callable[[View], View]:
    """Let a view be reached by whoever may do a deed, and by nobody else.

    A stranger is led to sign in, and an account without a second step to set one up.

    :raises PermissionDenied: to anyone else who may not
    """

    def guarding(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            return _way_in(request, deed) or view(request, *args, **kwargs)

        setattr(guarded, _NEEDS, deed)
        return guarded

    return guarding


def _way_in(request: HttpRequest, deed: Deed) -> HttpResponseBase | None:
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if not is_mfa_enabled(request.user):
        return redirect("mfa_index")
    if not may(request.user, deed):
        raise PermissionDenied
    return None


class deny_by_default:  # noqa: N801  Django's middleware, named as what it does
    """Refuses every view that is not behind the gate or in one of its two lists."""

    def __init__(self, answer: View) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Return the answer of what comes after."""
        return self._answer(request)

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
