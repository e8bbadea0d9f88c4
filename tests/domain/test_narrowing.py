"""What a vague date is narrowed to by what came later in the same inspection."""

import pytest

from areasend.domain.events import Plan
from areasend.domain.intervals import Interval
from areasend.domain.narrowing import narrowed
from tests.domain.building import build_judged, build_started, build_step, build_submitted

ASKED = build_step("accelerated-plan-required", "2021-05-01/2026-02-28")
SUBMITTED = build_step("accelerated-plan-submitted", "2021-07")


def test_a_plan_was_asked_for_before_it_was_submitted():
    found = narrowed(ASKED, [ASKED, SUBMITTED])

    assert found.on == Interval.read("2021-05-01/2021-07-31")
    assert found.by is SUBMITTED


def test_what_came_first_of_what_followed_sets_the_last_day():
    judged = build_judged("2021-09-01", plan=Plan.ACCELERATED_PROGRESS)

    assert narrowed(ASKED, [judged, SUBMITTED]).by is SUBMITTED


@pytest.mark.parametrize("on", ["2021-07-15", "2021-07", "2021"])
def test_a_date_that_a_source_gives_is_not_narrowed(on):
    submitted = build_step("accelerated-plan-submitted", on)
    judged = build_judged("2021-07-10", plan=Plan.ACCELERATED_PROGRESS)

    assert narrowed(submitted, [judged]).on == submitted.on


@pytest.mark.parametrize(
    "other",
    [
        build_step("accelerated-plan-submitted", "2021-07", inspection="northumberland/2016/2"),
        build_step("peer-review", "2021-07"),
        build_step("accelerated-plan-submitted", "2021-04-30"),
        build_step("accelerated-plan-submitted", "2021-07-01/2026-02-28"),
        build_started("2018-10-01"),
    ],
    ids=["another inspection", "no order", "a contradiction", "as vague", "before it"],
)
def test_what_proves_no_last_day_narrows_nothing(other):
    found = narrowed(ASKED, [other])

    assert found.on == ASKED.on
    assert found.by is None


def test_a_plan_judged_not_fit_may_have_been_submitted_again():
    submitted = build_submitted("../2019-12-31")
    not_fit = build_judged("2019-09", fit=False)

    assert narrowed(submitted, [not_fit]).on == submitted.on
    assert narrowed(submitted, [build_judged("2019-09")]).on == Interval.read("../2019-09-30")


def test_what_names_no_inspection_is_narrowed_by_nothing():
    asked = build_step("accelerated-plan-required", "2021-05-01/2026-02-28", inspection="")

    assert narrowed(asked, [build_step("accelerated-plan-submitted", "2021-07")]).by is None
