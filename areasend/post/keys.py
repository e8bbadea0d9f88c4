"""Seals addresses, finds them again, and signs the links in mails: all from one kept secret.

The setting may name several secrets: the first is used, the others still open what they sealed.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core import signing

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

#: Characters of a secret below which it could be guessed.
SHORTEST = 32


class NoKey(ValueError):
    """No secret is set, so that no address may be kept and no mail be sent."""


class NotOurs(ValueError):
    """A link that we did not sign, or that is too old; an address that no secret opens."""


def secrets() -> tuple[str, ...]:
    """Return the secrets, the one in use first.

    :raises NoKey: if there is none, or one that is too short
    """
    held = tuple(filter(None, settings.MAIL_KEY.split(",")))
    if not held or min(map(len, held)) < SHORTEST:
        raise NoKey(
            f"Mail needs a secret of at least {SHORTEST} characters in AREASEND_MAIL_KEY, by which "
            "addresses are sealed. Make one with: openssl rand -base64 48"
        )
    return held


def seal(address: str) -> str:
    """Return an address so that only who has the secret can read it."""
    return _fernet().encrypt(address.encode()).decode()


def unseal(sealed: str) -> str:
    """Return the address that was sealed.

    :raises NotOurs: if none of the secrets sealed it
    """
    from cryptography.fernet import InvalidToken

    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise NotOurs("No secret in AREASEND_MAIL_KEY opens this address.") from None


def lookups(address: str) -> tuple[str, ...]:
    """Return what an address is found by, under each secret; capital letters make no difference."""
    held = address.casefold().encode()
    return tuple(_derived(one, "lookup", held).hex() for one in secrets())


def sign(what: str, held: Any) -> str:
    """Return something as a signed and dated part of a link; `what` says what the link is for."""
    return _signer(what).sign_object(held)


def read(what: str, signed: str, *, seconds: float | None = None) -> Any:
    """Return what a part of a link holds.

    :raises NotOurs: if we did not sign it for this, or longer ago than `seconds`
    """
    signer = _signer(what)
    try:
        return signer.unsign_object(signed, max_age=seconds)
    except (signing.BadSignature, ValueError):
        raise NotOurs("We did not make this link, or it is too old.") from None


def _signer(what: str) -> signing.TimestampSigner:
    key, *others = (_derived(one, "links", what.encode()).hex() for one in secrets())
    return signing.TimestampSigner(key=key, fallback_keys=[*others], salt=what)


def _fernet() -> "MultiFernet":
    return _fernet_of(secrets())


@lru_cache(maxsize=1)
def _fernet_of(held: tuple[str, ...]) -> "MultiFernet":
    # Only now: it takes long to import.
    from cryptography.fernet import Fernet, MultiFernet

    keys = (urlsafe_b64encode(_derived(one, "seal", b"")) for one in held)
    return MultiFernet([Fernet(key) for key in keys])


def _derived(secret: str, use: str, held: bytes) -> bytes:
    """Return a key, or a keyed hash, that is of no help in finding those of other uses."""
    root = hmac.digest(secret.encode(), f"areasend {use}".encode(), hashlib.sha256)
    return hmac.digest(root, held, hashlib.sha256)
