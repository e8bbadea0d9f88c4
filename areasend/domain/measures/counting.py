"""Counting rules: which date puts an inspection before a cut-off, and which areas count."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from areasend.domain.areas import AREAS
from areasend.domain.intervals import Interval, in_words


class By(StrEnum):
    """Which date must lie on or before the as-at day."""

    STARTED = "started"
    PUBLISHED = "published"
    BOTH = "both"


class Areas(StrEnum):
    """Which areas count."""

    CURRENT = "current"
    ABOLISHED_TOO = "abolished-too"


@dataclass(frozen=True, kw_only=True)
class Counting:
    """A counting rule: a figure means nothing without one.

    `since` is the first day that counts, or None for all before. `published_to` is the last day
    of publication that counts, where the rule asks for both dates; elsewhere it is None. Current
    areas are those of the as-at day or, where one is given, those of the day `areas_on`: later
    tables count the past by the areas of their own day.
    """

    as_at: date
    since: date | None = None
    by: By = By.PUBLISHED
    published_to: date | None = None
    areas: Areas = Areas.CURRENT
    areas_on: date | None = None

    def counts(self, *, started: Interval | None, published: Interval | None) -> bool | None:
        """Return whether dates fall under the rule; None if they may or may not."""
        match self.by:
            case By.PUBLISHED:
                return self._within(published)
            case By.STARTED:
                return self._within(started) if published else False
            case By.BOTH:
                both = (self._within(started), _by(published, self.published_to or self.as_at))
                return None if None in both and False not in both else all(both)
            case _:
                assert_never(self.by)

    def _within(self, on: Interval | None) -> bool | None:
        ended = _by(on, self.as_at)
        if on is None or ended is False or self.since is None or on.earliest >= self.since:
            return ended
        return None if on.latest >= self.since else False

    def area_counts(self, area: str) -> bool:
        """Return whether an area counts: those of one day, or every one until the as-at day."""
        found = AREAS[area]
        if self.areas is Areas.CURRENT:
            return found.exists(self.areas_on or self.as_at)
        return found.starts is None or found.starts <= self.as_at

    def __str__(self) -> str:
        """Return the rule in words, to stand beside every figure."""
        day = f"by {in_words(self.as_at)}"
        if self.since:
            day = f"from {in_words(self.since)} to {in_words(self.as_at)}"
        dates = {
            By.PUBLISHED: f"published {day}",
            By.STARTED: f"carried out {day}, whenever published",
            By.BOTH: f"carried out {day} and published by "
            f"{in_words(self.published_to or self.as_at)}",
        }
        areas = {
            Areas.CURRENT: "areas that existed on "
            + (in_words(self.areas_on) if self.areas_on else "that day"),
            Areas.ABOLISHED_TOO: "with areas abolished by then",
        }
        return f"{dates[self.by]}; {areas[self.areas]}"


def _by(on: Interval | None, day: date) -> bool | None:
    if on is None:
        return False
    return None if on.perhaps_by(day) else on.surely_by(day)
