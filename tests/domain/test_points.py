"""What a report says point by point, and why some of it cannot stand."""

from dataclasses import replace
from datetime import date

import pytest

from areasend.domain import history
from areasend.domain.events import MonitoringInspected, Outcome, Verdict
from areasend.domain.joining import joined
from areasend.domain.objections import objections
from areasend.domain.points import Point, Progress
from tests.builders import build_attestation, build_report, build_revisited, build_started

TODAY = date(2026, 1, 1)
INSPECTION = "dudley/2016/1"


def points(*numbers, words="Long waits."):
    return tuple(Point(number=number, words=words) for number in numbers)


def objected(event, *, started=None):
    begun = history.read("dudley", [started or build_started(inspection=INSPECTION)])
    return objections(begun, event, today=TODAY)


def report(*numbers, words="Long waits.", **more):
    built = build_report(inspection=INSPECTION, **{"weaknesses": 3, **more})
    return replace(built, points=points(*numbers, words=words))


def revisit(**judged):
    told = tuple(Progress(number=number, enough=enough) for number, enough in judged.items())
    built = build_revisited(inspection=INSPECTION, verdict=Verdict.SOME, sufficient=1, of=3)
    return replace(built, judged=told)


def test_a_report_may_have_all_its_points_or_some_of_them():
    assert objected(report("w1", "w2", "w3", "i1")) == ()
    assert objected(report("w2")) == ()
    assert objected(report("w9", weaknesses=None)) == ()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (report("w1", "w1"), "Two points have the same number."),
        (report("w4"), "There is no point w4 where 3 are counted."),
        (report("a1"), "A report with this outcome has no point a1."),
        (report("w0"), "'w0' numbers no point"),
        (report(""), "'' numbers no point"),
        (report("w1", words="  "), "Point w1 needs words"),
        (report("w1", words="a" * 4001), "at most 4,000 letters"),
    ],
)
def test_points_that_cannot_stand_in_a_report_are_objected_to(told, words):
    assert any(words in one for one in objected(told))


@pytest.mark.parametrize(
    ("outcome", "number", "stands"),
    [
        (Outcome.NO_STATEMENT_REQUIRED, "w1", False),
        (Outcome.NO_STATEMENT_REQUIRED, "i1", True),
        (Outcome.WIDESPREAD_FAILINGS, "a1", True),
        (Outcome.WIDESPREAD_FAILINGS, "w1", False),
        (Outcome.INCONSISTENT, "i1", True),
        (Outcome.INCONSISTENT, "a1", False),
    ],
)
def test_what_kind_of_point_a_report_has_goes_by_its_outcome(outcome, number, stands):
    begun = build_started(inspection=INSPECTION, framework=outcome.framework)
    told = report(number, outcome=outcome, weaknesses=None)

    assert (objected(told, started=begun) == ()) is stands


def test_verdicts_point_by_point_go_with_their_count():
    assert objected(revisit(w1=True, w2=False, w3=False))[1:] == ()
    assert not any("points judged" in one for one in objected(revisit(w2=False)))
    assert any("2 of the 2 points judged" in one for one in objected(revisit(w1=True, w2=True)))
    assert any("0 of the 3" in one for one in objected(revisit(w1=False, w2=False, w3=False)))
    assert any("no point w4" in one for one in objected(revisit(w4=False)))


def test_where_progress_is_not_counted_any_points_may_be_judged():
    told = MonitoringInspected(
        area="dudley",
        inspection=INSPECTION,
        attested=(build_attestation("2025-01-01"),),
        effective=True,
        judged=(Progress(number="a1", enough=True), Progress(number="a9", enough=False)),
    )

    assert not any("point" in one for one in objected(told))


def test_a_second_source_brings_the_points_that_the_first_lacked():
    bare, read = report(), report("w1", "w2", "w3")

    assert joined(bare, read).points == read.points
    assert joined(read, report("w1", words="Otherwise.")).points == read.points
