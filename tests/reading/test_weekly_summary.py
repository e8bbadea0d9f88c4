"""Data to Insight's weekly summary of Ofsted's reports."""

from datetime import date

import pytest
from built_csvs import (
    SENTENCES,
    build_csv,
    build_summary,
    build_summary_row,
    doubts_of,
    kinds_of,
    left_of,
    written,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.domain.attestations import Confidence, SourceKind
from areasend.domain.events import InspectionStarted, Outcome, ReportPublished, Step, StepKind
from areasend.domain.intervals import Interval
from areasend.reading.csvs import looks_like_csv, open_csv
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds import KINDS, read_document
from areasend.reading.kinds.weekly_summary import KIND, Column, propose
from areasend.reading.proposals import Reading, UnableToReadDocument
from areasend.reading.tables import open_workbook

WHOLE = ["InspectionStarted", "Step", "ReportPublished"]
REPORT = ["ReportPublished"]
FIELDWORK = ["InspectionStarted", "Step"]


def read(*rows: dict[str, str], held: Held = NOTHING_HELD) -> Reading:
    return propose(open_csv(build_summary(*rows)), held)


def names_of(reading: Reading) -> set[str]:
    return {proposal.event.inspection for proposal in reading.proposals}


def test_a_row_tells_of_fieldwork_and_report_on_a_third_party_s_word():
    started, ended, report = (proposal.event for proposal in read(build_summary_row()).proposals)

    assert isinstance(started, InspectionStarted)
    assert isinstance(ended, Step)
    assert isinstance(report, ReportPublished)
    assert ended.step is StepKind.FIELDWORK_ENDED
    assert [one.on.latest for one in (started, ended, report)] == [
        date(2025, 6, 2),
        date(2025, 6, 6),
        date(2025, 7, 28),
    ]
    assert started.attestation.source.kind is SourceKind.THIRD_PARTY
    assert started.attestation.confidence is Confidence.MEDIUM
    assert report.attestation.confidence is Confidence.HIGH
    assert report.attestation.source.href == "https://files.ofsted.gov.uk/v1/file/50225252"
    assert report.attestation.source.place == "row 2, column K"


@pytest.mark.parametrize(
    ("grade", "outcome", "years"),
    [
        ("1.0", Outcome.POSITIVE, 5),
        ("2.0", Outcome.INCONSISTENT, 3),
        ("3.0", Outcome.WIDESPREAD_FAILINGS, 3),
    ],
)
def test_the_next_full_inspection_is_read_from_the_text_not_from_the_monitoring(
    grade, outcome, years
):
    reading = read(build_summary_row(grade=grade))
    report = reading.proposals[-1].event

    assert isinstance(report, ReportPublished)
    assert (report.outcome, report.next_full_years) == (outcome, years)
    assert reading.doubts == ()


def test_the_source_says_which_week_it_was():
    reading = read(build_summary_row(), build_summary_row("oldham", PUBLISHED="30/07/25"))

    assert reading.title == "Summary of Ofsted's area SEND reports, with reports to 30 July 2025"
    assert {one.event.attestation.source.title for one in reading.proposals} == {reading.title}


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("city-of-london", "london corporation"),
        ("bournemouth-christchurch-and-poole", "bournemouth, christchurch & poole"),
        ("telford-and-wrekin", "telford & wrekin"),
        ("dorset", "dorset"),
        ("westmorland-and-furness", "westmorland and furness"),
    ],
)
def test_odd_names_are_known(slug, name):
    assert names_of(read(build_summary_row(slug, NAME=name))) == {f"{slug}/2023/1"}


ODD = {
    "cover date": (
        build_summary_row(STARTED="29/05/25"),
        "row 2, column G",
        "29 May 2025 is a Thursday; inspectors come on site on a Monday.",
    ),
    "late": (
        build_summary_row(STARTED="03/06/24"),
        "row 2, columns G and K",
        "The report came out more than a year after the inspection began.",
    ),
    "next of another outcome": (
        build_summary_row(NEXT="18 months"),
        "row 2, columns I and L",
        "The next inspection is given as “18 months”, after another outcome's rule.",
    ),
    "years of another outcome": (
        build_summary_row(TEXT=SENTENCES["1.0"].replace("five", "three")),
        "row 2, columns I and J",
        "The text has inspectors come in 3 years, after another outcome's rule.",
    ),
    "no years": (
        build_summary_row(TEXT=SENTENCES["1.0"].replace("five", "some")),
        "row 2, column J",
        "The text does not say in how many years inspectors will come.",
    ),
    "link": (
        build_summary_row(LINK="example.org/50225252"),
        "row 2, column N",
        "“example.org/50225252” does not lead to a report of Ofsted's.",
    ),
}


@pytest.mark.parametrize(("row", "place", "says"), ODD.values(), ids=ODD)
def test_what_is_odd_goes_with_the_event(row, place, says):
    reading = read(row)

    assert kinds_of(reading) == WHOLE
    assert {one for proposal in reading.proposals for one in doubts_of(proposal)} == {(place, says)}


BESIDE = {
    "old code": (
        build_summary_row("cumberland", GSS="E10000006"),
        "row 2, column D",
        "Cumberland did not bear the code “E10000006” on 2 June 2025, but E06000063.",
    ),
    "1900": (
        build_summary_row(BEFORE="01/01/1900"),
        "row 2, column F",
        "1 January 1900 stands for a previous inspection whose day could not be read.",
    ),
    "no day before": (
        build_summary_row(BEFORE="long ago"),
        "row 2, column F",
        "“long ago” is not a date.",
    ),
}


@pytest.mark.parametrize(("row", "place", "says"), BESIDE.values(), ids=BESIDE)
def test_what_no_event_rests_on_is_said_of_the_file(row, place, says):
    reading = read(row)

    assert kinds_of(reading) == WHOLE
    assert left_of(reading) == [(place, says)]
    assert not any(proposal.doubts for proposal in reading.proposals)


LOST = {
    "no fieldwork": (
        build_summary_row(STARTED="", ENDED=""),
        REPORT,
        "The row does not give “Inspection Start Date” and “Inspection End Date”.",
    ),
    "no outcome": (build_summary_row(grade="NaN"), FIELDWORK, "The outcome is missing."),
    "grade": (build_summary_row(GRADE="4.0"), FIELDWORK, "“4.0” is no grade from 1.0 to 3.0."),
    "text of another": (
        build_summary_row(TEXT=SENTENCES["2.0"]),
        FIELDWORK,
        "The text does not tell of the outcome that has the grade 1.0.",
    ),
    "text of two": (
        build_summary_row(TEXT=SENTENCES["1.0"] + SENTENCES["3.0"]),
        FIELDWORK,
        "The text does not tell of the outcome that has the grade 1.0.",
    ),
    "report before start": (
        build_summary_row(PUBLISHED="02/06/25", ENDED=""),
        [],
        "“Publication Date” is 2 June 2025, “Inspection Start Date” 2 June 2025.",
    ),
    "end before start": (
        build_summary_row(ENDED="01/06/25"),
        REPORT,
        "“Inspection End Date” is 1 June 2025, “Inspection Start Date” 2 June 2025.",
    ),
    "code of another": (
        build_summary_row(COUNCIL="353"),
        [],
        "The code “353” is that of Oldham, the name that of Rutland.",
    ),
    "code of none": (
        build_summary_row(URN="1"),
        [],
        "The code “1” is no area's, the name that of Rutland.",
    ),
    "no name": (build_summary_row(NAME="-"), [], "No local area is called “-”."),
}


@pytest.mark.parametrize(("row", "kept", "says"), LOST.values(), ids=LOST)
def test_what_would_be_a_guess_is_not_proposed(row, kept, says):
    reading = read(row)

    assert kinds_of(reading) == kept
    assert says in [left for _, left in left_of(reading)]


AGAIN = build_summary_row(
    "cornwall", BEFORE="01/01/1900", STARTED="23/03/26", ENDED="27/03/26", PUBLISHED="27/05/26"
)
FIRST = ("cornwall/2023/1", Interval.day(date(2023, 2, 6)))
SECOND = ("cornwall/2023/2", Interval.day(date(2026, 3, 23)))
BY_OLD_RULES = ("cornwall/2016/1", Interval.day(date(2017, 7, 3)))


@pytest.mark.parametrize(
    ("known", "name", "doubted"),
    [
        ([], "cornwall/2023/1", False),
        ([BY_OLD_RULES], "cornwall/2023/1", False),
        ([BY_OLD_RULES, FIRST], "cornwall/2023/2", True),
        ([SECOND, FIRST], "cornwall/2023/2", False),
        ([("cornwall/2023/7", Interval.read("2023"))], "cornwall/2023/8", True),
        ([("cornwall/2023/1", Interval.read("2026"))], "cornwall/2023/1", False),
        ([("cornwall/2023/1", Interval.read("2029"))], "cornwall/2023/2", True),
    ],
)
def test_a_second_inspection_is_told_from_the_first_by_what_is_held(known, name, doubted):
    reading = read(AGAIN, held={"cornwall": known})

    assert names_of(reading) == {name}
    assert all(bool(proposal.doubts) == doubted for proposal in reading.proposals)


def test_a_second_inspection_is_told_by_the_day_of_the_previous_one():
    reading = read(AGAIN | {Column.BEFORE: "10/02/2023"})

    assert names_of(reading) == {"cornwall/2023/2"}
    assert doubts_of(reading.proposals[0]) == [
        (
            "row 2, columns G, H and K",
            "Cornwall was inspected under this framework on 10 February 2023 too, so this is "
            "proposed as another inspection, cornwall/2023/2.",
        )
    ]


def test_a_report_without_start_is_placed_by_its_publication():
    row = AGAIN | {Column.STARTED: "", Column.ENDED: ""}

    assert names_of(read(row, held={"cornwall": [FIRST]})) == {"cornwall/2023/2"}
    assert names_of(read(row, held={"cornwall": [FIRST, SECOND]})) == {"cornwall/2023/2"}


def test_an_area_told_of_twice_is_told_of_not_at_all():
    assert read(build_summary_row(), build_summary_row()).proposals == ()


def test_what_is_held_reaches_the_reader_of_a_file(tmp_path):
    reading = read_document(written(tmp_path, build_summary(AGAIN)), held={"cornwall": [FIRST]})

    assert reading.kind == KIND
    assert names_of(reading) == {"cornwall/2023/2"}


def test_a_file_without_one_of_its_columns_is_refused():
    with pytest.raises(UnableToReadDocument, match="The column “Inspection Link” is missing"):
        propose(open_csv(build_csv([*Column][:-1], [])))


def outcome_of(document: bytes) -> Reading | str:
    try:
        workbook = open_csv(document) if looks_like_csv(document) else open_workbook(document)
        known = [kind for kind in KINDS if kind.recognises(workbook)]
        return known[0].propose(workbook) if known else "The file is of no kind."
    except UnableToReadDocument as refusal:
        return str(refusal)


GOOD = build_summary(build_summary_row(), AGAIN, build_summary_row("oldham", "3.0"))
pieces = st.one_of(
    st.binary(min_size=1, max_size=4), st.sampled_from([b",", b'"', b"\n", b"\x00", b"/"])
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD)), pieces), max_size=6))
def test_a_changed_file_is_read_or_refused_and_nothing_else(changes):
    document = bytearray(GOOD)
    for at, piece in changes:
        document[at : at + len(piece)] = piece

    outcome = outcome_of(bytes(document))

    assert isinstance(outcome, Reading) or (outcome.endswith(".") and "\n" not in outcome)


cells = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["01/01/1900", "99/99/99", "29/02/24", "2.0", "NaN", "dorset"]),
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(Column), cells), max_size=4))
def test_a_row_of_any_cells_is_read_or_refused(changes):
    row = AGAIN | dict(changes)
    encodable = {name: cell.encode(errors="ignore").decode() for name, cell in row.items()}

    outcome = outcome_of(build_summary(encodable, build_summary_row()))

    assert isinstance(outcome, Reading) or outcome.endswith(".")
