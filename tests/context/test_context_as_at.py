"""A figure counts from the day on which its release was surely out, and not before."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from walking import TODAY

from areasend.answers.context import Sourced, context
from areasend.domain.areas import AREAS

days = st.dates(date(2014, 9, 1), date(2040, 1, 1))


@given(day=days, slug=st.sampled_from(sorted(AREAS)))
def test_a_figure_counts_once_its_release_was_out(day, slug):
    for answer in context(slug, as_at=day).measures:
        series = (*answer.series, *answer.region_series, *answer.england_series)
        near = [one.figure for one in answer.neighbours if isinstance(one.figure, Sourced)]

        assert all(one.release.published.latest <= day for one in (*series, *near))


@pytest.mark.parametrize(
    ("day", "measures"),
    [
        (date(2019, 12, 30), set()),
        (date(2019, 12, 31), {"most-deprived-tenth", "most-deprived-fifth"}),
        (date(2022, 12, 30), {"most-deprived-tenth", "most-deprived-fifth"}),
        (date(2022, 12, 31), {"most-deprived-tenth", "most-deprived-fifth", "plans-in-20-weeks"}),
    ],
)
def test_before_a_release_nothing_of_it_is_known(day, measures):
    assert {one.measure.key for one in context("kent", as_at=day).measures} == measures


def test_a_release_whose_day_is_unknown_counts_from_when_we_held_it():
    day_before, day = (
        next(one for one in context("kent", as_at=on).measures if one.measure.key == key)
        for on, key in [
            (date(2026, 11, 20), "appeals-new-method"),
            (TODAY, "appeals-new-method"),
        ]
    )

    assert day_before.latest.figure.period == 2024
    assert day.latest.figure.period == 2025


def test_an_unknown_area_is_refused():
    with pytest.raises(KeyError):
        context("loidis", as_at=TODAY)
