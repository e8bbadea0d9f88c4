"""Letters on plans, notices and plans, of which we have descriptions alone."""

from datetime import date

import pytest
from built_plans import (
    HEADS,
    POINTS,
    ROWS,
    WEAKNESSES,
    build_department_letter,
    build_judgement,
    build_notice,
    build_plan,
)
from built_reports import build_report

from areasend.domain.events import Act, Instrument, Intervened, Plan, PlanJudged, Step, StepKind
from areasend.domain.intervals import Interval
from areasend.reading.kinds import LETTERS, read_letter, unseen
from areasend.reading.letters.letter import opened
from areasend.reading.proposals import UnableToReadDocument

HELD = {"dudley": [("dudley/2016/1", Interval.day(date(2018, 10, 1)))]}
OF_EACH = {
    "plan-judgement": build_judgement(),
    "accelerated-plan-letter": build_department_letter(),
    "improvement-notice": build_notice(),
    "plan-of-action": build_plan(),
    "area-send-report": build_report(),
}


def field(reading, name):
    return next(one for one in reading.fields if one.name == name)


@pytest.mark.parametrize("kind", OF_EACH)
def test_each_kind_knows_its_own_and_no_other(kind):
    with opened(OF_EACH[kind]) as letter:
        assert [one.KIND for one in LETTERS if one.recognises(letter)] == [kind]


@pytest.mark.parametrize("kind", [kind for kind in OF_EACH if kind != "area-send-report"])
def test_every_value_says_that_its_pattern_was_never_seen(kind):
    reading = read_letter(OF_EACH[kind], held=HELD)

    assert reading.kind == kind
    assert reading.values["area_slug"] == "dudley"
    assert all(unseen.UNSEEN in one.doubts for one in reading.fields if one.value is not None)
    assert all(one.doubts for one in (*reading.fields, *reading.proposals))


@pytest.mark.parametrize(
    ("plan", "kind"),
    [
        ("written statement of action", Plan.STATEMENT),
        ("priority action plan", Plan.PRIORITY_ACTION),
    ],
)
@pytest.mark.parametrize(
    ("verdict", "fit"),
    [
        ("is deemed to be fit for purpose", True),
        ("has been declared fit for purpose", True),
        ("is not deemed to be fit for purpose", False),
        ("was judged not to be fit for purpose", False),
    ],
)
def test_a_plan_is_judged_fit_or_not(plan, kind, verdict, fit):
    reading = read_letter(build_judgement(plan=plan, verdict=verdict), held=HELD)
    (proposal,) = reading.proposals

    assert (reading.values["plan"], reading.values["fit"]) == (kind.value, fit)
    assert reading.values["report_published_on"] == "2018-12-04"
    assert isinstance(proposal.event, PlanJudged)
    assert (proposal.event.plan, proposal.event.fit) == (kind, fit)
    assert proposal.event.on == Interval.day(date(2019, 3, 18))


def test_a_letter_that_says_both_proposes_nothing():
    verdict = "was not deemed fit for purpose at first. It is now deemed fit for purpose"
    reading = read_letter(build_judgement(verdict=verdict))

    assert reading.values["fit"] is None
    assert reading.proposals == ()


def test_a_letter_to_an_area_that_nobody_knows_proposes_nothing():
    reading = read_letter(build_judgement(area="Borsetshire"))

    assert reading.values["area_slug"] is None
    assert reading.proposals == ()


def test_the_department_on_an_accelerated_plan():
    reading = read_letter(build_department_letter(), held=HELD)
    (proposal,) = reading.proposals

    assert reading.values["fit"] is True
    assert reading.values["review"] == {"after_months": 6, "in": "September 2023"}
    assert reading.values["monitoring_ceased"] is False
    assert isinstance(proposal.event, PlanJudged)
    assert proposal.event.plan is Plan.ACCELERATED_PROGRESS


def test_monitoring_that_ends_is_proposed_and_in_part_is_not():
    ends = "You made clear progress and no longer need to continue with formal monitoring"
    whole = read_letter(build_department_letter(ends=f"{ends}."), held=HELD)
    part = read_letter(build_department_letter(ends=f"{ends} of this workstream."), held=HELD)

    steps = [one.event.step for one in whole.proposals if isinstance(one.event, Step)]
    assert steps == [StepKind.MONITORING_CEASED]
    assert part.values["monitoring_ceased"] is None
    assert not [one for one in part.proposals if isinstance(one.event, Step)]


@pytest.mark.parametrize("send", [True, False])
def test_a_notice_with_what_must_be_done_and_by_when(send):
    reading = read_letter(build_notice(send=send), held=HELD)
    (proposal,) = reading.proposals

    assert reading.values["reason"] == "poor progress"
    assert [one["text"] for one in reading.values["actions"]] == [one.rstrip(";") for one in POINTS]
    assert reading.values["review_every_months"] == 6
    assert reading.values["deadline"] == "December 2024 or sooner"
    assert isinstance(proposal.event, Intervened)
    assert (proposal.event.instrument, proposal.event.act) == (Instrument.NOTICE, Act.ISSUED)
    assert proposal.event.about_send is send
    assert proposal.event.on == Interval.day(date(2024, 5, 17))


@pytest.mark.parametrize("at", [None, 200.0, 240.0, 260.0])
def test_a_plans_actions_under_the_weakness_that_each_answers(at):
    reading = read_letter(build_plan(at=at))
    values = reading.values["actions"]

    assert reading.values["plan"] == "statement"
    assert reading.values["version"] == "1.0"
    assert [one["answers"] for one in values] == [one for one in WEAKNESSES for _ in ROWS]
    names = ("number", "action", "start", "end", "lead", "measure", "rag")
    assert [tuple(one[name] for name in names) for one in values] == [*ROWS, *ROWS]
    assert reading.proposals == ()


def test_a_colour_without_a_word_is_not_read_in_silence():
    reading = read_letter(build_plan(rows=[(*row[:-1], "") for row in ROWS]))

    assert all("rag" not in one for one in reading.values["actions"])
    assert any("colour" in says for says in field(reading, "actions").doubts)


def test_a_plan_whose_tables_name_no_action_is_refused_in_a_sentence():
    with pytest.raises(UnableToReadDocument, match="no table of actions"):
        read_letter(build_plan(heads=["Thing"] * len(HEADS)))
