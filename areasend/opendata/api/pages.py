"""Pages of a list, each leading to the next by a cursor that belongs to one question alone."""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest

from areasend.answers.asked import Asked
from areasend.answers.standing import limits
from areasend.opendata.api.parameters import Paged
from areasend.opendata.api.problems import UnableToAnswer

Item = TypeVar("Item")
Held = TypeVar("Held")
_MARK = 12  # characters that tell one question from another


@dataclass(frozen=True)
class Page(Generic[Item]):
    """A page of a list.

    `matching` counts the items of all pages. `next` is the address of the page after this one, as
    at the same day and as known at the same moment; null on the last. `limits` says how far the
    record reaches: a gap in it proves nothing.
    """

    as_at: date
    known_at: datetime
    matching: int
    items: tuple[Item, ...]
    next: str | None
    limits: str


def page(
    request: HttpRequest,
    asking: Paged,
    asked: Asked,
    found: Sequence[Held],
    show: Callable[[Held], Item],
) -> Page[Item]:
    """Return the page of what was found that the cursor asks for, each item as it is shown.

    :raises UnableToAnswer: if the cursor is another question's, or none of ours
    """
    question = _question(asking, asked)
    mark = _mark(request.path, question)
    start = _read(asking.cursor, mark, len(found)) if asking.cursor else 0
    after = start + asking.limit
    cursor = {"limit": str(asking.limit), "cursor": _write(after, mark)}
    address = f"{request.path}?{urlencode({**question, **cursor})}"
    return Page(
        as_at=asked.as_at,
        known_at=asked.known_at,
        matching=len(found),
        items=tuple(show(one) for one in found[start:after]),
        next=request.build_absolute_uri(address) if after < len(found) else None,
        limits=limits(asked),
    )


def _question(asking: Paged, asked: Asked) -> dict[str, str]:
    """Return what is asked, with both days, so that every page is of the same answer."""
    given = {name: value for name, value in asking.given().items() if name not in _OF_A_PAGE}
    moment = asked.known_at.isoformat().replace("+00:00", "Z")
    return {**given, "as_at": str(asked.as_at), "known_at": moment}


_OF_A_PAGE = {"limit", "cursor"}


def _mark(path: str, question: dict[str, str]) -> str:
    words = repr((path, sorted(question.items())))
    return hashlib.sha256(words.encode()).hexdigest()[:_MARK]


def _write(after: int, mark: str) -> str:
    return urlsafe_b64encode(f"{after}.{mark}".encode()).decode().rstrip("=")


def _read(cursor: str, mark: str, found: int) -> int:
    try:
        words = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
    except (Error, ValueError):
        words = ""
    after, _, marked = words.partition(".")
    if not (after.isdecimal() and len(after) < _MARK and len(marked) == _MARK):
        raise UnableToAnswer("bad-cursor", "That is no cursor of ours. Leave it out to begin.")
    if marked != mark:
        why = "That cursor is another question's. Follow `next` of a page as it stands."
        raise UnableToAnswer("bad-cursor", why)
    if not 0 < int(after) < found or _write(int(after), mark) != cursor:
        raise UnableToAnswer("bad-cursor", "That cursor leads to no page of this list.")
    return int(after)
