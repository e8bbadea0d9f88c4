"""The exact interval of an error rate: against tables, and by what it promises."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.answers.audits import exact_interval

pytestmark = pytest.mark.slow

counts = st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        # None wrong: one minus the nth root of 0.025, the "rule of three" made exact.
        (0, 10, 0.0, 1 - 0.025 ** (1 / 10)),
        (0, 100, 0.0, 1 - 0.025 ** (1 / 100)),
        # Worked examples in statistical tables of the binomial distribution.
        (1, 10, 0.0025, 0.4450),
        (5, 100, 0.0164, 0.1128),
        (10, 10, 0.025 ** (1 / 10), 1.0),
    ],
)
def test_it_is_the_one_in_tables(count, of, low, high):
    found = exact_interval(count, of)

    assert found == pytest.approx((low, high), abs=6e-5)


@given(counts)
def test_it_holds_the_share_itself(counted):
    low, high = exact_interval(*counted)

    assert 0 <= low <= counted[0] / counted[1] <= high <= 1


@given(counts)
def test_what_is_not_wrong_is_right(counted):
    count, of = counted
    low, high = exact_interval(count, of)

    assert exact_interval(of - count, of) == pytest.approx((1 - high, 1 - low), abs=1e-9)


@given(counts)
def test_its_bounds_are_where_what_was_seen_becomes_unlikely(counted):
    count, of = counted
    low, high = exact_interval(count, of)

    if count > 0:
        assert at_least(count, of, low) == pytest.approx(0.025, abs=1e-6)
    if count < of:
        assert 1 - at_least(count + 1, of, high) == pytest.approx(0.025, abs=1e-6)


def at_least(count, of, share):
    """Return how likely so many or more are, each with this chance."""
    return sum(comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(count, of + 1))
