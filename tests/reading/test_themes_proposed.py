"""Themes that the machine proposes: the likeliest three, and the words that decided."""

import csv
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.domain.themes import taxonomy
from areasend.reading.proposals import Field, Passage, Reading
from areasend.reading.themes import MACHINE, likely_themes, with_themes
from areasend.reading.themes.model import model, signs
from areasend.reading.themes.results import results
from areasend.reading.themes.words import CUE, parts

LETTERS = os.environ.get("AREASEND_LETTERS")
needs_letters = pytest.mark.skipif(not LETTERS, reason="not run: AREASEND_LETTERS names no folder")


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        ("Too many wait for years until autism is diagnosed.", "ND_WAIT", "autism"),
        ("Nobody in the town has heard of the Local Offer.", "LO", "Local Offer"),
        ("Partners do not commission services jointly.", "JC", "commission"),
        ("Yearly looks at plans, the annual reviews, come late.", "ANNREV", "annual reviews"),
        ("Leaders’ co-production with families is poor.", "COPRO", "co-production"),
    ],
)
def test_the_likeliest_theme_comes_first_with_the_words_that_decided(text, code, word):
    first = likely_themes(text)[0]

    assert (first.code, first.proposed) == (code, True)
    assert any(word in words for words in first.words)


def test_a_text_may_have_two_themes():
    found = likely_themes("The local offer is out of date, and joint commissioning is weak.")

    assert {one.code for one in found if one.proposed} == {"LO", "JC"}


@pytest.mark.parametrize("text", ["", "…", "Xylophones zigzag.", "漢字"])
def test_where_nothing_speaks_for_a_theme_none_is_proposed(text):
    assert not any(one.proposed for one in likely_themes(text))


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_three_themes_are_named_in_order_with_words_of_the_text(text):
    found = likely_themes(text)

    assert len(found) == 3
    assert [one.likelihood for one in found] == sorted(
        (one.likelihood for one in found), reverse=True
    )
    assert all(0 <= one.likelihood <= 1 for one in found)
    assert all(words in text for one in found for words in one.words)


@pytest.mark.parametrize("theme", taxonomy().themes.values(), ids=lambda theme: theme.code)
def test_what_the_words_say_adds_up_to_the_sum(theme):
    held, text = model(), theme.examples[0]
    weights = held.weights[theme.code]

    total = sum(
        weights.get(name, 0) * value
        for name, value in signs(text, held.rarity, cue=held.cue).items()
    )

    spoken = sum(amount for *_, amount in held.speaking_for(theme.code, text))
    assert spoken == pytest.approx(total)


def test_each_point_of_a_reading_has_a_proposal_that_says_it_is_the_machines():
    place = Passage(3, (1, 2, 3, 4), "…")
    points = [{"text": "Waits for autism assessments are long."}, {"text": "Buses are late."}]
    fields = (
        Field("improvements", points, "the table", (place,)),
        Field("priority_actions", None, "the table"),
    )
    reading = Reading("a-report", "A report", (), fields=fields)

    *before, themes = with_themes(reading).fields

    assert tuple(before) == fields
    assert (themes.name, themes.found, themes.passages) == ("themes", MACHINE, (place,))
    assert [one["point"] for one in themes.value] == ["i1", "i2"]
    assert themes.value[0]["likely"][0]["code"] == "ND_WAIT"


def test_a_reading_without_points_gets_no_themes():
    reading = Reading("a-table", "A table", ())

    assert with_themes(reading) is reading


def test_the_model_and_its_figures_know_every_theme_and_no_other():
    assert model().weights.keys() == model().constants.keys() == taxonomy().themes.keys()
    assert [one.code for one in results().themes] == list(taxonomy().themes)


def test_the_model_sees_only_small_parts_of_words():
    seen = {name for weights in model().weights.values() for name in weights}

    assert all(len(name) <= 5 or name.startswith(CUE) for name in seen)
    assert {name for name in seen if not name.startswith(CUE)} <= model().rarity.keys()


@needs_letters
def test_no_part_of_a_word_is_kept_that_one_letter_alone_has():
    with Path(LETTERS, "weaknesses_2016_2022.csv").open(encoding="utf-8") as file:
        texts = [(row["area"], row["text"]) for row in csv.DictReader(file)]
    for theme in taxonomy().themes.values():
        own = (theme.name, theme.says, theme.includes, *theme.examples)
        texts += [("ours", words) for words in own]
    areas = {}
    for area, text in texts:
        for sign in parts(text):
            areas.setdefault(sign.name, set()).add(area)

    assert [
        name for name in model().rarity if len(areas[name]) < 2 and areas[name] != {"ours"}
    ] == []


@needs_letters
@pytest.mark.slow
def test_learning_again_gives_the_same_weights_to_the_byte():
    theming = pytest.importorskip("benchmarks.theming")
    from benchmarks.themes import WEIGHTS, written

    learnt = theming.learnt(theming.labelled(Path(LETTERS)))

    assert written(learnt) == WEIGHTS.read_text(encoding="utf-8")


@needs_letters
@pytest.mark.slow
def test_the_figures_kept_are_of_these_texts_and_this_taxonomy():
    theming = pytest.importorskip("benchmarks.theming")
    from benchmarks.theme_trials import ours_alone
    from benchmarks.themes import overall

    texts = theming.labelled(Path(LETTERS))
    often = {code: sum(code in one.codes for one in texts) for code in theming.CODES}

    assert {one.code: one.n for one in results().themes} == often
    assert results().taxonomy_alone == overall(ours_alone(texts))
