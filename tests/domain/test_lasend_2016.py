"""The duties of the framework of 2016: the statement of action, and the return of inspectors."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from areasend.domain import clocks
from areasend.domain.attestations import Confidence, SourceKind
from areasend.domain.clocks import State
from areasend.domain.duties import deadlines
from areasend.domain.events import Outcome, StepKind
from areasend.domain.history import read
from areasend.domain.intervals import Interval
from areasend.domain.working_days import calendar_known_on
from tests.domain.building import (
    AREA,
    INSPECTION,
    build_attestation,
    build_history,
    build_judged,
    build_received,
    build_report,
    build_revisited,
    build_started,
    build_step,
    build_submitted,
)
from tests.domain.imagining import days, events, near_days, near_intervals

TODAY = date(2026, 11, 21)
STATEMENT, RETURN = "Submit a written statement of action", "Come back to see what has changed"
STARTED, PUBLISHED = build_started("2018-10-01"), build_report("2018-12-07")
HIGH, MEDIUM = Confidence.HIGH, Confidence.MEDIUM
COUNCIL, NHS, PRESS = SourceKind.COUNCIL, SourceKind.NHS, SourceKind.PRESS
BY_ESTIMATE = Interval(date(2018, 11, 29), date(2018, 11, 30))


def duties(*told, as_at=TODAY, until=None):
    """Ask for the duties of an area of which an inspection and these events are held."""
    return deadlines(build_history(STARTED, *told, until=until), as_at=as_at)


def duty(name, *told, as_at=TODAY):
    return next((one for one in duties(*told, as_at=as_at) if one.duty == name), None)


def statement(*told, report=PUBLISHED, as_at=TODAY):
    return duty(STATEMENT, report, *told, as_at=as_at)


# Receipt


def test_a_receipt_that_is_not_held_is_put_five_or_six_working_days_before_publication():
    found = statement()

    assert found.start.on == BY_ESTIMATE
    assert found.start.estimated
    assert found.due == Interval(date(2019, 3, 12), date(2019, 3, 13))
    assert found.start.words == (
        "We do not hold the day the area received its report. We estimate it at 5 to 6 working "
        "days before publication on 7 December 2018: between 29 November 2018 and "
        "30 November 2018."
    )


@given(st.dates(date(2016, 5, 1), date(2026, 6, 1)))
def test_an_estimated_receipt_lies_five_or_six_working_days_before_publication(published):
    calendar = calendar_known_on(TODAY)
    assume(calendar.why_not(published) is None)

    received = statement(report=build_report(published)).start.on

    assert calendar.between(received.earliest, published) == 6
    assert calendar.between(received.latest, published) == 5


@given(st.dates(date(2016, 5, 1), date(2026, 6, 1)))
def test_where_receipt_is_estimated_time_runs_out_seventy_days_after_publication(published):
    found = statement(report=build_report(published))

    assert found.due_at_latest == calendar_known_on(TODAY).after(published, 70)


def test_a_vague_publication_gives_as_vague_a_receipt():
    found = statement(report=build_report("2018-12"))

    assert found.start.on == Interval(date(2018, 11, 23), date(2018, 12, 20))
    assert found.due_at_latest == calendar_known_on(TODAY).after(date(2018, 12, 31), 70)
    assert "before publication in December 2018" in found.start.words


@pytest.mark.parametrize("said_by", [COUNCIL, NHS])
@pytest.mark.parametrize("confidence", [Confidence.OFFICIAL, HIGH])
def test_a_receipt_that_its_recipient_surely_states_starts_the_clock(said_by, confidence):
    received = build_received("2018-11-28", said_by=said_by, confidence=confidence)

    found = statement(received)

    assert not found.start.estimated
    assert found.start.on == Interval.day(date(2018, 11, 28))
    assert found.due == Interval.day(date(2019, 3, 11))
    assert found.due_at_latest == date(2019, 3, 11)
    assert found.start.words == "The area says that it received the report on 28 November 2018."


@pytest.mark.parametrize("said_by", sorted(set(SourceKind) - {COUNCIL, NHS}))
def test_a_receipt_that_another_states_starts_no_clock(said_by):
    received = build_received("2018-11-17", said_by=said_by)

    assert statement(received).start == statement().start


@pytest.mark.parametrize("confidence", [MEDIUM, Confidence.LOW])
def test_a_receipt_of_which_we_are_not_sure_starts_no_clock(confidence):
    received = build_received("2018-11-17", confidence=confidence)

    assert statement(received).start == statement().start


@pytest.mark.parametrize("on", ["../2018-12-07", "2018-11-20/2018-12-07"])
def test_a_receipt_that_is_only_bounded_starts_no_clock(on):
    assert statement(build_received(on)).start == statement().start


def test_the_recipient_is_heard_although_the_press_is_more_exact():
    press = build_attestation("2018-11-17", said_by=PRESS, confidence=MEDIUM)
    council = build_attestation("2018-11", said_by=COUNCIL, confidence=HIGH)

    found = statement(build_received("2018-11", attested=(press, council)))

    assert found.start.on == Interval.read("2018-11")


def test_the_recipient_is_heard_although_another_was_recorded_first():
    press = build_attestation("2018-11-28", said_by=PRESS, confidence=HIGH)
    council = build_attestation("2018-11-28", said_by=COUNCIL, confidence=HIGH)

    found = statement(build_received("2018-11-28", attested=(press, council)))

    assert not found.start.estimated


def test_a_receipt_that_a_person_set_aside_starts_no_clock():
    council = build_attestation(
        "2018-11-17", said_by=COUNCIL, confidence=HIGH, set_aside="It is the letter's own date."
    )
    press = build_attestation("2018-11-28", said_by=PRESS, confidence=HIGH)

    found = statement(build_received("2018-11-17", attested=(council, press)))

    assert found.start == statement().start


def test_a_month_of_receipt_is_not_a_day_and_ends_with_publication():
    found = statement(build_received("2018-12"))

    assert found.start.on == Interval(date(2018, 12, 1), date(2018, 12, 7))
    assert found.start.words == "The area says that it received the report in December 2018."
    assert not found.due.is_day


def test_a_month_of_receipt_may_last_as_long_as_a_month_of_publication():
    found = statement(build_received("2018-12"), report=build_report("2018-12"))

    assert found.start.on == Interval.read("2018-12")


def test_a_year_of_receipt_never_reopens_what_had_passed():
    told = (STARTED, build_report("2018-03-01"), build_received("2018"))

    asked = [
        deadlines(build_history(*told, until=day), as_at=day)[0].state
        for day in (date(2018, 12, 30), date(2018, 12, 31))
    ]

    assert asked == [State.PASSED, State.PASSED]


def test_a_day_of_receipt_after_publication_is_taken_as_stated():
    """It is doubted before it is recorded; but an error of ours must never make anyone late."""
    found = statement(build_received("2018-12-10"))

    assert found.start.on == Interval.day(date(2018, 12, 10))
    assert found.due_at_latest == date(2019, 3, 21)


# Who owes a statement


def test_no_statement_is_owed_before_the_report():
    assert duties() == ()


def test_no_statement_is_owed_where_none_was_required():
    assert duties(build_report(outcome=Outcome.NO_STATEMENT_REQUIRED)) == ()


def test_an_inspection_whose_framework_is_not_held_owes_nothing_that_we_know_of():
    assert deadlines(build_history(PUBLISHED), as_at=TODAY) == ()


def test_the_council_and_the_nhs_owe_the_statement_together():
    assert statement().owed_by == "the council and the NHS together"
    assert statement().owed_to == "Ofsted"
    assert statement().value.force == "regulation"


# When it was submitted


def test_a_statement_was_submitted_on_the_day_that_is_held():
    found = statement(build_submitted("2019-03-12"))

    assert found.state is State.MET
    assert found.fulfilment.words == "Submitted on 12 March 2019."


def test_a_statement_that_was_published_may_not_have_been_submitted():
    found = statement(build_step("statement-published", "2019-03-12"))

    assert found.state is not State.MET
    assert found.besides == (
        "the statement was published on 12 March 2019; when it was submitted is not held"
    )
    assert statement().besides == ""


def test_of_two_submissions_the_first_counts():
    found = statement(build_submitted("2019-10-08"), build_submitted("2019-03-12"))

    assert found.fulfilment.on == Interval.day(date(2019, 3, 12))


@pytest.mark.parametrize(
    ("proof", "what"),
    [
        (build_judged("2019-03-12"), "it was judged (12 March 2019)"),
        (build_judged("2019-03-12", fit=False), "it was judged (12 March 2019)"),
        (build_step("revisit-started", "2019-03-12"), "the re-visit began (12 March 2019)"),
        (build_revisited("2019-03-12"), "the letter on the re-visit (12 March 2019)"),
    ],
)
def test_what_follows_a_submission_by_the_due_day_proves_that_it_was_in_time(proof, what):
    found = statement(proof)

    assert found.state is State.MET
    assert found.fulfilment.on == Interval(date(2018, 12, 7), date(2019, 3, 12))
    assert found.fulfilment.words == f"Submitted on a day we do not hold, before {what}."


@pytest.mark.parametrize(
    "proof",
    [
        build_judged("2019-03-13"),
        build_judged("2019-03"),
        build_judged("../2019-03-13"),
        build_step("revisit-started", "2021-05-19"),
        build_revisited("2021-07-20"),
    ],
)
def test_what_follows_a_submission_after_the_due_day_proves_nothing(proof):
    found = statement(proof)

    assert found.state is State.NOT_KNOWN
    assert not found.late


def test_the_first_judgement_is_what_proves_a_submission():
    not_fit, fit = build_judged("2019-03-12", fit=False), build_judged("2019-10-18")

    assert statement(not_fit, fit).state is State.MET


def test_a_judgement_before_the_report_still_gives_one_interval():
    found = statement(build_judged("2018-12-01"))

    assert found.fulfilment.on == Interval.day(date(2018, 12, 1))


@pytest.mark.parametrize(
    ("report", "judged", "submitted"),
    [
        ("2018-12", "2019-03-12", Interval(date(2018, 12, 1), date(2019, 3, 12))),
        ("2018-12-07", "2018-12", Interval(date(2018, 12, 7), date(2018, 12, 31))),
    ],
)
def test_a_submission_that_is_not_held_lies_between_the_report_and_its_judgement(
    report, judged, submitted
):
    found = statement(build_judged(judged), report=build_report(report))

    assert found.fulfilment.on == submitted


def test_what_followed_counts_only_where_nothing_is_said_of_the_submission_itself():
    found = statement(build_submitted("2019-03-20"), build_judged("2019-03-29"))

    assert found.fulfilment.on == Interval.day(date(2019, 3, 20))


# Real cases


@pytest.mark.parametrize(
    ("published", "submitted", "working_days"),
    [
        pytest.param(date(2019, 12, 23), date(2020, 3, 27), 66, id="Essex"),
        pytest.param(date(2020, 6, 9), date(2020, 9, 11), 67, id="Norfolk"),
    ],
)
@given(days)
def test_a_statement_submitted_within_seventy_days_of_publication_is_never_called_late(
    published, submitted, working_days, as_at
):
    told = (build_started("2019-09-30"), build_report(published), build_submitted(submitted))

    found = deadlines(read(AREA, told, until=as_at), as_at=as_at)

    assert calendar_known_on(submitted).between(published, submitted) == working_days
    assert not any(one.late or one.state is State.MET_LATE for one in found)
    owed = [one for one in found if one.duty == STATEMENT]
    assert all(one.state is State.NOT_KNOWN for one in owed if as_at >= submitted)
    assert all(one.state is State.RUNNING for one in owed if as_at < submitted)


def test_northumberland_says_when_it_received_its_report_and_was_in_time():
    found = statement(build_received("2018-11-29"), build_submitted("../2019-03-12"))

    assert found.due == Interval.day(date(2019, 3, 12))
    assert found.state is State.MET


def test_slough_was_due_on_the_day_that_it_stated():
    told = (
        build_report("2021-11-17"),
        build_received("2021-11-09", said_by=COUNCIL),
        build_submitted("2022-02-18"),
    )

    found = duty(STATEMENT, *told)

    assert (found.due, found.state) == (Interval.day(date(2022, 2, 18)), State.MET)


# The return of inspectors


def test_inspectors_usually_come_back_within_eighteen_months_of_the_judgement():
    found = duty(RETURN, PUBLISHED, build_judged("2019-03-18"))

    assert found.due == Interval.day(date(2020, 9, 18))
    assert found.window
    assert found.owed_by == "Ofsted and the Care Quality Commission"
    assert found.start.words == "The statement was judged fit for purpose on 18 March 2019."
    assert not found.start.estimated


@pytest.mark.parametrize(
    "told",
    [
        pytest.param((), id="nothing judged"),
        pytest.param((build_judged("2019-03-18", fit=False),), id="judged not fit"),
        pytest.param((build_judged("2018-11-08"),), id="before re-visits were announced"),
    ],
)
def test_nobody_is_expected_back_before_a_statement_is_judged_fit(told):
    assert duty(RETURN, PUBLISHED, *told) is None


@pytest.mark.parametrize(
    "came_back",
    [build_step("revisit-started", "2021-05-19"), build_revisited("2021-07-20")],
)
def test_inspectors_who_came_back_are_never_late(came_back):
    found = duty(RETURN, PUBLISHED, build_judged("2019-03-18"), came_back)

    assert found.state is State.MET
    assert found.fulfilment.words == f"Inspectors came back {came_back.on.when}."


@pytest.mark.parametrize(
    ("as_at", "state"),
    [(date(2020, 9, 30), State.RUNNING), (date(2020, 10, 1), State.WINDOW_PASSED)],
)
def test_the_usual_time_passes_without_anyone_being_late(as_at, state):
    found = duty(RETURN, PUBLISHED, build_judged("2019-03-18"), as_at=as_at)

    assert (found.state, found.late) == (state, False)


@pytest.mark.parametrize("on", ["../2021-05-27", "2019-03-18/2021-05-27"])
def test_a_bound_starts_no_window_precisely(on):
    found = duty(RETURN, PUBLISHED, build_judged(on), as_at=date(2022, 11, 27))

    assert not found.due.is_day
    assert found.state is State.RUNNING


def test_no_statement_was_judged_before_it_was_asked_for():
    found = duty(RETURN, PUBLISHED, build_judged("../2021-05-27"))

    assert found.start.on == Interval.read("2018-12-07/2021-05-27")
    assert found.start.words == "The statement was judged fit for purpose by 27 May 2021."


def test_where_no_report_is_held_a_judgement_starts_the_window_as_it_is_dated():
    found = duty(RETURN, build_judged("2019-03-18"))

    assert found.start.on == Interval.read("2019-03-18")


# A later inspection


def test_a_later_full_inspection_takes_the_place_of_what_was_still_owed():
    later = {"inspection": "northumberland/2016/2"}
    told = (
        PUBLISHED,
        build_judged("2019-03-18"),
        build_started("2022-03-21", **later),
        build_report("2022-05-16", outcome=Outcome.NO_STATEMENT_REQUIRED, **later),
    )

    found = {one.duty: (one.inspection, one.state) for one in duties(*told)}

    assert {name: found[name] for name in (STATEMENT, RETURN)} == {
        STATEMENT: (INSPECTION, State.NOT_KNOWN),
        RETURN: (INSPECTION, State.SUPERSEDED),
    }


def test_a_later_inspection_replaces_nothing_until_its_report_is_published():
    told = (
        PUBLISHED,
        build_judged("2019-03-18"),
        build_started("2022-03-21", inspection="northumberland/2016/2"),
    )

    assert duty(RETURN, *told).state is State.WINDOW_PASSED


def test_an_earlier_inspection_replaces_nothing():
    earlier = {"inspection": "northumberland/2016/0"}
    told = (
        build_started("2016-05-23", **earlier),
        build_report("2016-07-15", outcome=Outcome.NO_STATEMENT_REQUIRED, **earlier),
        PUBLISHED,
    )

    assert duty(STATEMENT, *told).state is State.PASSED


# What holds of every history

one_inspection = st.lists(events(inspections=(INSPECTION,)), max_size=4)
published_reports = near_intervals.map(lambda on: build_report(on.written))


@given(one_inspection, published_reports, near_days, near_days)
def test_a_duty_once_shown_stays_shown_for_the_same_facts(told, report, one, other):
    history = read(AREA, [STARTED, report, *told])
    sooner, later = (deadlines(history, as_at=day) for day in sorted([one, other]))

    assert {one.duty for one in sooner} <= {one.duty for one in later}


@given(one_inspection, published_reports, near_days)
def test_nothing_is_late_while_our_record_of_statements_is_partial(told, report, as_at):
    found = deadlines(read(AREA, [STARTED, report, *told], until=as_at), as_at=as_at)

    assert not any(one.late for one in found)


@given(one_inspection, published_reports, near_days)
def test_where_receipt_is_estimated_late_waits_for_the_period_from_publication(told, report, as_at):
    history = read(AREA, [STARTED, report, *told], until=as_at)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clocks, "complete_to", lambda _kind: date.max)
        late = [one for one in deadlines(history, as_at=as_at) if one.late]

    calendar = calendar_known_on(as_at)
    held = history.inspection(INSPECTION)
    assert all(one.state is State.PASSED and one.duty == STATEMENT for one in late)
    for one in late:
        if one.start.estimated:
            assert calendar.after(held.report.on.latest, 70) < as_at


@given(one_inspection, published_reports, near_days, near_days)
def test_what_is_over_never_runs_again_for_the_same_facts(told, report, one, other):
    history = read(AREA, [STARTED, report, *told])
    sooner, later = (deadlines(history, as_at=day) for day in sorted([one, other]))

    over = {one.duty for one in sooner if one.state is not State.RUNNING}
    assert not over & {one.duty for one in later if one.state is State.RUNNING}


@given(
    st.sampled_from(sorted(set(StepKind))),
    st.builds(Interval.by, days),
    published_reports,
)
def test_a_step_known_only_by_a_day_is_never_late_nor_met_late(step, on, report):
    found = duties(report, build_step(step, on.written))

    assert not any(one.state is State.MET_LATE or one.late for one in found)
