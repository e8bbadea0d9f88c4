"""The share still waiting after so many days, and when it is half: against a plain calculation."""

from fractions import Fraction
from statistics import median as plain_median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.answers.curves import Step, curve, median

days = st.lists(st.integers(0, 40), max_size=25)


def shares(ended, waiting):
    """Return the Kaplan–Meier estimate as exact fractions, by its definition."""
    share, found = Fraction(1), {}
    for day in sorted(set(ended)):
        at_risk = sum(one >= day for one in (*ended, *waiting))
        share *= 1 - Fraction(ended.count(day), at_risk)
        found[day] = share
    return found


@settings(deadline=None)  # the first call imports the library
@given(days, days)
def test_the_curve_is_the_product_of_those_who_went_on_waiting(ended, waiting):
    found = {step.days: step.waiting for step in curve(ended, waiting)}

    assert found == pytest.approx(
        {day: float(share) for day, share in shares(ended, waiting).items()}
    )


@settings(deadline=None)  # the first call imports the library
@given(days.filter(bool))
def test_where_nobody_waits_half_is_the_plain_median(ended):
    assert median(curve(ended, []), estimated=False) == Fraction(plain_median(ended))


@settings(deadline=None)  # the first call imports the library
@given(days, days)
def test_half_comes_no_sooner_for_those_who_wait_longer(ended, waiting):
    sooner, later = (median(curve(ended, [*waiting, more]), estimated=False) for more in (0, 100))

    assert later is None or (sooner is not None and sooner <= later)


@pytest.mark.parametrize(
    ("ended", "waiting", "half"),
    [
        ([], [], None),
        ([], [10, 20], None),
        ([10], [20, 30], None),
        ([10], [20], None),
        ([10, 20], [], 15),
        ([10, 20, 30], [], 20),
        ([10, 20], [5], 15),
        ([10, 20, 30], [15], 20),
        ([10, 30], [20, 40], 30),
    ],
)
def test_half(ended, waiting, half):
    assert median(curve(ended, waiting), estimated=False) == half


def test_a_step_is_a_day_on_which_something_ended():
    assert curve([10, 20], [15]) == (Step(10, pytest.approx(2 / 3), 3), Step(20, 0.0, 1))


def test_an_estimate_is_given_only_where_ten_were_still_looked_at():
    """One early end among many who began lately would else bring the curve to nothing."""
    assert median(curve([754], range(33)), estimated=True) is None
    assert median(curve([754], range(33)), estimated=False) == 754
    assert median(curve([10] * 10, [20] * 9), estimated=True) == 10
    assert median(curve([10] * 9 + [5], [7, 20]), estimated=True) == 10
    assert median(curve([10] * 8 + [5], [7, 20]), estimated=True) is None
