"""Whole numbers of many cases, such as their weaknesses or days, and what they come to."""

from dataclasses import dataclass
from fractions import Fraction
from statistics import median


@dataclass(frozen=True)
class Amounts:
    """Whole numbers, one a case, with their total and their middle as exact values.

    Of none at all there is a total of 0, and no mean, median, least or most.
    """

    values: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of them added up."""
        return sum(self.values)

    @property
    def mean(self) -> Fraction | None:
        """The total shared out evenly."""
        return Fraction(self.total, len(self.values)) if self.values else None

    @property
    def median(self) -> Fraction | None:
        """The middle one, or the mean of the middle two."""
        return median(map(Fraction, self.values)) if self.values else None

    @property
    def least(self) -> int | None:
        """The smallest."""
        return min(self.values, default=None)

    @property
    def most(self) -> int | None:
        """The largest."""
        return max(self.values, default=None)
