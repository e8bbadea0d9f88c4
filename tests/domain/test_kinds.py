"""Every kind of event has its words, its code and its line of coverage."""

import csv
from datetime import date
from importlib.resources import files
from typing import get_args

import pytest
from hypothesis import given

from areasend.domain.coverage import complete_to, coverage
from areasend.domain.events import Event, Outcome, Step, StepKind, Verdict
from areasend.domain.kinds import KINDS, count, key, progress, sentence
from tests.domain.building import (
    build_judged,
    build_ordinary_events,
    build_report,
    build_revisited,
    build_started,
    build_step,
    build_submitted,
)
from tests.domain.imagining import events

KEYS = {kind.key for kind in KINDS}
CODES = [code for kind in KINDS for code in kind.codes]


def test_no_two_kinds_share_a_key():
    assert len(KEYS) == len(KINDS)


def test_no_code_leads_to_two_kinds():
    assert len(set(CODES)) == len(CODES)


def test_every_kind_has_a_code_in_lists_of_events():
    assert all(kind.codes for kind in KINDS)


def test_every_plain_step_is_a_kind():
    assert {step.value for step in StepKind} <= KEYS


def test_every_kind_is_that_of_some_event():
    assert {key(event) for event in build_ordinary_events()} == KEYS
    assert {type(event) for event in build_ordinary_events()} == set(get_args(Event))


def test_every_kind_of_event_says_what_it_is_in_one_sentence():
    assert all(_is_one_sentence(kind.says) for kind in KINDS)


def test_every_class_of_event_is_defined_by_the_first_sentence_of_its_docstring():
    assert all(_is_one_sentence(one.__doc__.split("\n\n")[0]) for one in get_args(Event))


@given(events())
def test_whatever_happens_is_told_in_one_sentence_without_its_day(event):
    assert _is_one_sentence(sentence(event))
    assert key(event) in KEYS


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (build_started(), "Inspectors began a full inspection."),
        (build_submitted(), "The area submitted its written statement of action."),
        (build_step("revisit-ended", "2021"), "Inspectors finished their re-visit."),
        (
            build_report(outcome=Outcome.NO_STATEMENT_REQUIRED),
            "The report was published: no written statement of action was required.",
        ),
        (build_report(), "The report was published: a written statement of action was required."),
        (
            build_report(weaknesses=1),
            "The report was published: a written statement of action was required, "
            "for 1 significant weakness.",
        ),
        (
            build_report(weaknesses=14),
            "The report was published: a written statement of action was required, "
            "for 14 significant weaknesses.",
        ),
        (build_judged(fit=True), "The written statement of action was judged fit for purpose."),
        (
            build_judged(fit=False),
            "The written statement of action was judged not yet fit for purpose.",
        ),
        (
            build_revisited(verdict=Verdict.SOME, sufficient=8, of=14),
            "The letter on the re-visit was published: enough progress on 8 of 14 weaknesses.",
        ),
    ],
)
def test_what_happened_in_one_sentence(event, words):
    assert sentence(event) == words


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.ALL, "enough progress on all of the weaknesses"),
        (Verdict.SOME, "enough progress on some but not all of the weaknesses"),
        (Verdict.NONE, "enough progress on none of the weaknesses"),
    ],
)
@pytest.mark.parametrize("counts", [{}, {"sufficient": 2}, {"of": 5}])
def test_a_verdict_without_both_numbers_is_told_without_numbers(verdict, words, counts):
    assert progress(build_revisited(verdict=verdict, **counts)) == words


@pytest.mark.parametrize(
    ("number", "of", "words"),
    [
        (5, 5, "all 5 weaknesses"),
        (1, 5, "1 of 5 weaknesses"),
        (0, 5, "none of 5 weaknesses"),
        (1, 1, "its one weakness"),
        (0, 1, "none of 1 weakness"),
    ],
)
def test_a_count_of_weaknesses_in_words(number, of, words):
    assert count(number, of=of) == words


def test_coverage_speaks_of_every_kind_of_event_once_and_of_nothing_else():
    with (files("areasend.domain") / "coverage.csv").open(encoding="utf-8") as file:
        listed = [row["kind"] for row in csv.DictReader(file)]

    assert sorted(listed) == sorted(KEYS)
    assert list(coverage()) == listed


def test_coverage_says_in_words_what_is_held():
    assert all(held.words.endswith(".") for held in coverage().values())


def test_of_what_an_area_does_after_a_report_our_record_is_complete_in_nothing():
    """Rule 7 of what may be said: everything found in lists of events is partial."""
    partial = {kind for kind in KEYS if complete_to(kind) is None}

    assert partial == KEYS - {
        "inspection-started",
        "report-published",
        "revisit-started",
        "revisited",
    }


def test_our_record_of_the_framework_of_2016_is_complete_to_the_last_official_release():
    assert complete_to("inspection-started") == complete_to("revisit-started") == date(2022, 8, 31)
    assert complete_to("report-published") == complete_to("revisited") == date(2022, 10, 31)


def test_every_plain_step_can_be_told():
    steps = [build_step(step, "2019") for step in StepKind]

    assert {key(step) for step in steps} == {
        key(event) for event in build_ordinary_events() if isinstance(event, Step)
    }


def _is_one_sentence(words):
    flat = " ".join(words.split())
    return flat[0].isupper() and flat.endswith(".") and flat.count(". ") == 0
