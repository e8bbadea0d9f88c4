"""A release of the data: a named state of the public chain, on a day of the world."""

from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.domain.intervals import in_words
from areasend.ledger import chain, public_chain, releases


class UnableToBuild(ValueError):
    """The downloads cannot be built, for the reason given."""


@dataclass(frozen=True)
class State:
    """Of which day and of which state of the public chain a release of the data is.

    `number` is that of the last release in effect. The chain that comes with the data ends at
    `head`, with its hash.
    """

    asked: Asked
    number: int
    head: public_chain.Head

    @property
    def name(self) -> str:
        """The release's name for life: its day, and the number of the last release in effect."""
        return f"{self.as_at}-r{self.number}"

    @property
    def as_at(self) -> date:
        """The day of the world."""
        return self.asked.as_at

    @property
    def known_at(self) -> datetime:
        """The moment at which the last release in effect took it."""
        return self.asked.known_at

    @property
    def moment(self) -> str:
        """The same as text."""
        return chain.moment(self.known_at)

    @property
    def title(self) -> str:
        """What the release is called in words."""
        return f"areasend open data, as at {in_words(self.as_at)}, release {self.number}"


def state_of(asked: Asked) -> State:
    """Return the state that a question of two days is about.

    :raises UnableToBuild: if nothing had been released by the moment
    """
    since = releases.in_effect_since(known_at=asked.known_at)
    if since is None:
        raise UnableToBuild("Nothing had been released by that moment.")
    return State(
        asked=Asked(asked.as_at, since),
        number=releases.last_in_effect(known_at=since),
        head=public_chain.head(known_at=since),
    )
