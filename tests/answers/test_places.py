"""Where is this? Postcodes whole and begun, names new and old, and places outside England."""

import csv
import functools
import gc
import logging
import sqlite3
from collections import Counter
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from areasend.answers import places
from areasend.answers.postcodes import by_part, by_whole
from areasend.domain.areas import AREAS
from areasend.gazetteer import councils, index
from areasend.gazetteer.councils import all_councils
from areasend.gazetteer.places import _by_name
from tests.asking import DAYS, TODAY

pytestmark = pytest.mark.slow

KNOWN = Path(__file__).with_name("known_postcodes.csv")


@pytest.fixture
def find(postcodes):
    """Ask where something is, today unless a day is given."""
    return lambda words, on=TODAY: places.find(words, on=on, postcodes=postcodes)


def slugs(found):
    return [one.slug for one in found.possible]


# Whole postcodes.


def test_postcodes_that_anyone_can_check_are_where_they_are_known_to_be(find):
    """Most are of town halls and county halls."""
    known = dict(csv.reader(KNOWN.read_text("utf-8").splitlines()[1:]))

    answers = {postcode: find(postcode) for postcode in known}

    assert len(known) >= 50
    assert {postcode: slugs(one) for postcode, one in answers.items()} == {
        postcode: [slug] for postcode, slug in known.items()
    }
    assert {one.what for one in answers.values()} == {"area"}


@pytest.mark.parametrize(
    "typed",
    [
        "DY1 1HF",
        "dy11hf",
        " dy1  1hf. ",
        "DY1-1HF",
        "DYI IHF",
        "postcode DY1 1HF",
        "My postcode is DY1 1HF!",
        "Dudley, DY1 1HF",
    ],
)
def test_a_postcode_is_found_however_it_is_typed(find, typed):
    found = find(typed)

    assert (found.what, slugs(found)) == ("area", ["dudley"])
    assert found.sentence == "That postcode is in Dudley."


def test_a_postcode_in_a_district_is_in_its_county(find):
    found = find("OX1 1ND")

    assert found.sentence == "That postcode is in Oxford, a district of Oxfordshire."
    assert slugs(found) == ["oxfordshire"]


@pytest.mark.parametrize(
    ("postcode", "day", "slug", "says"),
    [
        ("LA9 4DQ", date(2023, 3, 31), "cumbria", "That postcode is in Cumbria."),
        (
            "RH2 8EF",
            date(2027, 3, 31),
            "surrey",
            "That postcode is in Reigate and Banstead, a district of Surrey.",
        ),
        ("RH2 8EF", date(2027, 4, 1), "east-surrey", "That postcode is in East Surrey."),
        ("GU1 1AA", date(2027, 4, 1), "west-surrey", "That postcode is in West Surrey."),
    ],
)
def test_a_postcode_is_in_the_area_of_the_day(find, postcode, day, slug, says):
    found = find(postcode, on=day)

    assert (found.what, slugs(found), found.sentence) == ("area", [slug], says)


def test_where_todays_council_was_made_of_several_a_past_day_offers_them(find):
    found = find("BH2 6DY", on=date(2019, 3, 31))

    assert found.what == "choice"
    assert set(slugs(found)) == {"bournemouth", "poole", "dorset-county"}


def test_every_council_of_a_postcode_is_somewhere_on_every_day(postcodes):
    with sqlite3.connect(postcodes) as held:
        rows = held.execute("SELECT DISTINCT councils FROM sector").fetchall()
    held.close()
    codes = {code for (text,) in rows for code in text.split() if code.startswith("E")}

    assert all(councils.ground(code, day) for code in codes for day in DAYS)


# Postcodes that are not held, or not placed.


def test_a_postcode_we_do_not_hold_comes_with_those_around_it(find, postcodes):
    unused = next(unit for unit in ("9XX", "9XY", "9XZ") if not held(postcodes, "DY1", unit))

    found = find(f"DY1 {unused}")

    assert found.what == "unknown postcode"
    assert "to November 2025; newer ones are not among them." in found.sentence
    assert slugs(found) == ["dudley"]
    assert found.possible[0].postcodes > 0


def held(postcodes, outward, inward):
    return index.council(outward, inward, index=postcodes) is not None


def test_a_postcode_without_a_council_says_so(find):
    found = find("AL1 9ZA")

    assert found.what == "unknown postcode"
    assert found.sentence.startswith("Our list has that postcode, but not its council.")
    assert slugs(found) == ["hertfordshire"]


@pytest.mark.parametrize("typed", ["ZZ9 9ZZ", "ZZ9", "ZZ99", "ZZ9 9"])
def test_what_looks_like_a_postcode_and_is_none_says_to_when_ours_go(find, typed):
    found = find(typed)

    assert (found.what, found.possible) == ("unknown postcode", ())
    assert "to November 2025" in found.sentence


# Postcodes begun.


def test_a_beginning_that_crosses_no_border_is_an_answer(find):
    assert find("DY1 1").sentence == "The postcodes that begin like that are all in Dudley."
    assert (find("DT1").what, slugs(find("DT1"))) == ("area", ["dorset"])


def test_every_outward_part_that_crosses_a_border_offers_a_choice_the_most_first(find, postcodes):
    counted = by_outward(postcodes)
    crossing = {outward: areas for outward, areas in counted.items() if len(areas) > 1}

    assert len(crossing) > 1000  # of some 3,100
    for outward, areas in list(crossing.items())[::7]:
        found = find(outward)
        shares = [one.postcodes for one in found.possible]
        assert found.what == "choice", outward
        assert shares == sorted(shares, reverse=True)
        assert set(areas) <= {one.slug or one.name for one in found.possible}


def by_outward(postcodes):
    """Every outward part with the areas and nations that its rows name."""
    with sqlite3.connect(postcodes) as held:
        rows = held.execute("SELECT outward, councils FROM sector").fetchall()
    held.close()
    names = {"W": "Wales", "S": "Scotland"}
    counted = {}
    for outward, text in rows:
        areas = counted.setdefault(outward, Counter())
        for code in text.split():
            if code[0] in names:
                areas[names[code[0]]] += 1
            for area in councils.ground(code, TODAY):
                areas[area.slug] += 1
    return counted


def test_a_border_with_wales_offers_wales(find):
    found = find("SY10")

    assert {one.name: one.slug for one in found.possible} == {
        "Shropshire": "shropshire",
        "Wales": None,
    }
    assert "Type the whole postcode" in found.sentence


def test_letters_that_no_place_bears_begin_postcodes(find):
    found = find("dy")

    assert found.what == "choice"
    assert slugs(found)[0] == "dudley"


# Outside England.


@pytest.mark.parametrize(
    ("typed", "where", "says"),
    [
        ("CF10 1AA", "Wales", "Estyn"),
        ("Cardiff", "Wales", "Estyn"),
        ("EH1 1AA", "Scotland", "Care Inspectorate"),
        ("Scotland", "Scotland", "Care Inspectorate"),
        ("Fife", "Scotland", "Care Inspectorate"),
        ("BT1 1AA", "Northern Ireland", "Education and Training Inspectorate"),
        ("Belfast", "Northern Ireland", "Education and Training Inspectorate"),
        ("IM1 1AA", "the Isle of Man", "a government of its own"),
        ("JE2 3AA", "the Channel Islands", "governments of their own"),
        ("Guernsey", "the Channel Islands", "governments of their own"),
        ("CH5", "Wales", "Estyn"),
    ],
)
def test_outside_england_one_is_told_who_inspects_there(find, typed, where, says):
    found = find(typed)

    assert found.what == "elsewhere"
    assert found.sentence.startswith(f"That is in {where}. The inspections told of here are of ")
    assert says in found.sentence
    assert [(one.slug, one.name) for one in found.possible] == [(None, where)]


# Names.


@pytest.mark.parametrize(
    ("typed", "slug", "says"),
    [
        ("Dudley", "dudley", "Dudley is a local area."),
        ("dorset", "dorset", "Dorset is a local area."),
        ("Guildford Borough Council", "surrey", "Guildford is a district of Surrey."),
        (
            "Bournemouth",
            "bournemouth-christchurch-and-poole",
            "Bournemouth ended on 31 March 2019; its area is now part of Bournemouth, Christchurch "
            "and Poole.",
        ),
        (
            "kettering",
            "north-northamptonshire",
            "Kettering had a council of its own until 31 March 2021; its area is now part of North "
            "Northamptonshire.",
        ),
        ("Kendal", "westmorland-and-furness", "Kendal is in Westmorland and Furness."),
        (
            "East Surrey",
            "surrey",
            "East Surrey is a local area only from 1 April 2027; until then it is part of Surrey.",
        ),
        ("Stow-on-the-Wold", "gloucestershire", "Stow on the Wold is in Gloucestershire."),
    ],
)
def test_a_name_leads_to_one_area(find, typed, slug, says):
    found = find(typed)

    assert (found.what, slugs(found), found.sentence) == ("area", [slug], says)


@pytest.mark.parametrize(
    ("typed", "areas", "says"),
    [
        (
            "Cumbria",
            {"cumberland", "westmorland-and-furness"},
            "Cumbria ended on 31 March 2023; its area is now part of Cumberland and Westmorland "
            "and Furness.",
        ),
        (
            "Cheshire",
            {"cheshire-east", "cheshire-west-and-chester"},
            "Cheshire had a council of its own until 31 March 2009; its area is now part of "
            "Cheshire East and Cheshire West and Chester.",
        ),
        ("Kingston", {"kingston-upon-hull", "kingston-upon-thames"}, "More than one place has "),
        ("Richmond", {"richmond-upon-thames", "north-yorkshire"}, "More than one place has "),
        ("St Ives", {"cambridgeshire", "cornwall"}, "More than one place has that name"),
        ("Wellington", {"somerset", "telford-and-wrekin", "herefordshire"}, "More than one "),
        ("Whitchurch", {None, "hampshire", "shropshire", "bristol"}, "More than one place "),
        ("Yorkshire", {"york", "sheffield", "leeds", "north-yorkshire"}, "Yorkshire is not one "),
        ("Middlesex", {"harrow", "enfield", "surrey"}, "Middlesex is not one local area but 18."),
        ("Newport", {None, "isle-of-wight", "telford-and-wrekin", "essex"}, "More than one "),
        (
            "Berkshire",
            {"bracknell-forest", "reading", "slough", "wokingham", "west-berkshire"},
            "Berkshire had a council of its own until 31 March 1998; its area is now part of these "
            "6 local areas.",
        ),
        ("Sussex", {"east-sussex", "west-sussex"}, "Sussex is not one local area but 3."),
        ("London", {"city-of-london", "barnet"}, "London is not one local area but 33."),
        (
            "Biggleswade",
            {"central-bedfordshire"},
            "Biggleswade is in Central Bedfordshire.",
        ),
        (
            "Shotwick",
            {None, "cheshire-west-and-chester"},
            "Shotwick lies on a border. A postcode will tell on which side.",
        ),
    ],
)
def test_a_name_that_may_mean_several_offers_them(find, typed, areas, says):
    found = find(typed)

    assert areas <= set(slugs(found))
    assert found.sentence.startswith(says)
    assert found.what == ("choice" if len(found.possible) > 1 else "area")


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("St Ives, Cambridgeshire", "cambridgeshire"),
        ("Saint Ives Cambs", "cambridgeshire"),
        ("St Ives in Cornwall", "cornwall"),
        ("Wellington (Somerset)", "somerset"),
        ("Croydon, Surrey", "croydon"),
        ("Dudley, West Midlands", "dudley"),
        ("Barnard Castle, Co Durham", "durham"),
        ("Ashford, Kent", "kent"),
        ("Ashford, Middx", "surrey"),
    ],
)
def test_a_town_with_its_county_is_surely_there(find, typed, slug):
    found = find(typed)

    assert (found.what, slugs(found), found.sure) == ("area", [slug], True)


def test_a_village_we_do_not_know_comes_with_the_areas_of_its_county(find):
    found = find("Xqzwick, Hampshire")

    assert found.sentence.startswith("We know no place of that name in Hampshire.")
    assert set(slugs(found)) == {"hampshire", "portsmouth", "southampton"}
    assert not found.sure


def test_a_town_in_a_nation_outside_england_is_there(find):
    assert find("Newport, Wales").what == "elsewhere"


@pytest.mark.parametrize("typed", ["Kendal", "Kettering", "Telford", "Guildford", "Loughborough"])
def test_the_name_of_a_town_alone_is_never_sure(find, typed):
    assert (find(typed).what, find(typed).sure) == ("area", False)


@pytest.mark.parametrize("typed", ["DY1 1HF", "DT1", "Dudley", "Bournemouth", "County Durham"])
def test_a_postcode_and_the_name_of_an_area_are_sure(find, typed):
    assert (find(typed).what, find(typed).sure) == ("area", True)


@pytest.mark.parametrize("typed", ["Bishop's Stortford", "bishops stortford", "Bishop’s Stortford"])
def test_an_apostrophe_decides_nothing(find, typed):
    assert slugs(find(typed)) == ["hertfordshire"]


def test_a_district_is_told_of_as_it_was_on_the_day(find):
    found = find("Kettering", on=date(2021, 3, 31))

    assert found.sentence == "Kettering is a district of Northamptonshire."


@pytest.mark.parametrize("day", [DAYS[0], TODAY, DAYS[-1]])
def test_every_name_we_know_leads_somewhere(find, day):
    names = [
        *(area.name for area in AREAS.values()),
        *(one.name for one in all_councils()),
        *(place.name for held in list(_by_name().values())[::20] for place in held),
    ]

    assert [name for name in names if find(name, on=day).what.startswith("unknown")] == []


def test_no_name_is_taken_for_a_postcode(postcodes):
    names = [area.name for area in AREAS.values()] + [
        place.name for held in _by_name().values() for place in held
    ]

    assert not [name for name in names if by_whole(name, on=TODAY, held=postcodes)]
    assert not [name for name in names if by_part(name, on=TODAY, held=postcodes)]


def test_a_name_we_do_not_know_comes_with_those_like_it(find):
    assert find("Dudly").nearest[0] == "Dudley"
    assert "Kettering" in find("Ketering").nearest
    assert find("Dudly").what == "unknown"
    assert "our list has not every town" in find("Dudly").sentence
    assert find("xqzw").nearest == ()


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(typed=st.text(max_size=200))
def test_whatever_is_typed_has_an_answer(find, typed):
    found = find(typed)

    assert found.sentence
    assert bool(found.possible) or found.what.startswith("unknown")


def test_names_need_no_index(tmp_path):
    nowhere = tmp_path / "postcodes.sqlite3"

    assert places.find("Dudley", on=TODAY, postcodes=nowhere).what == "area"
    with pytest.raises(index.NoIndex):
        places.find("DY1 1HF", on=TODAY, postcodes=nowhere)


# What was typed is neither logged nor kept, and no answer repeats it.

PRIVATE = ("DY1 1HF", "dy11hf", "DY1", "ZZ9 9ZZ", "AL1 9ZA", "12 Privet Drive DY1 1HF", "Mrs Xqzw")


@pytest.mark.parametrize("typed", PRIVATE)
def test_no_answer_repeats_what_was_typed(find, typed):
    words = str(asdict(find(typed))).casefold()

    assert typed.casefold() not in words
    assert not any(part.casefold() in words for part in ("DY1", "1HF", "Privet", "Xqzw"))


def test_nothing_is_logged_or_written(find, caplog, capfd, postcodes):
    before = postcodes.read_bytes(), sorted(postcodes.parent.iterdir())

    with caplog.at_level(logging.NOTSET):
        for typed in PRIVATE:
            find(typed)

    assert caplog.records == []
    assert capfd.readouterr() == ("", "")
    assert before == (postcodes.read_bytes(), sorted(postcodes.parent.iterdir()))


def test_no_cache_grows_by_what_was_typed(find):
    for typed in ("B1 1BB", "B1", "B1 9ZZ", "Mr Zqwx", "Oldham", "Old"):
        find(typed)  # reads the tables, which are kept
    before = kept()

    for typed in PRIVATE:
        find(typed)

    assert before
    assert kept() == before


def kept():
    """How much each cache of ours, made with functools, holds."""
    return {
        f"{one.__module__}.{one.__qualname__}": one.cache_info().currsize
        for one in gc.get_objects()
        if isinstance(one, functools._lru_cache_wrapper)
        and str(one.__module__).startswith("areasend")
    }


def test_trouble_does_not_tell_what_was_typed(tmp_path):
    with pytest.raises(index.NoIndex) as trouble:
        places.find("DY1 1HF", on=TODAY, postcodes=tmp_path / "none.sqlite3")

    assert "DY1" not in f"{trouble.value!r} {trouble.value.__cause__!r}"
