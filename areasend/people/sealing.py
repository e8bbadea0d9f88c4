"""Seals what a second step is checked by, so that a copy of the database alone signs nobody in."""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

_PURPOSE = "areasend.people.second-step"


def seal(text: str) -> str:
    """Return a text so that only who has the secret of the rooms can read it."""
    return _fernet().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Return the text that was sealed.

    :raises cryptography.fernet.InvalidToken: if it was sealed under another secret
    """
    return _fernet().decrypt(sealed.encode()).decode()


def _fernet() -> MultiFernet:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_key(secret)) for secret in secrets])


def _key(secret: str | bytes) -> bytes:
    derived = salted_hmac(_PURPOSE, "key", secret=secret, algorithm="sha256").digest()
    return urlsafe_b64encode(derived)
