"""Where an area stands, by the latest of its own inspections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.events import Framework, Outcome, Verdict
from areasend.domain.history import History, read
from areasend.domain.stages import Stage, stage
from tests.domain.building import (
    AREA,
    build_history,
    build_intervened,
    build_judged,
    build_monitored,
    build_report,
    build_revisited,
    build_started,
    build_step,
)
from tests.domain.imagining import events

BEGUN, REPORT = build_started("2018-10-01"), build_report("2018-12-07")
SINCE = build_started("2023-07-17", framework=Framework.AREA_SEND_2023)
FAILINGS = build_report("2023-09-15", outcome=Outcome.WIDESPREAD_FAILINGS)
TOO_LITTLE = build_revisited("2021-07-20", verdict=Verdict.SOME)
ALL = build_revisited("2021-07-20", verdict=Verdict.ALL)
CASES = [
    ([], Stage.NOT_INSPECTED),
    ([build_step("inspection-notified", "2018-09-24")], Stage.REPORT_TO_COME),
    ([BEGUN], Stage.REPORT_TO_COME),
    ([BEGUN, build_report(outcome=Outcome.NO_STATEMENT_REQUIRED)], Stage.NO_STATEMENT),
    ([BEGUN, REPORT], Stage.STATEMENT_REQUIRED),
    ([BEGUN, REPORT, build_judged()], Stage.STATEMENT_REQUIRED),
    ([BEGUN, REPORT, build_step("revisit-started", "2021-05-19")], Stage.REVISITED),
    ([BEGUN, REPORT, ALL], Stage.PROGRESS_ON_ALL),
    ([BEGUN, REPORT, ALL, build_step("monitoring-ceased", "2021-09")], Stage.PROGRESS_ON_ALL),
    ([BEGUN, REPORT, TOO_LITTLE], Stage.PROGRESS_NOT_ON_ALL),
    ([BEGUN, REPORT, build_revisited(verdict=Verdict.NONE)], Stage.PROGRESS_NOT_ON_ALL),
    (
        [BEGUN, REPORT, TOO_LITTLE, build_step("monitoring-ceased", "2022-06-25")],
        Stage.MONITORING_ENDED,
    ),
    (
        [BEGUN, REPORT, TOO_LITTLE, build_step("accelerated-plan-ended", "2022-06-25")],
        Stage.MONITORING_ENDED,
    ),
    ([SINCE, build_report(outcome=Outcome.POSITIVE)], Stage.POSITIVE),
    ([SINCE, build_report(outcome=Outcome.INCONSISTENT)], Stage.INCONSISTENT),
    ([SINCE, FAILINGS], Stage.AWAITING_MONITORING),
    ([SINCE, FAILINGS, build_monitored(effective=True)], Stage.EFFECTIVE_ACTION),
    ([SINCE, FAILINGS, build_monitored(effective=False)], Stage.INEFFECTIVE_ACTION),
]


@pytest.mark.parametrize(("told", "expected"), CASES)
def test_where_an_area_stands(told, expected):
    assert stage(build_history(*told)) is expected


def test_every_stage_is_reached():
    assert {expected for _, expected in CASES} == set(Stage)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.POSITIVE, Stage.POSITIVE),
        (Outcome.INCONSISTENT, Stage.INCONSISTENT),
        (Outcome.WIDESPREAD_FAILINGS, Stage.AWAITING_MONITORING),
        (Outcome.STATEMENT_REQUIRED, Stage.STATEMENT_REQUIRED),
        (Outcome.NO_STATEMENT_REQUIRED, Stage.NO_STATEMENT),
    ],
)
def test_an_outcome_says_its_framework_where_the_start_is_not_held(outcome, expected):
    assert stage(build_history(build_report(outcome=outcome))) is expected


def test_the_newest_monitoring_inspection_stands():
    told = (build_monitored("2026-07", effective=True), build_monitored("2025-07", effective=False))

    assert stage(build_history(SINCE, FAILINGS, *told)) is Stage.EFFECTIVE_ACTION


def test_a_new_inspection_takes_the_place_of_the_one_before():
    again = {"inspection": "northumberland/2023/1"}
    begun = build_started("2023-07-17", framework=Framework.AREA_SEND_2023, **again)
    report = build_report("2023-09-15", outcome=Outcome.POSITIVE, **again)

    assert stage(build_history(BEGUN, REPORT, TOO_LITTLE, begun)) is Stage.REPORT_TO_COME
    assert stage(build_history(BEGUN, REPORT, TOO_LITTLE, begun, report)) is Stage.POSITIVE


def test_an_event_that_names_no_inspection_moves_nobody():
    unplaced = build_monitored(effective=False, inspection="")

    assert stage(build_history(unplaced)) is Stage.NOT_INSPECTED
    assert stage(build_history(SINCE, FAILINGS, unplaced)) is Stage.AWAITING_MONITORING


VISITS_AND_NOTICES = (
    build_intervened("2024-05-15"),
    build_step("monitoring-visit", "2024-05-15"),
    build_step("stocktake", "2024-05-15"),
    build_step("deep-dive", "2024-05-15"),
    build_step("minister-wrote", "2024-05-15"),
    build_step("board-established", "2024-05-15"),
)


@pytest.mark.parametrize("event", VISITS_AND_NOTICES)
@pytest.mark.parametrize(("told", "expected"), [case for case in CASES if case[0]])
def test_no_visit_and_no_notice_is_a_verdict(told, expected, event):
    """Rule 11: verdicts come only from re-visits and monitoring inspections."""
    assert stage(build_history(*told, event)) is expected


@given(st.lists(events(), max_size=6))
def test_every_history_has_a_stage_and_no_stage_says_late(told):
    found = stage(read(AREA, told))

    assert found in Stage
    assert not {"late", "overdue", "failed", "missed", "in force"} & set(found.value.split())


def test_an_area_of_which_nothing_is_held_is_not_called_uninspected():
    assert stage(History(AREA)).value == "no inspection held of the area in its present form"
