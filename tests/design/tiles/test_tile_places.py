"""The layouts that are shipped: whole, and as good as they were when they were made."""

import os
from datetime import date, timedelta
from itertools import pairwise

import pytest

from areasend.design.tiles.laying import make
from areasend.design.tiles.laying.aiming import aims
from areasend.design.tiles.laying.arrangement import Arrangement
from areasend.design.tiles.laying.country import OFFSHORE, country
from areasend.design.tiles.laying.hexagons import apart, around
from areasend.design.tiles.places import TABLE, bounds, places
from areasend.domain.areas import areas_on, changes
from tests.design.tiles.quality import quality

#: A day of each set of areas, and how good its layout is: not to fall below.
REACHED = {
    date(2018, 6, 1): {"touch": 264, "near": 333, "way": 296, "astray": 0.79},
    date(2020, 6, 1): {"touch": 264, "near": 332, "way": 295, "astray": 0.78},
    date(2022, 6, 1): {"touch": 269, "near": 338, "way": 302, "astray": 0.76},
    date(2024, 6, 1): {"touch": 271, "near": 340, "way": 303, "astray": 0.76},
    date(2028, 6, 1): {"touch": 272, "near": 342, "way": 302, "astray": 0.77},
}
COUNTED = {2018: 152, 2020: 151, 2022: 152, 2024: 153, 2028: 154}


def tried():
    """Return the days of layouts to measure: today's and the first, or all when searching deep."""
    days = sorted(REACHED)
    return days if os.environ.get("AREASEND_DEEP") else [days[0], days[3]]


@pytest.mark.parametrize("day", REACHED)
def test_every_area_of_the_day_has_a_cell_of_its_own(day):
    cells = places(day)

    assert set(cells) == {area.slug for area in areas_on(day)}
    assert len(set(cells.values())) == len(cells) == COUNTED[day.year]
    assert all((column + row) % 2 == 0 for column, row in cells.values())


def test_the_layout_changes_on_the_days_on_which_areas_begin():
    begins = {change.on for change in changes() if change.created}
    for change in changes():
        eve = change.on - timedelta(days=1)
        assert set(places(change.on)) == {area.slug for area in areas_on(change.on)}
        assert set(places(eve)) == {area.slug for area in areas_on(eve)}
        assert (change.on in begins) == (places(eve) != places(change.on))


@pytest.mark.slow
@pytest.mark.parametrize("day", tried())
def test_a_layout_is_as_good_as_it_was_when_made(day):
    on, reached = country(day), REACHED[day]
    found = quality(on, places(day), aims(on))

    assert found.touch / found.pairs >= 0.69
    assert found.whole == found.regions == 9
    assert (found.alone, found.holes) == (0, 0)
    assert {name: max(getattr(found, name), least) for name, least in reached.items()} == {
        **{name: getattr(found, name) for name in reached},
        "astray": reached["astray"],
    }


def test_the_isles_of_scilly_lie_off_the_south_west():
    cells = places(date(2024, 1, 1))
    column, row = cells[OFFSHORE]
    land = {cell for slug, cell in cells.items() if slug != OFFSHORE}

    assert column == bounds()[0][0] == min(column for column, _ in cells.values())
    assert row > cells["cornwall"][1]
    assert not land & set(around(cells[OFFSHORE]))
    assert min(land, key=lambda cell: apart(cell, (column, row))) in {
        cells["cornwall"],
        cells["plymouth"],
    }


def test_an_area_keeps_its_place_but_for_three_that_close_a_gap():
    days = sorted(REACHED)
    moved = {
        slug
        for before, after in pairwise(days)
        for slug, cell in places(before).items()
        if places(after).get(slug, cell) != cell
    }

    assert moved == {"birmingham", "walsall", "wolverhampton"}


@pytest.mark.slow
def test_no_single_exchange_makes_the_map_better():
    on = country(make.FIRST)
    cells = {slug: cell for slug, cell in places(make.FIRST).items() if slug != OFFSHORE}
    arrangement = Arrangement(on, aims(on), cells)
    price = arrangement.price()

    for area, cell in cells.items():
        for beside in around(cell):
            assert arrangement.change(area, beside) >= 0, area
            arrangement.exchange(area, cell)
    assert arrangement.price() == price


def test_places_are_written_in_order_and_once():
    lines = TABLE.read_text("utf-8").splitlines()

    assert lines[1:] == sorted(set(lines[1:]), key=lambda line: line.split(",")[:2])
