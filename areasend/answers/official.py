"""Official releases: the counting rule each used, and the figures it stated."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from areasend.domain.intervals import in_words
from areasend.domain.measures.counting import Areas, By, Counting


class NoOfficialRelease(ValueError):
    """No official release is held for the day."""


@dataclass(frozen=True)
class OfficialRelease:
    """A release of official figures: its rule, and what it states by measure."""

    key: str
    title: str
    counting: Counting
    stated: dict[str, int]
    denominator: int
    source: str
    href: str
    words: str


_MEASURES = (
    "inspected",
    "statement-required",
    "revisited",
    "progress-on-all",
    "progress-on-some",
    "progress-on-none",
)


@cache
def official_releases() -> tuple[OfficialRelease, ...]:
    """Return the official releases that the record describes, oldest first."""
    with (files("areasend") / "record" / "releases.csv").open(encoding="utf-8") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def official_release(as_at: date) -> OfficialRelease | None:
    """Return the official release as at a day, or None if none is held."""
    return next((one for one in official_releases() if one.counting.as_at == as_at), None)


def official_counting(as_at: date) -> Counting:
    """Return the counting rule of the official release as at a day.

    :raises NoOfficialRelease: if none is held for that day
    """
    found = official_release(as_at)
    if found is None:
        days = ", ".join(in_words(one.counting.as_at) for one in official_releases())
        raise NoOfficialRelease(
            f"We hold no official release as at {in_words(as_at)}. Those we hold are as at {days}."
        )
    return found.counting


def _read(row: dict[str, str]) -> OfficialRelease:
    counting = Counting(
        as_at=date.fromisoformat(row["as_at"]),
        by=By(row["by"]),
        published_to=date.fromisoformat(row["published_to"]) if row["published_to"] else None,
        areas=Areas(row["areas"]),
    )
    columns = {name: row[name.replace("-", "_")] for name in _MEASURES}
    return OfficialRelease(
        key=row["key"],
        title=row["title"],
        counting=counting,
        stated={name: int(number) for name, number in columns.items() if number},
        denominator=int(row["denominator"]),
        source=row["source"],
        href=row["href"],
        words=row["words"],
    )
