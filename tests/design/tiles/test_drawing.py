"""What the drawing says to a browser, a keyboard and a screen reader."""

import gzip
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from areasend.design.tiles.drawing import UnableToDraw, tile_map
from areasend.design.tiles.key import tile_key
from areasend.design.tiles.labels import lines
from areasend.design.tiles.places import places
from areasend.domain.areas import AREAS
from tests.design.tiles.sample import CATEGORIES, build_tiles

DAY = date(2024, 6, 1)
TILES = build_tiles(DAY)


def drawn(tiles=TILES, categories=CATEGORIES, **given):
    made = tile_map(tiles, categories, **{"on": DAY, "title": "Map of England", **given})
    return ElementTree.fromstring(made)  # noqa: S314 -- our own


def test_every_area_is_a_link_with_a_name():
    links = drawn().findall(".//a")

    assert sorted((link.get("href"), link.get("aria-label")) for link in links) == sorted(
        (tile.href, f"{tile.name}: {tile.says}") for tile in TILES
    )


def test_the_map_and_each_region_have_names():
    svg = drawn().find("svg")
    groups = svg.findall("g")

    assert (svg.get("role"), svg.get("aria-label")) == ("group", "Map of England")
    assert {group.get("role") for group in groups} == {"group"}
    assert {group.get("aria-label") for group in groups} == {
        AREAS[tile.slug].region for tile in TILES
    }


def test_regions_are_read_from_north_to_south_and_so_are_their_areas():
    cells = places(DAY)
    regions = [group.get("aria-label") for group in drawn().find("svg").findall("g")]
    read = [link.get("href").split("/")[-1] for link in drawn().findall(".//a")]

    assert regions[0] == "North East"
    assert set(regions[-2:]) == {"South East", "South West"}
    for region in regions:
        rows = [cells[slug][::-1] for slug in read if AREAS[slug].region == region]
        assert rows == sorted(rows)


def test_a_tile_has_the_shape_of_its_category_and_every_shape_a_mark():
    made = drawn()
    marks = {shape.get("id"): shape.find("text").text for shape in made.findall(".//defs/g")}
    used = {link.get("href"): link.find("use").get("href") for link in made.findall(".//a")}

    shapes = {one.key: f"tile-{n}-{one.shade}" for n, one in enumerate(CATEGORIES, start=1)}
    assert marks == {shapes[one.key]: one.mark for one in CATEGORIES}
    assert used == {tile.href: f"#{shapes[tile.category]}" for tile in TILES}


def test_two_tiles_never_overlap():
    places_drawn = [(int(use.get("x")), int(use.get("y"))) for use in drawn().findall(".//a/use")]

    for number, (x, y) in enumerate(places_drawn):
        assert all(
            abs(x - u) >= 60 or abs(y - v) >= 104 or (abs(x - u) >= 30 and abs(y - v) >= 52)
            for u, v in places_drawn[:number]
        )


def test_there_is_neither_style_nor_script():
    made = tile_map(TILES, CATEGORIES, on=DAY, title="Map")

    assert "style" not in made
    assert "script" not in made
    assert not any(name.startswith("on") for part in drawn().iter() for name in part.attrib)


def test_what_it_is_told_is_escaped():
    odd = '<b a="1">&\'</b>'
    tiles = [replace(TILES[0], name=odd, says=odd, href=odd), *TILES[1:]]
    categories = [replace(CATEGORIES[0], says=odd, mark="<"), *CATEGORIES[1:]]
    made = drawn(tiles, categories, title=odd)
    key = ElementTree.fromstring(tile_key(tiles, categories))  # noqa: S314 -- our own

    assert made.find("svg").get("aria-label") == odd
    assert any(link.get("aria-label") == f"{odd}: {odd}" for link in made.findall(".//a"))
    assert key.find("li/a").text.startswith(odd)


def test_it_is_light():
    made = tile_map(TILES, CATEGORIES, on=DAY, title="Map").encode()

    assert len(made) < 36_000
    assert len(gzip.compress(made)) < 5_500


@pytest.mark.parametrize(
    ("tiles", "words"),
    [
        (TILES[1:], "not the areas of the day: .'barking-and-dagenham'"),
        ([*TILES, TILES[0]], "one twice"),
        ([replace(TILES[0], category="odd"), *TILES[1:]], "No such category: odd"),
    ],
)
def test_tiles_that_are_not_the_days_are_refused(tiles, words):
    with pytest.raises(UnableToDraw, match=words):
        drawn(tiles)


@pytest.mark.parametrize("alike", ["key", "mark"])
def test_categories_that_cannot_be_told_apart_are_refused(alike):
    other = replace(CATEGORIES[1], **{alike: getattr(CATEGORIES[0], alike)})
    tiles = [tile for tile in TILES if tile.category]
    tiles = [replace(tile, category=CATEGORIES[0].key) for tile in tiles]

    with pytest.raises(UnableToDraw, match=f"the same {alike}"):
        drawn(tiles, [CATEGORIES[0], other])


@pytest.mark.parametrize("day", [date(2018, 6, 1), date(2020, 6, 1), date(2028, 6, 1)])
def test_other_days_have_their_own_areas(day):
    tiles = build_tiles(day)

    assert len(drawn(tiles, on=day).findall(".//a")) == len(tiles)
    with pytest.raises(UnableToDraw):
        drawn(TILES, on=day)


def test_two_categories_may_share_a_shade():
    categories = [*CATEGORIES[:-1], replace(CATEGORIES[-1], shade=CATEGORIES[0].shade)]
    shapes = {shape.get("id") for shape in drawn(TILES, categories).findall(".//defs/g")}

    assert len(shapes) == len(categories)


def test_the_key_counts_its_areas_and_leads_to_them():
    tiles = [replace(tile, category="none") for tile in TILES]
    tiles[0] = replace(tiles[0], category="grey")
    key = ElementTree.fromstring(tile_key(tiles, CATEGORIES))  # noqa: S314 -- our own
    links = [(link.get("href"), link.text) for link in key.iter("a")]

    assert links[:3] == [
        ("#none", "in shade none: 152 areas"),
        ("#grey", "in shade grey: 1 area"),
        ("#blue-1", "in shade blue-1: 0 areas"),
    ]
    shapes = {shape.get("id") for shape in drawn(tiles).findall(".//defs/g")}
    assert {f"#{one}" for one in shapes} == {use.get("href") for use in key.iter("use")}


def test_labels_are_short_and_spell_the_name():
    for area in AREAS.values():
        label = lines(area.slug, area.name)
        assert 1 <= len(label) <= 3
        assert max(map(len, label)) <= 12
    assert lines("north-northamptonshire", "") == ("North", "Northamp-", "tonshire")
    assert lines("isle-of-wight", "Isle of Wight") == ("Isle of", "Wight")
