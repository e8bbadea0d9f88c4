"""In which document somebody read what is recorded, and where in it: for whoever looks it up."""

from dataclasses import dataclass

from areasend.answers.field_words import words
from areasend.domain.attestations import Source, Spot
from areasend.domain.events import Event

_SHORT = 8


@dataclass(frozen=True)
class ReadIn:
    """The document itself in which somebody read a fact, by the hash of its file.

    `pages` says on which of its pages, in words, and `places` where on them: what it is, the page,
    and the box in points. All are empty where nobody did.
    """

    sha256: str = ""
    pages: str = ""
    places: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """What the file is called in short: the first eight letters of its hash."""
        return self.sha256[:_SHORT]


def read_in(event: Event) -> ReadIn:
    """Return where an event was read: in the last document, where in several."""
    every = [one.source for one in event.attested if one.source.sha256]
    return _of(every[-1]) if every else ReadIn()


def _of(source: Source) -> ReadIn:
    pages = sorted({one.page for one in source.spots})
    on = f"page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))}" if pages else ""
    return ReadIn(source.sha256, on, tuple(map(_place, source.spots)))


def _place(spot: Spot) -> str:
    return f"{words(spot.what)}: page {spot.page}, box {' '.join(map(str, spot.box))}"
