"""Letters and reports of which we have descriptions alone: read, and never without a doubt."""

from datetime import date

import pytest
from built_letters import (
    WEAKNESSES,
    build_monitoring_report,
    build_outcome_letter,
    build_revisit_letter,
)
from built_reports import build_report

from areasend.domain.events import InspectionStarted, Step, StepKind
from areasend.domain.intervals import Interval
from areasend.reading.kinds import LETTERS, read_letter, unseen
from areasend.reading.letters.letter import opened

PROGRESS, WEAK = "sufficient progress", "significant weakness"
HELD = {"dudley": [("dudley/2023/1", Interval.day(date(2024, 3, 4)))]}
OF_EACH = {
    "area-send-report": build_report(),
    "outcome-letter-2016": build_outcome_letter(),
    "revisit-letter": build_revisit_letter(),
    "monitoring-report": build_monitoring_report(),
}


def field(reading, name):
    return next(one for one in reading.fields if one.name == name)


@pytest.mark.parametrize("kind", OF_EACH)
def test_each_kind_knows_its_own_and_no_other(kind):
    with opened(OF_EACH[kind]) as letter:
        known = [one.KIND for one in LETTERS if one.recognises(letter)]

    assert known == [kind]


@pytest.mark.parametrize("kind", [kind for kind in OF_EACH if kind != "area-send-report"])
def test_every_value_that_rests_on_a_pattern_nobody_tried_says_so(kind):
    reading = read_letter(OF_EACH[kind], held=HELD)

    assert reading.kind == kind
    assert all(unseen.UNSEEN in one.doubts for one in reading.fields if one.value is not None)
    assert all(one.doubts for one in reading.fields)
    assert reading.proposals
    assert all(one.doubts for one in reading.proposals)


def test_a_letter_that_requires_a_statement():
    values = read_letter(build_outcome_letter()).values

    assert (values["area"], values["area_slug"]) == ("Dudley", "dudley")
    assert values["cover_dates"] == {"start": "2018-10-01", "end": "2018-10-05"}
    assert values["letter_date"] == "2019-01-15"
    assert values["statement_required"] is True
    assert values["jointly_responsible"] is True
    assert [one["text"] for one in values["weaknesses"]] == list(WEAKNESSES)
    assert len(values["strengths"]) == len(values["needs"]) == 3


def test_a_letter_that_requires_none_says_nothing_of_it():
    reading = read_letter(build_outcome_letter(statement=None, weaknesses=()))

    assert reading.values["statement_required"] is False
    assert reading.values["weaknesses"] is None


@pytest.mark.parametrize(
    "changes", [{"statement": None}, {"statement": None, "weaknesses": (), "ends": False}]
)
def test_silence_is_no_outcome_where_something_is_missing(changes):
    reading = read_letter(build_outcome_letter(**changes))

    assert reading.values["statement_required"] is None
    assert field(reading, "statement_required").doubts


def test_a_statement_required_without_a_list_is_doubted():
    reading = read_letter(build_outcome_letter(weaknesses=()))

    assert any("no list" in says for says in field(reading, "statement_required").doubts)


def test_a_point_that_begins_with_and_may_belong_to_the_one_before():
    weaknesses = (*WEAKNESSES, "and the want of anyone to answer for it")
    reading = read_letter(build_outcome_letter(weaknesses=weaknesses))

    assert len(reading.values["weaknesses"]) == 4
    assert any("begins with “and”" in says for says in field(reading, "weaknesses").doubts)


@pytest.mark.parametrize(
    "title",
    [
        "Joint local area SEND inspection in",
        "Joint area SEND inspection in",
        "JOINT AREA SEND INSPECTION IN",
    ],
)
def test_the_title_of_each_year(title):
    assert read_letter(build_outcome_letter(title=title)).values["area_slug"] == "dudley"


def test_a_letter_proposes_that_inspectors_came_and_left():
    came, left = (one.event for one in read_letter(build_outcome_letter()).proposals)

    assert isinstance(came, InspectionStarted)
    assert (came.inspection, came.on) == ("dudley/2016/1", Interval.day(date(2018, 10, 1)))
    assert isinstance(left, Step)
    assert (left.step, left.on) == (StepKind.FIELDWORK_ENDED, Interval.day(date(2018, 10, 5)))


def test_a_revisit_with_a_verdict_for_each_weakness():
    values = read_letter(build_revisit_letter()).values

    assert values["revisit_dates"] == {"start": "2021-05-19", "end": "2021-05-21"}
    assert values["letter_date"] == "2021-06-30"
    assert values["statement_issued_on"] == "2018-11-29"
    assert values["statement_fit_on"] == "2019-03-18"
    assert (values["verdict"], values["sufficient"], values["of"]) == ("some", 2, 3)
    assert [one["sufficient"] for one in values["judgements"]] == [True, False, True]


@pytest.mark.parametrize(
    ("overall", "verdict", "sufficient"),
    [
        (f"The area has made {PROGRESS} in addressing the three areas of {WEAK}.", "all", 3),
        (f"The area has not made {PROGRESS} in addressing any of the {WEAK}es.", "none", 0),
        (f"Leaders have not made {PROGRESS} to improve each of the {WEAK}es.", "some", None),
        ("Much was done, and much was not.", None, None),
    ],
)
def test_the_sentence_on_all_weaknesses_in_each_form(overall, verdict, sufficient):
    reading = read_letter(build_revisit_letter(overall=overall))

    assert (reading.values["verdict"], reading.values["sufficient"]) == (verdict, sufficient)


def test_counts_that_disagree_are_doubted():
    reading = read_letter(build_revisit_letter(enough=(True, True, True)))

    assert any("counts 2 with enough" in says for says in field(reading, "verdict").doubts)


def test_a_monitoring_inspection_action_by_action():
    reading = read_letter(build_monitoring_report(), held=HELD)

    assert reading.values["area"] == "Dudley"
    assert reading.values["cover_dates"] == {"start": "2025-09-08", "end": "2025-09-10"}
    assert reading.values["effective"] is True
    assert [one["effective"] for one in reading.values["judgements"]] == [True, True]
    assert [one.event.inspection for one in reading.proposals] == ["dudley/2023/1"]


def test_a_judgement_that_goes_against_the_whole_is_doubted():
    reading = read_letter(build_monitoring_report(effective=(True, False)))

    assert [one["effective"] for one in reading.values["judgements"]] == [True, False]
    assert any("on all, a section" in says for says in field(reading, "effective").doubts)


def test_without_an_inspection_to_monitor_nothing_is_proposed():
    assert read_letter(build_monitoring_report()).proposals == ()
