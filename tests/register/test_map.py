"""The map: every area of the day once, in each way, in tiles and in the table alike."""

import csv
import io
import re
from datetime import date
from html import unescape

import pytest

from areasend.answers.front import front
from areasend.answers.telling_apart import WAYS, MapBy
from areasend.answers.tile_map import tile_map
from areasend.ledger import releases
from areasend.register.looks import LOOKS
from tests.asking import KNOWN, asked
from tests.register.reading_pages import Page

SETS = [("2019-03-31", 152), ("2019-04-01", 151), ("2021-04-01", 152), ("2023-04-01", 153)]


def tiles(words):
    """Return where each tile leads and what is said of it."""
    return re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"><use', words)


def rows(words):
    """Return where each row of the table leads."""
    return re.findall(r'<th scope="row"[^>]*><a [^>]*href="([^"]+)"', words)


def part_of(words, category):
    """Return the part of the table that tells of a category, closed until it is opened."""
    (part,) = [one for one in words.split("<details") if f' id="{category}">' in one]
    return part.partition("</details>")[0]


@pytest.mark.parametrize(("as_at", "areas"), SETS)
def test_it_holds_the_areas_of_the_day(site, as_at, areas):
    words = site.get(f"/map?as-at={as_at}").content.decode()

    assert len(tiles(words)) == areas
    assert all(href.endswith(f"?as-at={as_at}") for href, _ in tiles(words))


@pytest.mark.parametrize("by", MapBy)
def test_tiles_table_and_key_tell_the_same(site, by):
    words = site.get(f"/map?by={by}").content.decode()
    key = re.findall(r'<a class="govuk-link" href="#([a-z0-9-]+)">[^<]*: (\d+) areas?</a>', words)

    assert sorted(href for href, _ in tiles(words)) == sorted(rows(words))
    assert len(set(rows(words))) == sum(int(count) for _, count in key) == 153
    for category, count in key:
        part = part_of(words, category)
        assert f": {count} of 153 areas</span></summary>" in part
        assert len(rows(part)) == int(count)


def test_without_a_way_it_is_by_stage(site):
    assert tiles(site.get("/map").content.decode()) == tiles(
        site.get("/map?by=stage").content.decode()
    )


@pytest.mark.usefixtures("record_in_place")
def test_stages_are_counted_as_on_the_first_page():
    for day in ("2021-04-13", "2026-11-21"):
        shown = tile_map(asked(day), MapBy.STAGE)
        assert {one.says: len(one.areas) for one in shown.categories} == {
            one.stage: one.count for one in front(asked(day)).stages
        }


@pytest.mark.usefixtures("record_in_place")
def test_outcomes_of_one_day_are_the_officially_stated_ones():
    """Of 116 areas inspected and published by 31 March 2021, 59 needed a statement."""
    shown = tile_map(asked("2021-03-31"), MapBy.OUTCOME)
    counted = {one.key: len(one.areas) for one in shown.categories}

    # One of the 116 is Northamptonshire, which still stood on that day.
    assert counted == {"statement-required": 59, "no-statement-required": 57, "no-report": 35}


@pytest.mark.usefixtures("record_in_place")
def test_an_area_keeps_no_tile_after_its_end():
    before, after = (
        {area.slug for held in tile_map(asked(day)).categories for area, _ in held.areas}
        for day in (date(2021, 3, 31), date(2021, 4, 1))
    )

    assert before - after == {"northamptonshire"}
    assert after - before == {"north-northamptonshire", "west-northamptonshire"}


def test_every_category_has_a_look_and_no_two_of_a_map_one_mark():
    assert {key for way in WAYS.values() for key in way.categories} == set(LOOKS)
    for way in WAYS.values():
        assert len({LOOKS[key][0] for key in way.categories}) == len(way.categories)


def test_links_keep_the_way_and_the_days(site):
    # A link names the moment since which nothing more was known.
    known = f"{releases.in_effect_since(known_at=KNOWN):%Y-%m-%dT%H:%M:%S.%f}Z"
    words = site.get(f"/map?by=days&as-at=2021-04-13&known-at={known}").content.decode()
    links = [unescape(one) for one in Page(words).links]

    assert f"/map?by=days&as-at=2021-04-13&known-at={known}" in links
    assert "/map?by=days" in links  # as it stands today
    assert f"/map?as-at=2021-04-13&known-at={known.replace(':', '%3A')}" in links  # by stage
    assert '<input type="hidden" name="by" value="days">' in words


@pytest.mark.parametrize("query", ["by=colour", "by=<b>", "by=STAGE"])
def test_a_way_that_there_is_not_is_answered_in_a_sentence(site, query):
    answer = site.get(f"/map?{query}")

    assert answer.status_code == 400
    assert "The map cannot be coloured by" in answer.content.decode()


def test_the_csv_has_what_the_map_has(site):
    answer = site.get("/map.csv?as-at=2020-06-01")
    held = list(csv.DictReader(io.StringIO(answer.content.decode())))

    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert len(held) == 151
    dudley = next(one for one in held if one["area"] == "dudley")
    assert dudley["outcome"] == "statement-required"
    assert (dudley["weaknesses"], dudley["days_since_report"]) == ("14", "321")
    assert {one["days_since_report"] for one in held if not one["report"]} == {""}
