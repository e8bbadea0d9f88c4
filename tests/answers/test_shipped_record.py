"""What the shipped record holds: its counts, its sources, and whom it never names."""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from areasend.answers.areas import area_story
from areasend.answers.asked import Asked
from areasend.answers.national import national_picture
from areasend.domain.areas import AREAS
from areasend.domain.attestations import Confidence, SourceKind
from areasend.domain.events import Act, Instrument, Intervened, MonitoringInspected
from areasend.ledger.models import EntryText, Release, ReleaseText
from areasend.ledger.verifying import verify
from areasend.terminal.upkeep import RECORD
from tests.asking import KNOWN, TODAY, asked


def every(told):
    return [event for events in told.values() for event in events]


def steps(told, kind):
    return [event for event in every(told) if getattr(event, "step", "") == kind]


# How many of what: rows of our list of events are merged before anything is counted.


def test_sixteen_areas_were_issued_an_improvement_notice(told):
    areas = [
        event.area
        for event in every(told)
        if isinstance(event, Intervened)
        and (event.instrument, event.act) == (Instrument.NOTICE, Act.ISSUED)
    ]

    assert len(areas) == len(set(areas)) == 16


def test_27_areas_were_asked_for_an_accelerated_plan(told):
    areas = [event.area for event in steps(told, "accelerated-plan-required")]

    assert len(areas) == len(set(areas)) == 27


def test_three_monitoring_inspections_are_held(told):
    reports = [event for event in every(told) if isinstance(event, MonitoringInspected)]
    begun = steps(told, "monitoring-inspection-started")

    expected = ["hertfordshire", "nottinghamshire", "oxfordshire"]
    assert sorted(event.area for event in reports) == expected
    assert sorted(event.area for event in begun) == expected


# What each event stands on.


def test_every_event_has_a_source_with_a_title_and_a_publisher_and_a_confidence(told):
    for event in every(told):
        assert event.attested
        for one in event.attested:
            assert one.source.title.strip()
            assert one.source.publisher.strip()
            assert one.source.kind in SourceKind
            assert one.confidence in Confidence


def test_every_event_is_of_an_area_that_we_know(told):
    assert {event.area for event in every(told)} <= set(AREAS)


def test_no_inspector_is_named_in_the_record():
    folder = os.environ.get("AREASEND_LETTERS")
    if not folder:
        pytest.skip("not run: AREASEND_LETTERS names no folder")
    letters = json.loads((Path(folder) / "expected.json").read_text(encoding="utf-8"))
    names = {one["name"] for letter in letters.values() for one in letter["inspectors"]}
    files = [path for path in RECORD.parent.rglob("*") if path.is_file()]

    assert names
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert [name for name in names if name in text] == [], path


# The ledger it is shipped in.


@pytest.mark.slow
def test_both_chains_are_as_they_were_written(record):  # noqa: ARG001
    found = verify()

    assert found.faults == ()
    assert found.rows["entry"] == found.rows["release"] == EntryText.objects.count()
    assert ReleaseText.objects.count() == Release.objects.count()


def test_before_the_record_was_released_nothing_was_known(record):  # noqa: ARG001
    first = Release.objects.order_by("takes_effect_at").first().takes_effect_at
    before = datetime.fromisoformat(first) - timedelta(microseconds=1)
    one = area_story(AREAS["dudley"], Asked(TODAY, before))

    assert one.lines == one.duties == ()
    assert one.sentence.startswith("We hold no inspection of Dudley.")
    assert national_picture(Asked(TODAY, before)).releases == 0
    assert all(count.count == 0 for count in national_picture(Asked(TODAY, before)).counts)


def test_the_national_picture_counts_from_every_release(record):  # noqa: ARG001
    found = national_picture(asked())

    assert found.areas == 153
    assert found.known_at == KNOWN
    assert found.releases == Release.objects.count()
    assert found.why_nothing_is_late.startswith("Nothing is called late")
