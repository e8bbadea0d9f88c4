"""How a chain is made: the digest of a text, the hash of a row, and a moment as text.

A stranger can check a published chain with nothing but SHA-256 and this page.
"""

import hashlib
import secrets
from contextlib import suppress
from datetime import UTC, datetime, timedelta

#: What the first row of a chain has before it.
BEFORE_THE_FIRST = "0" * 64

#: Longer than anyone waits for the lock: of two who come at once, the second to look at the
#: clock may be the first to write.
IN_LINE = timedelta(minutes=1)

_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"


def new_salt() -> str:
    """Return 128 random bits in hexadecimal, so that an erased text cannot be guessed back."""
    return secrets.token_hex(16)


def digest(salt: str, text: str) -> str:
    """Return the SHA-256, in hexadecimal, of a salt followed by a text, both as UTF-8."""
    return hashlib.sha256(f"{salt}{text}".encode()).hexdigest()


def link(*columns: str | int | None, previous: str) -> str:
    """Return a row's hash: SHA-256 over the previous hash and the columns, one a line.

    A column that is null is an empty line.
    """
    lines = ("" if column is None else str(column) for column in (previous, *columns))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def moment(at: datetime) -> str:
    """Return a moment as the ledger stores it: UTC to the microsecond, so that text sorts."""
    return at.astimezone(UTC).strftime(_MOMENT)


def read_moment(text: str) -> datetime:
    """Return the moment that a stored text writes.

    :raises ValueError: if it has another form
    """
    with suppress(ValueError):
        at = datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
        if moment(at) == text:
            return at
    raise ValueError(f"{text[:40]!r} is not a moment as we write it.")
