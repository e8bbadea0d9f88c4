"""A letter as it leaves the house, and what a carrier may answer."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Letter:
    """A mail ready to go. `key` is the same each time; `stop` ends all mail with one click.

    A mail by itself has nothing to stop: then it is empty.
    """

    key: str
    to: str
    subject: str
    words: str
    stop: str = ""


class Refused(Exception):
    """A letter was not taken, for the reason given. `for_good` says that it never will be."""

    def __init__(self, words: str, *, for_good: bool) -> None:
        super().__init__(words)
        self.for_good = for_good


class Unreachable(Exception):
    """Nobody answered who could take any letter: the next would fare no better."""


class Carrier(Protocol):
    """Whoever takes letters: a mail server, or GOV.UK Notify."""

    def took(self, key: str) -> bool:
        """Return whether it is known to have taken a letter before; False if it cannot tell."""

    def hand_over(self, letter: Letter) -> None:
        """Hand a letter over.

        :raises Refused: if it was not taken
        :raises Unreachable: if nobody could be asked
        """

    def close(self) -> None:
        """Let go of the line to it."""
