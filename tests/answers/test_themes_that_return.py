"""A theme that two reports on an area share is told, with the points that have it."""

from dataclasses import replace
from datetime import date

import pytest

from areasend.answers.area_pages import area_page
from areasend.answers.asked import Asked
from areasend.domain.areas import AREAS
from areasend.domain.events import Framework, Outcome
from areasend.domain.points import Point
from tests.builders import build_report, build_started
from tests.ledger.deeds import LATER, tell

pytestmark = pytest.mark.django_db

THEN = (
    Point(number="w1", words="The list is out of date.", themes=("LO", "PARENT")),
    Point(number="w2", words="Plans are late.", themes=("EHC_T",)),
)


def inspected_twice(*points):
    tell(build_started("2019-03-04", inspection="dudley/2016/1"))
    report = build_report("2019-05-10", inspection="dudley/2016/1", weaknesses=2)
    tell(replace(report, points=THEN))
    started = build_started("2024-03-04", inspection="dudley/2023/1")
    tell(replace(started, framework=Framework.AREA_SEND_2023))
    again = build_report("2024-05-10", inspection="dudley/2023/1")
    outcome = Outcome.INCONSISTENT
    tell(replace(again, outcome=outcome, weaknesses=None, points=points))


def told(day):
    return area_page(AREAS["dudley"], Asked(day, LATER)).returned


def test_a_theme_of_both_reports_returns_with_its_points_oldest_first():
    inspected_twice(Point(number="i1", words="Keep the list up to date.", themes=("LO",)))

    (found,) = told(date(2024, 12, 31))

    assert found.theme == "The local offer"
    assert [place.name for place in found.places] == ["dudley/2016/1/w1", "dudley/2023/1/i1"]
    assert [place.says for place in found.places] == [
        "weakness 1, inspected in March 2019 (report 10 May 2019)",
        "area for improvement 1, inspected in March 2024 (report 10 May 2024)",
    ]


def test_before_the_second_report_nothing_returns():
    inspected_twice(Point(number="i1", words="Keep the list up to date.", themes=("LO",)))

    assert told(date(2024, 5, 9)) == ()


def test_where_nobody_gave_the_second_report_themes_nothing_is_matched():
    inspected_twice(Point(number="i1", words="Keep the list up to date."))

    assert told(date(2024, 12, 31)) == ()


def test_a_theme_twice_in_one_report_does_not_return():
    inspected_twice(
        Point(number="i1", words="Check plans.", themes=("EHC_Q",)),
        Point(number="i2", words="Write plans well.", themes=("EHC_Q",)),
    )

    assert told(date(2024, 12, 31)) == ()
