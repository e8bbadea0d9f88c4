"""Makes accounts and closes them, gives and takes roles, and makes the links that set passwords."""

from collections.abc import Iterable
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from areasend.people.deeds import roles
from areasend.people.models import Account


class UnableToKeepAccounts(ValueError):
    """What was asked of an account cannot be done, for the reason given. Nothing was changed."""


@transaction.atomic
def add(email: str, *, roles: Iterable[str], at: datetime) -> Account:
    """Make an account that holds the roles, and return it. It has no password yet.

    :raises UnableToKeepAccounts: if the address is none or has an account, or a role is not known
    """
    try:
        validate_email(email.strip())
    except ValidationError:
        raise UnableToKeepAccounts(f"{email} is not an e-mail address.") from None
    if Account.objects.filter(email__iexact=email.strip()).exists():
        raise UnableToKeepAccounts(f"{email} has an account already, which may be a closed one.")
    account = Account.objects.open(email, at=at)
    give(account, roles)
    return account


def find(email: str) -> Account:
    """Return the account of an address.

    :raises UnableToKeepAccounts: if there is none, or it is closed
    """
    account = Account.objects.filter(email__iexact=email.strip(), closed_at=None).first()
    if account is None:
        raise UnableToKeepAccounts(f"{email} has no open account.")
    return account


def give(account: Account, names: Iterable[str]) -> None:
    """Let an account hold roles, beside those that it holds.

    :raises UnableToKeepAccounts: if one is not known
    """
    for name in _known(names):
        account.held.get_or_create(role=name)


def take(account: Account, names: Iterable[str]) -> None:
    """Take roles from an account, whether it held them or not.

    :raises UnableToKeepAccounts: if one is not known
    """
    account.held.filter(role__in=_known(names)).delete()


def link(account: Account) -> str:
    """Return the path of a page where the account's password is set: once, within 24 hours.

    The password there was and every link before are void from now on, and its sessions end.
    """
    account.set_unusable_password()
    account.save(update_fields=["password"])
    uid = urlsafe_base64_encode(force_bytes(account.pk))
    token = default_token_generator.make_token(account)
    return reverse("set-password", kwargs={"uidb64": uid, "token": token})


def forget_second_steps(account: Account) -> None:
    """Forget the app, passkeys and spare codes of an account whose holder has lost them."""
    Authenticator.objects.filter(user=account).delete()


@transaction.atomic
def close(account: Account, *, at: datetime) -> None:
    """Close an account for good: its sessions and links end at once, and it holds no role.

    Its number and address stay, so that it can be told who did what.
    """
    account.closed_at = at
    account.set_unusable_password()
    account.save(update_fields=["closed_at", "password"])
    account.held.all().delete()
    forget_second_steps(account)


def _known(names: Iterable[str]) -> tuple[str, ...]:
    asked = tuple(names)
    for name in asked:
        if name not in roles():
            raise UnableToKeepAccounts(f"There is no role {name}: {', '.join(roles())}.")
    return asked
