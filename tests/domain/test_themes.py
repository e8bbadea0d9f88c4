"""The list of themes: whole, unambiguous, and with examples that are ours."""

import csv
import json
import os
import re
from importlib.resources import files
from pathlib import Path

import pytest

from areasend.domain.themes import NONE_FITS, taxonomy, themes_among
from tests.sayings import FORBIDDEN

LETTERS = os.environ.get("AREASEND_LETTERS")
#: So many words in a row, the same as in a report, would be a report's sentence.
IN_A_ROW = 9


def rows(name):
    with (files("areasend") / "record" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def runs(text):
    words = re.findall(r"[\w'-]+", text.lower().replace("’", "'"))
    return {tuple(words[at : at + IN_A_ROW]) for at in range(len(words) - IN_A_ROW + 1)}


def test_that_none_fits_is_an_answer_and_no_theme():
    first = next(iter(taxonomy().themes))

    assert themes_among([NONE_FITS, first]) == (first,)
    assert taxonomy().name_of(NONE_FITS) == "none fits"
    assert taxonomy().name_of("OF_ANOTHER_LIST") == "OF_ANOTHER_LIST"


def test_each_theme_is_said_in_plain_sentences_with_two_or_three_examples():
    for theme in taxonomy().themes.values():
        assert 2 <= len(theme.examples) <= 3, theme.code
        for words in (theme.says, theme.includes, theme.excludes, *theme.examples):
            assert re.fullmatch(r"[A-Z0-9][^\n]+\.", words), words


def test_no_theme_says_what_may_be_said_of_nobody():
    for theme in taxonomy().themes.values():
        words = (theme.says, theme.includes, theme.excludes, *theme.examples)
        assert not FORBIDDEN.search(" ".join(words)), theme.code


def test_names_and_codes_are_told_apart():
    themes = taxonomy().themes.values()

    assert len({theme.name for theme in themes}) == len(themes)
    assert all(re.fullmatch(r"[A-Z]+(_[A-Z]+)?", theme.code) for theme in themes)


def test_no_cue_speaks_for_two_themes():
    cues = [cue for theme in taxonomy().themes.values() for cue in theme.cues]

    assert [cue for cue in cues if cues.count(cue) > 1] == []


@pytest.mark.parametrize("name", ["themes.csv", "recoding.csv"])
def test_every_label_of_the_record_is_in_the_list(name):
    given = {code for row in rows(name) for code in row["themes"].split()}

    assert given <= taxonomy().themes.keys()


def test_a_code_that_no_theme_has_stands_for_itself():
    assert taxonomy().name_of("LO") == "The local offer"
    assert taxonomy().name_of("ODD") == "ODD"


@pytest.mark.skipif(not LETTERS, reason="not run: AREASEND_LETTERS names no folder")
def test_no_example_is_a_sentence_of_a_report():
    ours = {
        run
        for theme in taxonomy().themes.values()
        for words in (theme.says, theme.includes, *theme.examples)
        for run in runs(words)
    }
    with Path(LETTERS, "weaknesses_2016_2022.csv").open(encoding="utf-8") as file:
        theirs = [row["text"] for row in csv.DictReader(file)]
    for report in json.loads(Path(LETTERS, "expected.json").read_text("utf-8")).values():
        points = (report["priority_actions"] or []) + (report["improvements"] or [])
        theirs += [point["text"] for point in points]

    assert [text for text in theirs if runs(text) & ours] == []
