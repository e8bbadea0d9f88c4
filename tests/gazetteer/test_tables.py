"""The tables of councils and places agree with the areas and with the directory."""

from collections import Counter

import pytest

from areasend.domain.areas import AREAS, areas_on, called
from areasend.domain.areas.spelling import folded
from areasend.gazetteer import councils, counties, places
from areasend.gazetteer.councils import all_councils
from areasend.gazetteer.places import _by_name
from tests.asking import DAYS, TODAY

DISTRICTS = [one for one in all_councils() if one.code]
PLACES = [place for several in _by_name().values() for place in several]


def test_a_name_and_a_code_are_of_one_council():
    for told in (
        Counter(folded(one.name) for one in all_councils()),
        Counter(one.code for one in DISTRICTS),
    ):
        assert set(told.values()) == {1}


def test_a_council_bears_no_name_of_an_area():
    assert not [one.name for one in all_councils() if called(one.name)]


@pytest.mark.parametrize("day", DAYS)
def test_a_district_is_on_any_day_part_of_one_area(day):
    assert {len(one.ground(day)) for one in DISTRICTS} == {1}


def test_every_county_of_today_has_districts_and_nothing_else_has():
    with_districts = {one.ground(TODAY)[0] for one in DISTRICTS}

    assert with_districts == {area for area in areas_on(TODAY) if area.kind == "county"}


def test_areas_of_a_council_followed_one_another():
    for one in all_councils():
        if one.kind == "district":
            first, *later = (AREAS[slug] for slug in one.areas)
            assert all(area.slug in first.successors for area in later), one.name


def test_a_district_ends_when_its_area_does_where_that_is_why():
    for one in all_councils():
        if one.kind == "district" and len(one.areas) > 1:
            assert one.ended == AREAS[one.areas[0]].ends, one.name


@pytest.mark.parametrize("day", [DAYS[0], TODAY, DAYS[-1]])
def test_every_council_has_ground_on_any_day(day):
    assert all(one.ground(day) for one in all_councils())


def test_every_county_has_ground_and_the_longest_name_is_read_first():
    ends = dict(counties.after("Battle East Sussex", TODAY))

    assert [one.name for one in ends.values()] == ["East Sussex", "Sussex"]
    assert all(next(counties.after(f"x {name}", TODAY))[1].areas for name in counties._by_name())


def test_every_code_of_a_place_is_of_england_or_of_a_nation_outside():
    english = {code for place in PLACES for code in place.codes if code.startswith("E")}

    assert len(PLACES) > 5000
    assert all(councils.ground(code, TODAY) for code in english)
    assert {code[0] for place in PLACES for code in place.codes} == set("EWSNML")


def test_a_place_is_not_named_like_a_council_with_the_same_ground():
    """Such a place would never be heard of: the council already leads there."""
    for one in all_councils():
        for place in places.called(one.name):
            codes = set(place.codes)
            ground = {area for code in codes for area in councils.ground(code, TODAY)}
            assert not ground or not ground <= set(one.ground(TODAY)), one.name


@pytest.mark.parametrize("slug", ["dudley", "cumbria", "cumberland", "surrey", "dorset-county"])
def test_an_area_that_stands_is_its_own_heir(slug):
    for day in DAYS:
        heirs = councils.heirs(AREAS[slug], day)

        assert all(one.exists(day) for one in heirs)
        assert heirs == (AREAS[slug],) if AREAS[slug].exists(day) else AREAS[slug] not in heirs


def test_names_that_look_alike_are_offered():
    assert places.alike("Kettring", at_most=2)[0] == "Kettering"
    assert places.alike("xqzw", at_most=2) == ()
