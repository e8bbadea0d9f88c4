"""What people type, and what documents print, comes to the area that is meant."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.areas import (
    AREAS,
    AmbiguousName,
    UnknownName,
    beginning,
    called,
    nearest,
    resolve,
)

UNCLEAR = "ambiguous"
SPELLINGS = Path(__file__).with_name("spellings.csv")
names = st.sampled_from(
    sorted(name for area in AREAS.values() for name in (area.name, *area.names))
)


def meant(name, **day):
    """The slug, or all the slugs, that a name may mean."""
    try:
        return resolve(name, **day).slug
    except AmbiguousName as unclear:
        return {area.slug for area in unclear.candidates}


def told(name):
    """The slug that a name means, or the sentence that is answered."""
    try:
        return resolve(name).slug
    except LookupError as unclear:
        return str(unclear)


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("Bristol", "bristol"),
        ("bristol city", "bristol"),
        ("Bristol, City of", "bristol"),
        ("hull", "kingston-upon-hull"),
        ("Hull, Kingston upon", "kingston-upon-hull"),
        ("Durham", "durham"),
        ("County Durham", "durham"),
        ("Durham County Council", "durham"),
        ("BCP", "bournemouth-christchurch-and-poole"),
        ("bcp council", "bournemouth-christchurch-and-poole"),
        ("Northants", "northamptonshire"),
        ("North Northants", "north-northamptonshire"),
        ("Richmond", "richmond-upon-thames"),
        ("Newcastle", "newcastle-upon-tyne"),
        ("St. Helens", "st-helens"),
        ("Southend", "southend-on-sea"),
        ("Telford & Wrekin", "telford-and-wrekin"),
        ("london corporation", "city-of-london"),
        ("City of London", "city-of-london"),
        ("Bath", "bath-and-north-east-somerset"),
        ("B&NES", "bath-and-north-east-somerset"),
        ("LB Barnet", "barnet"),
        ("The Royal Borough of Greenwich", "greenwich"),
        ("Bexley Local Authority", "bexley"),
        ("Cumbria local area partnership", "cumbria"),
        ("  SURREY\n", "surrey"),
        ("Dorset Council", "dorset"),
        ("dorset county council", "dorset-county"),
        ("dorset-county", "dorset-county"),
        ("Herts", "hertfordshire"),
        ("Middlesbrôugh", "middlesbrough"),
    ],
)
def test_what_people_type(typed, slug):
    assert resolve(typed).slug == slug


@pytest.mark.parametrize(
    ("typed", "slugs"),
    [
        ("Dorset", {"dorset-county", "dorset"}),
        ("Kingston", {"kingston-upon-hull", "kingston-upon-thames"}),
        ("Cheshire", {"cheshire-east", "cheshire-west-and-chester"}),
    ],
)
def test_what_may_mean_several_areas_is_asked_back(typed, slugs):
    assert meant(typed) == slugs


def test_the_question_names_each_area_its_dates_and_what_to_type():
    assert told("Dorset") == (
        "“Dorset” may be Dorset (county council, to 2019), until 31 March 2019 "
        "(type dorset-county) or Dorset, from 1 April 2019 (type dorset)."
    )


@pytest.mark.parametrize(
    ("typed", "day", "slug"),
    [
        ("Dorset", date(2019, 3, 31), "dorset-county"),
        ("Dorset", date(2019, 4, 1), "dorset"),
        ("Cumbria", date(2024, 1, 1), "cumbria"),
        ("Kingston", date(2024, 1, 1), {"kingston-upon-hull", "kingston-upon-thames"}),
    ],
)
def test_a_day_settles_a_name_where_it_can(typed, day, slug):
    assert meant(typed, on=day) == slug


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("Bristl", ("Bristol",)),
        ("Sussex", ("East Sussex", "West Sussex", "Essex")),
        ("London", ("City of London", "Hillingdon", "Swindon")),
        ("Xanadu", ()),
    ],
)
def test_an_unknown_name_brings_the_nearest(typed, nearest):
    with pytest.raises(UnknownName) as unknown:
        resolve(typed)

    assert unknown.value.nearest == nearest


def test_an_unknown_name_is_told_in_one_sentence():
    assert told("Bristl") == "No local area is called “Bristl”: did you mean Bristol?"
    assert told("Xanadu") == "No local area is called “Xanadu”."


@pytest.mark.parametrize("absurd", ["", " ", "\0", "\ud800", "😀", "-", "a" * 1_000_000])
def test_absurd_input_is_unknown(absurd):
    assert told(absurd).startswith("No local area is called")
    assert len(told(absurd)) < 300


@pytest.mark.slow
@given(st.text())
def test_whatever_is_typed_is_answered_in_print(text):
    assert told(text).isprintable()


@given(name=names, gap=st.sampled_from([" ", "  ", "-", ", ", ". ", "\u00a0"]))
def test_case_and_punctuation_make_no_difference(name, gap):
    assert meant(name.upper()) == meant(name.title()) == meant(name.replace(" ", gap).swapcase())


def test_every_area_goes_by_its_slug_and_its_name():
    for area in AREAS.values():
        assert resolve(area.slug) == area
        assert area.slug in meant(area.name)


def test_every_spelling_met_in_the_sources():
    """The lists, letters, statistics and seed documents at hand on 21 November 2026."""
    with SPELLINGS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    wrong = [row for row in rows if told(row["spelling"]) != row["slug"] and row["slug"] != UNCLEAR]

    assert len(rows) > 700
    assert wrong == []
    assert {row["spelling"] for row in rows if row["slug"] == UNCLEAR} == {"Dorset"}


@given(name=names)
def test_a_whole_name_is_not_only_the_beginning_of_one(name):
    assert called(name)
    assert not set(called(name)) & set(beginning(name))


def test_a_beginning_is_no_whole_name():
    assert called("Kingston") == ()
    assert {area.slug for area in beginning("kingston")} == {
        "kingston-upon-hull",
        "kingston-upon-thames",
    }
    assert beginning("") == ()


def test_names_like_a_name_are_those_that_are_told_of():
    with pytest.raises(UnknownName) as trouble:
        resolve("Dudly")

    assert trouble.value.nearest == nearest("Dudly") == ("Dudley",)
