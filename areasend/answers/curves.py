"""How many still waited after so many days, those that wait to this day counted rightly."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

_HALF = 0.5
#: The steps are products of fractions as floating numbers: nearer than this is the same.
_NEAR = 1e-9


@dataclass(frozen=True)
class Step:
    """The share that waited longer than so many days (or working days)."""

    days: int
    waiting: float


def curve(ended: Sequence[int], waiting: Sequence[int]) -> tuple[Step, ...]:
    """Return the Kaplan–Meier estimate of the share still waiting, a step for each day of an end.

    `ended` are waits that ended, `waiting` those that had lasted so long when last looked at.
    """
    if not ended:
        return ()
    # Only here: it takes a second to import and few answers need it.
    from scipy.stats import CensoredData, ecdf

    sample = CensoredData.right_censored(
        [*ended, *waiting], [*(False for _ in ended), *(True for _ in waiting)]
    )
    found, days = ecdf(sample).sf, set(ended)
    steps = zip(found.quantiles, found.probabilities, strict=True)
    return tuple(Step(int(day), float(share)) for day, share in steps if int(day) in days)


def median(steps: Sequence[Step]) -> Fraction | None:
    """Return after how many days half still waited; None where more than half wait to this day.

    Where exactly half wait over a span of days it is the middle of the span, as with a plain
    median; None where the span has no end.
    """
    for step, after in pairwise((*steps, None)):
        if step is None or step.waiting > _HALF + _NEAR:
            continue
        if step.waiting < _HALF - _NEAR:
            return Fraction(step.days)
        return Fraction(step.days + after.days, 2) if after else None
    return None
