"""What Ofsted's statistics to 31 August 2022 propose, and when the file is refused."""

from datetime import date, datetime, time

import pytest
from built_spreadsheets import build_ods
from official_releases import (
    FIRST,
    NOTES,
    PERIOD,
    TABLE,
    build_release,
    build_revisited_row,
    build_row,
    doubts_of,
    read,
    reading_of,
)

from areasend.domain.attestations import Confidence, SourceKind
from areasend.domain.events import (
    Framework,
    InspectionStarted,
    Outcome,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.intervals import Interval
from areasend.reading.kinds import official_statistics_2022, read_document
from areasend.reading.kinds.official_statistics_2022.table import Column
from areasend.reading.proposals import Reading, UnableToReadDocument
from areasend.reading.tables import open_workbook


def events(reading: Reading) -> list[object]:
    return [proposal.event for proposal in reading.proposals]


# What it proposes


def test_an_area_that_needed_no_statement_has_two_events():
    started, report = events(read(build_row()))

    assert isinstance(started, InspectionStarted)
    assert (started.area, started.inspection) == ("salford", "salford/2016/1")
    assert started.framework is Framework.LASEND_2016
    assert started.on == Interval.day(date(2018, 6, 4))
    assert isinstance(report, ReportPublished)
    assert (report.outcome, report.weaknesses) == (Outcome.NO_STATEMENT_REQUIRED, None)
    assert report.on == Interval.day(date(2018, 8, 1))


def test_an_area_that_was_revisited_has_four():
    _, report, returned, letter = events(read(build_revisited_row()))

    assert isinstance(report, ReportPublished)
    assert (report.outcome, report.weaknesses) == (Outcome.STATEMENT_REQUIRED, 5)
    assert isinstance(returned, Step)
    assert (returned.step, returned.on) == (
        StepKind.REVISIT_STARTED,
        Interval.day(date(2020, 2, 11)),
    )
    assert isinstance(letter, Revisited)
    assert (letter.verdict, letter.sufficient, letter.of) == (Verdict.SOME, 3, 5)
    assert letter.on == Interval.day(date(2020, 4, 1))
    assert {event.inspection for event in (report, returned, letter)} == {"salford/2016/1"}


@pytest.mark.parametrize(
    ("word", "sufficient", "verdict"),
    [("Yes", 5, Verdict.ALL), ("Some", 1, Verdict.SOME), ("No", 0, Verdict.NONE)],
)
def test_a_verdict_is_one_of_three_words(word, sufficient, verdict):
    row = build_revisited_row(VERDICT=word, SUFFICIENT=sufficient, LACKING=5 - sufficient)

    reading = read(row)

    assert reading.proposals[-1].event.verdict is verdict
    assert not doubts_of(reading)


def test_a_revisit_still_to_come_is_no_event_and_no_doubt():
    reading = read(build_row(REQUIRED="Yes", WEAKNESSES=2, RETURNED="Not revisited yet"))

    assert [type(event) for event in events(reading)] == [InspectionStarted, ReportPublished]
    assert not doubts_of(reading)


def test_a_day_may_be_written_with_its_midnight():
    reading = read(build_row(STARTED=datetime.combine(date(2018, 6, 4), time())))

    assert reading.proposals[0].event.on == Interval.day(date(2018, 6, 4))


def test_each_event_says_where_it_stands():
    reading = read(build_row(), build_revisited_row("dudley"))

    places = [proposal.place for proposal in reading.proposals]

    assert places == [
        f"sheet {TABLE}, row {number}, column {column}"
        for number, column in zip((4, 4, 5, 5, 5, 5), "EFEFIJ", strict=True)
    ]


def test_each_event_has_the_release_for_its_source():
    reading = read(build_row())

    (attestation,) = reading.proposals[1].event.attested

    assert attestation.source.title == official_statistics_2022.TITLE == reading.title
    assert attestation.source.publisher == "Ofsted"
    assert attestation.source.kind is SourceKind.OFFICIAL
    assert attestation.source.dated == date(2022, 11, 17)
    assert attestation.source.href.startswith("https://www.gov.uk/")
    assert attestation.source.place == reading.proposals[1].place
    assert attestation.confidence is Confidence.OFFICIAL
    assert attestation.words == ""


def test_columns_may_stand_in_another_order():
    columns = tuple(reversed(Column))

    swapped = reading_of(build_release(build_revisited_row(), columns=columns))
    straight = reading_of(build_release(build_revisited_row()))

    assert [type(event) for event in events(swapped)] == [type(event) for event in events(straight)]
    assert [event.on for event in events(swapped)] == [event.on for event in events(straight)]
    assert swapped.proposals[0].place == f"sheet {TABLE}, row {FIRST}, column I"


def test_empty_rows_are_passed_over():
    sheets = build_release(build_row(), build_row("dudley"))
    sheets[TABLE].insert(4, ())

    reading = reading_of(sheets)

    assert reading.proposals[2].place == f"sheet {TABLE}, row 6, column E"


# What it recognises


def test_a_release_is_read_by_its_path_whatever_its_name(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(build_ods(build_release(build_row())))

    assert read_document(path).kind == "official-statistics-2022"


def test_a_file_of_no_kind_is_told_what_we_read(tmp_path):
    path = tmp_path / "other.ods"
    path.write_bytes(build_ods({"Sheet": [("Local authority code", "Area name")]}))

    with pytest.raises(UnableToReadDocument, match=r"We read Ofsted's official statistics .*\."):
        read_document(path)


@pytest.mark.parametrize("lost", ["Cover", "Notes", TABLE])
def test_a_file_without_one_of_its_sheets_is_still_recognised(lost):
    sheets = build_release(build_row())
    del sheets[lost]

    assert official_statistics_2022.recognises(open_workbook(build_ods(sheets)))


@pytest.mark.parametrize(
    "cover",
    [
        {"Status:": "Management information"},
        {"Policy area:": "Early years"},
        {"Period covered:": "Inspections as at 31 December 2023"},
    ],
)
def test_a_cover_alone_must_claim_to_be_this_release(cover):
    sheets = build_release(build_row(), cover=cover)
    del sheets[TABLE]

    assert not official_statistics_2022.recognises(open_workbook(build_ods(sheets)))


# What it refuses


def without(column: Column) -> tuple[str, ...]:
    return tuple(each for each in Column if each is not column)


def renamed(column: Column, name: str) -> tuple[str, ...]:
    return tuple(name if each is column else each for each in Column)


OTHER = "31 March 2021, published by 30 April 2021"

REFUSED = {
    "column missing": (
        build_release(build_row(), columns=without(Column.RETURNED)),
        f"“Revisit start date” is missing from the table on sheet {TABLE}, row 3",
    ),
    "column renamed": (
        build_release(build_row(), columns=renamed(Column.NAME, "Area")),
        "“Area name” is missing from the table",
    ),
    "column truncated": (
        build_release(build_row(), columns=tuple(Column)[:-1]),
        "“Number significant weaknesses where sufficient progress has not been made” is missing",
    ),
    "column doubled": (
        build_release(build_row(), columns=(*Column, Column.CODE)),
        "Columns B and N of the table .* are both “Local authority code”",
    ),
    "no table": (build_release(build_row(), columns=tuple(Column)[:6]), "no table of inspections"),
    "two tables": (
        build_release(build_row()) | {"Again": [tuple(Column)]},
        "2 tables of inspections",
    ),
    "no rows": (build_release(), f"The table on sheet {TABLE} is empty"),
    "far too many rows": (build_release(*[build_row()] * 501), "more than 500 rows"),
    "no cover": ({**build_release(build_row()), "Cover": []}, "“Cover” lacks “Policy area”"),
    "claim doubled": (
        build_release(build_row(), cover={"Status": "Official statistics"}),
        "“Cover” states more than one “Status”",
    ),
    "other status": (
        build_release(build_row(), cover={"Status:": "Management information"}),
        r"“Status” is not “Official statistics” \(sheet Cover, row 5, column B\)",
    ),
    "no period on the cover": (
        build_release(build_row(), cover={"Period covered:": "Last year"}),
        r"The cover states no period that we can read \(sheet Cover, row 4, column B\)",
    ),
    "no such day on the cover": (
        build_release(
            build_row(), cover={"Period covered:": f"as at {PERIOD.replace('31 Aug', '32 Aug')}"}
        ),
        "The cover states no period",
    ),
    "no period on the table": (
        build_release(build_row(), title="Outcomes"),
        f"The table on sheet {TABLE} states no period",
    ),
    "cover against table": (
        build_release(build_row(), title=f"Outcomes of inspections carried out by {OTHER}"),
        "The cover says to 31 August 2022, published by 31 October 2022 .* but the table on sheet "
        f"{TABLE} says to 31 March 2021, published by 30 April 2021",
    ),
    "other release": (
        build_release(
            build_row(),
            cover={"Period covered:": f"as at {OTHER}"},
            title=f"Outcomes of inspections carried out by {OTHER}",
        ),
        "covers inspections to 31 March 2021, .* we read only the release to 31 August 2022",
    ),
    "not published": (
        build_release(build_row(), cover={"Published on:": "soon"}),
        r"“Published on” is no day after 31 October 2022 \(sheet Cover, row 3, column B\)",
    ),
    "published before its end": (
        build_release(build_row(), cover={"Published on:": date(2022, 8, 1)}),
        "“Published on” is no day after 31 October 2022",
    ),
    "publication missing": (
        build_release(build_row(), cover={"Published on:": None}),
        "“Cover” lacks “Published on”",
    ),
    "note missing": (
        build_release(build_row(), notes=NOTES[:2]),
        "The table refers to note 3, which the sheet “Notes” lacks",
    ),
    "notes without headings": (
        {**build_release(build_row()), "Notes": NOTES},
        "“Notes” has no columns “Note number” and “Note text”",
    ),
    "far too many notes": (
        build_release(build_row(), notes=[(number, "?") for number in range(51)]),
        "“Notes” has more than 50 notes",
    ),
}


@pytest.mark.parametrize(("sheets", "says"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_not_what_it_claims_is_refused_in_one_sentence(sheets, says):
    with pytest.raises(UnableToReadDocument, match=says) as refusal:
        reading_of(sheets)

    assert str(refusal.value).count(". ") == 0
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("lost", ["Cover", "Notes"])
def test_a_missing_sheet_is_named(lost):
    sheets = build_release(build_row())
    del sheets[lost]

    with pytest.raises(UnableToReadDocument, match=f"The sheet “{lost}” is missing"):
        reading_of(sheets)


@pytest.mark.parametrize(
    ("column", "letter"),
    [
        ("LINK", "A"),
        ("CODE", "B"),
        ("NAME", "C"),
        ("REGION", "D"),
        ("PUBLISHED", "F"),
        ("REQUIRED", "G"),
    ],
)
def test_a_row_that_lacks_what_it_must_have_is_refused(column, letter):
    place = f"sheet {TABLE}, row {FIRST + 1}, column {letter}"

    with pytest.raises(
        UnableToReadDocument, match=rf"“{Column[column]}” is empty \({place}\)".replace("?", r"\?")
    ):
        read(build_row(), build_row("dudley", **{column: None}))
