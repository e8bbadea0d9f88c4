"""The numbers of points: a word that is mended renames none, and no two have the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.casework.tellings.points import numbered
from areasend.domain.points import Point

LISTS = "Partners should agree one list of schools for all children."
WAITS = "Leaders should shorten the time for which families wait for a plan."
HEALTH = "Health visits in the early years are not offered to everybody."


def read(*words, kind="a"):
    return tuple(Point(number=f"{kind}{at}", words=one) for at, one in enumerate(words, 1))


def numbers(texts, before=(), used=(), kind="a"):
    return numbered(kind, texts, before, used)


def test_points_of_which_none_is_held_have_their_places():
    assert numbers([LISTS, WAITS]) == ["a1", "a2"]


def test_a_word_that_is_mended_renames_no_point():
    mended = LISTS.replace("one", "a")

    assert numbers([mended, WAITS], read(LISTS, WAITS)) == ["a1", "a2"]


def test_points_in_another_order_keep_their_numbers():
    assert numbers([WAITS, LISTS], read(LISTS, WAITS)) == ["a2", "a1"]


def test_a_point_between_two_takes_neither_number():
    assert numbers([LISTS, HEALTH, WAITS], read(LISTS, WAITS)) == ["a1", "a3", "a2"]


def test_two_points_in_the_same_words_have_two_numbers():
    assert numbers([LISTS, LISTS]) == ["a1", "a2"]
    assert numbers([LISTS, LISTS], read(LISTS)) == ["a1", "a2"]


def test_the_number_of_a_point_that_was_taken_away_is_not_used_again():
    before = read(LISTS, kind="i")

    assert numbers([LISTS, HEALTH], before, used={"i1", "i2"}, kind="i") == ["i1", "i3"]


def test_a_counted_point_has_no_number_beyond_the_count():
    assert numbers([WAITS], read(LISTS, WAITS), used={"a1", "a2"}) == ["a1"]


@pytest.mark.parametrize("kind", ["a", "w", "i"])
@given(
    texts=st.lists(st.sampled_from([LISTS, WAITS, HEALTH]), max_size=6),
    held=st.lists(st.sampled_from([LISTS, WAITS, HEALTH]), max_size=6),
    used=st.sets(st.integers(1, 8)),
)
def test_no_two_ever_have_the_same(kind, texts, held, used):
    found = numbers(texts, read(*held, kind=kind), {f"{kind}{at}" for at in used}, kind)

    assert len(set(found)) == len(found) == len(texts)
