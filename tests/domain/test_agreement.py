"""Krippendorff's alpha and MASI, against the examples of those who published them.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), examples A, B and C;
R. Passonneau, "Measuring Agreement on Set-valued Items (MASI)" (2006).
"""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.agreement import alpha, differ, masi

MISSING = "."
labels = st.sampled_from("abcd")
sets = st.frozensets(labels)
units = st.lists(st.lists(labels, max_size=4), max_size=12)


def by_unit(*coders):
    """Return what each coder said of each unit, missing labels left out."""
    return [[one for one in said if one != MISSING] for said in zip(*coders, strict=True)]


@pytest.mark.parametrize(
    ("coders", "published"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "1233244125 1.".replace(" ", "")), 0.743),
    ],
)
def test_alpha_is_as_published(coders, published):
    found = alpha(by_unit(*coders), differ)

    assert round(float(found), 3) == published


def test_half_by_chance_is_no_agreement():
    assert alpha([("a", "a"), ("b", "b"), ("a", "b"), ("b", "a")], differ) == Fraction(1, 8)


def test_agreement_on_one_label_alone_says_nothing():
    assert alpha([("a", "a"), ("a", "a")], differ) is None
    assert alpha([("a",), ()], differ) is None


@given(units)
def test_alpha_is_at_most_one_and_one_only_where_all_agree(given_units):
    found = alpha(given_units, differ)
    pairable = [said for said in given_units if len(said) > 1]

    if found is not None:
        assert found <= 1
        assert (found == 1) == all(len(set(said)) == 1 for said in pairable)


@given(units)
def test_who_said_it_and_in_which_order_does_not_matter(given_units):
    turned = [list(reversed(said)) for said in reversed(given_units)]

    assert alpha(given_units, differ) == alpha(turned, differ)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("ab", "ab", Fraction(0)),
        ("abc", "ab", 1 - Fraction(2, 3) * Fraction(2, 3)),
        ("ab", "bc", 1 - Fraction(1, 3) * Fraction(1, 3)),
        ("ab", "cd", Fraction(1)),
    ],
)
def test_sets_are_apart_as_passonneau_has_it(one, other, apart):
    assert masi(frozenset(one), frozenset(other)) == apart


@given(sets, sets)
def test_masi_is_a_distance_from_nought_to_one(one, other):
    assert masi(one, other) == masi(other, one)
    assert 0 <= masi(one, other) <= 1
    assert (masi(one, other) == 0) == (one == other)
