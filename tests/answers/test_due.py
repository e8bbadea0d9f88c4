"""What is due, and why nothing is called late."""

from datetime import date, timedelta

import pytest

from areasend.answers.due import due
from tests.asking import DAYS, TODAY, asked

pytestmark = pytest.mark.usefixtures("read_once")


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_nothing_is_late_on_any_day_and_the_reason_is_given(day):
    found = due(asked(day), late=True)

    assert found.duties == ()
    assert found.why.startswith("Nothing is called late.")
    assert "our list of plans is incomplete" in found.why
    assert "bind nobody" in found.why


def test_the_soonest_comes_first():
    first, *_ = due(asked(TODAY), within=365).duties

    assert (first.name, first.duty.when) == ("Slough", "about Nov 2026")


def test_within_so_many_days_is_from_the_as_at_day():
    soon = due(asked(TODAY), within=90).duties

    assert soon
    for one in soon:
        latest = one.duty.due_latest
        assert latest <= TODAY + timedelta(days=90)
        assert one.duty.state == "running"


def test_a_duty_of_an_abolished_area_is_shown_with_those_who_carry_it():
    open_in_2023 = due(asked(date(2023, 6, 1))).duties
    carried = {one.area: one.duty.carried_by for one in open_in_2023 if one.duty.carried_by}

    assert carried["cumbria"] == ("Cumberland", "Westmorland and Furness")


def test_areas_never_revisited_are_shown_with_what_ministers_said_of_them():
    promised = [
        one.area
        for one in due(asked(TODAY)).duties
        if one.duty.duty == "Inspect an area that was never re-visited"
    ]

    assert promised == ["bradford", "knowsley", "south-tyneside", "wolverhampton"]
