"""Dates that passed with nothing held, and those that had and no longer do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby

from areasend.answers.asked import LONDON, Asked
from areasend.answers.duties import Duty, duty
from areasend.answers.owed import owed
from areasend.answers.owing import PASSED
from areasend.answers.timeline import anchor
from areasend.answers.wording import day_of
from areasend.domain import history
from areasend.domain.areas import AREAS
from areasend.domain.clocks import Deadline
from areasend.domain.duties import deadlines
from areasend.domain.events import Event
from areasend.ledger import releases
from areasend.ledger.published import Chained, chained, facts
from areasend.ledger.releases import Histories
from areasend.ledger.statements import area_of

#: For so many days it is told that a date no longer counts as passed.
LATELY = timedelta(days=90)
_BEFORE = timedelta(microseconds=1)
_KEPT = 4


@dataclass(frozen=True)
class Passing:
    """A date that passed, or no longer counts as passed, and since when that is said.

    A date passes at the end of its last day, and is said to have when we first tell of what it
    rests on, if that is later. `duty` is as it stands now or, where there is none now, stood last:
    `stands` tells which.
    """

    area: str
    area_name: str
    at: datetime
    passed: bool
    says: str
    duty: Duty
    stands: bool = True

    @property
    def path(self) -> str:
        """Where the area's page tells of it: at the duty, or among those that there are."""
        return f"/areas/{self.area}#{anchor(self.duty.name) if self.stands else 'next'}"

    @property
    def title(self) -> str:
        """What is said of it in a few words: that it passed or no longer has, of whom and what."""
        words = "A date has passed" if self.passed else "A date no longer counts as passed"
        what = self.duty.duty
        return f"{words}, for {self.duty.owed_by} to {what[0].lower()}{what[1:]}"

    @property
    def rests_on(self) -> str:
        """How binding the date is, and by what."""
        return f"The date rests on {self.duty.force}: {self.duty.reference}."


def passed(asked: Asked, *, area: str = "") -> tuple[Passing, ...]:
    """Return the dates that have passed with nothing held, of one area or all, the newest first.

    :raises UnableToCount: if a deadline leaves the years of the calendar of bank holidays
    """
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    return tuple(one for one in _passed(histories, asked) if area in {"", one.area})


def no_longer_passed(asked: Asked, *, area: str = "") -> tuple[Passing, ...]:
    """Return the dates that had passed and no longer do, since something was released lately.

    Day by day of the releases: what had passed before the day's first, and not after its last.
    """
    histories = releases.histories(known_at=asked.known_at, until=asked.as_at)
    return tuple(one for one in _no_longer_passed(histories, asked) if area in {"", one.area})


# The histories stand for the state of what is public, in whichever database it is.
@lru_cache(maxsize=_KEPT)
def _passed(histories: Histories, asked: Asked) -> tuple[Passing, ...]:
    told = facts(known_at=asked.known_at)
    first = {fact.event.inspection: fact.first for area in told for fact in reversed(told[area])}
    found = [
        _passing(one, max(_end_of(one.over_after), first[one.inspection]))
        for each in owed(histories, asked.as_at).values()
        for one in each
        if one.state in PASSED
    ]
    return _newest(found)


@lru_cache(maxsize=_KEPT)
def _no_longer_passed(_histories: Histories, asked: Asked) -> tuple[Passing, ...]:
    since = asked.as_at - LATELY
    every = chained(known_at=asked.known_at)
    lately = [one for one in every if since <= day_of(one.at) <= asked.as_at]
    in_order = sorted(lately, key=lambda one: (one.at, one.number))
    by_day = groupby(in_order, lambda one: day_of(one.at))
    return _newest([one for day, told in by_day for one in _gone(day, list(told))])


def _gone(day: date, told: list[Chained]) -> Iterator[Passing]:
    before = releases.events(known_at=told[0].at - _BEFORE)
    after = releases.events(known_at=told[-1].at)
    areas = {area_of(one.says) for one in told if one.says} & AREAS.keys()
    for slug in sorted(areas):
        was, now = _due(slug, before, day), _due(slug, after, day)
        yield from (one for one in between(was, now, at=told[-1].at) if not one.passed)


def between(
    before: Iterable[Deadline], now: Iterable[Deadline], *, at: datetime
) -> Iterator[Passing]:
    """Yield the dates of an area that have passed only now, and those that no longer have."""
    was = {(one.inspection, one.key): one for one in before}
    still = {(one.inspection, one.key): one for one in now}
    for key, one in still.items():
        if one.state in PASSED and (key not in was or was[key].state not in PASSED):
            yield _passing(one, at)
    for key, one in was.items():
        if one.state in PASSED and (key not in still or still[key].state not in PASSED):
            yield _no_longer(one, still.get(key), at)


def _due(area: str, told: Mapping[str, tuple[Event, ...]], day: date) -> tuple[Deadline, ...]:
    return deadlines(history.read(area, told.get(area, ()), until=day), as_at=day)


def _passing(one: Deadline, at: datetime) -> Passing:
    shown = duty(one)
    says = f"{shown.due[0].upper()}{shown.due[1:]}. {shown.state[0].upper()}{shown.state[1:]}."
    return Passing(one.area, AREAS[one.area].name, at, passed=True, says=says, duty=shown)


def _no_longer(before: Deadline, after: Deadline | None, at: datetime) -> Passing:
    shown = duty(after or before)
    says = "What we hold since no longer gives rise to this date."
    if after:
        done = f" {shown.fulfilment}" if shown.fulfilment else ""
        says = f"Now: {shown.state}.{done}"
    name = AREAS[before.area].name
    return Passing(before.area, name, at, passed=False, says=says, duty=shown, stands=bool(after))


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), LONDON)


def _newest(found: list[Passing]) -> tuple[Passing, ...]:
    found.sort(key=lambda one: (one.at, one.duty.due_latest, one.duty.name), reverse=True)
    return tuple(found)
