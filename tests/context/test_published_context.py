"""Figures as published elsewhere come out of the record, to the precision that it shows."""

from fractions import Fraction

import pytest
from walking import TODAY, measure, of_year, today

from areasend.answers.context import OURS
from areasend.domain.areas import AREAS, areas_on
from areasend.domain.context import Hidden, Shown, Why

DEPARTMENT_2025 = 638_745  # plans in England in January 2025
TRIBUNAL_2024 = 22_276  # appeals registered in England in 2024


def rate(slug, key, year):
    return str(of_year(measure(slug, key).series, year).rate)


def england(key, year):
    return of_year(measure("kent", key).england_series, year)


@pytest.mark.parametrize(
    ("slug", "year", "published"),
    [
        ("somerset", 2019, "21.8 %"),
        ("hampshire", 2019, "5.9 %"),
        ("west-sussex", 2023, "3.6 %"),
    ],
)
def test_plans_within_20_weeks(slug, year, published):
    assert rate(slug, "plans-in-20-weeks", year) == published


@pytest.mark.parametrize(
    ("year", "published"), [(2019, "60.4 %"), (2023, "50.3 %"), (2024, "46.4 %")]
)
def test_england_within_20_weeks(year, published):
    assert str(england("plans-in-20-weeks", year).rate) == published


def test_england_to_the_nearest_hundred():
    """As the department's own headlines give them."""
    assert england("plans", 2025).count == Shown(round(DEPARTMENT_2025, -2), to=100)
    assert str(england("plans", 2025).count) == "about 638,700"
    assert england("appeals", 2024).count == Shown(round(TRIBUNAL_2024, -2), to=100)
    assert england("appeals-new-method", 2024).count == Shown(22_300, to=100)
    assert str(england("appeals-new-method", 2024).rate) == "6.1 %"


def test_an_area_as_the_press_had_it():
    assert measure("kent", "plans").latest.figure.count == Shown(20_635)


@pytest.mark.slow  # the first asks every area everything
@pytest.mark.parametrize("year", range(2019, 2026))
def test_areas_add_up_to_regions_and_nearly_to_england(year):
    """The two areas without figures, fewer than 50 plans each, and the rounding lie between."""
    regions = {}
    total = 0
    for slug in AREAS:
        for answer in today(slug).measures[:1]:
            counts = [one.figure.count.value for one in answer.series if one.figure.period == year]
            region = [one for one in answer.region_series if one.figure.period == year]
            regions |= {one.release.key + today(slug).region: one.figure.count for one in region}
            total += sum(counts)

    assert len(regions) == 9
    assert sum(region.value for region in regions.values()) == total
    assert -50 <= england("plans", year).count.value - total <= 50 + 98


@pytest.mark.parametrize("year", range(2014, 2025))
def test_appeals_of_areas_nearly_add_up_to_england(year):
    few, total = 0, 0
    for slug in AREAS:
        for answer in (one for one in today(slug).measures if one.measure.key == "appeals"):
            counts = [one.figure.count for one in answer.series if one.figure.period == year]
            total += sum(count.value for count in counts if isinstance(count, Shown))
            few += sum(isinstance(count, Hidden) for count in counts)

    assert few - 50 <= england("appeals", year).count.value - total <= 4 * few + 98 + 50


def test_every_area_of_today_but_two_has_every_measure():
    for area in areas_on(TODAY):
        if area.slug not in {"city-of-london", "isles-of-scilly"}:
            assert len(today(area.slug).measures) == 7, area.slug


def test_an_area_is_set_against_the_same_year():
    """Cumbria's last figures are years old; England's go on."""
    plans = measure("cumbria", "plans")

    assert plans.latest.when == "January 2023"
    assert plans.england.when == "January 2023"
    assert plans.region.when == "January 2023"
    assert plans.england_series[-1].when == "January 2025"
    assert plans.neighbours == ()


def test_neighbours_come_in_order_with_the_middle_of_their_rates():
    times = measure("leeds", "plans-in-20-weeks")
    rates = sorted(one.figure.figure.rate.value for one in times.neighbours)

    assert tuple(one.area for one in times.neighbours) == AREAS["leeds"].neighbours
    assert times.middle.value == (rates[4] + rates[5]) / 2


def test_swapped_decisions_are_flagged_and_make_no_rate():
    for slug in ("cambridgeshire", "central-bedfordshire"):
        for key in ("appeals", "appeals-new-method"):
            answer = measure(slug, key).latest

            assert answer.figure.rate == Hidden(Why.DOUBTFUL)
            assert isinstance(answer.figure.count, Shown)
            assert "Central Bedfordshire the code of the other" in answer.notes[0]
    assert of_year(measure("cambridgeshire", "appeals").series, 2023).rate.value == Fraction(
        126, 7655
    )
    assert of_year(measure("hertfordshire", "appeals-new-method").series, 2024).rate == Hidden(
        Why.DOUBTFUL
    )


@pytest.mark.parametrize(
    ("slug", "year", "why"),
    [
        ("hackney", 2023, Why.SUPPRESSED),
        ("lewisham", 2024, Why.WITHDRAWN),
        ("norfolk", 2022, Why.NOT_AVAILABLE),
        ("leicester", 2023, Why.MISSING),
        ("isle-of-wight", 2023, Why.MISSING),
        ("barnet", 2014, Why.NOTHING_TO_COUNT),
        ("dorset", 2024, Why.NOTHING_TO_COUNT),
    ],
)
def test_what_the_source_leaves_out_is_said(slug, year, why):
    figure = of_year(measure(slug, "plans-in-20-weeks").series, year)

    assert {figure.count, figure.out_of, figure.rate} == {Hidden(why)}


def test_breaks_in_series_are_told():
    breaks = {
        one.measure.key: [part.since for part in one.measure.breaks]
        for one in today("kent").measures
    }

    assert breaks["plans"] == [2023]
    assert breaks["plans-in-20-weeks"] == [2022]
    assert "January 2023" in measure("kent", "plans-in-20-weeks").measure.breaks[0].words


def test_the_two_methods_of_counting_appeals_are_two_measures():
    old, new = measure("kent", "appeals"), measure("kent", "appeals-new-method")

    assert [one.figure.period for one in old.series] == [*range(2014, 2025)]
    assert [one.figure.period for one in new.series] == [2024, 2025]
    assert of_year(old.series, 2024).count == of_year(new.series, 2024).count
    assert "never compared" in old.measure.words


def test_the_number_of_people_is_little_trusted():
    people = measure("kent", "people-0-25")

    assert people.measure.confidence == "low"
    assert "does not state the year" in people.measure.words
    assert people.latest.figure.rate is None


def test_missing_numbers_of_people_are_said():
    for slug in ("cumberland", "westmorland-and-furness"):
        answer = today(slug)
        people = measure(slug, "people-0-25").latest

        assert answer.withheld is None
        assert people.figure.count == Hidden(Why.NOT_AVAILABLE)
        assert "number of the whole" in people.notes[0]


def test_what_we_added_up_is_said_to_be_ours():
    times = measure("kent", "plans-in-20-weeks")

    assert times.region.figure.ours
    assert OURS in times.region.notes
    assert not times.england.figure.ours
    assert times.england.notes == ()


def test_every_figure_has_its_source():
    for one in today("kent").measures:
        assert one.latest.release.title
        assert one.latest.release.href.startswith("https://")
