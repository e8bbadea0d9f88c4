"""How a layout is made, on small countries and in short searches."""

import os
from datetime import date

import pytest

from areasend.design.tiles.laying import make
from areasend.design.tiles.laying.aiming import aims
from areasend.design.tiles.laying.arrangement import MOVED, PIECE, Arrangement
from areasend.design.tiles.laying.country import Country, country
from areasend.design.tiles.laying.hexagons import apart, around, centre, holes
from areasend.design.tiles.laying.settling import anneal, close_up, polish, seated
from areasend.design.tiles.places import TABLE

#: A cross: a town in the middle of four shires, in two regions.
CROSS = Country(
    regions={"east": "A", "north": "A", "south": "B", "town": "A", "west": "B"},
    beside={
        "east": ("north", "south", "town"),
        "north": ("east", "town", "west"),
        "south": ("east", "town", "west"),
        "town": ("east", "north", "south", "west"),
        "west": ("north", "south", "town"),
    },
    where={"east": (90, 0), "north": (0, -90), "south": (0, 90), "town": (0, 0), "west": (-90, 0)},
)


def built(country_of=CROSS, **given):
    wished = aims(country_of, rounds=60)
    return Arrangement(country_of, wished, given.pop("cells", seated(wished)), **given)


def test_aims_keep_the_points_of_the_compass():
    found = aims(CROSS, rounds=100)

    assert found["north"][1] < found["town"][1] < found["south"][1]
    assert found["west"][0] < found["town"][0] < found["east"][0]


def test_aims_of_england_leave_room_for_each():
    found = list(aims(country(date(2024, 1, 1)), rounds=120).values())
    crowded = sum(
        (x - u) ** 2 + (y - v) ** 2 < 0.5**2
        for number, (x, y) in enumerate(found)
        for u, v in found[:number]
    )

    assert crowded < 20  # of more than eleven thousand pairs


def test_a_search_puts_the_town_amid_its_shires():
    arrangement = built()
    anneal(arrangement, seed=1, steps=40)
    polish(arrangement)

    cells = arrangement.cells
    assert all(apart(cells["town"], cells[shire]) == 1 for shire in CROSS.beside["town"])
    assert cells["north"][1] < cells["town"][1] < cells["south"][1]


def test_the_same_seed_gives_the_same_map():
    made = [built() for _ in range(2)]
    for arrangement in made:
        anneal(arrangement, seed=5, steps=30)

    assert made[0].cells == made[1].cells


def test_a_search_never_ends_dearer_than_it_began():
    arrangement = built()
    before = arrangement.price()
    anneal(arrangement, seed=2, steps=1)

    assert arrangement.price() <= before


def test_what_a_change_costs_is_the_difference_of_two_prices():
    on = country(date(2024, 1, 1))
    arrangement = built(on)
    areas = sorted(arrangement.cells)
    for number in range(60):
        area, near = areas[number * 37 % len(areas)], areas[number * 11 % len(areas)]
        cell = around(arrangement.cells[near])[number % 6]
        before = arrangement.price()
        if cell != arrangement.cells[area]:
            assert arrangement.price() - before == 0
            assert arrangement.change(area, cell) == arrangement.price() - before


def test_a_torn_region_costs():
    together = {"north": (1, -1), "town": (0, 0), "east": (2, 0), "south": (1, 1), "west": (-2, 0)}
    torn = together | {"east": (8, 0)}

    assert built(cells=torn).price() > built(cells=together).price() + PIECE


def test_an_area_that_is_to_stay_pays_for_moving():
    cells = {"north": (1, -1), "town": (0, 0), "east": (2, 0), "south": (1, 1), "west": (-2, 0)}
    moved = cells | {"south": (-1, 1)}
    content = built(cells=moved, settled=moved).price()

    assert built(cells=moved, settled=cells).price() >= content + MOVED


def test_a_hole_is_closed_by_a_line_moving_up():
    ring = ("a", "b", "c", "d", "e", "f")
    on = Country(
        regions=dict.fromkeys(ring, "A"),
        beside={slug: (ring[place - 1], ring[(place + 1) % 6]) for place, slug in enumerate(ring)},
        where={
            slug: (centre(cell)[0] * 42, centre(cell)[1] * 42)
            for slug, cell in zip(ring, around((0, 0)), strict=True)
        },
    )
    cells = dict(zip(ring, around((0, 0)), strict=True))
    arrangement = Arrangement(on, aims(on, rounds=10), cells)

    close_up(arrangement)

    assert holes(set(cells.values())) == {(0, 0)}
    assert holes(arrangement.areas.keys()) == set()
    assert sum(arrangement.cells[slug] != cells[slug] for slug in ring) == 1


def test_there_is_a_layout_for_each_set_of_areas():
    assert make.days() == (
        date.min,
        date(2019, 4, 1),
        date(2021, 4, 1),
        date(2023, 4, 1),
        date(2027, 4, 1),
    )


@pytest.mark.slow
@pytest.mark.skipif("AREASEND_LAYOUT" not in os.environ, reason="not run: takes a minute or two")
def test_making_the_layouts_again_gives_the_same_file(tmp_path):
    make.main(tmp_path / "places.csv")

    assert (tmp_path / "places.csv").read_bytes() == TABLE.read_bytes()
