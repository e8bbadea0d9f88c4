"""Every kind of event has its words, its code and its line of coverage."""

import csv
import re
from datetime import date
from importlib.resources import files
from itertools import product
from typing import get_args

import pytest
from hypothesis import given

from areasend.domain.coverage import Coverage, complete_to, coverage
from areasend.domain.duties import CLOCKS
from areasend.domain.events import (
    Act,
    Event,
    Framework,
    Instrument,
    Outcome,
    Plan,
    StepKind,
    Verdict,
)
from areasend.domain.kinds import (
    KINDS,
    action,
    count,
    intervention,
    key,
    outcome,
    progress,
    sentence,
)
from tests.domain.building import (
    build_accelerated_events,
    build_intervened,
    build_judged,
    build_monitored,
    build_ordinary_events,
    build_ordinary_events_since_2023,
    build_report,
    build_revisited,
    build_started,
    build_step,
    build_submitted,
)
from tests.domain.imagining import events

KEYS = {kind.key for kind in KINDS}
CODES = [code for kind in KINDS for code in kind.codes]
EVERYTHING = (
    *build_ordinary_events(),
    *build_accelerated_events(),
    *build_ordinary_events_since_2023(),
    build_step("strategic-plan-published", "2023"),
)


def test_no_two_kinds_share_a_key():
    assert len(KEYS) == len(KINDS)


def test_no_code_leads_to_two_kinds():
    assert len(set(CODES)) == len(CODES)


def test_every_kind_has_a_code_in_lists_of_events():
    assert all(kind.codes for kind in KINDS)


def test_every_plain_step_is_a_kind():
    assert {step.value for step in StepKind} <= KEYS


def test_every_kind_is_that_of_some_event():
    assert {key(event) for event in EVERYTHING} == KEYS
    assert {type(event) for event in EVERYTHING} == set(get_args(Event))


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
        (
            build_report(outcome=Outcome.POSITIVE),
            "The report was published: children's experiences were typically positive.",
        ),
        (
            build_report(outcome=Outcome.INCONSISTENT, priority_actions=0),
            "The report was published: children's experiences were inconsistent.",
        ),
        (
            build_report(outcome=Outcome.WIDESPREAD_FAILINGS),
            "The report was published: widespread or systemic failings.",
        ),
        (
            build_report(outcome=Outcome.WIDESPREAD_FAILINGS, priority_actions=1),
            "The report was published: widespread or systemic failings, "
            "with 1 area for priority action.",
        ),
        (
            build_report(outcome=Outcome.WIDESPREAD_FAILINGS, priority_actions=5),
            "The report was published: widespread or systemic failings, "
            "with 5 areas for priority action.",
        ),
        (
            build_judged(plan=Plan.PRIORITY_ACTION),
            "The priority action plan was judged fit for purpose.",
        ),
        (
            build_judged(plan=Plan.ACCELERATED_PROGRESS, fit=False),
            "The accelerated progress plan was judged not yet fit for purpose.",
        ),
        (
            build_monitored(sufficient=5, of=5),
            "The report of a monitoring inspection was published: "
            "effective action on all 5 priorities.",
        ),
        (
            build_intervened(),
            "The government issued an improvement notice (about SEND).",
        ),
        (
            build_step("monitoring-visit", "2018"),
            "The Department for Education and the NHS made a monitoring visit.",
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


@pytest.mark.parametrize(
    ("effective", "counts", "words"),
    [
        (True, {}, "effective action"),
        (False, {}, "ineffective action"),
        (True, {"sufficient": 2}, "effective action"),
        (True, {"of": 5}, "effective action"),
        (True, {"sufficient": 5, "of": 5}, "effective action on all 5 priorities"),
        (True, {"sufficient": 1, "of": 1}, "effective action on its one priority"),
        (False, {"sufficient": 2, "of": 5}, "effective action on 2 of 5 priorities"),
        (False, {"sufficient": 0, "of": 5}, "effective action on none of 5 priorities"),
        (False, {"sufficient": 0, "of": 1}, "effective action on none of 1 priority"),
    ],
)
def test_what_a_monitoring_inspection_found_in_words(effective, counts, words):
    assert action(build_monitored(effective=effective, **counts)) == words


# Every word of the domain has words for the public


@pytest.mark.parametrize("found", Outcome)
def test_every_outcome_has_words_of_its_own_and_belongs_to_one_framework(found):
    words = {one: outcome(build_report(outcome=one)) for one in Outcome}

    assert words[found]
    assert list(words.values()).count(words[found]) == 1
    assert found.framework in Framework


@pytest.mark.parametrize("framework", Framework)
def test_every_framework_is_known_by_the_year_in_its_name_and_has_outcomes(framework):
    assert framework.value.endswith(str(framework.year))
    assert framework in {one.framework for one in Outcome}


@pytest.mark.parametrize("plan", Plan)
def test_every_plan_has_words(plan):
    words = {one: sentence(build_judged(plan=one)) for one in Plan}

    assert words[plan].endswith(" was judged fit for purpose.")
    assert list(words.values()).count(words[plan]) == 1


@pytest.mark.parametrize(("instrument", "act"), list(product(Instrument, Act)))
def test_whatever_the_government_does_with_an_instrument_has_words(instrument, act):
    words = intervention(build_intervened(instrument=instrument, act=act))

    assert _is_one_sentence(words)
    assert instrument.value.split("-")[-1] in words


@pytest.mark.parametrize("act", Act)
def test_an_intervention_is_about_send_only_if_its_source_says_so(act):
    """Rule 10 of what may be said."""
    about = intervention(build_intervened(act=act, about_send=True))
    perhaps = intervention(build_intervened(act=act, about_send=False))

    assert about.endswith(" (about SEND).")
    assert perhaps.endswith(" (about children's services; may include SEND).")


@pytest.mark.parametrize(
    "words",
    [kind.says for kind in KINDS]
    + [sentence(event) for event in EVERYTHING]
    + [
        intervention(build_intervened(instrument=one, act=act)) for one in Instrument for act in Act
    ],
)
def test_nothing_that_happens_is_called_in_force_failed_late_or_missed(words):
    """Rules 1, 9, 11 and 13 of what may be said."""
    assert not re.search(r"\b(in force|failed|late|overdue|missed)\b", words)


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


def test_our_record_of_re_visits_is_complete_to_the_last_official_release_of_2016():
    assert complete_to("revisit-started") == date(2022, 8, 31)
    assert complete_to("revisited") == date(2022, 10, 31)


def test_our_record_of_visits_ends_the_longest_wait_for_a_report_before_that_of_reports():
    """Rule 7: publication takes up to 147 days, so visits are complete only to that many before."""
    reports, visits = complete_to("report-published"), complete_to("inspection-started")

    assert (reports, visits) == (date(2026, 6, 29), date(2026, 2, 2))
    assert (reports - visits).days == 147
    assert "147 days" in coverage()["inspection-started"].words


def test_what_would_fulfil_a_duty_is_a_kind_whose_coverage_is_known():
    fulfilling = {clock.fulfilled_by for clocks in CLOCKS.values() for clock in clocks}

    assert fulfilling <= coverage().keys()


@pytest.mark.parametrize("step", StepKind)
def test_every_plain_step_can_be_told(step):
    told = build_step(step, "2019")

    assert key(told) == step.value
    assert sentence(told) == next(kind.says for kind in KINDS if kind.key == step.value)


def _is_one_sentence(words):
    flat = " ".join(words.split())
    return flat[0].isupper() and flat.endswith(".") and flat.count(". ") == 0


def test_every_kind_has_a_name_that_reads_as_prose():
    names = [kind.name for kind in KINDS]

    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[A-Z][a-z' ,-]+", name)] == []
    assert [
        name
        for name in names
        if re.search(r"revisit|\bintervened|\bjudged in", name, re.IGNORECASE)
    ] == []


def test_the_day_to_which_a_kind_is_held_is_told_in_words_or_not_at_all():
    told = {Coverage("x", day, "", about=about).to for day, about in DAYS}

    assert told == {"", "2 February 2026", "about 2 February 2026"}


DAYS = [(None, False), (date(2026, 2, 2), False), (date(2026, 2, 2), True)]
