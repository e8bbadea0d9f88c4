"""How long things took: ended, waiting, not held, and what is done with vague dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain import measures
from areasend.domain.coverage import complete_to
from areasend.domain.events import Framework, Outcome, Plan, Verdict
from areasend.domain.history import read
from areasend.domain.measures import (
    INSPECTION_TO_NEXT,
    REPORT_TO_EXIT,
    REPORT_TO_FIT,
    REPORT_TO_MONITORING,
    REPORT_TO_REVISIT,
    REPORT_TO_STATEMENT,
    REVISIT_TO_LETTER,
    START_TO_REPORT,
    START_TO_REPORT_SINCE_2023,
    VISIT_TO_REPORT,
    VISIT_TO_REPORT_SINCE_2023,
    WAITS,
)
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.measures.waits import OPEN, Ending, Wait
from areasend.domain.working_days import calendar_known_on
from tests.domain.building import (
    build_judged,
    build_monitored,
    build_report,
    build_revisited,
    build_started,
    build_step,
)
from tests.domain.imagining import events, near_days

TODAY = date(2026, 11, 21)


def counting(as_at=TODAY, **more):
    return Counting(as_at=as_at, areas=Areas.ABOLISHED_TOO, **more)


def told(area, *more, started="2018-10-01", published="2018-12-07", **of_report):
    """Tell of an inspection under the framework of 2016 that required a statement, and of more."""
    named = {"area": area, "inspection": f"{area}/2016/1"}
    begun = (build_started(started, **named),) if started else ()
    report = build_report(published, **of_report, **named)
    return read(area, (*begun, report, *(build(on, **named) for build, on in more)))


def step(kind):
    return lambda on, **named: build_step(kind, on, **named)


def since_2023(area, *more, started="2025-06-23", published="2025-08-15", outcome=None):
    named = {"area": area, "inspection": f"{area}/2023/1"}
    return read(
        area,
        (
            build_started(started, framework=Framework.AREA_SEND_2023, **named),
            build_report(published, outcome=outcome or Outcome.WIDESPREAD_FAILINGS, **named),
            *(build(on, **named) for build, on in more),
        ),
    )


def one(wait, history, rule=None):
    """Return how the one wait of a history stands: its ending, and its least and most days."""
    (found,) = wait.of([history], rule or counting()).each
    return found.ending, found.least, found.most


# From where to where


def test_working_days_from_the_friday_of_the_visit_to_the_report():
    ending, least, most = one(VISIT_TO_REPORT, told("kent"))

    expected = calendar_known_on(TODAY).between(date(2018, 10, 5), date(2018, 12, 7))
    assert (ending, least, most) == (Ending.ENDED, expected, expected)
    assert expected == 45


def test_an_end_of_the_visit_that_is_held_goes_before_the_friday():
    history = told("kent", (step("fieldwork-ended"), "2018-10-12"))

    assert one(VISIT_TO_REPORT, history) == (Ending.ENDED, 40, 40)


def test_days_from_the_first_day_of_the_visit_to_the_report():
    assert one(START_TO_REPORT, told("kent")) == (Ending.ENDED, 67, 67)
    assert one(START_TO_REPORT_SINCE_2023, since_2023("kent")) == (Ending.ENDED, 53, 53)


def test_since_2023_the_end_of_the_visit_is_not_assumed():
    held = since_2023("kent", (step("fieldwork-ended"), "2025-06-27"))

    assert one(VISIT_TO_REPORT_SINCE_2023, held)[0] is Ending.ENDED
    assert one(VISIT_TO_REPORT_SINCE_2023, since_2023("kent")) == (Ending.BOUNDED, None, None)


def test_no_wait_looks_at_the_other_framework():
    assert not VISIT_TO_REPORT.of([since_2023("kent")], counting()).each
    assert not VISIT_TO_REPORT_SINCE_2023.of([told("kent")], counting()).each


def test_an_inspection_of_which_no_start_is_held_has_no_framework_and_no_wait():
    assert not VISIT_TO_REPORT.of([told("kent", started=None)], counting()).each


@pytest.mark.parametrize(
    ("ended", "days"),
    [((), 41), (((step("revisit-ended"), "2021-05-20"),), 42)],
)
def test_working_days_from_the_re_visit_to_its_letter(ended, days):
    came = ((step("revisit-started"), "2021-05-19"), *ended, (build_revisited, "2021-07-20"))

    assert one(REVISIT_TO_LETTER, told("kent", *came)) == (Ending.ENDED, days, days)


def test_a_re_visit_whose_start_is_not_held_cannot_be_measured():
    assert one(REVISIT_TO_LETTER, told("kent", (build_revisited, "2021-07-20"))) == (
        Ending.BOUNDED,
        None,
        None,
    )


def test_working_days_from_the_report_to_the_statement_and_to_its_judgement():
    history = told(
        "northumberland",
        (step("statement-submitted"), "2019-03-12"),
        (lambda on, **named: build_judged(on, fit=False, **named), "2019-03-15"),
        (lambda on, **named: build_judged(on, plan=Plan.PRIORITY_ACTION, **named), "2019-03-16"),
        (build_judged, "2019-03-18"),
    )

    assert one(REPORT_TO_STATEMENT, history) == (Ending.ENDED, 64, 64)
    assert one(REPORT_TO_FIT, history) == (Ending.ENDED, 68, 68)


def test_a_re_visit_of_which_only_the_letter_is_held_ended_the_wait_on_a_day_not_held():
    kent = told("kent", (build_revisited, "2023-01"))

    assert one(REPORT_TO_REVISIT, kent) == (Ending.BOUNDED, None, None)
    assert one(REPORT_TO_REVISIT, kent, counting(date(2022, 12, 31)))[0] is Ending.PERHAPS
    assert one(REPORT_TO_REVISIT, kent, counting(date(2022, 8, 31)))[0] is Ending.WAITING


def test_a_monitoring_inspection_of_which_only_the_report_is_held_ended_the_wait():
    monitored = since_2023("kent", (build_monitored, "2026-11-03"))

    assert one(REPORT_TO_MONITORING, monitored) == (Ending.BOUNDED, None, None)


def test_days_from_the_report_to_the_re_visit():
    assert one(REPORT_TO_REVISIT, told("kent", (step("revisit-started"), "2021-05-19"))) == (
        Ending.ENDED,
        894,
        894,
    )


@pytest.mark.parametrize(
    ("what_followed", "days"),
    [
        (((build_revisited, "2021-07-20"),), 956),
        (((step("monitoring-ceased"), "2021-01-01"),), 756),
        (((step("accelerated-plan-ended"), "2022-01-01"),), 1121),
        (
            (
                (step("accelerated-plan-ended"), "2022-01-01"),
                (step("monitoring-ceased"), "2021-12-31"),
            ),
            1120,
        ),
    ],
)
def test_days_from_the_report_to_whatever_ended_it_first(what_followed, days):
    assert one(REPORT_TO_EXIT, told("kent", *what_followed)) == (Ending.ENDED, days, days)


def test_a_re_visit_that_found_too_little_ends_nothing():
    some = lambda on, **named: build_revisited(on, verdict=Verdict.SOME, **named)  # noqa: E731

    assert one(REPORT_TO_EXIT, told("kent", (some, "2021-07-20")))[0] is Ending.NOT_HELD


def test_days_from_widespread_failings_to_the_monitoring_inspection():
    came = since_2023("kent", (step("monitoring-inspection-started"), "2026-08-15"))
    inconsistent = since_2023("kent", outcome=Outcome.INCONSISTENT)

    assert one(REPORT_TO_MONITORING, came) == (Ending.ENDED, 365, 365)
    assert not REPORT_TO_MONITORING.of([inconsistent], counting()).each


def test_days_from_a_full_inspection_to_the_next():
    named = {"area": "kent", "inspection": "kent/2023/1"}
    again = (
        build_started("2022-10-01", framework=Framework.AREA_SEND_2023, **named),
        build_report("2022-12-01", outcome=Outcome.POSITIVE, **named),
    )
    history = read("kent", (*told("kent").events, *again))
    first, second = INSPECTION_TO_NEXT.of([history], counting()).each

    assert (first.ending, first.least) == (Ending.ENDED, 1461)
    assert second.ending is Ending.NOT_HELD


def test_the_report_of_the_next_inspection_is_not_its_start():
    again = build_report("2022-12-01", area="kent", inspection="kent/2016/2")
    first, *_ = INSPECTION_TO_NEXT.of(
        [read("kent", (*told("kent").events, again))], counting()
    ).each

    assert first.ending is Ending.NOT_HELD


# Ended, waiting, or not held


def test_what_came_later_shows_that_an_area_was_still_waiting():
    history = told("kent", (step("revisit-started"), "2022-09-27"))

    assert one(REPORT_TO_REVISIT, history, counting(date(2022, 9, 26))) == (
        Ending.WAITING,
        1389,
        1389,
    )
    assert one(REPORT_TO_REVISIT, history, counting(date(2022, 9, 27)))[0] is Ending.ENDED


def test_where_nothing_is_held_an_area_waits_only_as_far_as_the_record_is_complete():
    to = complete_to("revisit-started")

    assert one(REPORT_TO_REVISIT, told("kent"), counting(to)) == (Ending.WAITING, 1363, 1363)
    assert one(REPORT_TO_REVISIT, told("kent"), counting(date(2022, 9, 1))) == (
        Ending.NOT_HELD,
        None,
        None,
    )


@pytest.mark.parametrize("wait", [REPORT_TO_STATEMENT, REPORT_TO_FIT, REPORT_TO_EXIT])
def test_where_the_record_is_partial_nobody_is_said_to_wait(wait):
    assert wait.complete_to is None
    assert one(wait, told("kent"), counting(date(2018, 12, 10)))[0] is Ending.NOT_HELD


def test_the_record_reaches_as_far_as_the_least_complete_of_its_ends():
    days = [complete_to("revisited"), complete_to("report-published")]
    both = Wait(
        **{
            **{key: getattr(REPORT_TO_REVISIT, key) for key in Wait.__dataclass_fields__},
            "ends": ("report-published", "revisited"),
        }
    )

    assert both.complete_to == min(days)


def test_an_abolished_area_waited_to_its_last_day():
    dorset = told("dorset-county", started="2017-01-23", published="2017-03-31")

    # Our list of re-visits is whole to that day and beyond, whenever one asks.
    assert one(REPORT_TO_REVISIT, dorset) == (Ending.ABOLISHED, 730, 730)
    assert one(REPORT_TO_STATEMENT, dorset)[0] is Ending.NOT_HELD
    assert one(REPORT_TO_REVISIT, dorset, counting(date(2018, 3, 31)))[0] is Ending.WAITING


def test_what_an_abolished_area_was_told_before_its_end_counts():
    dorset = told("dorset-county", (step("revisit-started"), "2019-02-04"), published="2017-03-31")

    assert one(REPORT_TO_REVISIT, dorset) == (Ending.ENDED, 675, 675)


def test_a_wait_that_begins_after_the_day_is_not_there_yet():
    begun = counting(date(2018, 11, 1), by=By.STARTED)

    assert not REPORT_TO_REVISIT.of([told("kent")], begun).each


def test_a_visit_whose_report_came_later_was_waiting_by_the_day():
    begun = counting(date(2018, 11, 1), by=By.STARTED)

    assert one(START_TO_REPORT, told("kent"), begun) == (Ending.WAITING, 31, 31)


def test_an_official_release_looks_for_publications_to_its_own_last_day():
    both = counting(date(2018, 11, 1), by=By.BOTH, published_to=date(2018, 12, 31))

    assert one(START_TO_REPORT, told("kent"), both) == (Ending.ENDED, 67, 67)
    assert REPORT_TO_REVISIT.last_day(both) == date(2018, 11, 1)


def test_the_counting_rule_chooses_the_cases():
    assert not START_TO_REPORT.of([told("kent")], counting(date(2018, 12, 6))).each
    abolished = Counting(as_at=TODAY)
    assert not START_TO_REPORT.of([told("dorset-county")], abolished).each


def test_a_case_that_may_fall_under_the_rule_is_named():
    found = START_TO_REPORT.of([told("kent", published="2018")], counting(date(2018, 6, 30)))

    assert ([case.area for case in found.doubtful], found.each) == ([], ())
    found = START_TO_REPORT.of([told("kent", published="2018")], counting(date(2018, 12, 30)))
    assert [case.area for case in found.doubtful] == ["kent"]


# Vague dates


def test_a_month_gives_a_shortest_and_a_longest_wait():
    assert one(REPORT_TO_REVISIT, told("kent", (step("revisit-started"), "2021-05"))) == (
        Ending.ENDED,
        876,
        906,
    )


@pytest.mark.parametrize("came", ["../2021-05-27", "2021-01-01/2021-05-27"])
def test_bounds_are_not_measured(came):
    assert one(REPORT_TO_REVISIT, told("kent", (step("revisit-started"), came))) == (
        Ending.BOUNDED,
        None,
        None,
    )


def test_a_beginning_that_is_known_only_by_bounds_is_not_measured():
    assert one(START_TO_REPORT, told("kent", started="2018-09-03/2018-10-01"))[0] is Ending.BOUNDED


def test_an_end_that_a_day_does_not_settle_may_have_come():
    history = told("kent", (step("revisit-started"), "2021-05"))

    assert one(REPORT_TO_REVISIT, history, counting(date(2021, 5, 19))) == (
        Ending.PERHAPS,
        None,
        None,
    )


def test_nothing_ends_before_it_begins():
    year = told("kent", (step("revisit-started"), "2018"))

    assert one(REPORT_TO_REVISIT, year) == (Ending.ENDED, 0, 24)


# All together


def test_waits_together_have_a_least_and_a_most_and_say_whether_all_are_known():
    nation = [
        told("kent", (step("revisit-started"), "2021-05-19")),
        told("devon", (step("revisit-started"), "2021-05")),
        told("york"),
    ]
    then = REPORT_TO_REVISIT.of(nation, counting(date(2022, 8, 31)))
    now = REPORT_TO_REVISIT.of(nation, counting())

    assert [one.case.area for one in then.of(Ending.ENDED)] == ["kent", "devon"]
    assert then.least(Ending.ENDED).values == (894, 876)
    assert then.most(Ending.ENDED).values == (894, 906)
    assert then.most(*OPEN).values == (1363,)
    assert (then.whole, now.whole) == (True, False)


nations = st.lists(events(inspections=("one", "another")), max_size=8).map(
    lambda happened: [read("northumberland", happened), told("kent"), since_2023("york")]
)
counting_rules = st.builds(
    Counting, as_at=near_days, by=st.sampled_from(By), areas=st.sampled_from(Areas)
)


@given(st.sampled_from(list(WAITS)), nations, counting_rules)
def test_a_wait_is_measured_if_it_ended_or_goes_on_and_never_negative(name, nation, rule):
    for found in WAITS[name].of(nation, rule).each:
        assert (found.least is not None) is (found.ending in {Ending.ENDED, *OPEN})
        assert found.least is None or 0 <= found.least <= found.most


@given(nations, near_days, near_days)
def test_as_time_passes_what_ended_stays_ended_and_took_as_long(nation, one_day, other):
    sooner, later = (
        {
            (found.case, found.least, found.most)
            for found in REPORT_TO_REVISIT.of(nation, counting(day)).of(Ending.ENDED)
        }
        for day in sorted([one_day, other])
    )

    assert sooner <= later


# The register


def test_every_measure_of_time_that_a_module_defines_is_in_the_register():
    defined = {id(value) for value in vars(measures).values() if isinstance(value, Wait)}

    assert {id(wait) for wait in WAITS.values()} == defined


@pytest.mark.parametrize("wait", WAITS.values(), ids=lambda wait: wait.name)
def test_every_measure_of_time_says_what_it_is_by_whom_and_what_it_rests_on(wait):
    assert WAITS[wait.name] is wait
    assert wait.says.endswith(".")
    assert wait.out_of
    assert wait.author
    assert date(2026, 1, 1) <= wait.reviewed <= TODAY
    complete_to(wait.begins)
    assert [complete_to(kind) for kind in wait.ends]
