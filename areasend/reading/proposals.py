"""What reading a document gives: events that a person may accept, with place and doubts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

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
class Passage:
    """Words of a document and where they stand: the page, and the box on it in points.

    The box is left, bottom, right and top, from the lower left corner of what the page shows,
    turned upright where it is not.
    """

    page: int
    box: tuple[float, float, float, float]
    words: str


@dataclass(frozen=True)
class Field:
    """What a letter says under a name, as plain values, and how that was found.

    Where the value is None, either the letter says so or a doubt says why it was not read.
    """

    name: str
    value: Any
    found: str
    passages: tuple[Passage, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """A document's kind and title, what it proposes and what is doubtful about it as a whole.

    A letter has fields too, and the hash of its file. They may name people, and so they stay
    between the reader and whoever checks.
    """

    kind: str
    title: str
    proposals: tuple[Proposal, ...]
    doubts: tuple[Doubt, ...] = ()
    fields: tuple[Field, ...] = ()
    sha256: str = ""

    @property
    def values(self) -> Mapping[str, Any]:
        """The value of each field by its name."""
        return {field.name: field.value for field in self.fields}

    @property
    def all_doubts(self) -> tuple[Doubt, ...]:
        """Every doubt: of the document, of its fields and of what it proposes, each once."""
        doubts = [
            *self.doubts,
            *(
                Doubt(f"{_where(field)}{field.name}", says)
                for field in self.fields
                for says in field.doubts
            ),
        ]
        said = {doubt.says for doubt in doubts} if self.fields else set[str]()
        of_events = (doubt for one in self.proposals for doubt in one.doubts)
        doubts += [doubt for doubt in of_events if doubt.says not in said]
        return tuple(dict.fromkeys(doubts))


def _where(field: Field) -> str:
    return f"page {field.passages[0].page}, " if field.passages else ""
