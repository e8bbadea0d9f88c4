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
    """One thing that a measure may count, with the two dates that counting rules look at.

    A case that is `always` there falls under every rule.
    """

    area: str
    started: Interval | None = None
    published: Interval | None = None
    always: bool = False


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
    """A statistic: a sentence, the cases that could be counted and those that are.

    `of_areas` counts areas: one that was inspected twice counts once.
    """

    name: str
    says: str
    out_of: str
    population: Callable[[History], Iterable[Case]]
    counted: Callable[[History], Iterable[Case]]
    author: str
    reviewed: date
    of_areas: bool = False

    def of(self, histories: Iterable[History], counting: Counting) -> Figure:
        """Return the figure under a counting rule.

        The histories should reach to the last day that the rule asks about, and hold every
        area, those without any event included.
        """
        inside = [one for one in histories if counting.area_counts(one.area)]
        cases = list(_within(self.counted, inside, counting))
        counted = [area for area, within in cases if within]
        perhaps = [area for area, within in cases if within is None]
        if self.of_areas:
            counted = list(dict.fromkeys(counted))
            perhaps = [area for area in dict.fromkeys(perhaps) if area not in counted]
        population = _within(self.population, inside, counting)
        return Figure(
            measure=self,
            counting=counting,
            counted=tuple(counted),
            population=tuple(area for area, within in population if within),
            perhaps=tuple(perhaps),
        )


def _within(
    cases: Callable[[History], Iterable[Case]], histories: Iterable[History], counting: Counting
) -> Iterator[tuple[str, bool | None]]:
    for history in histories:
        for case in cases(history):
            within = counting.counts(started=case.started, published=case.published)
            yield case.area, case.always or within
