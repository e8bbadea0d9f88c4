"""What a statistic is: who is counted, out of whom, by which rule, and by name."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from areasend.domain.history import History
from areasend.domain.intervals import Interval
from areasend.domain.measures.counting import Counting


@dataclass(frozen=True)
class Case:
    """One thing that a measure may count, with the two dates that counting rules look at."""

    area: str
    started: Interval | None
    published: Interval | None


@dataclass(frozen=True)
class Figure:
    """A count out of a count, with the areas behind both and those that may belong.

    `counted` and `population` are slugs of areas in the order of the record; `perhaps` are those
    whose dates do not settle whether they fall under the rule.
    """

    measure: "Measure"
    counting: Counting
    counted: tuple[str, ...]
    population: tuple[str, ...]
    perhaps: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many were counted."""
        return len(self.counted)

    @property
    def out_of(self) -> int:
        """Out of how many."""
        return len(self.population)

    @property
    def share(self) -> Fraction | None:
        """The share, exactly; None where nothing could be counted."""
        return Fraction(self.count, self.out_of) if self.out_of else None


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A statistic: a sentence, the cases that could be counted and those that are."""

    name: str
    says: str
    out_of: str
    population: Callable[[History], Iterable[Case]]
    counted: Callable[[History], Iterable[Case]]
    author: str
    reviewed: date

    def of(self, histories: Iterable[History], counting: Counting) -> Figure:
        """Return the figure under a counting rule.

        The histories should reach to the last day that the rule asks about, and hold every
        area, those without any event included.
        """
        inside = [one for one in histories if counting.area_counts(one.area)]
        counted = list(_within(self.counted, inside, counting))
        population = _within(self.population, inside, counting)
        return Figure(
            measure=self,
            counting=counting,
            counted=tuple(area for area, within in counted if within),
            population=tuple(area for area, within in population if within),
            perhaps=tuple(area for area, within in counted if within is None),
        )


def _within(
    cases: Callable[[History], Iterable[Case]], histories: Iterable[History], counting: Counting
) -> Iterator[tuple[str, bool | None]]:
    for history in histories:
        for case in cases(history):
            yield case.area, counting.counts(started=case.started, published=case.published)
