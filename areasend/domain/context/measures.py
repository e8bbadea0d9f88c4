"""What a context figure counts, who released it and when, and what a reader should be told."""

from dataclasses import dataclass

from areasend.domain.context.figures import Kind
from areasend.domain.intervals import Interval


@dataclass(frozen=True, kw_only=True)
class Release:
    """A release of figures. The day is known only as closely as the interval says."""

    key: str
    title: str
    publisher: str
    published: Interval
    href: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Note:
    """What a reader should be told of a place's figure for a year."""

    measure: str
    place: str
    period: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Break:
    """A year from which the figures of a measure are not comparable with those before."""

    since: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Measure:
    """What is counted, out of what, and how far to trust it.

    `confidence` is official, derived or low. `words` say what else a reader should know.
    """

    key: str
    title: str
    kind: Kind
    says: str
    confidence: str
    words: str
    period: str
    breaks: tuple[Break, ...] = ()

    def when(self, year: int) -> str:
        """Return when a figure is of, such as 'January 2025' or 'calendar year 2024'."""
        return f"{self.period} {year}"
