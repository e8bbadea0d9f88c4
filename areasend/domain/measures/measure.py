"""What a statistic is: who is counted, out of whom, by which rule, and by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from areasend.domain.events import Framework
from areasend.domain.history import History
from areasend.domain.intervals import Interval
from areasend.domain.measures.amounts import Amounts
from areasend.domain.measures.counting import Counting


@dataclass(frozen=True)
class Case:
    """One thing that a measure may count, with the two dates that counting rules look at.

    A case that is `always` there falls under every rule. `inspection` is the full inspection that
    it is or that led to it, empty where it is an area. `amount` is what a measure adds up, out of
    `of` where it is a part of something.
    """

    area: str
    started: Interval | None = None
    published: Interval | None = None
    always: bool = False
    inspection: str = ""
    framework: Framework | None = None
    amount: int | None = None
    of: int | None = None


@dataclass(frozen=True)
class Figure:
    """A count out of a count, with the cases behind both and those that may belong.

    Cases stand in the order of the record; `doubtful` are those whose dates do not settle whether
    they fall under the rule.
    """

    measure: "Measure"
    counting: Counting
    cases: tuple[Case, ...]
    among: tuple[Case, ...]
    doubtful: tuple[Case, ...]

    @property
    def counted(self) -> tuple[str, ...]:
        """The areas of the cases counted, by slug; one may stand there twice."""
        return tuple(case.area for case in self.cases)

    @property
    def population(self) -> tuple[str, ...]:
        """The areas of the cases that could be counted, by slug."""
        return tuple(case.area for case in self.among)

    @property
    def perhaps(self) -> tuple[str, ...]:
        """The areas of the cases that may belong, by slug."""
        return tuple(case.area for case in self.doubtful)

    @property
    def count(self) -> int:
        """How many were counted."""
        return len(self.cases)

    @property
    def out_of(self) -> int:
        """Out of how many."""
        return len(self.among)

    @property
    def share(self) -> Fraction | None:
        """The share, exactly; None where nothing could be counted."""
        return Fraction(self.count, self.out_of) if self.out_of else None

    @property
    def amounts(self) -> Amounts:
        """What the cases counted come to, where the measure adds something up."""
        return Amounts(tuple(case.amount for case in self.cases if case.amount is not None))

    @property
    def total_of(self) -> int | None:
        """What the amounts are parts of, added up; None where they are parts of nothing."""
        wholes = [case.of for case in self.cases if case.of is not None]
        return sum(wholes) if wholes else None


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A statistic: a sentence, the cases that could be counted and those that are.

    `dated_by` are the kinds of event whose days are those of a case: of its start and of its
    publication. `of_areas` counts areas: one that was inspected twice counts once. `without`
    counts those of the population that have no counted case. `adds` names what a measure adds
    up: it counts the cases of which that number is held. `caveat` stands beside every figure.
    """

    name: str
    says: str
    out_of: str
    population: Callable[[History], Iterable[Case]]
    counted: Callable[[History], Iterable[Case]]
    dated_by: tuple[str, str]
    author: str
    reviewed: date
    of_areas: bool = False
    without: bool = False
    adds: str = ""
    caveat: str = ""

    def of(self, histories: Iterable[History], counting: Counting) -> Figure:
        """Return the figure under a counting rule.

        The histories should reach to the last day that the rule asks about, and hold every
        area, those without any event included.
        """
        inside = [one for one in histories if counting.area_counts(one.area)]
        population = list(_within(self.population, inside, counting))
        counted = list(_within(self.counted, inside, counting))
        if self.without:
            counted = list(self._without(counted, population))
        cases = self._each([case for case, within in counted if within])
        may = [case for case, within in counted if within is None]
        sure = {case.area for case in cases} if self.of_areas else set()
        return Figure(
            measure=self,
            counting=counting,
            cases=cases,
            among=self._each([case for case, within in population if within]),
            doubtful=self._each([case for case in may if case.area not in sure]),
        )

    def _each(self, cases: list[Case]) -> tuple[Case, ...]:
        """Return the cases; where areas are counted, the first of each."""
        if not self.of_areas:
            return tuple(cases)
        first: dict[str, Case] = {}
        for case in cases:
            first.setdefault(case.area, case)
        return tuple(first.values())

    def _without(
        self, counted: list[tuple[Case, bool | None]], population: list[tuple[Case, bool | None]]
    ) -> Iterator[tuple[Case, bool | None]]:
        """Yield the population's cases, each with whether it surely has no counted case."""
        held: dict[tuple[str, str], list[bool | None]] = {}
        for one, had in counted:
            held.setdefault(self._what(one), []).append(had)
        for case, within in population:
            having = held.get(self._what(case), [])
            if True not in having:
                yield case, None if within and None in having else within

    def _what(self, case: Case) -> tuple[str, str]:
        """Return what a case is a case of: an area, or one inspection of it."""
        return case.area, "" if self.of_areas else case.inspection


def _within(
    cases: Callable[[History], Iterable[Case]], histories: Iterable[History], counting: Counting
) -> Iterator[tuple[Case, bool | None]]:
    for history in histories:
        for case in cases(history):
            within = counting.counts(started=case.started, published=case.published)
            yield case, case.always or within
