"""A secret that is made where nobody names one, and kept in a file that only we can read."""

import os
import secrets
from pathlib import Path


def secret(path: Path) -> str:
    """Return the secret of a file, which is made at the first asking."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii")
    with os.fdopen(made, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text("ascii")
