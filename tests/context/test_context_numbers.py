"""Numbers as a page has them, and the middle of several."""

from fractions import Fraction

import pytest

from areasend.domain.context import Hidden, Shown, Why, middle


def test_the_middle_needs_five_rates():
    rates = [Shown(Fraction(tenths, 10)) for tenths in (5, 1, 4, 2)]

    assert middle([*rates, Hidden(Why.FEWER_THAN_FIVE)]) == Hidden(Why.TOO_FEW_SHOWN)
    assert middle([*rates, Shown(Fraction(9, 10))]) == Shown(Fraction(4, 10))


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (Shown(1_234), "1,234"),
        (Shown(638_700, to=100), "about 638,700"),
        (Shown(Fraction(1, 8)), "12.5 %"),
        (Shown(Fraction(5, 10_000)), "0.1 %"),
        (Shown(Fraction(0)), "0.0 %"),
        (Shown(Fraction(1)), "100.0 %"),
        (Hidden(Why.WITHDRAWN), "withdrawn by the source"),
    ],
)
def test_numbers_as_a_page_has_them(number, says):
    assert str(number) == says
