"""No small number can be had: not by asking, not from the files, not by adding a line to them."""

import csv
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from walking import TINY, TODAY, today, values

from areasend.answers import context as answers
from areasend.answers.context import DEPARTMENT, Neighbour, Sourced, context
from areasend.domain.areas import AREAS
from areasend.domain.context import (
    Figure,
    Hidden,
    Kind,
    Marker,
    Shown,
    Why,
    hold,
    read_figure,
    why_withheld,
    withheld,
)

RECORD = files("areasend") / "record" / "context"
WITH_FIGURES = ("plans", "plans-in-20-weeks", "appeals", "appeals-new-method", "people-0-25")
TABLES = (*WITH_FIGURES, "most-deprived-tenth", "most-deprived-fifth")
days = st.dates(date(2014, 9, 1), date(2040, 1, 1))
rates = st.sampled_from(["", "1.5"])
counts = st.none() | st.integers(0, 12) | st.integers(0, 5_000)


@cache
def lines(table):
    with (RECORD / f"{table}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def build_line(**more):
    return {"period": "2024", "count": "", "out_of": "", "rate": "", "marker": ""} | {
        "release": "sen2-2025",
        "place": "dudley",
        **more,
    }


def numbers(thing):
    return [one for one in values(thing) if isinstance(one, int | float | Fraction)]


def test_the_test_itself_finds_numbers():
    assert numbers(today("kent"))


@pytest.mark.parametrize("slug", TINY)
@given(day=days)
def test_the_smallest_areas_answer_without_a_number(slug, day):
    answer = context(slug, as_at=day)

    assert numbers(answer) == []
    assert answer.measures == ()
    assert answer.withheld == Hidden(Why.TOO_SMALL)
    assert answer.href == DEPARTMENT
    said = [one for one in values(answer) if isinstance(one, str) and one != DEPARTMENT]
    assert not any(re.search(r"\d", words) for words in said)


def test_the_smallest_areas_are_nobodys_neighbour_with_a_number(monkeypatch):
    """Nobody's today; should the department name one, it comes without a figure."""
    kent = replace(AREAS["kent"], neighbours=("essex", "isles-of-scilly"))
    monkeypatch.setattr(answers, "AREAS", {**AREAS, "kent": kent})

    for answer in context("kent", as_at=TODAY).measures:
        essex, scilly = answer.neighbours

        assert isinstance(essex.figure, Sourced)
        assert scilly == Neighbour("isles-of-scilly", "Isles of Scilly", Hidden(Why.TOO_SMALL))


def test_the_files_hold_no_number_of_the_smallest_areas():
    found = [row for table in TABLES for row in lines(table) if row["place"] in TINY]

    assert sorted(row["place"] for row in found) == sorted(TINY)
    assert all(row["marker"] == "too-small" for row in found)
    assert not any(row["count"] or row["out_of"] or row["rate"] for row in found)


@pytest.mark.parametrize("table", WITH_FIGURES)
def test_the_files_hold_no_small_number(table):
    for row in lines(table):
        count, out_of = row["count"], row["out_of"]

        assert not count or int(count) not in range(1, 5)
        assert not out_of or int(out_of) not in range(1, 5)
        assert not (count and out_of) or int(out_of) - int(count) not in range(1, 5)
        if row["marker"] in {"few", "all-but-few", "few-in-all"}:
            assert not count
            assert not row["rate"]


def test_no_figure_shown_is_small():
    for slug in AREAS:
        for answer in today(slug).measures:
            for one in answer.series:
                refuse_small(one.figure)


def refuse_small(figure):
    count, out_of, rate = (
        one.value if isinstance(one, Shown) else None
        for one in (figure.count, figure.out_of, figure.rate)
    )
    assert count not in range(1, 5)
    assert out_of not in range(1, 5)
    if count is not None and out_of is not None:
        assert out_of - count not in range(1, 5)
    # A rate beside one exact count would give the other.
    rounded = isinstance(figure.count, Shown) and figure.count.to
    if figure.out_of is not None and not rounded:
        assert rate is None or (count is None) == (out_of is None)


@given(
    count=counts, out_of=counts, rate=st.sampled_from(["", "1.5"]), marker=st.sampled_from(Marker)
)
def test_a_line_added_in_error_gives_nothing_away(count, out_of, rate, marker):
    line = build_line(
        rate=rate,
        count="" if count is None else str(count),
        out_of="" if out_of is None else str(out_of),
        marker=marker.value,
    )

    figure = read_figure(line, Kind.SHARE)

    refuse_small(figure)
    small = {Why.FEWER_THAN_FIVE, Why.ALL_BUT_FEWER_THAN_FIVE}
    if isinstance(figure.count, Hidden) and figure.count.why in small:
        assert figure.rate == Hidden(Why.BESIDE_A_SMALL_COUNT)


@pytest.mark.parametrize(
    ("count", "out_of", "says", "of"),
    [
        ("3", "200", "fewer than 5", "200"),
        ("197", "200", "all but fewer than 5", "200"),
        ("2", "4", "fewer than 5", "fewer than 5"),
        ("0", "200", "0", "200"),
        ("200", "200", "200", "200"),
        ("5", "200", "5", "200"),
    ],
)
def test_small_counts_read_as_such(count, out_of, says, of):
    figure = read_figure(build_line(count=count, out_of=out_of), Kind.SHARE)

    assert (str(figure.count), str(figure.out_of)) == (says, of)
    assert isinstance(figure.rate, Shown) is says.isdigit()


def test_a_hidden_number_is_nowhere_in_what_hides_it():
    figure = read_figure(build_line(count="3", out_of="200"), Kind.SHARE)

    assert figure == Figure(
        period=2024,
        count=Hidden(Why.FEWER_THAN_FIVE),
        out_of=Shown(200),
        rate=Hidden(Why.BESIDE_A_SMALL_COUNT),
        release="sen2-2025",
        ours=False,
    )


@pytest.mark.parametrize(
    ("plans", "people", "why"),
    [
        ([Shown(49)], [Shown(30_000)], Why.TOO_SMALL),
        ([Shown(50)], [Shown(2_500)], None),
        ([Shown(500)], [Shown(2_499)], Why.TOO_SMALL),
        ([Shown(500), Shown(49)], [], Why.TOO_SMALL),
        ([Shown(500)], [Hidden(Why.NOT_AVAILABLE)], None),
        ([Shown(500)], [], None),
        ([Hidden(Why.TOO_SMALL)], [], Why.TOO_SMALL),
        ([Hidden(Why.FEWER_THAN_FIVE)], [], Why.NOT_HELD),
        ([], [Shown(30_000)], Why.NOT_HELD),
        ([], [], Why.NOT_HELD),
    ],
)
def test_which_areas_have_no_figures(plans, people, why):
    assert withheld(plans=plans, people=people) == (Hidden(why) if why else None)


def test_only_the_two_smallest_areas_are_withheld_for_it():
    why = {slug: today(slug).withheld for slug in AREAS if today(slug).withheld}

    assert why == {
        "city-of-london": Hidden(Why.TOO_SMALL),
        "isles-of-scilly": Hidden(Why.TOO_SMALL),
        # Announced for 2027, so that no figure of theirs can exist yet.
        "east-surrey": Hidden(Why.NOT_HELD),
        "west-surrey": Hidden(Why.NOT_HELD),
    }


def test_figures_added_for_a_small_area_do_not_come_through():
    added = {
        "plans": build_line(place="isles-of-scilly", count="17"),
        "plans-in-20-weeks": build_line(place="isles-of-scilly", count="10", out_of="17"),
        "appeals": build_line(place="east-surrey", count="10", out_of="17"),
    }

    held = hold(lambda table: [*lines(table), *([added[table]] if table in added else [])])

    assert not any(place in {*TINY, "east-surrey"} for _, place in held.figures)


def test_a_line_with_an_unknown_marker_is_refused():
    with pytest.raises(ValueError, match="perhaps"):
        read_figure(build_line(marker="perhaps"), Kind.SHARE)


def test_of_the_smallest_nothing_is_shown_and_of_the_next_something():
    found = {area: why_withheld(area, lines) for area in (*sorted(TINY), "rutland")}

    assert found == {**dict.fromkeys(TINY, Hidden(Why.TOO_SMALL)), "rutland": None}
