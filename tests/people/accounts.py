"""Makes accounts for tests of the rooms: open, with roles, with a second step or without."""

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from areasend.people.models import Account

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
