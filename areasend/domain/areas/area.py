"""A local area as a dated thing: when it stood, which codes it bore, what came before and after.

A local area is a council with its NHS partners, whose services are inspected as one. It is known
by a slug for life: a new code for the same ground makes no new area of it.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Self

Scheme = Literal["gss", "dfe", "urn", "bs6879"]


@dataclass(frozen=True, kw_only=True)
class Code:
    """An official code of an area. Without a first or last day it lasts as long as the area."""

    scheme: Scheme
    code: str
    since: date | None
    until: date | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """A day on which areas were made, abolished or altered, and the day that was announced.

    An area on both sides goes on through the change: a county that became one unitary council
    for the same footprint is still the same area. Areas are given by slug.
    """

    on: date
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    announced: date
    words: str
    source: str

    @property
    def abolished(self) -> tuple[str, ...]:
        """The areas that ended the day before."""
        return tuple(slug for slug in self.predecessors if slug not in self.successors)

    @property
    def created(self) -> tuple[str, ...]:
        """The areas that began on the day."""
        return tuple(slug for slug in self.successors if slug not in self.predecessors)


@dataclass(frozen=True, kw_only=True)
class Area:
    """A local area. Kind, region, position and website are today's, or those of its last day.

    The region is the government's; the Ofsted region is one of Ofsted's eight. The position is
    the mean of the area's postcodes, in degrees. Names are its other spellings. Neighbours are
    the statistical ones, most alike first. Other areas are given by slug. An area that stood
    before our record begins has no first day, and one that goes on has no last.
    """

    slug: str
    name: str
    kind: str
    region: str
    ofsted_region: str
    latitude: float | None
    longitude: float | None
    website: str | None
    names: tuple[str, ...] = ()
    codes: tuple[Code, ...] = ()
    neighbours: tuple[str, ...] = ()
    starts: date | None = None
    ends: date | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()

    def exists(self, on: date) -> bool:
        """Return whether the area stood on the day."""
        return _within(on, self.starts, self.ends)

    def code(self, scheme: Scheme, *, on: date) -> str | None:
        """Return the code the area bore on the day, if it stood and bore one."""
        borne = (
            code.code
            for code in self.codes
            if code.scheme == scheme and _within(on, code.since, code.until)
        )
        return next(borne, None) if self.exists(on) else None

    def begun_by(self, change: Change) -> Self:
        """Return the area as the change made it."""
        predecessors = (*self.predecessors, *change.predecessors)
        return replace(self, starts=change.on, predecessors=predecessors)

    def ended_by(self, change: Change) -> Self:
        """Return the area as it stands once the change is to abolish it."""
        successors = (*self.successors, *change.successors)
        return replace(self, ends=change.on - timedelta(days=1), successors=successors)


def _within(day: date, first: date | None, last: date | None) -> bool:
    return (first or date.min) <= day <= (last or date.max)
