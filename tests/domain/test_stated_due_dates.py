"""Our estimate of when a statement was due, against ten due dates that were stated in public."""

import csv
from datetime import date
from importlib.resources import files

import pytest

from areasend.domain.areas import AREAS
from areasend.domain.clocks import State
from areasend.domain.duties import deadlines
from areasend.domain.working_days import calendar_known_on
from tests.domain.building import build_history, build_report, build_started

with (files("areasend") / "record" / "stated_due_dates.csv").open(encoding="utf-8") as file:
    STATED = {row["area"]: row for row in csv.DictReader(file)}

#: Areas whose stated date our estimate does not meet, and why.
OTHERWISE = {
    "bournemouth-christchurch-and-poole": "counted from publication",
    "shropshire": "extended during the pandemic",
}


def estimated(area):
    """Return the deadline by our estimate, and the due date as stated."""
    published, due = (
        date.fromisoformat(STATED[area][key]) for key in ("published", "due_as_stated")
    )
    told = build_started(published.replace(day=1), area=area), build_report(published, area=area)
    return deadlines(build_history(*told, area=area), as_at=due)[0], due


def working_days_off(area):
    """Return how far the stated date lies outside the estimated range; 0 if inside."""
    deadline, due = estimated(area)
    calendar = calendar_known_on(due)
    if due > deadline.due.latest:
        return calendar.between(deadline.due.latest, due)
    return -calendar.between(due, deadline.due.earliest) if due < deadline.due.earliest else 0


def test_eight_of_the_ten_stated_dates_lie_within_one_working_day_of_our_estimate():
    close = {area for area in STATED if abs(working_days_off(area)) <= 1}

    assert (len(close), len(STATED)) == (8, 10)
    assert STATED.keys() - close == OTHERWISE.keys()


@pytest.mark.parametrize("area", sorted(STATED.keys() - OTHERWISE.keys()))
def test_each_of_the_eight_lies_inside_our_estimate_itself(area):
    assert working_days_off(area) == 0


def test_bournemouth_christchurch_and_poole_counted_from_publication():
    deadline, due = estimated("bournemouth-christchurch-and-poole")

    assert due == deadline.due_at_latest
    assert working_days_off("bournemouth-christchurch-and-poole") == 5


def test_shropshire_was_given_longer_in_the_pandemic():
    deadline, due = estimated("shropshire")

    assert calendar_known_on(due).between(deadline.due_at_latest, due) == 23
    assert deadline.state is State.PASSED
    assert not deadline.late


@pytest.mark.parametrize("area", sorted(STATED.keys() - {"shropshire"}))
def test_a_duty_still_ran_on_the_day_that_its_area_stated(area):
    assert estimated(area)[0].state is State.RUNNING


def test_every_area_that_stated_a_date_is_known():
    assert STATED.keys() <= AREAS.keys()
