"""What the rooms ask of whoever keeps the reports and replies: the website, which settings name."""

from datetime import date, datetime
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

from areasend.answers.waiting import Kind, Waiting
from areasend.ledger.statements import Answered, Replied


class Door(Protocol):
    """Reports and replies: to look at, and to end. Each of the last five refuses what is ended.

    They raise `UnableToAnswer`, which says why.
    """

    def waiting(self, kind: Kind) -> tuple[Waiting, ...]:
        """Return what waits, the oldest first."""

    def find(self, kind: Kind, number: int) -> Waiting | None:
        """Return what has a number, ended or not, if it is there."""

    def without_address(self) -> int:
        """Return how many bodies ask for a link whose address is not held."""

    def seen_in(self, words: str) -> tuple[str, ...]:
        """Return the kinds of things seen in words that must not be kept."""

    def check(self, said: Answered | Replied) -> None:
        """Refuse words that are not fit for the public."""

    def as_reply(self, number: int, *, on: date) -> Replied:
        """Return what a reply would say in public."""

    def answer(self, number: int, said: Answered, *, by: int, at: datetime, today: date) -> None:
        """Answer a report in public and end it."""

    def release(self, number: int, *, by: int, at: datetime) -> None:
        """Make a reply public and end it."""

    def decline(self, kind: Kind, number: int, *, today: date) -> None:
        """End it without a word in public."""

    def delete(self, kind: Kind, number: int) -> None:
        """Delete it, words and all."""


def door() -> Door:
    """Return whoever keeps the reports and replies."""
    return cast("Door", import_string(settings.REPORTED))
