"""What no answer may say of anybody, and every text that an answer holds."""

import re
from collections.abc import Iterator, Mapping

FORBIDDEN = re.compile(r"\b(late|overdue|failed|fails|failure|missed|in force)\b", re.IGNORECASE)


def texts(held: object) -> Iterator[str]:
    """Yield every text in an answer, given as plain values."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, Mapping):
        for one in held.values():
            yield from texts(one)
    elif isinstance(held, tuple | list):
        for one in held:
            yield from texts(one)
