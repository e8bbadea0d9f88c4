"""Accounts, and the roles they hold. Of an account the ledger knows its number alone."""

import secrets
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

#: Numbers of twelve digits, as the ledger keeps whole numbers; below are those of operators.
_LOWEST, _HIGHEST = 10**11, 10**12 - 1


def new_number() -> int:
    """Return an account number that says nothing of whose it is: twelve random digits."""
    return _LOWEST + secrets.randbelow(_HIGHEST - _LOWEST + 1)


class Accounts(BaseUserManager["Account"]):
    """All accounts, of which each is found by its e-mail address, however it is written."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """Return the account of an address.

        :raises Account.DoesNotExist: if there is none
        """
        return self.get(email__iexact=username or "")

    def open(self, email: str, *, at: datetime, **fields: Any) -> "Account":
        """Make an account that has no password yet, and return it."""
        account = self.model(email=email.strip().lower(), opened_at=at, **fields)
        account.set_unusable_password()
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Someone who may sign in, until the account is closed."""

    number = models.BigIntegerField(unique=True, default=new_number, editable=False)
    email = models.EmailField(unique=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Accounts] = Accounts()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    class Meta:
        db_table = "people_account"
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="people_an_address_once"),
            models.CheckConstraint(
                name="people_closed_after_opened",
                condition=Q(closed_at=None) | Q(closed_at__gte=models.F("opened_at")),
            ),
        ]

    @property
    def is_active(self) -> bool:  # type: ignore[override]  # Django's is a plain attribute
        """Return whether it may sign in, as Django and allauth ask."""
        return self.closed_at is None

    def roles(self) -> frozenset[str]:
        """Return the names of the roles it holds, as in roles.toml."""
        return frozenset(self.held.values_list("role", flat=True))

    def __str__(self) -> str:
        """Return its number, so that no address gets into a log by chance."""
        return str(self.number)


class Held(models.Model):
    """A role that an account holds."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="held")
    role = models.CharField(max_length=40)

    class Meta:
        db_table = "people_held"
        constraints: ClassVar = [
            models.UniqueConstraint(name="people_a_role_once", fields=["account", "role"]),
        ]
