"""How complete the record is, for each kind of event: what every claim of absence stands on."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from areasend.domain.intervals import in_words


@dataclass(frozen=True)
class Coverage:
    """The day to which the record holds every event of a kind, or None where it is partial.

    `about` says that the day is no exact one: it was worked out from another.
    """

    kind: str
    complete_to: date | None
    words: str
    about: bool = False

    @property
    def to(self) -> str:
        """The day in words, such as 'about 2 February 2026'; empty where there is none."""
        if self.complete_to is None:
            return ""
        return f"{'about ' if self.about else ''}{in_words(self.complete_to)}"


@cache
def coverage() -> dict[str, Coverage]:
    """Return what the record covers, by kind of event."""
    with (files("areasend.domain") / "coverage.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {row["kind"]: _read(row) for row in rows}


def complete_to(kind: str) -> date | None:
    """Return the day to which every event of a kind is held, or None where that is not known."""
    return coverage()[kind].complete_to


def day_in_words(to: date) -> str:
    """Return a day to which the record is whole, with 'about' where it is no exact one."""
    held = (one.to for one in coverage().values() if one.complete_to == to)
    return next(held, in_words(to))


def _read(row: dict[str, str]) -> Coverage:
    to = date.fromisoformat(row["complete_to"]) if row["complete_to"] else None
    return Coverage(row["kind"], to, row["words"], bool(row["about"]))
