"""Makes accounts for tests of the rooms: open, with roles, with a second step or without."""

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.utils import timezone

from areasend.people.models import Account
from areasend.people.sealing import unseal

PASSWORD = "quiet harbour lantern"  # noqa: S105  of these accounts alone


def account(email="reader@example.org", *roles, second_step=True):
    """Return an account that holds the roles, and has a second step unless told otherwise."""
    made = Account.objects.open(email, at=timezone.now())
    made.set_password(PASSWORD)
    made.save()
    for role in roles:
        made.held.create(role=role)
    if second_step:
        TOTP.activate(made, generate_totp_secret())
    return made


def code_of(account):
    """Return the code that the account's app shows now."""
    held = Authenticator.objects.get(user=account, type=Authenticator.Type.TOTP)
    return code_by(unseal(held.data["secret"]))


def code_by(key):
    """Return the code that an app shows now which was given the key."""
    return format_hotp_value(hotp_value(key, int(timezone.now().timestamp()) // 30))
