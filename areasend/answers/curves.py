"""How many still waited after so many days, those that wait to this day counted rightly."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

_HALF = 0.5
#: The steps are products of fractions as floating numbers: nearer than this is the same.
_NEAR = 1e-9


#: Of fewer than so many who were still looked at, one ending moves the curve too far to say more.
_ENOUGH = 10


@dataclass(frozen=True)
class Step:
    """The share that waited longer than so many days (or working days).

    `looked_at` are those of whom it was known, so long after the beginning, how they stood.
    """

    days: int
    waiting: float
    looked_at: int


def curve(ended: Sequence[int], waiting: Sequence[int]) -> tuple[Step, ...]:
    """Return the Kaplan–Meier estimate of the share still waiting, a step for each day of an end.

    `ended` are waits that ended, `waiting` those that had lasted so long when last looked at.
    """
    if not ended:
        return ()
    # Only here: it takes a second to import and few answers need it.
    from scipy.stats import CensoredData, ecdf

    every, days = [*ended, *waiting], set(ended)
    sample = CensoredData.right_censored(every, [at >= len(ended) for at in range(len(every))])
    found = ecdf(sample).sf
    shares = zip(map(int, found.quantiles), map(float, found.probabilities), strict=True)
    return tuple(
        Step(day, share, looked_at=sum(one >= day for one in every))
        for day, share in shares
        if day in days
    )


def median(steps: Sequence[Step], *, estimated: bool) -> Fraction | None:
    """Return after how many days half still waited; None where that cannot be said.

    Where exactly half wait over a span of days it is the middle of the span, as with a plain
    median; None where the span has no end. It is `estimated` where some wait to this day: then it
    cannot be said either where fewer than ten were still looked at.
    """
    for step, after in pairwise((*steps, None)):
        if step is None or step.waiting > _HALF + _NEAR:
            continue
        if estimated and step.looked_at < _ENOUGH:
            return None
        if step.waiting < _HALF - _NEAR:
            return Fraction(step.days)
        return Fraction(step.days + after.days, 2) if after else None
    return None
