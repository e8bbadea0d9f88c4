"""A health body as a dated thing, and the part of an area that it served."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["ccg", "icb"]


@dataclass(frozen=True, kw_only=True)
class Code:
    """An official code of a body. Without a last day it was borne to the body's end."""

    code: str
    until: date | None


@dataclass(frozen=True, kw_only=True)
class Body:
    """A body of the NHS that answers for an area's children together with its council.

    It keeps its slug for life, whatever its code. Without a first day it stood before our record
    of such bodies begins; without a last day it goes on, or ended where that record does not
    reach. A body that we know only from its announcement has the day of it, and no code yet.
    Predecessors and successors are slugs, and stand only where the lookups show them: they do
    not show which CCGs an ICB took over from. A body that goes on with more ground than before
    has predecessors too.
    """

    slug: str
    name: str
    kind: Kind
    starts: date | None
    ends: date | None
    announced: date | None
    source: str
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()

    def code(self, *, on: date) -> str | None:
        """Return the body's official code on a day, if it stood and one is known."""
        if not (self.starts or date.min) <= on <= (self.ends or date.max):
            return None
        borne = (held.code for held in self.codes if on <= (held.until or date.max))
        return next(borne, None)


@dataclass(frozen=True, kw_only=True)
class Footprint:
    """The share of an area's neighbourhoods that a body served, from a day and until a day.

    A footprint with the day of its announcement is known from that alone: no official list that
    we hold confirms it.
    """

    body: str
    area: str
    share: float
    since: date
    until: date | None
    announced: date | None

    def held(self, on: date) -> bool:
        """Return whether the body served that share on the day."""
        return self.since <= on <= (self.until or date.max)
