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
    """A release of official figures: its rule, and what it states by measure.

    A figure that its publisher revised is `stated` as revised; `revised` says when and from what.
    """

    key: str
    title: str
    counting: Counting
    stated: dict[str, int]
    revised: dict[str, str]
    denominator: int
    source: str
    href: str
    words: str

    def said_by(self, measure: str) -> str:
        """Return who states the figure of a measure, and whether it was revised."""
        return "; ".join(filter(None, (self.title, self.revised.get(measure))))


@cache
def official_releases() -> tuple[OfficialRelease, ...]:
    """Return the official releases that the record describes, oldest first."""
    said = _rows("stated.csv")
    return tuple(
        _read(row, [one for one in said if one["release"] == row["key"]])
        for row in _rows("releases.csv")
    )


def official_release(as_at: date, since: date | None = None) -> OfficialRelease | None:
    """Return the official release as at a day, and since one if given; None if none is held."""
    asked = (as_at, since)
    releases = official_releases()
    return next(
        (one for one in releases if (one.counting.as_at, one.counting.since) == asked), None
    )


def official_counting(as_at: date, since: date | None = None) -> Counting:
    """Return the counting rule of the official release as at a day, and since one if given.

    :raises NoOfficialRelease: if none is held for those days
    """
    found = official_release(as_at, since)
    if found is None:
        held = dict.fromkeys(_days(one.counting) for one in official_releases())
        raise NoOfficialRelease(
            f"We hold no official release as at {_days(Counting(as_at=as_at, since=since))}. "
            f"Those we hold are as at {', '.join(held)}."
        )
    return found.counting


def _days(counting: Counting) -> str:
    since = f" since {in_words(counting.since)}" if counting.since else ""
    return f"{in_words(counting.as_at)}{since}"


def stated_for(measure: str, counting: Counting) -> tuple[int | None, str]:
    """Return what a release that counts by the very same rule states of a measure, and its title.

    None, and no title, where no release held does.
    """
    for one in official_releases():
        if one.counting == counting and measure in one.stated:
            return one.stated[measure], one.title
    return None, ""


def _rows(name: str) -> list[dict[str, str]]:
    with (files("areasend") / "record" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _read(row: dict[str, str], said: list[dict[str, str]]) -> OfficialRelease:
    counting = Counting(
        as_at=date.fromisoformat(row["as_at"]),
        since=_day(row["since"]),
        by=By(row["by"]),
        published_to=_day(row["published_to"]),
        areas=Areas(row["areas"]),
    )
    return OfficialRelease(
        key=row["key"],
        title=row["title"],
        counting=counting,
        # A revision is a row of its own, after the one that it revises.
        stated={one["measure"]: int(one["count"]) for one in said},
        revised=_revised(said),
        denominator=int(row["denominator"]),
        source=row["source"],
        href=row["href"],
        words=row["words"],
    )


def _revised(said: list[dict[str, str]]) -> dict[str, str]:
    first = {one["measure"]: one["count"] for one in reversed(said)}
    return {
        one["measure"]: f"revised on {in_words(on)}, first stated as {first[one['measure']]}"
        for one in said
        if (on := _day(one["revised_on"]))
    }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
