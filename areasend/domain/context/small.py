"""The rules of small numbers: which areas have no figures, and which counts are hidden."""

from collections.abc import Iterable
from fractions import Fraction
from statistics import median

from areasend.domain.context.numbers import Hidden, Number, Shown, Why

FEWEST_PLANS = 50
FEWEST_PEOPLE = 2_500
FEWEST_TO_COMPARE = 5
_SMALL = range(1, 5)


def withheld(*, plans: Iterable[Number], people: Iterable[Number]) -> Hidden | None:
    """Return why an area has no figures at all, or None where it has some.

    It is judged by the least that we hold of it, in whatever year. Without a number of plans
    nothing is shown; without a number of people, the plans decide alone.
    """
    plans, people = tuple(plans), tuple(people)
    if Hidden(Why.TOO_SMALL) in plans + people:
        return Hidden(Why.TOO_SMALL)
    known = _values(plans)
    if not known:
        return Hidden(Why.NOT_HELD)
    few = min(known) < FEWEST_PLANS or min(_values(people), default=FEWEST_PEOPLE) < FEWEST_PEOPLE
    return Hidden(Why.TOO_SMALL) if few else None


def is_small(count: int | None) -> bool:
    """Return whether a count of people is too small to show."""
    return count in _SMALL


def middle(rates: Iterable[Number]) -> Number:
    """Return the median of the rates that are shown, if there are enough of them."""
    shown = _values(rates)
    if len(shown) < FEWEST_TO_COMPARE:
        return Hidden(Why.TOO_FEW_SHOWN)
    return Shown(median(shown))


def _values(numbers: Iterable[Number]) -> list[Fraction]:
    return [Fraction(one.value) for one in numbers if isinstance(one, Shown)]
