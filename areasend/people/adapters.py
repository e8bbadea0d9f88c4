"""Where allauth asks how it is done in this house: words, what is sealed, who is asked again."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from areasend.people.locks import name_of
from areasend.people.sealing import seal, unseal

_LOCKED = (
    f"Too many wrong attempts. Wait {settings.LOCKED_FOR} minutes, then try again. "
    "Until then the right one does not help either."
)
_WAYS = {
    "reauthenticate": "With your password",
    "mfa_reauthenticate": "With a code",
    "mfa_reauthenticate:webauthn": "With a passkey",
}
#: Seconds after which signing in is no longer fresh, and whoever changes an account is asked again.
_FRESH = 300


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # it ships no types
    """Nobody signs up, and what is said tells nobody which addresses have an account."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "The e-mail address or the password is wrong.",
        "enter_current_password": "That is not your present password.",
        "incorrect_password": "That is not your password.",
        "too_many_login_attempts": _LOCKED,
        "rate_limited": _LOCKED,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Return that it never is: accounts are made by `areasend people add`."""
        return False

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:  # noqa: ARG002
        """Return under which name wrong passwords are counted: one, by whatever host one asks."""
        return name_of(credentials.get("email", ""))

    def respond_user_inactive(
        self,
        request: HttpRequest,  # noqa: ARG002
        user: AbstractBaseUser,  # noqa: ARG002
    ) -> HttpResponse:
        """Lead back to sign in, without a word on accounts that are closed."""
        return redirect("account_login")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Return whether to ask again: not of whoever has just signed in."""
        records = get_authentication_records(context.request, context.request.user)
        fresh = records and timezone.now().timestamp() - records[-1]["at"] < _FRESH
        return not fresh and bool(super().is_reauthentication_required(app=app, **kwargs))

    def get_reauthentication_methods(
        self, user: AbstractBaseUser | AnonymousUser
    ) -> list[dict[str, Any]]:
        """Return the ways to show again who it is, in our words."""
        ways = super().get_reauthentication_methods(user)
        return [{**way, "description": _WAYS[way["id"]]} for way in ways]


class SecondSteps(DefaultMFAAdapter):  # type: ignore[misc]  # it ships no types
    """What second steps are checked by is sealed, and drawn for a page that has no style."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is wrong or was used already. Wait for the next one.",
    }

    def encrypt(self, text: str) -> str:
        """Return a secret as the database keeps it."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret of what the database keeps."""
        return unseal(encrypted_text)

    def build_totp_svg(self, url: str) -> str:
        """Return the picture that an app scans, to stand within a page."""
        return str(super().build_totp_svg(url)).partition("?>")[2].strip()

    def generate_authenticator_name(
        self,
        user: AbstractBaseUser,
        type: Authenticator.Type,  # noqa: A002  allauth's name
    ) -> str:
        """Return the name that a new passkey is given where its holder gives none."""
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {held + 1}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return whom a passkey is for: this host, under our name."""
        return {**super().get_public_key_credential_rp_entity(), "name": "areasend"}
