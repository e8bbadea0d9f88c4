"""Postcodes as people type them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.gazetteer import writing

letters = st.sampled_from("ABCDEFGHJKLMNPQRSTUVWXYZ")
figures = st.sampled_from("23456789")
outwards = st.one_of(
    st.tuples(letters, figures),
    st.tuples(letters, figures, figures),
    st.tuples(letters, letters, figures),
    st.tuples(letters, letters, figures, figures),
    st.tuples(letters, figures, letters),
    st.tuples(letters, letters, figures, letters),
).map("".join)
inwards = st.tuples(figures, letters, letters).map("".join)


@given(outward=outwards, inward=inwards)
def test_a_whole_postcode_is_read_as_it_stands(outward, inward):
    for typed in (f"{outward} {inward}", f"{outward}{inward}", f"  {outward}  {inward}. ".lower()):
        assert next(writing.wholes(typed)) == (outward, inward)


@given(outward=outwards, inward=inwards)
def test_words_before_a_postcode_do_not_hide_it(outward, inward):
    for before in ("postcode ", "My postcode is: ", "12 High Street, Dudley, "):
        assert (outward, inward) in writing.wholes(f"{before}{outward} {inward}")


@given(outward=outwards, inward=inwards)
def test_what_is_begun_is_read_to_where_it_ends(outward, inward):
    assert next(writing.parts(outward)) == (outward, "")
    assert next(writing.parts(f"{outward} {inward[0]}")) == (outward, inward[0])
    assert next(writing.parts(f"{outward} {inward[:2]}")) == (outward, inward[:2])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("DYI 1HF", ("DY1", "1HF")),
        ("DY1 IHF", ("DY1", "1HF")),
        ("0X1 1ND", ("OX1", "1ND")),
        ("OX1 OAA", ("OX1", "0AA")),
        ("1P1 2BX", ("IP1", "2BX")),
        ("S014 7LY", ("SO14", "7LY")),
        ("dy1-1hf", ("DY1", "1HF")),
        ("D Y 1 1 H F", ("DY1", "1HF")),
    ],
)
def test_letters_and_figures_that_look_alike_are_tried_for_each_other(typed, meant):
    assert meant in writing.wholes(typed)


def test_a_space_decides_and_without_one_the_longer_outward_part_comes_first():
    assert next(writing.parts("DY1 1")) == ("DY1", "1")
    assert list(writing.parts("DY11"))[:2] == [("DY11", ""), ("DY1", "1")]


@pytest.mark.parametrize(
    "typed", ["", " ", "Dudley", "Newcastle upon Tyne", "1", "DY", "123456", "é1 1aa", "DY1 1HFX"]
)
def test_what_is_no_postcode_is_read_as_none(typed):
    assert not list(writing.wholes(typed))
    assert not list(writing.parts(typed))


@given(typed=st.text(max_size=100))
def test_whatever_is_typed_is_read_as_postcodes_or_not_at_all(typed):
    for outward, inward in (*writing.wholes(typed), *writing.parts(typed)):
        assert re.fullmatch(r"[A-Z]{1,2}\d[A-Z\d]?|GIR|NPT", outward)
        assert re.fullmatch(r"(\d[A-Z]{0,2})?", inward)


def test_one_or_two_letters_may_begin_postcodes():
    read = {typed: writing.letters(typed) for typed in ("dy", " B ", "", "bed", "1")}

    assert read == {"dy": "DY", " B ": "B", "": "", "bed": "", "1": ""}
