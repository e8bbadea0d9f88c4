"""What is doubtful in a row of Ofsted's statistics, and which events it costs."""

from datetime import date

import pytest
from built_spreadsheets import Link
from official_releases import (
    FIRST,
    TABLE,
    build_release,
    build_revisited_row,
    build_row,
    doubts_of,
    read,
    reading_of,
)

from areasend.domain import kinds
from areasend.reading.kinds.official_statistics_2022.table import Column
from areasend.reading.proposals import Doubt, Reading

START, REPORT = "inspection-started", "report-published"
RETURN, LETTER = "revisit-started", "revisited"
ALL = [START, REPORT, RETURN, LETTER]


def proposed(reading: Reading) -> list[str]:
    return [kinds.key(proposal.event) for proposal in reading.proposals]


def at(columns: str) -> str:
    return f"sheet {TABLE}, row {FIRST}, {columns}"


def test_a_row_as_it_should_be_leaves_no_doubt():
    assert not doubts_of(read(build_row(), build_revisited_row("dudley")))


@pytest.mark.parametrize(
    ("changes", "place", "says", "left"),
    [
        # whose row it is
        (
            {"NAME": "Saltford"},
            "column C",
            "No local area is called “Saltford”",
            [],
        ),
        ({"CODE": "E99999999"}, "column B", "We know no area with the code “E99999999”.", []),
        ({"CODE": 7}, "column B", "We know no area with the code “7.0”.", []),
        (
            {"CODE": "E08000027"},
            "columns B and C",
            "The code is that of Dudley, the name that of Salford.",
            [],
        ),
        (
            {"REGION": "South West"},
            "column D",
            "The region is given as “South West”; for Salford we hold North West.",
            ALL,
        ),
        (
            {"LINK": Link("https://reports.ofsted.gov.uk/provider/44/355")},
            "column A",
            "The link uses the council's three-digit code 355, not Ofsted's number.",
            ALL,
        ),
        (
            {"LINK": Link("https://reports.ofsted.gov.uk/provider/44/80486")},
            "column A",
            "The link's number 80486 is not Salford's.",
            ALL,
        ),
        (
            {"LINK": Link("https://example.com/provider/44/80486")},
            "column A",
            "The link does not lead to a page of Ofsted's reports.",
            ALL,
        ),
        # days
        ({"STARTED": "4 June 2018"}, "column E", "“4 June 2018” is not a date.", []),
        (
            {"PUBLISHED": "in summer"},
            "column F",
            "“in summer” is not a date.",
            [START, RETURN, LETTER],
        ),
        ({"PUBLISHED": 43313}, "column F", "“43313.0” is not a date.", [START, RETURN, LETTER]),
        (
            {"RETURNED": "Next year"},
            "column I",
            "“Next year” is not a date.",
            [START, REPORT, LETTER],
        ),
        (
            {"LETTER": "Not revisited yet"},
            "column J",
            "“Not revisited yet” is not a date.",
            ALL[:3],
        ),
        (
            {"STARTED": date(2018, 8, 6)},
            "columns E and F",
            "“Inspection publication date” is 1 August 2018, before “Inspection start date” on "
            "6 August 2018.",
            [],
        ),
        (
            {"RETURNED": date(2018, 7, 3)},
            "columns F and I",
            "“Revisit start date” is 3 July 2018, before “Inspection publication date” on "
            "1 August 2018.",
            [START, LETTER],
        ),
        (
            {"LETTER": date(2020, 2, 10)},
            "columns I and J",
            "“Revisit publication date” is 10 February 2020, before “Revisit start date” on "
            "11 February 2020.",
            [START, REPORT],
        ),
        (
            {"STARTED": date(2016, 4, 25)},
            "column E",
            "25 April 2016 is not in the period covered, 1 May 2016 to 31 August 2022.",
            [],
        ),
        (
            {"RETURNED": date(2022, 9, 1), "LETTER": date(2022, 10, 31)},
            "column I",
            "1 September 2022 is not in the period covered, 1 May 2016 to 31 August 2022.",
            [START, REPORT, LETTER],
        ),
        (
            {"LETTER": date(2022, 11, 1)},
            "column J",
            "1 November 2022 is not in the period covered, 1 May 2016 to 31 October 2022.",
            ALL[:3],
        ),
        (
            {"STARTED": date(2018, 6, 5)},
            "column E",
            "5 June 2018 is a Tuesday; inspections begin on a Monday.",
            ALL,
        ),
        ({"PUBLISHED": date(2018, 8, 5)}, "column F", "5 August 2018 is a Sunday.", ALL),
        ({"LETTER": date(2020, 4, 4)}, "column J", "4 April 2020 is a Saturday.", ALL),
        ({"RETURNED": date(2020, 2, 8)}, "column I", "8 February 2020 is a Saturday.", ALL),
        # outcomes
        (
            {"REQUIRED": "Maybe"},
            "column G",
            "“Maybe” is none of “Yes”, “No”.",
            [START, RETURN, LETTER],
        ),
        ({"REQUIRED": True}, "column G", "“True” is none of “Yes”, “No”.", [START, RETURN, LETTER]),
        (
            {"VERDICT": "Mostly"},
            "column K",
            "“Mostly” is none of “Yes”, “Some”, “No”.",
            ALL[:3],
        ),
        (
            {"WEAKNESSES": "five"},
            "column H",
            "“five” is not a count of weaknesses.",
            [START, RETURN, LETTER],
        ),
        (
            {"WEAKNESSES": 4.5},
            "column H",
            "“4.5” is not a count of weaknesses.",
            [START, RETURN, LETTER],
        ),
        ({"SUFFICIENT": -1}, "column L", "“-1.0” is not a count of weaknesses.", ALL[:3]),
        ({"LACKING": 100}, "column M", "“100.0” is not a count of weaknesses.", ALL[:3]),
        ({"LACKING": True}, "column M", "“True” is not a count of weaknesses.", ALL[:3]),
        (
            {"WEAKNESSES": None},
            "column H",
            "A statement was required, but the number of weaknesses is missing.",
            ALL,
        ),
        (
            {"WEAKNESSES": 0, "SUFFICIENT": 0, "LACKING": 0},
            "columns G and H",
            "A statement was required, but no weakness is counted.",
            [START, RETURN],
        ),
        (
            {"REQUIRED": "No"},
            "columns G and H",
            "Weaknesses are counted, but no statement was required.",
            [START],
        ),
        (
            {"REQUIRED": "No", "WEAKNESSES": None},
            "columns G, I, J, K, L and M",
            "A re-visit is told of, but no statement was required.",
            [START],
        ),
        (
            {"RETURNED": "Not revisited yet"},
            "columns I, J, K, L and M",
            "A letter is told of, but no re-visit has been made yet.",
            [START, REPORT],
        ),
        (
            {"RETURNED": None},
            "columns J, K, L and M",
            "A letter is told of, but not when inspectors returned.",
            [START, REPORT],
        ),
        (
            {
                "RETURNED": None,
                "LETTER": None,
                "VERDICT": None,
                "SUFFICIENT": None,
                "LACKING": None,
            },
            "columns G and I",
            "A statement was required, but nothing is said of a re-visit.",
            [START, REPORT],
        ),
        (
            {"LETTER": None, "VERDICT": None, "SUFFICIENT": None, "LACKING": None},
            "column I",
            "Inspectors returned, but no letter is told of.",
            ALL[:3],
        ),
        (
            {"LETTER": None},
            "column J",
            "Of the letter on the re-visit, “Revisit publication date” is missing.",
            ALL[:3],
        ),
        (
            {"LACKING": None},
            "column M",
            f"Of the letter on the re-visit, “{Column.LACKING}” is missing.",
            ALL[:3],
        ),
        (
            {"WEAKNESSES": 6},
            "columns H, L and M",
            "3 and 2 do not make 6 weaknesses.",
            [START, RETURN],
        ),
        (
            {"VERDICT": "Yes"},
            "columns K, L and M",
            "3 of 5 weaknesses is not the verdict “Yes”.",
            ALL[:3],
        ),
    ],
)
def test_a_doubt_says_what_and_where_and_costs_what_rests_on_it(changes, place, says, left):
    reading = read(build_revisited_row(**changes))

    assert proposed(reading) == left
    assert any(where == at(place) and what.startswith(says) for where, what in doubts_of(reading))


def test_not_revisited_yet_is_odd_where_no_statement_was_required():
    reading = read(build_row(RETURNED="Not revisited yet"))

    assert proposed(reading) == [START]
    assert doubts_of(reading) == {
        (at("columns G and I"), "A re-visit is told of, but no statement was required.")
    }


def test_a_doubt_goes_with_the_events_that_rest_on_it():
    reading = read(build_revisited_row(PUBLISHED=date(2018, 8, 5)))

    assert [len(proposal.doubts) for proposal in reading.proposals] == [0, 1, 0, 0]
    assert not reading.doubts


def test_a_doubt_that_costs_an_event_stays_with_the_document():
    reading = read(build_revisited_row(VERDICT="Mostly"))

    assert not any(proposal.doubts for proposal in reading.proposals)
    assert reading.doubts == (Doubt(at("column K"), "“Mostly” is none of “Yes”, “Some”, “No”."),)


# Codes


def test_buckinghamshire_bore_another_code_once_it_was_one_council():
    days = {"STARTED": date(2022, 3, 7), "PUBLISHED": date(2022, 5, 26)}

    late = read(build_row("buckinghamshire", CODE="E10000002", **days))
    right = read(build_row("buckinghamshire", CODE="E06000060", **days))
    early = read(build_row("buckinghamshire", CODE="E10000002"))

    assert doubts_of(late) == {
        (
            at("column B"),
            "Buckinghamshire did not bear the code “E10000002” on 7 March 2022, but E06000060.",
        )
    }
    assert proposed(late) == [START, REPORT]
    assert not doubts_of(right) | doubts_of(early)


@pytest.mark.parametrize(("slug", "code"), [("barnsley", "E08000016"), ("sheffield", "E08000019")])
def test_a_code_that_was_right_at_the_time_is_not_doubted(slug, code):
    days = {"STARTED": date(2021, 9, 20), "PUBLISHED": date(2021, 11, 24)}

    assert not doubts_of(read(build_row(slug, CODE=code, **days)))


def test_a_code_from_the_future_is_doubted():
    reading = read(build_row("barnsley", CODE="E08000038"))

    assert len(doubts_of(reading)) == 1
    assert proposed(reading) == [START, REPORT]


# Areas


def test_a_name_that_two_areas_had_means_the_one_of_that_day():
    reading = read(build_row("dorset-county", NAME="Dorset", LINK="Page"))

    assert [proposal.event.area for proposal in reading.proposals] == ["dorset-county"] * 2


def test_an_area_that_did_not_exist_yet_was_not_inspected():
    reading = read(build_row("cumberland", CODE="E06000063", LINK="Page"))

    assert proposed(reading) == []
    assert doubts_of(reading) == {
        (at("columns C and E"), "Cumberland did not exist on 4 June 2018.")
    }


def test_an_area_told_of_twice_is_told_of_by_neither_row():
    reading = read(build_row(), build_row("dudley"), build_row(PUBLISHED=date(2018, 8, 2)))

    assert {proposal.event.area for proposal in reading.proposals} == {"dudley"}
    assert [doubt.says for doubt in reading.doubts] == [
        "The file tells more than once of Salford."
    ] * 2


# The table


def test_a_column_that_we_do_not_know_is_doubted_and_left():
    row = build_row() | {"Remarks": "late"}

    reading = reading_of(build_release(row, columns=(*Column, "Remarks")))

    assert proposed(reading)[:2] == [START, REPORT]
    assert (
        f"sheet {TABLE}, row 3, column N",
        "This column is none that we know, so it was not read.",
    ) in doubts_of(reading)


def test_cells_beside_the_table_are_doubted():
    sheets = build_release(build_row())
    sheets[TABLE].append((*build_release(build_row("dudley"))[TABLE][-1], None, "see above"))

    assert (
        f"sheet {TABLE}, row 5, column O",
        "This column is none that we know, so it was not read.",
    ) in doubts_of(reading_of(sheets))


def test_what_is_quoted_is_short_and_printable():
    reading = read(build_row(REQUIRED="x" * 1000))

    assert doubts_of(reading) == {(at("column G"), f"“{'x' * 40}…” is none of “Yes”, “No”.")}
