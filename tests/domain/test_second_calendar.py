"""Our working days against three others: by rule and weeks, NumPy's, and a walk day by day.

NumPy is given the days of the `holidays` package, which knows every holiday of these years as it
came to be and nothing of when it was announced: for an earlier day, what was told after it is put
back. Beyond that the four know of no difference.
"""

from datetime import date
from functools import cache

import holidays as another_project
import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from areasend.domain.clocks import Clock
from areasend.domain.duties import CLOCKS
from areasend.domain.events import Outcome
from areasend.domain.history import read
from areasend.domain.periods import Period, Unit
from areasend.domain.working_days import calendar_known_on
from tests.domain import second_calendar
from tests.domain.building import AREA, build_received, build_report, build_started
from tests.domain.second_calendar import DAY, PROCLAIMED, after

LENGTHS = (2, 3, 4, 5, 8, 10, 20, 30, 35, 70)
FIRST, LAST = date(2015, 1, 1), date(2030, 12, 31)
STARTS = [FIRST + n * DAY for n in range((LAST - FIRST).days + 1)]
YEARS = range(2012, 2032)
TODAY = date(2026, 11, 21)
#: What was told before the record begins was always known, as far as it can be asked.
TOLD = [one for one in PROCLAIMED if one.told >= FIRST]
#: The first day, the eve and the day of each telling, and now.
KNOWN_ON = sorted({FIRST, *(day for one in TOLD for day in (one.told - DAY, one.told)), TODAY})

known_days = pytest.mark.parametrize("known_on", KNOWN_ON, ids=str)
each_calendar = pytest.mark.parametrize("known_on", [FIRST, *(one.told for one in TOLD)], ids=str)


@cache
def elsewhere(known_on):
    """Return the holidays of another project, without what was told after a day."""
    england = another_project.country_holidays("GB", subdiv="ENG", years=YEARS)
    days = {day for day in england if day.weekday() < 5}
    for one in TOLD:
        if one.told > known_on:
            days = days - set(one.added) | set(one.taken)
    return frozenset(days)


def of_numpy(days):
    return np.array(sorted(days), dtype="datetime64[D]")


def walked(start, lengths, off):
    """Yield where each count ends, going day by day, as with a finger on a wall calendar."""
    day, counted = start, 0
    for length in lengths:
        while counted < length:
            day += DAY
            counted += day.weekday() < 5 and day not in off
        yield day


@known_days
def test_the_holidays_are_those_by_rule_and_those_of_another_project(known_on):
    ours = set(calendar_known_on(known_on).holidays)
    by_rule = set().union(*(second_calendar.holidays(year, known_on=known_on) for year in YEARS))

    assert ours == by_rule == elsewhere(known_on)


@pytest.mark.slow
@each_calendar
def test_every_count_from_every_day_is_that_of_the_second_calendar_and_of_numpy(known_on):
    calendar, off = calendar_known_on(known_on), of_numpy(elsewhere(known_on))

    for count in LENGTHS:
        ours = [calendar.after(day, count) for day in STARTS]
        numpys = np.busday_offset(of_numpy(STARTS), count, roll="preceding", holidays=off)

        assert ours == [after(day, count, known_on=known_on) for day in STARTS]
        assert ours == numpys.tolist()


@pytest.mark.slow
def test_every_count_from_every_day_is_that_of_a_walk():
    calendar, off = calendar_known_on(TODAY), elsewhere(TODAY)

    differing = [
        day
        for day in STARTS
        if [calendar.after(day, count) for count in LENGTHS] != list(walked(day, LENGTHS, off))
    ]

    assert differing == []


@each_calendar
@pytest.mark.parametrize("count", [5, 6, 8])
def test_counting_back_as_for_an_estimated_receipt_is_numpys(count, known_on):
    calendar, off = calendar_known_on(known_on), of_numpy(elsewhere(known_on))

    ours = [calendar.before(day, count) for day in STARTS]
    numpys = np.busday_offset(of_numpy(STARTS), -count, roll="following", holidays=off)

    assert ours == numpys.tolist()


@each_calendar
def test_the_working_days_from_every_day_to_another_are_numpys(known_on):
    calendar, off = calendar_known_on(known_on), of_numpy(elsewhere(known_on))
    ends = STARTS[::-1]

    ours = [calendar.between(*sorted(pair)) for pair in zip(STARTS, ends, strict=True)]
    first, last = np.sort([of_numpy(STARTS), of_numpy(STARTS)[::-1]], axis=0)

    assert ours == np.busday_count(first + 1, last + 1, holidays=off).tolist()


def test_the_second_calendar_can_tell_a_wrong_count():
    """It would see one holiday too many or too few: each moves a count across it."""
    for one in TOLD:
        eve = min(one.added) - DAY
        before, since = (after(eve, 1, known_on=day) for day in (one.told - DAY, one.told))

        assert before < since


# Clocks: whatever their start, they fall due where the second calendar says.

LAST_REPORT = date(2026, 6, 30)


def counts_working_days(clock: Clock) -> bool:
    periods = [value.period for value in clock.rule.values]
    return any(isinstance(one, Period) and one.unit is Unit.WORKING_DAY for one in periods)


@st.composite
def inspections(draw, framework, clock):
    """An inspection with its report, on a day or in a month, and perhaps its receipt."""
    # An estimated receipt comes before publication: none before the rule itself.
    published = draw(st.dates(clock.rule.values[0].since + 31 * DAY, LAST_REPORT))
    written = draw(st.sampled_from([f"{published}", f"{published:%Y-%m}", f"../{published}"]))
    outcomes = [one for one in Outcome if one.framework is framework]
    told = [
        build_started(published - 60 * DAY, framework=framework),
        build_report(written, outcome=draw(st.sampled_from(outcomes))),
    ]
    if draw(st.booleans()):
        received = published - draw(st.integers(0, 20)) * DAY
        told.append(build_received(draw(st.sampled_from([f"{received}", f"{received:%Y-%m}"]))))
    return read(AREA, told).inspections[0], published + draw(st.integers(31, 200)) * DAY


WORKING = [
    pytest.param(framework, clock, id=clock.rule.key)
    for framework, clocks in CLOCKS.items()
    for clock in clocks
    if counts_working_days(clock)
]


def test_four_clocks_count_in_working_days():
    assert [case.id for case in WORKING] == [
        "statement_submitted",
        "priority_plan_submitted",
        "priority_plan_published",
        "strategic_plan_published",
    ]


@pytest.mark.parametrize(("framework", "clock"), WORKING)
@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_a_clock_falls_due_where_the_second_calendar_says(framework, clock, data):
    inspection, as_at = data.draw(inspections(framework, clock))
    deadline = clock.read(inspection, as_at=as_at)
    # Not every outcome starts every clock, nor does a report "by" a day that may be long ago.
    assume(deadline is not None)

    count, start = deadline.value.period.count, deadline.start
    first, last, at_latest = (
        after(day, count, known_on=as_at)
        for day in (start.on.earliest, start.on.latest, start.at_latest)
    )

    assert (deadline.due.earliest, deadline.due.latest) == (first, last)
    assert deadline.due_at_latest == at_latest
