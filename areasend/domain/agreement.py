"""How far those who labelled the same things agree: Krippendorff's alpha, and MASI for sets.

Alpha is 1 where all agree, 0 where they agree as often as chance would have it, and less than 0
where they agree less. It is worked out as in K. Krippendorff, "Computing Krippendorff's
Alpha-Reliability" (2011): any number of labellers, not each of whom need have labelled everything.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeVar

Label = TypeVar("Label", bound=Hashable)
#: A pair of labels that nobody gave to one thing has nothing to disagree about.
_PAIR = 2


def differ(one: object, other: object) -> Fraction:
    """Return 0 for the same label and 1 for another: the distance of names."""
    return Fraction(one != other)


def masi(one: Collection[str], other: Collection[str]) -> Fraction:
    """Return how far two sets of labels are apart, from 0 to 1 (Passonneau 2006).

    The share of labels in common counts wholly where the sets are the same, by two thirds where
    one holds the other, and by one third where each has labels of its own.
    """
    first, second = frozenset(one), frozenset(other)
    if first == second:
        return Fraction(0)
    common = first & second
    alike = Fraction(len(common), len(first | second))
    held = Fraction(2, 3) if common in (first, second) else Fraction(1, 3)
    return 1 - alike * held


def alpha(
    units: Iterable[Sequence[Label]], distance: Callable[[Label, Label], Fraction]
) -> Fraction | None:
    """Return the agreement on units, each the labels that were given to one thing.

    Things that fewer than two labelled do not count. None where every label is the same, or there
    is nothing to compare: then chance cannot be told from agreement.
    """
    pairable = [labels for labels in units if len(labels) >= _PAIR]
    values = Counter(label for labels in pairable for label in labels)
    total = values.total()
    expected = _apart(values, distance)
    if not expected:
        return None
    observed = sum(
        (_apart(Counter(labels), distance) / (len(labels) - 1) for labels in pairable), Fraction(0)
    )
    return 1 - (total - 1) * observed / expected


def _apart(values: Counter[Label], distance: Callable[[Label, Label], Fraction]) -> Fraction:
    """Return the sum of the distances of every label from every other."""
    pairs = product(values.items(), repeat=2)
    return sum(
        (many * more * distance(one, other) for (one, many), (other, more) in pairs), Fraction(0)
    )
