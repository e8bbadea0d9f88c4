"""A number that may be shown, or the reason why one may not."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Why(StrEnum):
    """Why a number is not shown, in the words that stand in its place."""

    TOO_SMALL = "no figures are shown for an area with so few children"
    FEWER_THAN_FIVE = "fewer than 5"
    ALL_BUT_FEWER_THAN_FIVE = "all but fewer than 5"
    BESIDE_A_SMALL_COUNT = "no rate is given beside so small a count"
    GIVES_AWAY = "not given, so that no small number can be worked out from it"
    NOTHING_TO_COUNT = "nothing to count"
    NOT_AVAILABLE = "not available"
    SUPPRESSED = "suppressed by the source"
    WITHDRAWN = "withdrawn by the source"
    MISSING = "not in the release"
    DOUBTFUL = "not worked out, because a published number is doubtful"
    TOO_FEW_SHOWN = "too few figures are shown to take the middle of them"
    NOT_HELD = "we hold none"


@dataclass(frozen=True)
class Shown:
    """A number that may be shown: a whole count, or a rate as a fraction of one.

    `to` is what it is rounded to, and None where it is exact.
    """

    value: int | Fraction
    to: int | Fraction | None = None

    def __str__(self) -> str:
        """Return the number as a page has it, such as '1,234', 'about 638,700' or '3.6 %'."""
        if isinstance(self.value, Fraction):
            return f"{_tenths(self.value * 100)} %"
        return f"{'about ' if self.to else ''}{self.value:,}"


@dataclass(frozen=True)
class Hidden:
    """A number that is not shown, and why. The number itself is nowhere in it."""

    why: Why

    def __str__(self) -> str:
        """Return the words that stand in the number's place."""
        return self.why.value


Number = Shown | Hidden


def _tenths(number: Fraction) -> str:
    # A half goes up, as in the published percentages; floats and Decimal would send it to even.
    whole, tenth = divmod((number * 20 + 1) // 2, 10)
    return f"{whole}.{tenth}"
