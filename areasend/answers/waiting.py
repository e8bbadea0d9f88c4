"""What readers reported and bodies replied and nobody has answered yet: for the rooms alone.

It is no public answer. The website keeps it and the signed-in rooms deal with it; neither imports
the other, and this is the form in which they speak of it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What it is that waits."""

    REPORT = "report"
    REPLY = "reply"


class UnableToAnswer(ValueError):
    """There is nothing of that number to answer, or not in these words. It says why."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A report of an error, or a body's reply, as its sender wrote it.

    `about` is the address of ours, and `page` what it is called; `right` is where the sender says
    that it can be seen. `body` and `seen` are a reply's: who replies, and how it proved that.
    `screened` are the kinds of things that the screening sees in it now. It is `ended` on the day
    on which it was answered, released or declined. It is deleted on `deleted_on` at the latest.
    """

    kind: Kind
    number: int
    about: str
    page: str
    area: str
    words: str
    right: str = ""
    body: str = ""
    seen: str = ""
    received: date
    ended: date | None
    deleted_on: date
    screened: tuple[str, ...]
