"""The nation in a few figures, with how complete the record is."""

from dataclasses import dataclass
from datetime import date, datetime

from areasend.answers.asked import Asked
from areasend.answers.due import why_nothing_is_late
from areasend.answers.standing import limits
from areasend.answers.statements import UNTIL_2022
from areasend.domain.areas import areas_on
from areasend.domain.coverage import Coverage, coverage
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, Counting
from areasend.domain.programme import NationalFact, national_facts
from areasend.ledger import releases

#: The measures of the framework of 2023 that the picture shows.
_SINCE_2023 = ("inspected-since-2023", "positive", "inconsistent", "widespread-failings")


@dataclass(frozen=True)
class Count:
    """A count out of a count, in words."""

    says: str
    count: int
    out_of: int
    out_of_what: str


@dataclass(frozen=True)
class Fact:
    """Something about the programme as a whole. `until` is None while it lasted."""

    since: date
    until: date | None
    kind: str
    what: str
    source: str
    href: str


@dataclass(frozen=True)
class NationalPicture:
    """Where the nation stands, as at a day and as known at a moment."""

    as_at: date
    known_at: datetime
    areas: int
    rule: str
    counts: tuple[Count, ...]
    coverage: tuple[Coverage, ...]
    facts: tuple[Fact, ...]
    limits: str
    why_nothing_is_late: str
    releases: int


def national_picture(asked: Asked) -> NationalPicture:
    """Return the national picture: reports published by a day, areas since abolished included."""
    counting = Counting(as_at=asked.as_at, areas=Areas.ABOLISHED_TOO)
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    # No area that was abolished before 2023 could have been inspected since.
    since = Counting(as_at=asked.as_at)
    figures = [
        MEASURES[name].of(histories.values(), counting if name in UNTIL_2022 else since)
        for name in (*UNTIL_2022, *_SINCE_2023)
    ]
    return NationalPicture(
        as_at=asked.as_at,
        known_at=asked.known_at,
        areas=len(areas_on(asked.as_at, announced_by=asked.as_at)),
        rule=f"{counting}; under the framework of 2023, {since.areas.value} areas only",
        counts=tuple(
            Count(one.measure.says, one.count, one.out_of, one.measure.out_of) for one in figures
        ),
        coverage=tuple(coverage().values()),
        facts=_facts(asked.as_at),
        limits=limits(asked),
        why_nothing_is_late=why_nothing_is_late(histories, as_at=asked.as_at),
        releases=releases.last_in_effect(known_at=asked.known_at),
    )


def _facts(as_at: date) -> tuple[Fact, ...]:
    return tuple(_fact(one, as_at) for one in national_facts() if one.since <= as_at)


def _fact(fact: NationalFact, as_at: date) -> Fact:
    """Return what was known of a fact on a day: no end that had not come yet."""
    over = fact.until <= as_at
    return Fact(
        since=fact.since,
        until=fact.until if over else None,
        kind=fact.kind,
        what=fact.what if over else fact.meanwhile,
        source=fact.source,
        href=fact.href,
    )
