"""From all that is shipped together, no hidden number can be worked out.

Whoever tries has the files alone. A hidden count of 1 to 4 must stay anything from 1 to 4 after
every subtraction from a region or from England, and what the two smallest areas add must not be
settled either.
"""

import math
from fractions import Fraction
from functools import cache

import pytest
from test_small_numbers import lines

from areasend.domain.areas import AREAS

HALF_OF_A_TENTH = Fraction(1, 2000)
HALF_OF_A_HUNDRED = 50
MOST_PLANS = 49  # that an area without figures may have
FIRST_MONTHS = 2014  # of the law, for which no region has a rate
SHARES = [
    *(("plans-in-20-weeks", year) for year in range(2014, 2025)),
    *(("appeals", year) for year in range(2014, 2025)),
    *(("appeals-new-method", year) for year in (2024, 2025)),
]


@cache
def of_year(table, year):
    return {row["place"]: row for row in lines(table) if row["period"] == str(year)}


def taken(row):
    """What a line adds to its region: a hidden count is taken as the middle of 1 to 4."""
    if row["marker"] == "few":
        return Fraction(5, 2)
    return (
        int(row["out_of"]) - Fraction(5, 2) if row["marker"] == "all-but-few" else int(row["count"])
    )


@pytest.mark.parametrize(("table", "year"), SHARES)
def test_a_region_says_no_more_than_its_areas(table, year):
    """Its rate follows from lines that are shipped, so it can add nothing to them."""
    rows = of_year(table, year)
    regions = {}
    for place, row in rows.items():
        if place in AREAS and row["out_of"] and row["marker"] != "doubtful":
            regions.setdefault(AREAS[place].region, []).append(row)

    shipped = {place: row for place, row in rows.items() if place not in {*AREAS, "England"}}
    assert len(shipped) == (0 if (table, year) == ("plans-in-20-weeks", FIRST_MONTHS) else 9)
    for region, row in shipped.items():
        whole = sum(int(one["out_of"]) for one in regions[region])
        rate = sum(map(taken, regions[region])) / whole

        assert Fraction(row["rate"]) / 100 == Fraction(
            math.floor(rate * 1000 + Fraction(1, 2)), 1000
        )
        assert not row["count"]
        assert not row["out_of"]


@pytest.mark.parametrize("year", range(2019, 2026))
def test_a_region_adds_up_the_plans_that_are_shown(year):
    rows = of_year("plans", year)
    regions = {}
    for place, row in rows.items():
        if place in AREAS and row["count"]:
            regions[AREAS[place].region] = regions.get(AREAS[place].region, 0) + int(row["count"])

    assert {place: int(rows[place]["count"]) for place in regions} == regions


@pytest.mark.parametrize("table", ["plans", "plans-in-20-weeks", "appeals", "appeals-new-method"])
def test_england_is_never_exact(table):
    for row in (row for row in lines(table) if row["place"] == "England"):
        assert int(row["count"] or 0) % 100 == 0
        assert not row["out_of"]
        assert table == "plans" or len(row["rate"].partition(".")[2]) == 1


class England:
    """What England's line and the areas' lines leave open, for a table and a year."""

    def __init__(self, table, year):
        rows = of_year(table, year)
        areas = [row for place, row in rows.items() if place in AREAS]
        self.line = rows["England"]
        self.few = sum(row["marker"] == "few" for row in areas)
        self.rest = sum(row["marker"] == "all-but-few" for row in areas)
        self.unknown = sum(row["marker"] == "few-in-all" for row in areas)
        # With an area's numbers unpublished besides, the rate settles nothing.
        self.bounded = not any(row["marker"] in {"x", "suppressed", "withdrawn"} for row in areas)
        known = [row for row in areas if row["out_of"]]
        self.whole = sum(int(row["out_of"]) for row in known)
        self.counted = sum(int(row["count"] or 0) for row in areas) + sum(
            int(row["out_of"]) for row in areas if row["marker"] == "all-but-few"
        )

    def open(self, *, few=0, rest=0, tiny=None):
        """Return whether some numbers fit, with one count or remainder, or the smallest, fixed.

        What is sought is the sum of the hidden counts less the hidden remainders.
        """
        least = (self.few - bool(few)) + few - 4 * (self.rest - bool(rest)) - rest
        most = 4 * (self.few - bool(few)) + few - (self.rest - bool(rest)) - rest
        tinies = [tiny] if tiny else [(0, 0), (0, 2 * MOST_PLANS), (2 * MOST_PLANS, 2 * MOST_PLANS)]
        reach = [self._left(*one) for one in tinies]
        low, high = min(one[0] for one in reach), max(one[1] for one in reach)
        return max(least, low) <= min(most, high)

    def _left(self, count, out_of):
        rate = Fraction(self.line["rate"]) / 100
        # Areas with too few plans to say how many may have 1 to 4 each, in time or not.
        whole = (self.whole + out_of, self.whole + out_of + 4 * self.unknown)
        low = (rate - HALF_OF_A_TENTH) * whole[0] - self.counted - count - 4 * self.unknown
        high = (rate + HALF_OF_A_TENTH) * whole[1] - self.counted - count
        if not self.bounded:
            low, high = -math.inf, math.inf
        if self.line["count"]:
            low = max(low, int(self.line["count"]) - HALF_OF_A_HUNDRED - self.counted - count)
            high = min(high, int(self.line["count"]) + HALF_OF_A_HUNDRED - self.counted - count)
        return low, high


@pytest.mark.parametrize(("table", "year"), SHARES)
def test_a_hidden_count_may_be_anything_from_1_to_4(table, year):
    england = England(table, year)

    for count in (1, 4):
        assert not england.few or england.open(few=count)
        assert not england.rest or england.open(rest=count)


@pytest.mark.parametrize(("table", "year"), SHARES)
def test_the_smallest_areas_stay_unknown(table, year):
    """The two together may have had none and may have had several, in time or on appeal."""
    england = England(table, year)

    for count in (0, 1, 2, 3, 4):
        assert any(england.open(tiny=(count, whole)) for whole in range(count, 2 * MOST_PLANS))


@pytest.mark.parametrize("year", range(2019, 2026))
def test_the_plans_of_the_smallest_areas_stay_unknown(year):
    rows = of_year("plans", year)
    shown = sum(int(row["count"]) for place, row in rows.items() if place in AREAS and row["count"])
    most = int(rows["England"]["count"]) + HALF_OF_A_HUNDRED - 1 - shown
    least = int(rows["England"]["count"]) - HALF_OF_A_HUNDRED - shown

    # Each may have had none, and each may have had thirty and more.
    assert min(most, MOST_PLANS) > 30
    assert least <= MOST_PLANS


def test_both_methods_hide_the_same_appeals():
    """They count the same appeals in 2024, so one must not show what the other hides."""
    old, new = of_year("appeals", 2024), of_year("appeals-new-method", 2024)

    assert {place: row["count"] for place, row in old.items()} == {
        place: row["count"] for place, row in new.items()
    }


def test_only_one_of_the_two_counts_of_times_is_shipped():
    """Subtracting one from the other would give the number of plans with an exception."""
    assert not [row for row in lines("measures") if "with-exceptions" in row["key"]]
