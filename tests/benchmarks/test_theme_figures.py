"""Figures of themes, on trials made up so that each can be worked out by hand."""

import json

import pytest

from areasend.domain.themes import taxonomy
from areasend.reading.themes.model import Model

themes = pytest.importorskip("benchmarks.themes")
from benchmarks.theme_trials import Trial  # noqa: E402
from benchmarks.theming import CODES, Labelled, fit, ours, rarity  # noqa: E402


def build_trial(given, chosen, *, area="Dudley", usual=""):
    likelihoods = {code: 0.9 if code in chosen.split() else 0.05 for code in CODES}
    one = Labelled(f"{area}: {given}", area, tuple(given.split()))
    return Trial(one, likelihoods, frozenset(chosen.split()), usual)


TRIALS = [
    build_trial("LO", "LO", usual="LO"),
    build_trial("LO JC", "LO", usual="JC"),
    build_trial("JC", "LO", area="Bury", usual="JC"),
    build_trial("JC", "JC", area="Bury", usual="JC"),
]


def test_a_theme_is_counted_as_given_as_proposed_and_as_both():
    found = themes.theme("LO", TRIALS)

    assert (found["n"], found["proposed"], found["right"]) == (2, 3, 2)
    assert (found["precision"], found["recall"], found["f1"]) == (0.667, 1.0, 0.8)


def test_a_theme_that_nobody_gave_has_no_shares():
    found = themes.theme("SAFE", TRIALS)

    assert (found["n"], found["precision"], found["recall"]) == (0, None, None)
    assert (found["f1"], found["alpha"]) == (None, None)


def test_over_all_labels_each_counts_alike():
    found = themes.overall(TRIALS * 3)

    assert (found["precision"], found["recall"]) == (0.75, 0.6)
    assert found["micro_f1"] == 0.667
    assert found["same_set"] == 0.5


def test_main_themes_are_weighed_theme_by_theme():
    assert themes.macro([("LO", "LO"), ("LO", "JC"), ("JC", "JC")]) == pytest.approx(2 / 3)


def test_an_interval_holds_its_figure_and_is_the_same_each_time():
    def share(some):
        return sum(one.given == one.chosen for one in some) / len(some)

    value, low, high = themes.with_interval(TRIALS, share)

    assert low <= value <= high
    assert themes.with_interval(TRIALS, share) == [value, low, high]


def test_each_likelihood_is_in_one_band():
    found = themes.bands([*TRIALS, *middling()])

    assert sum(band["of"] for band in found) == (len(TRIALS) + 4) * len(CODES)
    assert found[-1]["given"] == 3


def middling():
    """Return trials that put something into every band."""
    for likely in (0.2, 0.4, 0.6, 0.8):
        one = Labelled(str(likely), "Kent", ("MH",))
        yield Trial(one, dict.fromkeys(CODES, likely), frozenset())


def test_a_model_is_written_so_that_it_reads_as_it_was():
    model = Model({"abc": 1.5}, {"LO": {"abc": -0.2}}, {"LO": 0.1}, 1.0, 0.0, 0.5, 0.5)

    assert Model(**json.loads(themes.written(model))) == model


def test_parts_that_one_letter_alone_has_are_not_learnt():
    texts = [Labelled("quixotic zebra", "Dudley", ("LO",)), Labelled("zebra", "Bury", ("LO",))]

    kept = rarity(texts)

    assert "zebra" in kept
    assert "quixo" not in kept


def test_the_taxonomy_alone_teaches_its_own_examples():
    model = fit([], 10.0)

    for theme in taxonomy().themes.values():
        found = model.likelihoods(theme.says)
        assert max(found, key=lambda code: found[code]) == theme.code
    assert {one.codes[0] for one in ours()} == set(CODES)
