"""The inspections that only the notes of Ofsted's statistics tell of."""

from datetime import date

import pytest
from official_releases import NOTES, build_release, build_row, doubts_of, reading_of

from areasend.domain.attestations import Confidence
from areasend.domain.events import (
    InspectionStarted,
    Outcome,
    ReportPublished,
    Revisited,
    Step,
    Verdict,
)
from areasend.domain.intervals import Interval
from areasend.reading.proposals import Reading

ALONE = "Only a note tells of this inspection: the table leaves out areas that no longer exist."
UNCOUNTED = "The note does not say how many weaknesses there were."
UNREAD = "We cannot read this note: see whether it tells of an inspection."
DIFFERING = "This note and the others do not tell of the same areas."


def read_notes(*texts: str) -> Reading:
    """Return what such notes propose, beside one row that leaves no doubt."""
    notes = [(number, text) for number, text in enumerate(texts, start=1)]
    title = "Inspections carried out by 31 August 2022, published by 31 October 2022"
    return reading_of(build_release(build_row(), notes=notes, title=title))


def noted(reading: Reading) -> list[object]:
    return [proposal.event for proposal in reading.proposals if proposal.event.area != "salford"]


FIRST, DORSET, NORTHAMPTONSHIRE = (text for _, text in NOTES)


def test_dorset_means_the_old_county_with_its_revisit():
    started, report, returned, letter = noted(read_notes(DORSET))

    assert isinstance(started, InspectionStarted)
    assert started.on == Interval.read("2017-01")
    assert (started.area, started.inspection) == ("dorset-county", "dorset-county/2016/1")
    assert isinstance(report, ReportPublished)
    assert (report.outcome, report.weaknesses) == (Outcome.STATEMENT_REQUIRED, None)
    assert isinstance(returned, Step)
    assert returned.on == Interval.read("2019-02")
    assert isinstance(letter, Revisited)
    assert (letter.verdict, letter.sufficient, letter.of) == (Verdict.SOME, None, None)


def test_northamptonshire_needed_no_statement():
    started, report = noted(read_notes(NORTHAMPTONSHIRE))

    assert (started.area, started.on) == ("northamptonshire", Interval.read("2017-05"))
    assert report.outcome is Outcome.NO_STATEMENT_REQUIRED


def test_a_publication_lies_between_the_visit_and_what_followed():
    _, report, _, letter, _, last = noted(read_notes(DORSET, NORTHAMPTONSHIRE))

    assert report.on == Interval(date(2017, 1, 1), date(2019, 2, 28))
    assert letter.on == Interval(date(2019, 2, 1), date(2022, 10, 31))
    assert last.on == Interval(date(2017, 5, 1), date(2022, 10, 31))


def test_what_we_work_out_gives_way_to_a_day_that_another_source_gives():
    trust = [event.attestation.confidence for event in noted(read_notes(DORSET))]

    assert trust == [Confidence.OFFICIAL, Confidence.HIGH, Confidence.OFFICIAL, Confidence.HIGH]


def test_each_event_says_which_note_tells_of_it():
    reading = read_notes(FIRST, DORSET, NORTHAMPTONSHIRE)

    places = [proposal.event.attestation.source.place for proposal in reading.proposals[2:]]

    assert places == ["sheet Notes, row 4, column B"] * 4 + ["sheet Notes, row 5, column B"] * 2


def test_each_event_says_what_the_note_leaves_open():
    reading = read_notes(DORSET)

    said = [[doubt.says for doubt in proposal.doubts] for proposal in reading.proposals[2:]]

    undated = "The note gives no day of publication: we know only that it lies from"
    assert said == [
        [ALONE],
        [ALONE, f"{undated} 1 January 2017 to 28 February 2019.", UNCOUNTED],
        [ALONE],
        [ALONE, f"{undated} 1 February 2019 to 31 October 2022.", UNCOUNTED],
    ]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("sufficient progress in addressing all", Verdict.ALL),
        ("sufficient progress in addressing some", Verdict.SOME),
        ("insufficient progress in addressing any", Verdict.NONE),
    ],
)
def test_a_verdict_is_read_from_the_words(words, verdict):
    text = DORSET.replace("sufficient progress in addressing some", words)

    assert noted(read_notes(text))[-1].verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        "Wiltshire was good.",
        DORSET.replace("January", "Janvier"),
        DORSET.replace("February", "Fevrier"),
        DORSET.replace("1st April", "31st April"),
        DORSET.replace("1st April", "1st Avril"),
        DORSET.replace("and Dorset were", "and Devon were"),
        DORSET.replace("addressing some", "addressing most"),
        f"{DORSET} And more.",
        "7",
    ],
)
def test_a_note_is_read_whole_or_not_at_all(text):
    reading = read_notes(text)

    assert noted(reading) == []
    assert doubts_of(reading) == {("sheet Notes, row 3, column B", UNREAD)}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            DORSET.replace("Dorset", "Atlantis"),
            "We know no area “Atlantis” that was replaced on 1 April 2019.",
        ),
        (
            DORSET.replace("April 2019", "April 2020"),
            "We know no area “Dorset” that was replaced on 1 April 2020.",
        ),
        (
            DORSET.replace("January 2017", "May 2019"),
            "We know no area “Dorset” that was replaced on 1 April 2019.",
        ),
        (
            DORSET.replace("February 2019", "February 2016"),
            "The note tells of a visit that is not in the period covered, "
            "1 May 2016 to 31 August 2022.",
        ),
        (
            DORSET.replace("February 2019", "December 2016"),
            "The note has inspectors return before they came.",
        ),
        (
            DORSET.replace("required", "did not require"),
            "A re-visit is told of, but no statement was required.",
        ),
    ],
)
def test_a_note_that_cannot_be_right_proposes_nothing(text, says):
    reading = read_notes(text)

    assert noted(reading) == []
    assert ("sheet Notes, row 3, column B", says) in doubts_of(reading)


def test_an_area_in_two_notes_is_told_of_by_neither():
    reading = read_notes(NORTHAMPTONSHIRE, NORTHAMPTONSHIRE)

    assert noted(reading) == []
    assert [doubt.says for doubt in reading.doubts] == [
        "The file tells more than once of Northamptonshire."
    ] * 2


def test_an_area_in_a_note_and_in_the_table_is_told_of_by_neither():
    row = build_row("northamptonshire", LINK="Page")

    reading = reading_of(build_release(row))

    assert {proposal.event.area for proposal in reading.proposals} == {"dorset-county"}


@pytest.mark.parametrize("told", [(DORSET,), (NORTHAMPTONSHIRE,), ()])
def test_the_areas_left_out_are_those_that_the_notes_tell_of(told):
    assert ("sheet Notes, row 3, column B", DIFFERING) in doubts_of(read_notes(FIRST, *told))
    assert DIFFERING not in {
        says for _, says in doubts_of(read_notes(FIRST, DORSET, NORTHAMPTONSHIRE))
    }
