"""What a measure of time is: how long from one event to another, ended or not, case by case."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from areasend.domain.areas import AREAS
from areasend.domain.coverage import complete_to
from areasend.domain.history import History
from areasend.domain.intervals import Interval
from areasend.domain.measures.amounts import Amounts
from areasend.domain.measures.counting import Counting
from areasend.domain.measures.measure import Case
from areasend.domain.periods import Unit
from areasend.domain.working_days import calendar_known_on


@dataclass(frozen=True)
class Span:
    """A case with the days on which its wait began and, if that is held, ended."""

    case: Case
    since: Interval | None
    until: Interval | None


class Ending(StrEnum):
    """How a wait stands at the end of a day.

    It may have ended where its dates do not settle it, and is not measured where a day is not held
    or only its bounds are.
    """

    ENDED = "ended"
    WAITING = "still waiting"
    ABOLISHED = "waiting until the area was abolished"
    NOT_HELD = "no event held by us"
    PERHAPS = "may have ended"
    BOUNDED = "not measured"


#: What is known to have waited for so many days and no more is known of.
OPEN = frozenset({Ending.WAITING, Ending.ABOLISHED})


@dataclass(frozen=True)
class Waited:
    """How long one case waited, at least and at most; None where that cannot be measured.

    A wait that has not ended is measured to the last day looked at.
    """

    case: Case
    ending: Ending
    least: int | None = None
    most: int | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it is known to the day."""
        return self.least is not None and self.least == self.most


@dataclass(frozen=True)
class Waits:
    """The waits that fall under a counting rule, and the cases that may."""

    wait: "Wait"
    counting: Counting
    each: tuple[Waited, ...]
    doubtful: tuple[Case, ...]

    def of(self, *endings: Ending) -> tuple[Waited, ...]:
        """Return the waits that stand so, in the order of the record."""
        return tuple(one for one in self.each if one.ending in endings)

    def least(self, *endings: Ending) -> Amounts:
        """Return the shortest that such waits can have been."""
        return Amounts(tuple(one.least for one in self.of(*endings) if one.least is not None))

    def most(self, *endings: Ending) -> Amounts:
        """Return the longest that such waits can have been."""
        return Amounts(tuple(one.most for one in self.of(*endings) if one.most is not None))

    @property
    def whole(self) -> bool:
        """Whether it is known of every wait that could be measured how it stands."""
        return not self.of(Ending.NOT_HELD, Ending.PERHAPS)


@dataclass(frozen=True, kw_only=True)
class Wait:
    """A measure of time: a sentence, where each wait begins and ends, and its unit.

    `begins` and `ends` are the kinds of event at both ends. A wait without an end counts as still
    waiting only on a day to which all of the kinds that could end it are completely held. The
    events that counting rules look at are those of each span's case; `to_publication` says that
    its publication is also what ends the wait.

    A day, a month or a year gives a shortest and a longest time; what is known only by bounds is
    not measured.
    """

    name: str
    says: str
    out_of: str
    unit: Unit
    spans: Callable[[History], Iterable[Span]]
    begins: str
    ends: tuple[str, ...]
    author: str
    reviewed: date
    to_publication: bool = False
    caveat: str = ""

    def of(self, histories: Iterable[History], counting: Counting) -> Waits:
        """Return each wait as it stood under a counting rule.

        The histories should hold all that is known, later events included: one that came later
        shows that a wait had not ended.

        :raises UnableToCount: if working days leave the years of the calendar
        """
        held = list(self._within(histories, counting))
        return Waits(
            wait=self,
            counting=counting,
            each=tuple(self._waited(span, counting) for span, within in held if within),
            doubtful=tuple(span.case for span, within in held if within is None),
        )

    @property
    def complete_to(self) -> date | None:
        """The day to which every event that could end a wait is held; None where partial."""
        days = [complete_to(kind) for kind in self.ends]
        return None if None in days else min(day for day in days if day)

    def last_day(self, counting: Counting) -> date:
        """Return the last day that a rule looks at for an end."""
        published = counting.published_to if self.to_publication else None
        return published or counting.as_at

    def _within(
        self, histories: Iterable[History], counting: Counting
    ) -> Iterator[tuple[Span, bool | None]]:
        last = self.last_day(counting)
        for history in histories:
            for span in self.spans(history) if counting.area_counts(history.area) else ():
                # What begins later does not wait yet.
                if span.since is None or span.since.earliest <= last:
                    case = span.case
                    yield span, counting.counts(started=case.started, published=case.published)

    def _waited(self, span: Span, counting: Counting) -> Waited:
        last = self.last_day(counting)
        gone = AREAS[span.case.area].ends
        looked_at = min(last, gone) if gone else last
        ending = self._ending(span, last, looked_at)
        until = span.until if ending is Ending.ENDED else Interval.day(looked_at)
        if ending not in {Ending.ENDED, *OPEN} or span.since is None or until is None:
            return Waited(span.case, ending)
        return Waited(span.case, ending, *self._days(span.since, until, counting.as_at))

    def _ending(self, span: Span, last: date, looked_at: date) -> Ending:
        if span.since is None or not span.since.is_dated:
            return Ending.BOUNDED
        if span.until is None:
            to = self.complete_to
            if to is None or to < looked_at:
                return Ending.NOT_HELD
            return Ending.WAITING if looked_at == last else Ending.ABOLISHED
        if span.until.surely_by(last):
            return Ending.ENDED if span.until.is_dated else Ending.BOUNDED
        return Ending.PERHAPS if span.until.perhaps_by(last) else Ending.WAITING

    def _days(self, since: Interval, until: Interval, known: date) -> tuple[int, int]:
        """Return the least and the most that can lie between; nothing ends before it begins."""
        between = _working_days if self.unit is Unit.WORKING_DAY else _days
        least = between(since.latest, until.earliest, known)
        return max(0, least), max(0, between(since.earliest, until.latest, known))


def later(on: Interval, *, days: int) -> Interval:
    """Return the interval so many days later."""
    by = timedelta(days=days)
    return Interval(on.earliest + by, on.latest + by)


def _days(first: date, last: date, _known: date) -> int:
    return (last - first).days


def _working_days(first: date, last: date, known: date) -> int:
    return calendar_known_on(known).between(first, last)
