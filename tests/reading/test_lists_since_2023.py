"""The two published lists themselves, where they are at hand: they are not ours to keep here."""

import os
from collections import Counter
from pathlib import Path

import pytest
from built_csvs import doubts_of, left_of

from areasend.domain.events import InspectionStarted, Outcome, ReportPublished, Step
from areasend.domain.intervals import Interval
from areasend.reading.kinds import read_document
from areasend.reading.proposals import Reading

FOLDER = os.environ.get("AREASEND_DATA")

pytestmark = pytest.mark.skipif(not FOLDER, reason="not run: AREASEND_DATA names no folder")


@pytest.fixture(scope="module")
def information() -> Reading:
    return read_document(Path(FOLDER or "") / "ofsted_mi_2023_first_16.csv")


@pytest.fixture(scope="module")
def summary() -> Reading:
    return read_document(Path(FOLDER or "") / "d2i_overview_2026-06-29.csv")


def of(reading: Reading, kind: type) -> dict[str, object]:
    found = [one.event for one in reading.proposals if isinstance(one.event, kind)]
    return {event.area: event for event in found}


def outcomes(reading: Reading) -> Counter[Outcome]:
    return Counter(report.outcome for report in of(reading, ReportPublished).values())


def days(reading: Reading, kind: type) -> dict[str, Interval]:
    return {area: event.on for area, event in of(reading, kind).items()}


def test_ofsted_tells_of_16_inspections_without_a_doubt(information: Reading):
    reports = of(information, ReportPublished)
    actions = [one.priority_actions for one in reports.values() if one.priority_actions]

    assert len(of(information, InspectionStarted)) == 16
    assert outcomes(information) == {
        Outcome.POSITIVE: 5,
        Outcome.INCONSISTENT: 6,
        Outcome.WIDESPREAD_FAILINGS: 5,
    }
    assert sorted(actions) == [2, 2, 2, 5, 5]
    assert information.doubts == ()
    assert not any(one.doubts for one in information.proposals)


def test_the_summary_tells_of_96_areas(summary: Reading):
    started, reports = of(summary, InspectionStarted), of(summary, ReportPublished)

    assert len(started | reports) == 96
    assert len(started) == len(of(summary, Step)) == 91
    assert outcomes(summary) == {
        Outcome.POSITIVE: 19,
        Outcome.INCONSISTENT: 52,
        Outcome.WIDESPREAD_FAILINGS: 24,
    }
    assert reports.keys() - started.keys() == {
        "buckinghamshire",
        "cambridgeshire",
        "derbyshire",
        "north-yorkshire",
        "thurrock",
    }
    assert started.keys() - reports.keys() == {"slough"}
    assert Counter(one.next_full_years for one in reports.values()) == {3: 76, 5: 19}


def test_the_doubts_of_the_summary_that_go_with_no_event(summary: Reading):
    assert Counter(_sort_of(says) for _, says in left_of(summary)) == {
        "1 January 1900 stands for a previous inspection whose day could not be read.": 34,
        "The row does not give “Inspection Start Date” and “Inspection End Date”.": 5,
        "The outcome is missing.": 1,
        "did not bear the code": 6,
    }
    old = {says.split(" did not")[0] for _, says in left_of(summary) if "did not bear" in says}
    assert old == {
        "Barnsley",
        "Buckinghamshire",
        "Cumberland",
        "Dorset",
        "North Yorkshire",
        "Westmorland and Furness",
    }


def test_the_doubts_of_the_summary_that_go_with_an_event(summary: Reading):
    doubted = {
        (one.event.inspection, says) for one in summary.proposals for _, says in doubts_of(one)
    }

    assert doubted == {
        ("greenwich/2023/1", "11 May 2023 is a Thursday; inspectors come on site on a Monday."),
        ("oxfordshire/2023/1", "13 July 2023 is a Thursday; inspectors come on site on a Monday."),
        (
            "cornwall/2023/2",
            "Cornwall was inspected under this framework on 10 February 2023 too, so this is "
            "proposed as another inspection, cornwall/2023/2.",
        ),
    }


def test_cornwall_is_named_alike_when_ofsted_s_list_is_held(information: Reading):
    started = of(information, InspectionStarted)
    held = {area: [(one.inspection, one.on)] for area, one in started.items()}

    again = read_document(Path(FOLDER or "") / "d2i_overview_2026-06-29.csv", held=held)

    names = {one.event.inspection for one in again.proposals}
    assert {name for name in names if not name.endswith("/2023/1")} == {"cornwall/2023/2"}


def test_both_agree_on_reports_and_on_all_but_two_starts(information: Reading, summary: Reading):
    # Cornwall's second inspection took the place of its first in the summary. An older copy had
    # the first: outcome, publication and start agreed.
    official, theirs = of(information, ReportPublished), of(summary, ReportPublished)
    published, started = days(information, ReportPublished), days(information, InspectionStarted)
    shared = official.keys() - {"cornwall"}

    assert len(shared) == 15
    assert all(official[area].outcome is theirs[area].outcome for area in shared)
    assert all(published[area] == days(summary, ReportPublished)[area] for area in shared)
    assert {area for area in shared if started[area] != days(summary, InspectionStarted)[area]} == {
        "greenwich",
        "oxfordshire",
    }


def _sort_of(says: str) -> str:
    return "did not bear the code" if "did not bear the code" in says else says
