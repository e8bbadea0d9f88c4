"""Reading an area's events in order, and asking what had happened by a day."""

from datetime import date
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.events import Framework, Outcome, Plan, StepKind
from areasend.domain.history import History, apply, in_order, perhaps, read
from areasend.domain.objections import held_by
from tests.domain.building import (
    AREA,
    INSPECTION,
    build_history,
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
from tests.domain.imagining import (
    NEAR_INTERVALS,
    any_intervals,
    arriving_otherwise,
    events,
    intervals,
    near_days,
)

TODAY = date(2026, 11, 21)

some_events = st.lists(events(), max_size=6)
#: Many events on few dates, in three inspections and outside them.
crowded_events = st.lists(
    events(st.sampled_from(NEAR_INTERVALS[40:52]), inspections=("", "one", "another", "a third")),
    max_size=10,
)


@pytest.mark.slow
@given(crowded_events, st.randoms(), st.none() | near_days)
def test_the_order_of_arrival_does_not_matter_as_long_as_the_numbers_are_kept(told, chance, day):
    arrived = arriving_otherwise(told, chance)

    assert read(AREA, told, until=day) == read(AREA, arrived, until=day)
    assert perhaps(told, until=day or TODAY) == perhaps(arrived, until=day or TODAY)


@given(crowded_events)
def test_reading_on_from_any_event_is_reading_all_at_once(told):
    ordered = in_order(told)

    for place in range(len(ordered) + 1):
        begun = read(AREA, ordered[:place])
        assert reduce(apply, ordered[place:], begun) == read(AREA, told)


@given(crowded_events)
def test_what_happens_in_one_inspection_touches_no_other(told):
    for one in read(AREA, told).inspections:
        alone = [event for event in told if event.inspection == one.name]

        assert read(AREA, alone).inspections == (one,)


@given(some_events)
def test_events_of_one_date_keep_the_order_of_the_record(told):
    ordered = in_order(told)

    for event in told:
        same_date = [one for one in told if one.on == event.on]
        assert [one for one in ordered if one.on == event.on] == same_date


def test_events_come_by_their_latest_day_then_their_earliest():
    on_the_last_day = build_step("fieldwork-ended", "2018-10-31")
    in_the_month = build_started("2018-10")
    by_that_day = build_step("inspection-notified", "../2018-10-31")

    ordered = in_order([on_the_last_day, in_the_month, by_that_day])

    assert ordered == [by_that_day, in_the_month, on_the_last_day]


@given(st.lists(events(any_intervals), max_size=6), st.none() | st.dates())
def test_any_list_of_events_can_be_read(told, until):
    history = read(AREA, told, until=until)

    assert history.area == AREA
    assert len(history.events) <= len(told)


@given(some_events)
def test_nothing_that_happened_is_dropped(told):
    history = read(AREA, told)

    assert history.events == tuple(in_order(told))
    assert history.unplaced == tuple(event for event in history.events if not event.inspection)


@given(some_events)
def test_each_inspection_holds_only_its_own_events_each_under_its_name(told):
    history = read(AREA, told)
    names = [one.name for one in history.inspections]

    assert sorted(names) == sorted({event.inspection for event in told} - {""})
    for one in history.inspections:
        assert {event.inspection for event in held_by(one)} <= {one.name}


@given(some_events, near_days)
def test_as_at_a_day_nothing_is_seen_that_may_have_come_later(told, day):
    as_at = read(AREA, told, until=day)

    assert as_at == read(AREA, [event for event in told if event.on.surely_by(day)])
    assert all(event.on.latest <= day for event in as_at.events)


@given(some_events, events(), near_days)
def test_what_happens_later_does_not_change_what_had_happened(told, later, day):
    known = [event for event in (*told, later) if event is not later or later.on.surely_by(day)]

    assert read(AREA, (*told, later), until=day) == read(AREA, known, until=day)


@given(some_events, near_days)
def test_each_event_had_surely_happened_perhaps_or_not_yet(told, day):
    surely = list(read(AREA, told, until=day).events)
    maybe = list(perhaps(told, until=day))
    not_yet = [event for event in in_order(told) if day < event.on.earliest]

    assert sorted((*surely, *maybe, *not_yet), key=id) == sorted(told, key=id)


def test_an_event_that_may_have_happened_by_a_day_is_listed_apart():
    fieldwork = build_step("fieldwork-ended", "2018-10")
    told = [build_started("2018-10-01"), fieldwork, build_report("2018-12-07")]

    assert fieldwork not in read(AREA, told, until=date(2018, 10, 5)).events
    assert perhaps(told, until=date(2018, 10, 5)) == (fieldwork,)


def test_an_event_that_names_no_inspection_is_kept_unplaced():
    unplaced = build_submitted("2019-03-12", inspection="")

    history = build_history(build_started(), unplaced)

    assert history.unplaced == (unplaced,)
    assert history.inspection(INSPECTION).steps == ()


def test_an_inspection_gathers_what_followed_from_it():
    told = build_ordinary_events()

    inspection = build_history(*told).inspection(INSPECTION)

    assert inspection.framework is Framework.LASEND_2016
    assert inspection.started.on.latest == date(2018, 10, 1)
    assert inspection.report.weaknesses == 3
    assert inspection.judged_fit().on.latest == date(2019, 4, 29)
    assert inspection.judged().on.latest == date(2019, 3, 18)
    assert inspection.revisited.sufficient == 2
    assert inspection.first(StepKind.STATEMENT_SUBMITTED).on.latest == date(2019, 3, 12)
    assert sorted(held_by(inspection), key=id) == sorted(told, key=id)


def test_an_inspection_of_which_only_a_later_event_is_held_says_what_it_lacks():
    inspection = build_history(build_submitted()).inspection(INSPECTION)

    assert inspection.framework is None
    assert inspection.judged_fit() is None
    assert inspection.judged() is None
    assert inspection.revisited is None
    assert inspection.monitored == inspection.interventions == ()
    assert inspection.first(StepKind.REVISIT_STARTED) is None


def test_a_statement_judged_not_fit_is_not_judged_fit():
    inspection = build_history(build_started(), build_judged(fit=False)).inspection(INSPECTION)

    assert inspection.judgements
    assert inspection.judged_fit() is None


def test_an_inspection_since_2023_gathers_what_followed_from_it():
    told = build_ordinary_events_since_2023()

    inspection = build_history(*told).inspection(INSPECTION)

    assert inspection.framework is Framework.AREA_SEND_2023
    assert inspection.report.outcome is Outcome.WIDESPREAD_FAILINGS
    assert inspection.judged(Plan.PRIORITY_ACTION).on.latest == date(2023, 11, 10)
    assert inspection.judged_fit(Plan.PRIORITY_ACTION).on.latest == date(2023, 12, 12)
    assert [one.sufficient for one in inspection.monitored] == [5]
    assert [one.on.latest for one in inspection.interventions] == [date(2023, 11, 16)]
    assert sorted(held_by(inspection), key=id) == sorted(told, key=id)


@pytest.mark.parametrize("plan", Plan)
def test_a_judgement_is_of_one_plan_and_says_nothing_of_another(plan):
    inspection = build_history(build_judged(plan=plan)).inspection(INSPECTION)

    for other in Plan:
        assert (inspection.judged(other) is not None) is (other is plan)
        assert (inspection.judged_fit(other) is not None) is (other is plan)


def test_an_inspection_may_be_monitored_and_intervened_in_more_than_once():
    told = (
        build_monitored("2025-07", effective=False),
        build_monitored("2026-07"),
        build_intervened("2024-05-15"),
        build_intervened("2025-06-06"),
    )

    inspection = build_history(*reversed(told)).inspection(INSPECTION)

    assert inspection.monitored == told[:2]
    assert inspection.interventions == told[2:]


def test_the_newest_letter_on_a_re_visit_stands():
    first, second = build_revisited("2020-01-10"), build_revisited("2021-07-20")

    assert build_history(second, first).inspection(INSPECTION).revisited is second


def test_the_inspections_of_an_area_come_in_the_order_they_began():
    history = build_history(
        build_started("2026-03-23", inspection="later"),
        build_report("2018-12-07", inspection="earlier"),
        build_started("2018-10-01", inspection="earlier"),
    )

    assert [one.name for one in history.inspections] == ["earlier", "later"]


def test_an_area_of_which_nothing_is_held_has_an_empty_history():
    assert read(AREA, []) == History(AREA)
    assert History(AREA).inspection(INSPECTION) is None


@pytest.mark.parametrize("on", ["2018-10", "2018", "../2018-12-31"])
@given(near_days)
def test_a_vague_event_counts_only_from_its_last_day(on, day):
    event = build_started(on)

    assert (event in read(AREA, [event], until=day).events) is (event.on.latest <= day)


@given(intervals)
def test_an_event_happened_when_its_best_source_says(on):
    assert build_started(on.written).on == on
