"""The public chain as a stranger may have it, to check every link and every text for themselves.

A release that has not yet taken effect is nobody's business: its day, or which fact it corrects,
would give away what is to come. As its hash covers both, the chain is given only up to it.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from datetime import datetime
from typing import Any

from areasend.ledger import chain
from areasend.ledger.models import Release, ReleaseText

#: Rows read at a time.
_AT_ONCE = 1000
_ERASED = {"salt": "", "text": ""}


@dataclass(frozen=True)
class PublicRow:
    """A row of the public chain. Salt and text are empty where the text was erased by law."""

    number: int
    takes_effect_at: str
    corrects: int | None
    digest: str
    previous: str
    hash: str
    salt: str
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as text, an empty cell for nothing."""
        return tuple("" if cell is None else str(cell) for cell in astuple(self))


#: The columns of a published chain, in order.
COLUMNS = tuple(field.name for field in fields(PublicRow))


@dataclass(frozen=True)
class Head:
    """The last row of the chain that a stranger may have: its number and hash, 0 if there is none.

    `beyond` counts the releases in effect that come after one which is not.
    """

    number: int
    hash: str
    beyond: int


def head(*, known_at: datetime) -> Head:
    """Return how far the public chain could be had at a moment."""
    at = chain.moment(known_at)
    in_effect = Release.objects.filter(takes_effect_at__lte=at)
    not_yet = Release.objects.filter(takes_effect_at__gt=at).order_by("number").first()
    had = in_effect.filter(number__lt=not_yet.number) if not_yet else in_effect
    last = had.order_by("number").last()
    beyond = in_effect.filter(number__gt=not_yet.number).count() if not_yet else 0
    return Head(last.number, last.hash, beyond) if last else Head(0, chain.BEFORE_THE_FIRST, beyond)


def rows(*, known_at: datetime) -> Iterator[PublicRow]:
    """Yield the rows of the public chain that could be had at a moment, in order."""
    last = head(known_at=known_at).number
    for first in range(1, last + 1, _AT_ONCE):
        numbers = {"number__gte": first, "number__lt": min(first + _AT_ONCE, last + 1)}
        texts = ReleaseText.objects.filter(**numbers).values_list("number", "salt", "text")
        said = {number: {"salt": salt, "text": text} for number, salt, text in texts}
        for row in Release.objects.filter(**numbers).order_by("number").values(*COLUMNS[:-2]):
            whole: dict[str, Any] = {**row, **said.get(row["number"], _ERASED)}
            yield PublicRow(**whole)
