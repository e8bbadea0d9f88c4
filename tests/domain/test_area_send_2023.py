"""The duties of the framework of 2023: plans after a report, and the inspections that follow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain import clocks
from areasend.domain.clocks import BINDING, State
from areasend.domain.duties import deadlines
from areasend.domain.events import Framework, Outcome, Plan, StepKind
from areasend.domain.history import read
from areasend.domain.intervals import Interval
from areasend.domain.rulebooks.reading import Force
from areasend.domain.working_days import calendar_known_on
from tests.domain.building import (
    AREA,
    INSPECTION,
    build_history,
    build_intervened,
    build_judged,
    build_monitored,
    build_received,
    build_report,
    build_started,
    build_step,
)
from tests.domain.imagining import events

TODAY = date(2026, 11, 21)
SUBMIT, PUBLISH = "Submit a priority action plan", "Publish the priority action plan"
STRATEGIC = "Update and publish the strategic plan"
MONITORING, NEXT = "Come back for a monitoring inspection", "Come for the next full inspection"
POSITIVE, INCONSISTENT = Outcome.POSITIVE, Outcome.INCONSISTENT
FAILINGS = Outcome.WIDESPREAD_FAILINGS
STARTED = build_started("2023-07-17", framework=Framework.AREA_SEND_2023)
RECEIVED = build_received("2023-09-05")
AGAIN = "northumberland/2023/2"


def reported(outcome=FAILINGS, on="2023-09-15"):
    return build_report(on, outcome=outcome)


def duties(*told, as_at=TODAY):
    """Ask for the duties of an area of which an inspection and these events are held."""
    return deadlines(build_history(STARTED, *told, until=as_at), as_at=as_at)


def duty(name, *told, as_at=TODAY):
    return next((one for one in duties(*told, as_at=as_at) if one.duty == name), None)


def came_again(started="2026-03-23", published=None, outcome=INCONSISTENT):
    """Tell of the next full inspection."""
    named = {"inspection": AGAIN}
    if started:
        yield build_started(started, framework=Framework.AREA_SEND_2023, **named)
    if published:
        yield build_report(published, outcome=outcome, **named)


# What each outcome asks for


@pytest.mark.parametrize(
    ("outcome", "asked"),
    [
        (POSITIVE, {STRATEGIC, NEXT}),
        (INCONSISTENT, {STRATEGIC, NEXT}),
        (FAILINGS, {SUBMIT, PUBLISH, MONITORING, NEXT}),
    ],
)
def test_each_outcome_asks_for_its_own(outcome, asked):
    found = [one.duty for one in duties(reported(outcome)) if one.owed_by != "a minister"]

    assert sorted(found) == sorted(asked)


def test_nothing_is_asked_before_the_report():
    assert duties() == ()


def test_an_outcome_of_the_other_framework_asks_for_nothing_under_this_one():
    assert {one.owed_by for one in duties(reported(Outcome.STATEMENT_REQUIRED))} == {"a minister"}


@pytest.mark.parametrize(
    ("name", "outcome", "due"),
    [
        (STRATEGIC, POSITIVE, "2023-10-17"),
        (STRATEGIC, INCONSISTENT, "2023-10-17"),
        (SUBMIT, FAILINGS, "2023-10-24"),
        (PUBLISH, FAILINGS, "2023-12-12"),
        (MONITORING, FAILINGS, "2025-03-05"),
        (NEXT, POSITIVE, "2028-09-05"),
        (NEXT, INCONSISTENT, "2026-09-05"),
        (NEXT, FAILINGS, "2026-09-05"),
    ],
)
def test_what_is_due_when_the_area_says_when_it_received_its_report(name, outcome, due):
    found = duty(name, RECEIVED, reported(outcome))

    assert found.due == Interval.read(due)
    assert found.due_at_latest == found.due.latest


@pytest.mark.parametrize(
    ("name", "outcome", "working_days"),
    [(STRATEGIC, POSITIVE, 30), (SUBMIT, FAILINGS, 35), (PUBLISH, FAILINGS, 70)],
)
def test_plans_are_given_working_days_and_from_publication_at_the_latest(
    name, outcome, working_days
):
    found = duty(name, reported(outcome))

    calendar = calendar_known_on(TODAY)
    assert calendar.between(found.start.on.earliest, found.due.earliest) == working_days
    assert found.due_at_latest == calendar.after(date(2023, 9, 15), working_days)
    assert found.start.estimated


@pytest.mark.parametrize("name", [SUBMIT, PUBLISH])
def test_the_council_and_the_nhs_owe_a_plan_together(name):
    found = duty(name, reported())

    assert found.owed_by == "the council and the NHS together"
    assert found.value.force is Force.HANDBOOK
    assert not found.window


def test_a_plan_asked_for_since_june_2025_has_the_longer_time_and_nothing_binds_it():
    told = (build_received("2025-06-10"), reported(on="2025-06-20"))

    found = duty(SUBMIT, *told, as_at=date(2025, 9, 1))

    assert found.due == Interval.read("2025-08-19")
    assert found.value.force is Force.PRACTICE


# Plans


@pytest.mark.parametrize(
    ("name", "step", "words"),
    [
        (SUBMIT, "priority-plan-submitted", "Submitted on 24 October 2023."),
        (PUBLISH, "priority-plan-published", "Published on 24 October 2023."),
    ],
)
def test_a_plan_was_submitted_and_published_on_the_days_that_are_held(name, step, words):
    found = duty(name, RECEIVED, reported(), build_step(step, "2023-10-24"))

    assert (found.state, found.fulfilment.words) == (State.MET, words)


@pytest.mark.parametrize(
    ("on", "state"),
    [("2023-10-17", State.MET), ("2023-10-18", State.MET_LATE), ("2023", State.NOT_KNOWN)],
)
def test_a_strategic_plan_is_met_when_it_is_published(on, state):
    found = duty(
        STRATEGIC, RECEIVED, reported(POSITIVE), build_step("strategic-plan-published", on)
    )

    assert found.state is state


@pytest.mark.parametrize("fit", [True, False])
@pytest.mark.parametrize(
    ("judged", "state"), [("2023-10-24", State.MET), ("2023-12-12", State.NOT_KNOWN)]
)
def test_a_plan_judged_by_the_due_day_had_been_submitted_in_time(fit, judged, state):
    told = (RECEIVED, reported(), build_judged(judged, plan=Plan.PRIORITY_ACTION, fit=fit))

    found = duty(SUBMIT, *told)

    assert found.state is state
    assert found.fulfilment.on.earliest == date(2023, 9, 15)
    assert found.fulfilment.words.startswith("Submitted on a day we do not hold, before it was ")


@pytest.mark.parametrize(
    "other",
    [
        build_judged("2023-10-24", plan=Plan.STATEMENT),
        build_judged("2023-10-24", plan=Plan.ACCELERATED_PROGRESS),
        build_intervened("2023-10-24"),
        build_step("stocktake", "2023-10-24"),
    ],
    ids=lambda event: type(event).__name__,
)
def test_nothing_else_proves_that_a_plan_was_submitted(other):
    assert duty(SUBMIT, RECEIVED, reported(), other).state is State.PASSED


def test_a_plan_that_was_published_had_been_submitted():
    published = build_step("priority-plan-published", "2023-10-24")

    found = duty(SUBMIT, RECEIVED, reported(), published)

    assert found.fulfilment is not None
    assert "before it was published" in found.fulfilment.words


# The inspections that follow


@pytest.mark.parametrize(
    ("as_at", "state"),
    [(date(2025, 3, 31), State.RUNNING), (date(2025, 4, 1), State.WINDOW_PASSED)],
)
def test_a_monitoring_inspection_usually_follows_within_eighteen_months(as_at, state):
    found = duty(MONITORING, RECEIVED, reported(), as_at=as_at)

    assert (found.state, found.late, found.window) == (state, False, True)
    assert found.owed_by == "Ofsted and the Care Quality Commission"


@pytest.mark.parametrize(
    ("came", "words"),
    [
        (
            [build_step("monitoring-inspection-started", "2025-09-15"), build_monitored("2025-11")],
            "Inspectors came on 15 September 2025.",
        ),
        (
            [build_monitored("2026-02"), build_monitored("2025-11", effective=False)],
            "Inspectors came in November 2025.",
        ),
    ],
    ids=["its start is held", "only reports are held"],
)
def test_inspectors_who_came_after_eighteen_months_did_not_come_late(came, words):
    found = duty(MONITORING, RECEIVED, reported(), *came)

    assert (found.state, found.fulfilment.words) == (State.MET, words)


@pytest.mark.parametrize("step", ["monitoring-visit", "stocktake", "deep-dive", "peer-review"])
def test_no_other_visit_is_a_monitoring_inspection(step):
    found = duty(MONITORING, RECEIVED, reported(), build_step(step, "2024-07-24"))

    assert found.state is State.WINDOW_PASSED


def test_the_next_full_inspection_fulfils_the_window_when_it_begins():
    found = duty(NEXT, RECEIVED, reported(INCONSISTENT), *came_again())

    assert found.inspection == INSPECTION
    assert found.state is State.MET
    assert found.fulfilment.words == "The next full inspection began on 23 March 2026."


def test_a_next_full_inspection_of_which_only_the_report_is_held_had_begun_before_it():
    told = came_again(started=None, published="2026-05-27")

    found = duty(NEXT, RECEIVED, reported(INCONSISTENT), *told)

    assert found.state is State.MET
    assert found.fulfilment.words == (
        "Inspectors came on a day we do not hold, "
        "before the report of the next full inspection (27 May 2026)."
    )


def test_a_next_full_inspection_that_is_only_announced_fulfils_nothing():
    told = build_step("inspection-notified", "2026-09-01", inspection=AGAIN)

    found = duty(NEXT, RECEIVED, reported(INCONSISTENT), told)

    assert (found.state, found.late) == (State.WINDOW_PASSED, False)


def test_the_report_of_the_next_full_inspection_takes_the_place_of_an_open_duty():
    told = (RECEIVED, reported(), *came_again(published="2026-05-27"))

    states = {one.duty: one.state for one in duties(*told) if one.inspection == INSPECTION}

    assert states == {
        SUBMIT: State.SUPERSEDED,
        PUBLISH: State.SUPERSEDED,
        MONITORING: State.SUPERSEDED,
        NEXT: State.MET,
        "Write again a year after the report": State.SUPERSEDED,
    }


@pytest.mark.parametrize(
    ("published", "outcome", "month"),
    [
        pytest.param("2025-08-15", INCONSISTENT, "2028-08", id="Birmingham"),
        pytest.param("2023-09-15", FAILINGS, "2026-09", id="Oxfordshire"),
        pytest.param("2026-05-27", INCONSISTENT, "2029-05", id="Cornwall"),
    ],
)
def test_the_next_full_inspection_is_expected_in_the_month_that_we_say(published, outcome, month):
    """The sentences at the end of what may be said."""
    found = duty(NEXT, reported(outcome, on=published))

    assert found.due.earliest.isoformat()[:7] == found.due.latest.isoformat()[:7] == month


def test_oldham_was_expected_to_be_monitored_early_in_2025():
    assert duty(MONITORING, reported(on="2023-08-29")).due == Interval.read("2025-02-16/2025-02-21")


# What holds of every history since 2023

one_inspection = st.lists(events(inspections=(INSPECTION,)), max_size=4)
reports = st.builds(
    lambda outcome, on: build_report(on, outcome=outcome),
    st.sampled_from([POSITIVE, INCONSISTENT, FAILINGS]),
    st.dates(date(2023, 1, 1), date(2026, 6, 29)),
)
days_since_2023 = st.dates(date(2023, 1, 1), TODAY)


@given(one_inspection, reports, days_since_2023)
def test_nothing_is_late_while_our_record_of_plans_is_partial(told, report, as_at):
    found = deadlines(read(AREA, [STARTED, report, *told], until=as_at), as_at=as_at)

    assert not any(one.late for one in found)


@given(one_inspection, reports, days_since_2023)
def test_even_of_a_complete_record_only_a_binding_plan_may_be_late(told, report, as_at):
    history = read(AREA, [STARTED, report, *told], until=as_at)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clocks, "complete_to", lambda _kind: date.max)
        found = deadlines(history, as_at=as_at)

    for one in found:
        if one.late or one.state is State.MET_LATE:
            assert one.duty in {SUBMIT, PUBLISH, STRATEGIC, "Submit a written statement of action"}
            assert one.value.force in BINDING


@given(one_inspection, reports, days_since_2023)
def test_no_notice_or_visit_changes_where_a_duty_stands(told, report, as_at):
    held = [STARTED, report, *told]
    more = (
        build_intervened("2024-05-15"),
        build_step(StepKind.MONITORING_VISIT, "2024-05-15"),
        build_step(StepKind.BOARD_ESTABLISHED, "2024-05-15"),
    )

    with_more, without = (
        deadlines(read(AREA, [*held, *extra], until=as_at), as_at=as_at) for extra in (more, ())
    )

    assert with_more == without
