"""What is doubted before it is recorded, whichever of two events is recorded first."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.domain.events import Framework, Outcome, Plan, StepKind, Verdict
from areasend.domain.history import read
from areasend.domain.joining import SINGLE
from areasend.domain.kinds import key, sentence
from areasend.domain.objections import NEEDS, NEVER_BEFORE, objections, place
from areasend.domain.objections_to_counts import verdict_of
from tests.domain.building import (
    AREA,
    build_accelerated_events,
    build_history,
    build_intervened,
    build_judged,
    build_monitored,
    build_ordinary_events,
    build_ordinary_events_since_2023,
    build_received,
    build_report,
    build_revisited,
    build_started,
    build_step,
    build_submitted,
)

TODAY = date(2026, 11, 21)
NOTHING_REQUIRED = Outcome.NO_STATEMENT_REQUIRED
FAILINGS = Outcome.WIDESPREAD_FAILINGS
SINCE_2023 = Framework.AREA_SEND_2023
PRIORITY, ACCELERATED = Plan.PRIORITY_ACTION, Plan.ACCELERATED_PROGRESS


def accelerated(on):
    """Build every event of an accelerated progress plan, on one day."""
    steps = ("required", "submitted", "published", "reviewed", "ended")
    yield from (build_step(f"accelerated-plan-{step}", on) for step in steps)
    yield build_judged(on, plan=ACCELERATED)


def priority(on):
    """Build every event that only widespread failings lead to, on one day."""
    steps = (
        "priority-plan-submitted",
        "priority-plan-published",
        "monitoring-inspection-notified",
        "monitoring-inspection-started",
    )
    yield from (build_step(step, on) for step in steps)
    yield build_judged(on, plan=PRIORITY)
    yield build_monitored(on)


#: What must come first, dated after what cannot come before it: every pair that there is.
SWAPPED = [
    *((build_started("2018-10-02"), later) for later in accelerated("2018-10-01")),
    *((build_report("2018-12-08"), later) for later in accelerated("2018-12-07")),
    *((build_step("revisit-started", "2021-05-20"), one) for one in accelerated("2021-05-19")),
    *((build_started("2023-07-18", framework=SINCE_2023), one) for one in priority("2023-07-17")),
    *((build_report("2023-09-16", outcome=FAILINGS), one) for one in priority("2023-09-15")),
    (
        build_report("2023-09-16", outcome=Outcome.INCONSISTENT),
        build_step("strategic-plan-published", "2023-09-15"),
    ),
    (
        build_step("priority-plan-submitted", "2023-12-13"),
        build_judged("2023-12-12", plan=PRIORITY),
    ),
    (
        build_step("monitoring-inspection-notified", "2025-09-16"),
        build_step("monitoring-inspection-started", "2025-09-15"),
    ),
    (build_step("monitoring-inspection-started", "2025-11-20"), build_monitored("2025-11-19")),
    (build_step("inspection-notified", "2018-10-02"), build_started("2018-10-01")),
    (build_started("2018-10-02"), build_step("fieldwork-ended", "2018-10-01")),
    (build_started("2018-10-02"), build_received("2018-10-01")),
    (build_started("2018-10-02"), build_report("2018-10-01")),
    (build_started("2018-10-02"), build_submitted("2018-10-01")),
    (build_started("2018-10-02"), build_judged("2018-10-01")),
    (build_started("2018-10-02"), build_judged("2018-10-01", fit=False)),
    (build_started("2018-10-02"), build_step("statement-published", "2018-10-01")),
    (build_started("2018-10-02"), build_step("revisit-notified", "2018-10-01")),
    (build_started("2018-10-02"), build_step("revisit-started", "2018-10-01")),
    (build_started("2018-10-02"), build_step("revisit-ended", "2018-10-01")),
    (build_started("2018-10-02"), build_revisited("2018-10-01")),
    (build_received("2018-12-08"), build_report("2018-12-07")),
    (build_report("2018-12-08"), build_submitted("2018-12-07")),
    (build_report("2018-12-08"), build_judged("2018-12-07")),
    (build_report("2018-12-08"), build_judged("2018-12-07", fit=False)),
    (build_report("2018-12-08"), build_step("statement-published", "2018-12-07")),
    (build_report("2018-12-08"), build_step("revisit-notified", "2018-12-07")),
    (build_report("2018-12-08"), build_step("revisit-started", "2018-12-07")),
    (build_report("2018-12-08"), build_step("revisit-ended", "2018-12-07")),
    (build_report("2018-12-08"), build_revisited("2018-12-07")),
    (build_submitted("2019-03-19"), build_judged("2019-03-18")),
    (build_step("revisit-notified", "2021-05-20"), build_step("revisit-started", "2021-05-19")),
    (build_step("revisit-started", "2021-05-22"), build_step("revisit-ended", "2021-05-21")),
    (build_step("revisit-started", "2021-07-21"), build_revisited("2021-07-20")),
]
of_two = pytest.mark.parametrize(
    ("first", "second"), SWAPPED, ids=lambda event: f"{key(event)} {event.on.written}"
)


def doubts(event, *, beside=(), today=TODAY):
    return objections(build_history(*beside), event, today=today)


def beside(other, event):
    """What else must be held so that only these two can be doubted: the start, if neither is it."""
    if "inspection-started" in {key(other), key(event)}:
        return (other,)
    outcomes = [getattr(one, "outcome", None) for one in (other, event)]
    since_2023 = any(one and one.framework is SINCE_2023 for one in outcomes)
    framework = SINCE_2023 if since_2023 else Framework.LASEND_2016
    return (build_started("2018-10-01", framework=framework), other)


def out_of_order(first, second):
    return (f"“{sentence(second)}” is dated {second.on}, but “{sentence(first)}” only {first.on}.",)


# Order


@of_two
def test_what_must_come_first_is_doubted_beside_what_it_came_after(first, second):
    assert doubts(first, beside=beside(second, first)) == out_of_order(first, second)


@of_two
def test_what_cannot_come_first_is_doubted_beside_what_it_came_before(first, second):
    assert doubts(second, beside=beside(first, second)) == out_of_order(first, second)


def test_every_pair_with_an_order_is_tried():
    assert {(place(first), place(second)) for first, second in SWAPPED} == set(NEVER_BEFORE)


def test_what_the_order_of_things_names_is_something_that_can_happen():
    of_steps = {step.value for step in StepKind}
    of_plans = {f"{plan.value}-judged" for plan in Plan}
    of_classes = {"inspection-started", "report-published", "revisited", "monitoring-inspected"}

    named = {one for pair in NEVER_BEFORE for one in pair} | set().union(*NEEDS.values())

    assert named <= of_steps | of_plans | of_classes


def test_events_of_one_day_are_in_order():
    started, ended = (
        build_step("revisit-started", "2021-05-19"),
        build_step("revisit-ended", "2021-05-19"),
    )

    assert doubts(ended, beside=(build_started(), started)) == ()


@pytest.mark.parametrize("on", ["2018-10", "2018", "../2018-12-31", "2018-09-01/2018-10-01"])
def test_a_date_that_may_be_in_order_is_not_doubted(on):
    assert doubts(build_step("fieldwork-ended", on), beside=(build_started("2018-10-01"),)) == ()


@pytest.mark.parametrize("on", ["2018-10", "2018", "../2018-12-31", "2018-10-05/2018-12-07"])
def test_what_may_have_come_before_a_day_is_not_doubted_beside_it(on):
    fieldwork_ended = build_step("fieldwork-ended", "2018-10-05")

    assert doubts(build_started(on), beside=(fieldwork_ended,)) == ()
    assert doubts(fieldwork_ended, beside=(build_started(on),)) == ()


@pytest.mark.parametrize(
    "ordinary",
    [
        pytest.param(build_ordinary_events() + build_accelerated_events(), id="2016"),
        pytest.param(build_ordinary_events_since_2023(), id="2023"),
    ],
)
@settings(max_examples=10)
@given(chance=st.randoms())
def test_an_ordinary_history_is_never_doubted_in_whatever_order_it_is_recorded(ordinary, chance):
    started = next(event for event in ordinary if key(event) == "inspection-started")
    others = [event for event in ordinary if event is not started]
    told = [started, *chance.sample(others, k=len(others))]

    found = [
        objections(read(AREA, told[:number]), event, today=TODAY)
        for number, event in enumerate(told)
    ]

    assert found == [()] * len(ordinary)


def test_a_statement_judged_not_fit_may_be_submitted_again_and_judged_fit():
    not_fit = build_judged("2019-09-20", fit=False)
    again = build_submitted("2019-10-08")
    begun = (build_started("2019-03-18"), build_report("2019-05-22"))

    assert doubts(again, beside=(*begun, not_fit)) == ()
    assert doubts(not_fit, beside=(*begun, again)) == ()
    assert doubts(build_judged("2019-10-18"), beside=(*begun, not_fit, again)) == ()


def test_a_priority_action_plan_sent_back_may_be_submitted_and_judged_again():
    not_fit = build_judged("2023-11-10", plan=PRIORITY, fit=False)
    again = build_step("priority-plan-submitted", "2023-12-01")
    begun = (
        build_started("2023-07-17", framework=SINCE_2023),
        build_report("2023-09-15", outcome=FAILINGS),
    )

    assert doubts(not_fit, beside=(*begun, again)) == ()
    assert doubts(again, beside=(*begun, not_fit)) == ()


def test_a_notice_may_come_at_any_time():
    begun = (build_started("2018-10-01"), build_report("2018-12-07"))

    assert doubts(build_intervened("2018-11-01"), beside=begun) == ()


# What has not come, what there is not, and what there is only once


@pytest.mark.parametrize("on", ["2026-11-22", "2026-12", "2027", "2026-11-22/2027-01-01"])
def test_what_has_not_come_yet_is_doubted(on):
    future = build_started(on)

    assert doubts(future) == (f"It is dated {future.on}, which has not come yet.",)


@pytest.mark.parametrize("on", ["2026-11-21", "2026-11", "2026", "../2026-11-30"])
def test_what_may_have_come_is_not_doubted(on):
    assert doubts(build_started(on)) == ()


def test_an_area_that_is_not_known_is_doubted_and_nothing_else_is_asked():
    elsewhere = build_report("2018-12-07", area="atlantis", weaknesses=0)

    assert doubts(elsewhere) == ("We know no area 'atlantis'.",)


def test_an_event_of_an_inspection_that_is_not_held_is_doubted():
    assert doubts(build_report()) == ("No inspection northumberland/2016/1 of this area is held.",)


def test_an_event_that_names_no_inspection_is_not_doubted_for_that():
    assert doubts(build_submitted(inspection=""), beside=(build_started("2026-01-05"),)) == ()


def test_an_event_of_an_inspection_that_is_not_held_is_doubted_for_its_counts_too():
    assert doubts(build_monitored(sufficient=6, of=5)) == (
        "No inspection northumberland/2016/1 of this area is held.",
        "6 of 5 priority actions cannot be.",
    )


def test_the_start_of_an_inspection_brings_it_into_being():
    assert doubts(build_started()) == ()


@pytest.mark.parametrize("kind", sorted(SINGLE))
def test_what_an_inspection_has_only_once_is_doubted_the_second_time(kind):
    told = build_ordinary_events()
    again = next(event for event in told if key(event) == kind)

    assert doubts(again, beside=told) == (
        "northumberland/2016/1 already has this event: correct that one instead.",
    )


def test_what_an_inspection_may_have_twice_is_not_doubted_the_second_time():
    told = build_ordinary_events()

    for event in told:
        assert (doubts(event, beside=told) == ()) is (key(event) not in SINGLE)


@pytest.mark.parametrize(
    ("area", "on"),
    [
        ("dorset-county", "2019-04-01"),
        ("dorset-county", "2019-04"),
        ("dorset", "2019-03-31"),
        ("north-northamptonshire", "2020"),
    ],
)
def test_an_inspection_of_an_area_that_did_not_stand_is_doubted(area, on):
    started = build_started(on, area=area)

    (words,) = objections(build_history(area=area), started, today=TODAY)

    assert words.endswith(f" did not exist {started.on.when}.")


@pytest.mark.parametrize(
    ("area", "on"),
    [
        ("dorset-county", "2019-03-31"),
        ("dorset-county", "2019"),
        ("dorset", "2019-04-01"),
        ("dorset", "2019"),
    ],
)
def test_an_inspection_of_an_area_that_may_have_stood_is_not_doubted(area, on):
    assert objections(build_history(area=area), build_started(on, area=area), today=TODAY) == ()


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("framework", Framework)
def test_an_outcome_that_the_framework_does_not_have_is_doubted_whichever_comes_first(
    framework, outcome
):
    started, report = build_started(framework=framework), build_report(outcome=outcome)

    found = doubts(report, beside=(started,))

    assert found == doubts(started, beside=(report,))
    assert (found == ()) is (outcome.framework is framework)
    assert all(one.startswith("No inspection under the framework of 20") for one in found)


def test_what_follows_an_inspection_may_come_after_the_end_of_its_area():
    started = build_started("2017-01-23", area="dorset-county")
    submitted = build_submitted("2019-05-01", area="dorset-county")

    assert doubts(submitted, beside=(started,)) == ()


# Counts and verdicts


@pytest.mark.parametrize(
    ("outcome", "weaknesses", "words"),
    [
        (Outcome.STATEMENT_REQUIRED, None, ()),
        (Outcome.STATEMENT_REQUIRED, 1, ()),
        (Outcome.STATEMENT_REQUIRED, 14, ()),
        (Outcome.STATEMENT_REQUIRED, 0, ("A statement answers at least one weakness.",)),
        (Outcome.STATEMENT_REQUIRED, -1, ("A statement answers at least one weakness.",)),
        (NOTHING_REQUIRED, None, ()),
        (NOTHING_REQUIRED, 3, ("Weaknesses are counted only where a statement was required.",)),
        (NOTHING_REQUIRED, 0, ("Weaknesses are counted only where a statement was required.",)),
    ],
)
def test_a_count_of_weaknesses_must_fit_the_outcome(outcome, weaknesses, words):
    report = build_report(outcome=outcome, weaknesses=weaknesses)

    assert doubts(report, beside=(build_started(),)) == words


@pytest.mark.parametrize(
    ("verdict", "sufficient", "of", "words"),
    [
        (Verdict.ALL, 3, 3, ()),
        (Verdict.SOME, 2, 3, ()),
        (Verdict.NONE, 0, 3, ()),
        (Verdict.SOME, None, 3, ()),
        (Verdict.SOME, 2, None, ()),
        (Verdict.ALL, 2, 3, ("2 of 3 weaknesses is not the verdict “all”.",)),
        (Verdict.SOME, 3, 3, ("3 of 3 weaknesses is not the verdict “some”.",)),
        (Verdict.SOME, 0, 3, ("0 of 3 weaknesses is not the verdict “some”.",)),
        (Verdict.ALL, 4, 3, ("4 of 3 weaknesses cannot be.",)),
        (Verdict.NONE, -1, 3, ("-1 of 3 weaknesses cannot be.",)),
        (Verdict.ALL, 0, 0, ("0 of 0 weaknesses cannot be.",)),
    ],
)
def test_the_counts_of_a_re_visit_must_amount_to_its_verdict(verdict, sufficient, of, words):
    revisited = build_revisited(verdict=verdict, sufficient=sufficient, of=of)

    assert doubts(revisited, beside=(build_started(),)) == words


@pytest.mark.parametrize(
    ("outcome", "actions", "words"),
    [
        (FAILINGS, None, ()),
        (FAILINGS, 5, ()),
        (FAILINGS, 0, ("A priority action plan answers at least one area for priority action.",)),
        (FAILINGS, -1, ("A priority action plan answers at least one area for priority action.",)),
        (Outcome.POSITIVE, None, ()),
        (Outcome.INCONSISTENT, 0, ()),
        (
            Outcome.INCONSISTENT,
            2,
            ("Priority actions are counted only where there were widespread failings.",),
        ),
    ],
)
def test_a_count_of_priority_actions_must_fit_the_outcome(outcome, actions, words):
    report = build_report(outcome=outcome, priority_actions=actions)

    assert doubts(report, beside=(build_started(framework=SINCE_2023),)) == words


@pytest.mark.parametrize(
    ("sufficient", "of", "words"),
    [
        (5, 5, ()),
        (0, 5, ()),
        (None, 5, ()),
        (5, None, ()),
        (6, 5, ("6 of 5 priority actions cannot be.",)),
        (-1, 5, ("-1 of 5 priority actions cannot be.",)),
        (0, 0, ("0 of 0 priority actions cannot be.",)),
    ],
)
def test_a_monitoring_inspection_counts_no_more_than_there_were(sufficient, of, words):
    monitored = build_monitored(sufficient=sufficient, of=of)

    assert doubts(monitored, beside=(build_started(framework=SINCE_2023),)) == words


@pytest.mark.parametrize(
    ("actions", "of", "words"),
    [
        (5, 5, ()),
        (None, 5, ()),
        (5, None, ()),
        (4, 5, ("The report had 4 priority actions, the monitoring inspection counts 5.",)),
    ],
)
def test_a_monitoring_inspection_counts_the_priority_actions_of_the_report(actions, of, words):
    report = build_report("2023-09-15", outcome=FAILINGS, priority_actions=actions)
    monitored, started = build_monitored(of=of), build_started(framework=SINCE_2023)

    assert doubts(monitored, beside=(started, report)) == words
    assert doubts(report, beside=(started, monitored)) == words


@given(st.integers(1, 20).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_every_count_amounts_to_one_verdict(counts):
    sufficient, of = counts

    assert (verdict_of(sufficient, of) is Verdict.ALL) is (sufficient == of)
    assert (verdict_of(sufficient, of) is Verdict.NONE) is (sufficient == 0)


@pytest.mark.parametrize(
    ("weaknesses", "of", "words"),
    [
        (3, 3, ()),
        (None, 3, ()),
        (3, None, ()),
        (4, 3, ("The report had 4 weaknesses, the re-visit counts 3.",)),
    ],
)
def test_a_re_visit_counts_the_weaknesses_of_the_report_whichever_is_recorded_first(
    weaknesses, of, words
):
    report = build_report(weaknesses=weaknesses)
    revisited = build_revisited(verdict=Verdict.SOME, of=of)

    assert doubts(revisited, beside=(build_started(), report)) == words
    assert doubts(report, beside=(build_started(), revisited)) == words


@pytest.mark.parametrize(
    "later",
    [
        build_submitted("2019-03-12"),
        build_judged("2019-03-18"),
        build_judged("2019-03-18", fit=False),
        build_step("statement-published", "2019-04-01"),
        build_step("revisit-notified", "2021-05-05"),
        build_step("revisit-started", "2021-05-19"),
        build_step("revisit-ended", "2021-05-21"),
        build_revisited("2021-07-20"),
    ],
    ids=key,
)
def test_what_follows_a_statement_is_doubted_where_none_was_required(later):
    report = build_report(outcome=NOTHING_REQUIRED)
    words = ("northumberland/2016/1 found: no written statement of action was required.",)

    assert doubts(later, beside=(build_started(), report)) == words
    assert doubts(report, beside=(build_started(), later)) == words


@pytest.mark.parametrize("later", list(priority("2025-09-15")), ids=place)
@pytest.mark.parametrize("outcome", [Outcome.POSITIVE, Outcome.INCONSISTENT])
def test_what_follows_widespread_failings_is_doubted_after_another_outcome(outcome, later):
    report = build_report(outcome=outcome)
    started = build_started(framework=SINCE_2023)

    (words,) = doubts(later, beside=(started, report))

    assert words.startswith("northumberland/2016/1 found: children's experiences were ")
    assert doubts(report, beside=(started, later)) == (words,)


@pytest.mark.parametrize("later", list(priority("2025-09-15")), ids=place)
def test_what_follows_widespread_failings_is_not_doubted_after_them(later):
    begun = (build_started(framework=SINCE_2023), build_report(outcome=FAILINGS))

    assert doubts(later, beside=begun) == ()


@pytest.mark.parametrize(
    "other",
    [
        build_step("inspection-notified", "2018-09-24"),
        build_step("fieldwork-ended", "2018-10-05"),
        build_received("2018-11-29"),
    ],
    ids=key,
)
def test_what_every_inspection_has_is_not_doubted_where_no_statement_was_required(other):
    report = build_report(outcome=NOTHING_REQUIRED)

    assert doubts(other, beside=(build_started(), report)) == ()
    assert doubts(report, beside=(build_started(), other)) == ()


def test_every_doubt_about_an_event_is_raised_at_once():
    begun = (build_started("2018-10-01"), build_report("2018-12-07", weaknesses=4))
    odd = build_revisited("2018-10-02", verdict=Verdict.ALL, sufficient=2, of=3)

    assert len(doubts(odd, beside=begun)) == 3
