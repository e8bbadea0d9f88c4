"""Which areas there are on a day, in which regions, and under which codes."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.areas import AREAS, areas_on, as_announced, by_code

TODAY = date(2026, 11, 21)
SURREY_ANNOUNCED = date(2025, 10, 28)
codes = st.sampled_from(sorted({held.code for area in AREAS.values() for held in area.codes}))


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2016, 5, 1), 152),
        (date(2019, 2, 28), 152),
        (date(2019, 4, 1), 151),
        (date(2020, 6, 1), 151),
        (date(2021, 4, 1), 152),
        (date(2023, 4, 1), 153),
        (TODAY, 153),
        (date(2027, 4, 2), 154),
    ],
)
def test_the_number_of_areas_on_a_day(day, count):
    assert len(areas_on(day)) == count


def test_the_areas_of_a_day_come_by_name():
    names = [area.name for area in areas_on(TODAY)]

    assert names == sorted(names)


def test_the_record_knows_158_areas_and_two_announced():
    assert len(AREAS) == 160
    assert len(as_announced(SURREY_ANNOUNCED - timedelta(days=1))) == 158


def test_nobody_knew_of_the_end_of_surrey_before_it_was_announced():
    day_before = SURREY_ANNOUNCED - timedelta(days=1)
    surrey = as_announced(day_before)["surrey"]

    assert (surrey.ends, surrey.successors) == (None, ())
    assert surrey in areas_on(date(2027, 4, 2), announced_by=day_before)
    assert len(areas_on(date(2027, 4, 2), announced_by=day_before)) == 153


def test_the_end_of_surrey_is_known_from_its_announcement():
    surrey = as_announced(SURREY_ANNOUNCED)["surrey"]

    assert (surrey.ends, surrey.successors) == (date(2027, 3, 31), ("east-surrey", "west-surrey"))
    assert len(areas_on(date(2027, 4, 2), announced_by=SURREY_ANNOUNCED)) == 154


def test_the_areas_by_region():
    assert Counter(area.region for area in areas_on(TODAY)) == {
        "North East": 12,
        "North West": 24,
        "Yorkshire and The Humber": 15,
        "East Midlands": 10,
        "West Midlands": 14,
        "East of England": 11,
        "London": 33,
        "South East": 19,
        "South West": 15,
    }


def test_the_areas_by_the_regions_of_ofsted():
    assert Counter(area.ofsted_region for area in areas_on(TODAY)) == {
        "North East, Yorkshire and the Humber": 27,
        "North West": 24,
        "East Midlands": 10,
        "West Midlands": 14,
        "East of England": 11,
        "London": 33,
        "South East": 19,
        "South West": 15,
    }


@pytest.mark.parametrize(
    ("slug", "before", "after", "since"),
    [
        ("gateshead", "E08000020", "E08000037", date(2013, 4, 1)),
        ("northumberland", "E06000048", "E06000057", date(2013, 4, 1)),
        ("buckinghamshire", "E10000002", "E06000060", date(2020, 4, 1)),
        ("north-yorkshire", "E10000023", "E06000065", date(2023, 4, 1)),
        ("somerset", "E10000027", "E06000066", date(2023, 4, 1)),
        ("barnsley", "E08000016", "E08000038", date(2025, 4, 1)),
        ("sheffield", "E08000019", "E08000039", date(2025, 4, 1)),
    ],
)
def test_an_area_with_a_new_code_is_the_same_area(slug, before, after, since):
    area = AREAS[slug]

    assert area.code("gss", on=since - timedelta(days=1)) == before
    assert area.code("gss", on=since) == after
    assert by_code(before) == by_code(after) == area
    assert by_code(before, on=since) is None


def test_an_area_bears_no_code_when_it_does_not_stand():
    assert AREAS["dorset"].code("gss", on=date(2019, 3, 31)) is None
    assert AREAS["dorset-county"].code("gss", on=date(2019, 4, 1)) is None
    assert by_code("835", on=date(2019, 4, 1)) is None
    assert by_code("835") == AREAS["dorset-county"]


def test_an_area_may_have_no_code_of_a_kind():
    assert AREAS["northamptonshire"].code("urn", on=date(2020, 1, 1)) is None
    assert AREAS["east-surrey"].code("gss", on=date(2027, 4, 1)) is None


def test_a_code_is_looked_for_in_its_own_scheme():
    assert by_code("302", scheme="dfe") == AREAS["barnet"]
    assert by_code("302", scheme="urn") is None
    assert by_code(" e06000060 ") == AREAS["buckinghamshire"]
    assert by_code("80457", scheme="urn") == AREAS["cumbria"]


@pytest.mark.parametrize(
    ("slug", "dfe"), [("cambridgeshire", "873"), ("central-bedfordshire", "823")]
)
def test_the_codes_that_the_appeals_statistics_swap_are_right_here(slug, dfe):
    assert AREAS[slug].code("dfe", on=TODAY) == dfe


@given(code=codes, day=st.dates())
def test_whoever_bears_a_code_on_a_day_stands_on_it(code, day):
    area = by_code(code, on=day)

    assert area is None or area.exists(day)
