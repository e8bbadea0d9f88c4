"""The tables agree with one another, and damage to them is told in one sentence."""

import shutil
from collections import Counter
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from areasend.domain.areas import AREAS, UnableToReadAreas, areas_on
from areasend.domain.areas.loading import HERE, read
from areasend.domain.areas.spelling import folded

KINDS = {
    "county",
    "unitary authority",
    "metropolitan district",
    "London borough",
    "city corporation",
}


def lines(table):
    return (HERE / f"{table}.csv").read_text("utf-8").splitlines()[1:]


@pytest.fixture
def copied(tmp_path):
    """A copy of the tables, to damage."""
    for table in Path(str(HERE)).glob("*.csv"):
        shutil.copy(table, tmp_path)
    return tmp_path


def test_every_slug_is_minted_once():
    assert len(lines("areas")) == len(AREAS)
    assert len({area.name for area in AREAS.values()}) == len(AREAS)


@pytest.mark.parametrize("table", ["areas", "codes", "names"])
def test_no_line_is_written_twice(table):
    assert len(set(lines(table))) == len(lines(table))


def test_no_two_areas_bear_a_code_at_once():
    held = [(area, code) for area in AREAS.values() for code in area.codes]
    borne = Counter((code.scheme, code.code) for _, code in held)

    assert max(borne.values()) == 1


def test_an_area_bears_one_code_of_a_scheme_at_a_time():
    for area in AREAS.values():
        for earlier, later in combinations(area.codes, 2):
            assert earlier.scheme != later.scheme or earlier.until < later.since


def test_every_area_that_ever_stood_has_a_gss_and_a_dfe_code():
    without = {area.slug for area in AREAS.values() if not area.codes}

    assert without == {"east-surrey", "west-surrey"}
    for area in AREAS.values():
        assert area.slug in without or {"gss", "dfe"} <= {code.scheme for code in area.codes}


def test_every_area_of_today_has_ten_neighbours_in_order():
    """Every area that the source names is one of today, so none had to be left out."""
    today = {area.slug for area in areas_on(date(2026, 11, 21))}

    for area in AREAS.values():
        assert len(set(area.neighbours)) == (10 if area.slug in today else 0)
        assert set(area.neighbours) <= today - {area.slug}

    ranks = [int(line.rsplit(",", 1)[1]) for line in lines("neighbours")]
    assert ranks == [*range(1, 11)] * 153


def test_every_position_is_in_england():
    without = {area.slug for area in AREAS.values() if area.latitude is None}

    assert without == {"bournemouth", "poole", "dorset-county"}
    for area in AREAS.values():
        assert area.slug in without or 49.9 < area.latitude < 55.9
        assert area.slug in without or -6.4 < area.longitude < 1.8


def test_neighbouring_counties_lie_near_each_other():
    """The source put nine counties 50 to 190 km away; these are the worst of them."""
    for one, other in [("lancashire", "blackburn-with-darwen"), ("gloucestershire", "bristol")]:
        assert abs(AREAS[one].latitude - AREAS[other].latitude) < 0.5
        assert abs(AREAS[one].longitude - AREAS[other].longitude) < 0.5


def test_a_kind_is_one_of_five():
    assert {area.kind for area in AREAS.values()} == KINDS


def test_no_other_name_is_worth_no_more_than_the_first():
    for area in AREAS.values():
        spelt = [folded(name) for name in (area.name, *area.names)]
        assert len(set(spelt)) == len(spelt)


def test_only_dorset_shares_its_name():
    shared = Counter(
        spelling
        for area in AREAS.values()
        for spelling in {folded(name) for name in (area.name, *area.names)}
    )

    assert [spelling for spelling, times in shared.items() if times > 1] == ["dorset"]


def test_the_tables_as_they_stand_can_be_read(copied):
    assert len(read(copied).areas) == len(AREAS)


@pytest.mark.parametrize(
    ("table", "line", "told"),
    [
        ("areas", "leeds,Leeds", "Line 162 of areas.csv"),
        ("codes", "leeds,isbn,123,,", "no scheme is called isbn"),
        ("codes", "leeds,gss,E1,1 April 2019,", "Line 640 of codes.csv"),
        ("changes", "soon,leeds,,2026-01-01,Words.,Source", "Line 11 of changes.csv"),
        (
            "changes",
            "2026-04-01,leeds,loidis,2026-01-01,Words.,Source",
            "listed in areas.csv: loidis",
        ),
        ("names", "loidis,Loidis", "listed in areas.csv: loidis"),
        ("neighbours", "leeds,loidis,11", "listed in areas.csv: loidis"),
    ],
)
def test_damage_is_told_in_one_sentence(copied, table, line, told):
    with (copied / f"{table}.csv").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")

    with pytest.raises(UnableToReadAreas, match=told):
        read(copied)


def test_a_missing_or_empty_table_is_told_in_one_sentence(copied):
    (copied / "codes.csv").unlink()
    (copied / "names.csv").write_text("")

    with pytest.raises(UnableToReadAreas, match="The table of names cannot be read"):
        read(copied)
    (copied / "names.csv").write_text("slug,name\n")
    with pytest.raises(UnableToReadAreas, match="The table of codes cannot be read"):
        read(copied)
