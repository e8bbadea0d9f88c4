"""The days on which tests ask of the shipped record, and how they ask."""

import csv
from datetime import UTC, date, datetime, timedelta

from areasend.answers.areas import AreaStory, area_story
from areasend.answers.asked import Asked
from areasend.domain.areas import AREAS
from areasend.terminal.upkeep import RECORD

#: After every release of the shipped record has taken effect.
KNOWN = datetime(2027, 1, 1, tzinfo=UTC)
TODAY = date(2026, 11, 21)
#: The number of the last release of the shipped record, which is of its last entry too.
NEWEST = len((RECORD / "publication.csv").read_text(encoding="utf-8").splitlines()) - 1


def after_the_record() -> datetime:
    """Return the first whole minute after the last release of the shipped record."""
    with (RECORD / "release.csv").open(encoding="utf-8", newline="") as file:
        last = max(row["takes_effect_at"] for row in csv.DictReader(file))
    return datetime.fromisoformat(last).replace(second=0, microsecond=0) + timedelta(minutes=1)


#: From before the first event to after the last rule's day, with the turns of the years between.
DAYS = (
    date(2016, 6, 30),
    date(2019, 3, 31),
    date(2021, 4, 13),
    date(2022, 9, 9),
    date(2023, 12, 31),
    TODAY,
    date(2029, 1, 1),
)


def asked(as_at: str | date = TODAY, *, known_at: datetime = KNOWN) -> Asked:
    day = date.fromisoformat(as_at) if isinstance(as_at, str) else as_at
    return Asked(day, known_at)


def story(area: str, as_at: str | date = TODAY) -> AreaStory:
    return area_story(AREAS[area], asked(as_at))
