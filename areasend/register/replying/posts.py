"""Reads the operator's list of the addresses that bodies publish for their chief officers' posts.

No such list ships: we hold none. It is a CSV file that the setting POSTS names, with the columns
`body` (council/dudley or health/black-country-icb), `address`, `page` (where the body itself
publishes it) and `seen` (the day of looking). It is read each time, so that an entry counts at
once.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings

from areasend.post.addresses import NotAnAddress, read_address

_COLUMNS = {"body", "address", "page", "seen"}


class UnableToReadPosts(ValueError):
    """The list of published addresses cannot be read. It says where, and names no address."""


@dataclass(frozen=True)
class Post:
    """The address that a body publishes for the post of its chief officer, where, and when seen."""

    body: str
    address: str
    page: str
    seen: date


def post_of(body: str) -> Post | None:
    """Return the post of a body, or None where the operator holds no published address.

    :raises UnableToReadPosts: if there is a list that cannot be read
    """
    return next((one for one in _posts() if one.body == body), None)


def _posts() -> Iterator[Post]:
    if not settings.POSTS:
        return
    try:
        with Path(settings.POSTS).open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file)
            if not set(lines.fieldnames or ()) >= _COLUMNS:
                raise UnableToReadPosts("The list of posts needs: body, address, page, seen.")
            for line in lines:
                yield _post(line, lines.line_num)
    except (OSError, UnicodeDecodeError, csv.Error):
        raise UnableToReadPosts(
            "The list of posts that AREASEND_POSTS names is not read."
        ) from None


def _post(line: dict[str, str], number: int) -> Post:
    try:
        address, seen = read_address(line["address"]), date.fromisoformat(line["seen"])
    except (NotAnAddress, ValueError, TypeError, AttributeError):
        raise UnableToReadPosts(
            f"Line {number} of the list of posts wants one e-mail address, and a day such as "
            "2026-11-22."
        ) from None
    if not (line["page"] or "").startswith("https://"):
        raise UnableToReadPosts(f"Line {number} of the list of posts wants a page: https://…")
    return Post(line["body"], address, line["page"], seen)
