"""What came before an area and what came after."""

from datetime import date

import pytest

from areasend.domain.areas import AREAS, Area, ancestors, as_announced, changes, descendants
from areasend.domain.areas.atlas import _line


def slugs(areas):
    return [area.slug for area in areas]


@pytest.mark.parametrize(
    ("slug", "ends", "followed_by"),
    [
        ("bournemouth", date(2019, 3, 31), ["bournemouth-christchurch-and-poole"]),
        ("poole", date(2019, 3, 31), ["bournemouth-christchurch-and-poole"]),
        (
            "dorset-county",
            date(2019, 3, 31),
            ["bournemouth-christchurch-and-poole", "dorset"],
        ),
        (
            "northamptonshire",
            date(2021, 3, 31),
            ["north-northamptonshire", "west-northamptonshire"],
        ),
        ("cumbria", date(2023, 3, 31), ["cumberland", "westmorland-and-furness"]),
        ("surrey", date(2027, 3, 31), ["east-surrey", "west-surrey"]),
    ],
)
def test_who_followed_an_area_that_ended(slug, ends, followed_by):
    area = AREAS[slug]

    assert area.ends == ends
    assert slugs(descendants(area)) == followed_by


def test_where_the_areas_of_dorset_came_from():
    joint = AREAS["bournemouth-christchurch-and-poole"]

    assert slugs(ancestors(joint)) == ["bournemouth", "poole", "dorset-county"]
    assert slugs(ancestors(AREAS["dorset"])) == ["dorset-county"]


@pytest.mark.parametrize("slug", ["buckinghamshire", "north-yorkshire", "somerset", "barnsley"])
def test_an_area_that_only_changed_its_council_goes_on(slug):
    area = AREAS[slug]

    assert (area.starts, area.ends) == (None, None)
    assert ancestors(area) == descendants(area) == ()
    assert any(slug in change.predecessors for change in changes())


def test_an_area_not_yet_announced_has_no_lineage():
    day_before = date(2025, 10, 27)

    assert descendants(AREAS["surrey"], announced_by=day_before) == ()
    assert ancestors(AREAS["west-surrey"], announced_by=day_before) == ()


def test_a_line_runs_through_every_generation_once():
    def build_area(slug, *successors):
        return Area(
            slug=slug,
            name=slug.title(),
            kind="county",
            region="South West",
            ofsted_region="South West",
            latitude=None,
            longitude=None,
            website=None,
            successors=successors,
        )

    county = build_area("county", "east", "west")
    family = [county, build_area("east", "city"), build_area("west", "city"), build_area("city")]

    line = _line(county, "successors", {area.slug: area for area in family})

    assert slugs(line) == ["east", "west", "city"]


@pytest.mark.parametrize("known", [None, date(2018, 1, 1), date(2019, 4, 1), date(2022, 1, 1)])
def test_successors_mirror_predecessors_whatever_was_known(known):
    areas = as_announced(known)
    handed = {(area.slug, slug) for area in areas.values() for slug in area.successors}
    received = {(slug, area.slug) for area in areas.values() for slug in area.predecessors}

    assert handed == received


def test_every_change_was_announced_before_it_took_effect():
    days = [change.on for change in changes()]

    assert days == sorted(days)
    assert all(change.announced < change.on for change in changes())
    assert all(change.words.endswith(".") and change.source for change in changes())
