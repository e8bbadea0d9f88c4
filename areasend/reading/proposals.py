"""What reading a document gives: events that a person may accept, with place and doubts."""

from dataclasses import dataclass

from areasend.domain.events import Event


class UnableToReadDocument(ValueError):
    """The file is not a document that we can read, or not the one it claims to be."""


@dataclass(frozen=True)
class Doubt:
    """Something in a document that a person should look at, in words, and where it stands."""

    place: str
    says: str


@dataclass(frozen=True)
class Proposal:
    """An event that a document seems to tell of. Nothing is recorded until a person accepts it."""

    event: Event
    place: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A document's kind and title, what it proposes and what is doubtful about it as a whole."""

    kind: str
    title: str
    proposals: tuple[Proposal, ...]
    doubts: tuple[Doubt, ...] = ()
