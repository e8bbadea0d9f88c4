"""The official file itself, where it is at hand: it is not ours to keep here."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from official_releases import doubts_of

from areasend.domain.events import InspectionStarted, Outcome, ReportPublished, Revisited, Verdict
from areasend.reading.kinds import read_document
from areasend.reading.proposals import Reading

NAME = "Area_SEND_inspection_data_01_May_2016_to_31_August_2022.ods"
FOLDER = os.environ.get("AREASEND_DATA")

pytestmark = pytest.mark.skipif(not FOLDER, reason="not run: AREASEND_DATA names no folder")


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_document(Path(FOLDER or "") / NAME)


def of(reading: Reading, kind: type, sheet: str) -> list[object]:
    return [
        proposal.event
        for proposal in reading.proposals
        if isinstance(proposal.event, kind) and proposal.place.startswith(f"sheet {sheet}")
    ]


def test_the_table_has_149_inspections_and_82_statements(reading: Reading):
    reports = of(reading, ReportPublished, "Area_SEND")

    assert len(of(reading, InspectionStarted, "Area_SEND")) == len(reports) == 149
    assert Counter(report.outcome for report in reports)[Outcome.STATEMENT_REQUIRED] == 82
    assert sum(report.weaknesses or 0 for report in reports) == 436


def test_the_table_has_46_revisits(reading: Reading):
    letters = of(reading, Revisited, "Area_SEND")

    assert Counter(letter.verdict for letter in letters) == {
        Verdict.ALL: 20,
        Verdict.SOME: 24,
        Verdict.NONE: 2,
    }
    assert sum(letter.sufficient for letter in letters) == 178
    assert sum(letter.of for letter in letters) == 178 + 77


def test_the_notes_have_two_more(reading: Reading):
    assert {event.area for event in of(reading, InspectionStarted, "Notes")} == {
        "dorset-county",
        "northamptonshire",
    }
    assert len(of(reading, Revisited, "Notes")) == 1


def test_the_doubts_are_these(reading: Reading):
    without_numbers = Counter(
        re.sub(r"code [0-9]{3}", "code", says) for _, says in doubts_of(reading)
    )

    undated = "The note gives no day of publication: we know only that it lies from"
    assert without_numbers == {
        "The link uses the council's three-digit code, not Ofsted's number.": 22,
        "Only a note tells of this inspection: the table leaves out areas that no longer exist.": 2,
        "The note does not say how many weaknesses there were.": 1,
        f"{undated} 1 January 2017 to 28 February 2019.": 1,
        f"{undated} 1 February 2019 to 31 October 2022.": 1,
        f"{undated} 1 May 2017 to 31 October 2022.": 1,
        "23 February 2020 is a Sunday.": 1,
        "Buckinghamshire did not bear the code “E10000002” on 7 March 2022, but E06000060.": 1,
    }
