"""The tables of health bodies agree with one another, and damage is told in one sentence."""

import shutil
from itertools import combinations
from pathlib import Path

import pytest

from areasend.domain.health import BODIES, UnableToReadHealthBodies
from areasend.domain.health.loading import HERE, read
from areasend.domain.health.regions import nhs_regions


@pytest.fixture
def copied(tmp_path):
    """A copy of the tables, to damage."""
    for table in Path(str(HERE)).glob("*.csv"):
        shutil.copy(table, tmp_path)
    return tmp_path


@pytest.mark.parametrize("table", ["bodies", "footprints"])
def test_no_line_is_written_twice(table):
    lines = (HERE / f"{table}.csv").read_text("utf-8").splitlines()[1:]

    assert len(set(lines)) == len(lines)


def test_no_two_bodies_bear_a_code():
    codes = [held.code for body in BODIES.values() for held in body.codes]

    assert len(set(codes)) == len(codes)
    assert all(body.codes or body.announced for body in BODIES.values())


def test_every_body_says_where_it_is_from():
    assert all(body.source for body in BODIES.values())


def test_spans_of_a_body_in_an_area_do_not_overlap():
    spans = {}
    for one in read().footprints:
        spans.setdefault((one.body, one.area), []).append(one)

    for held in spans.values():
        assert all(one.until < two.since for one, two in combinations(held, 2))


def test_every_body_serves_some_area():
    assert {one.body for one in read().footprints} == set(BODIES)


def test_the_tables_as_they_stand_can_be_read(copied):
    assert len(read(copied).bodies) == len(BODIES)


@pytest.mark.parametrize(
    ("table", "line", "told"),
    [
        ("bodies", "ely-ccg,Ely,pct,E1,,,,,,,Source", "Line 288 of bodies.csv.*is a pct"),
        ("bodies", "ely-ccg,Ely,ccg,E1,,,soon,,,,Source", "Line 288 of bodies.csv"),
        ("bodies", "ely-ccg,Ely,ccg,E1,,,,,,eel-ccg,Source", "listed in bodies.csv: eel-ccg"),
        ("footprints", "ely-ccg,leeds,1,2016-04-01,,", "listed in bodies.csv: ely-ccg"),
        ("footprints", "leeds-ccg,loidis,1,2016-04-01,,", "listed in areas.csv: loidis"),
        ("footprints", "leeds-ccg,leeds,1.5,2016-04-01,,", "1.5 is no share"),
        ("footprints", "leeds-ccg,leeds", "Line 529 of footprints.csv"),
    ],
)
def test_damage_is_told_in_one_sentence(copied, table, line, told):
    with (copied / f"{table}.csv").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")

    with pytest.raises(UnableToReadHealthBodies, match=told):
        read(copied)


def test_a_missing_table_is_told_in_one_sentence(copied):
    (copied / "footprints.csv").unlink()

    with pytest.raises(UnableToReadHealthBodies, match=r"footprints\.csv cannot be read"):
        read(copied)


def test_every_integrated_care_board_has_a_region_of_nhs_england():
    assert set(nhs_regions()) == {slug for slug, one in BODIES.items() if one.kind == "icb"}
    assert len(set(nhs_regions().values())) == 7
