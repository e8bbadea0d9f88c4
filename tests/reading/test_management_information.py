"""Ofsted's management information of 2023, as published and as R saved it again."""

import csv
from datetime import date
from pathlib import Path

import pytest
from built_csvs import (
    build_csv,
    build_failing_row,
    build_information,
    build_information_from_r,
    build_information_row,
    doubts_of,
    kinds_of,
    left_of,
    written,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.domain.attestations import Confidence, SourceKind
from areasend.domain.events import Framework, InspectionStarted, Outcome, ReportPublished
from areasend.domain.intervals import Interval
from areasend.reading.csvs import MOST_COLUMNS, MOST_ROWS, looks_like_csv, open_csv
from areasend.reading.kinds import KINDS, read_document
from areasend.reading.kinds.management_information_2023 import KIND, Column, propose, recognises
from areasend.reading.kinds.management_information_2023 import SOURCE as MI
from areasend.reading.ods import MOST_BYTES
from areasend.reading.proposals import Reading, UnableToReadDocument
from areasend.reading.tables import open_workbook

FEW = ("the file as a whole", "The file tells of 1 inspections, the release of 16.")


def read(*rows: dict[str, str]) -> Reading:
    return propose(open_csv(build_information(*rows)))


def test_a_row_tells_of_a_start_and_a_report_on_the_official_word():
    started, report = (proposal.event for proposal in read(build_information_row()).proposals)

    assert isinstance(started, InspectionStarted)
    assert started.framework is Framework.AREA_SEND_2023
    assert started.inspection == report.inspection == "rutland/2023/1"
    assert isinstance(report, ReportPublished)
    assert (report.outcome, report.priority_actions) == (Outcome.POSITIVE, None)
    assert report.on == Interval.day(date(2023, 8, 3))
    assert started.on == Interval.day(date(2023, 5, 15))
    assert started.attestation.confidence is Confidence.OFFICIAL
    assert started.attestation.source.kind is SourceKind.OFFICIAL
    assert started.attestation.source.title == MI.title
    assert started.attestation.source.place == "row 2, column D"
    assert report.attestation.source.place == "row 2, column E"


def test_the_areas_for_priority_action_are_counted_where_there_were_failings():
    report = read(build_failing_row()).proposals[1].event

    assert isinstance(report, ReportPublished)
    assert (report.outcome, report.priority_actions) == (Outcome.WIDESPREAD_FAILINGS, 3)


@pytest.mark.parametrize("build", [build_information, build_information_from_r])
def test_it_is_told_by_its_headings_with_dots_or_without(build, tmp_path: Path):
    reading = read_document(written(tmp_path, build(build_information_row(), build_failing_row())))

    assert reading.kind == KIND
    assert reading.title == MI.title


def test_one_row_too_few_is_said_of_the_file_as_a_whole():
    assert left_of(read(build_information_row())) == [FEW]


DOUBTED = {
    "region": (
        build_information_row(REGION="South East"),
        "row 2, column C",
        "The region is given as “South East”; for Rutland we hold East Midlands.",
    ),
    "not a Monday": (
        build_information_row(STARTED="16/05/2023"),
        "row 2, column D",
        "16 May 2023 is a Tuesday; inspectors come on site on a Monday.",
    ),
    "weekend": (
        build_information_row(PUBLISHED="05/08/2023"),
        "row 2, column E",
        "5 August 2023 is a Saturday.",
    ),
    "uncounted": (
        build_failing_row(ACTIONS=""),
        "row 2, column H",
        "The number of areas for priority action is missing.",
    ),
}


@pytest.mark.parametrize(("row", "place", "says"), DOUBTED.values(), ids=DOUBTED)
def test_what_is_odd_goes_with_the_event(row, place, says):
    reading = read(row)

    assert kinds_of(reading) == ["InspectionStarted", "ReportPublished"]
    assert {one for proposal in reading.proposals for one in doubts_of(proposal)} == {(place, says)}


START, REPORT = ["InspectionStarted"], ["ReportPublished"]
LOST = {
    "no area": (build_information_row("Rutshire"), [], "No local area is called “Rutshire”"),
    "gone": (build_information_row("Cumbria"), [], "did not exist on 15 May 2023"),
    "no start": (build_information_row(STARTED="NA"), REPORT, "does not give “Inspection start"),
    "no such day": (build_information_row(STARTED="31/06/2023"), REPORT, "is not a date"),
    "in words": (build_information_row(PUBLISHED="August"), START, "“August” is not a date"),
    "too early": (build_information_row(STARTED="16/05/2022"), REPORT, "before the framework"),
    "too late": (build_information_row(PUBLISHED="03/08/2024"), START, "covers 2023, not 2024"),
    "not in order": (build_information_row(PUBLISHED="15/05/2023"), [], "is 15 May 2023, “Insp"),
    "outcome": (build_information_row(OUTCOME="Good"), START, "“Good” is none of the three"),
    "plan": (build_information_row(REQUIRED="Yes"), START, "but a plan required: “Yes”"),
    "no plan": (build_failing_row(REQUIRED="No"), START, "but a plan required: “No”"),
    "no count": (build_failing_row(ACTIONS="many"), START, "“many” is not a count"),
    "none": (build_failing_row(ACTIONS="0"), START, "“0” is not a count"),
    "counted": (build_information_row(ACTIONS="2"), START, "but the outcome is another"),
}


@pytest.mark.parametrize(("row", "kept", "says"), LOST.values(), ids=LOST)
def test_what_would_be_a_guess_is_not_proposed(row, kept, says):
    reading = read(row)

    assert kinds_of(reading) == kept
    assert any(says in left for _, left in left_of(reading))


def test_an_area_told_of_twice_is_told_of_not_at_all():
    reading = read(build_information_row(), build_failing_row())

    assert reading.proposals == ()
    assert [says for _, says in left_of(reading)[1:]] == [
        "The file tells more than once of Rutland."
    ] * 2


def test_it_tells_of_the_inspection_that_is_held():
    held = {
        "rutland": [
            ("rutland/2016/1", Interval.read("2017")),
            ("rutland/2023/4", Interval.read("2023-05-11")),
        ]
    }

    reading = propose(open_csv(build_information(build_information_row())), held)

    assert {proposal.event.inspection for proposal in reading.proposals} == {"rutland/2023/4"}


REFUSED = {
    "no rows": (build_csv(Column, []), "The table is empty"),
    "a column lost": (build_csv([*Column][1:], []), "“Link to report webpage.*” is missing"),
    "a column twice": (build_csv([*Column, Column.NAME], []), "Columns B and I are both “Local"),
    "a short row": (
        build_csv(Column, [["Report webpage", "Rutland"]]),
        "Row 2 has 2 cells under 8",
    ),
    "cut short": (build_information(build_information_row())[:-30] + b',"', "damaged"),
    "bad bytes": (
        build_information(build_information_row("Rutland\xe9")).replace(b"\xc3", b""),
        "UTF-8",
    ),
    "too many rows": (build_csv(Column, [["x"]] * MOST_ROWS), "more than"),
    "too many columns": (build_csv([*Column, *"x" * MOST_COLUMNS], []), "more than"),
    "a long cell": (build_csv([*Column, "x" * 200_000], []), "damaged"),
    "too large": (build_csv(Column, []) + b" " * MOST_BYTES, "too large"),
    "another table": (b"Area,Outcome\nRutland,1\n", "of no kind that we read"),
    "no table": (b"Rutland went well.\n", "not a spreadsheet that we can read"),
    "nothing": (b"", "not a spreadsheet that we can read"),
}


@pytest.mark.parametrize(("document", "says"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_not_whole_is_refused_in_a_sentence(document, says, tmp_path: Path):
    with pytest.raises(UnableToReadDocument, match=says) as refusal:
        read_document(written(tmp_path, document))

    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_long_cell_is_refused_whatever_the_process_reads_elsewhere():
    before = csv.field_size_limit(10**9)
    try:
        with pytest.raises(UnableToReadDocument, match="damaged"):
            open_csv(REFUSED["a long cell"][0])
    finally:
        csv.field_size_limit(before)


def test_a_column_that_we_do_not_know_is_said_and_not_read():
    document = build_csv([*Column, "Notes"], [[*build_information_row().values(), "so"]])

    assert left_of(propose(open_csv(document)))[1] == (
        "row 1, column I",
        "This column is none that we know, so it was not read.",
    )


def outcome_of(document: bytes) -> Reading | str:
    try:
        workbook = open_csv(document) if looks_like_csv(document) else open_workbook(document)
        known = [kind for kind in KINDS if kind.recognises(workbook)]
        return known[0].propose(workbook) if known else "The file is of no kind."
    except UnableToReadDocument as refusal:
        return str(refusal)


GOOD = build_information_from_r(build_information_row(), build_failing_row(NAME="Oldham"))
pieces = st.one_of(
    st.binary(min_size=1, max_size=4), st.sampled_from([b",", b'"', b"\n", b"\x00", b"NA"])
)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(GOOD)), pieces), max_size=6), st.integers(0, len(GOOD))
)
def test_a_changed_file_is_read_or_refused_and_nothing_else(changes, lost):
    document = bytearray(GOOD[: len(GOOD) - lost // 8])
    for at, piece in changes:
        document[at : at + len(piece)] = piece

    outcome = outcome_of(bytes(document))

    assert isinstance(outcome, Reading) or (outcome.endswith(".") and "\n" not in outcome)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(Column), st.text(max_size=20)), max_size=3))
def test_a_row_of_any_cells_is_read_or_refused(changes):
    row = build_information_row() | dict(changes)
    encodable = {name: cell.encode(errors="ignore").decode() for name, cell in row.items()}

    outcome = outcome_of(build_information(encodable))

    assert isinstance(outcome, Reading) or outcome.endswith(".")


def test_it_is_not_taken_for_another_kind():
    workbook = open_csv(build_information(build_information_row()))

    assert recognises(workbook)
    assert [kind.recognises(workbook) for kind in KINDS].count(True) == 1
