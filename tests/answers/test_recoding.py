"""Agreement of two people on themes: not known today, and worked out once there are labels."""

import pytest

from areasend.answers.recoding import agreement, recoding
from areasend.answers.rows.weaknesses import weaknesses
from areasend.answers.themes import themes_answer
from areasend.answers.weaknesses import _by_hand
from areasend.domain.themes import taxonomy
from tests.asking import asked

FIRST = {
    "dudley/2016/1/w1": frozenset({"LO"}),
    "dudley/2016/1/w2": frozenset({"LO", "JC"}),
    "dudley/2016/1/w3": frozenset({"JC"}),
    "dudley/2016/1/w4": frozenset({"STRAT"}),
}


def again(name, themes, coder="2"):
    number = f"dudley/2016/1/{name}"
    return {"weakness": number, "coder": coder, "labelled_on": "2027-01-05", "themes": themes}


def test_one_person_alone_has_labelled_the_shipped_record():
    found = recoding()

    assert (found.labelled, found.twice, found.people) == (154, 0, 1)
    assert found.alpha is None
    assert found.themes == ()


def test_labels_that_agree_wholly_have_an_alpha_of_one():
    found = agreement(FIRST, [again("w1", "LO"), again("w3", "JC")])

    assert (found.twice, found.people, found.alpha) == (2, 2, 1.0)
    assert {one.code: one.alpha for one in found.themes} == {"LO": 1.0, "JC": 1.0}


def test_labels_that_differ_are_counted_theme_by_theme():
    found = agreement(FIRST, [again("w1", "LO"), again("w2", "LO"), again("w3", "LO")])

    assert {one.code: (one.given, one.alpha) for one in found.themes} == {
        "JC": (2, -0.25),
        "LO": (3, 0.0),
    }
    assert found.alpha == -0.136


def test_a_third_person_is_one_more_label_of_the_same_weakness():
    found = agreement(FIRST, [again("w1", "LO"), again("w1", "JC", "3"), again("w3", "JC")])

    assert (found.twice, found.people) == (2, 3)


def test_a_weakness_without_first_labels_cannot_be_labelled_again():
    with pytest.raises(KeyError):
        agreement(FIRST, [again("w9", "LO")])


def test_every_theme_shown_is_in_the_list_and_was_given_by_a_person():
    names = {theme.name for theme in themes_answer().themes}
    given = {code for row in _by_hand().values() for code in row["themes"].split()}

    assert {taxonomy().name_of(code) for code in given} <= names
    assert themes_answer().people.labelled == len(_by_hand())


def test_every_theme_in_the_data_is_in_the_list(record):  # noqa: ARG001
    names = {theme.name for theme in themes_answer().themes}
    given = {theme for row in weaknesses(asked()) for theme in row.themes}

    assert len(given) > 20
    assert given <= names
