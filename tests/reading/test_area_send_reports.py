"""Reports of our own, in the layout that Ofsted and CQC use, and every way it was seen to vary."""

import json
import os
from datetime import date
from pathlib import Path

import pytest
from built_reports import ACTION, BODIES, IMPROVEMENT, OUTCOMES, STRATEGIC, build_report
from hypothesis import given, settings
from hypothesis import strategies as st

from areasend.domain.events import InspectionStarted, Outcome, ReportPublished
from areasend.domain.intervals import Interval
from areasend.reading.held import REVISIT
from areasend.reading.kinds import read_letter
from areasend.reading.proposals import Field, Reading

LETTERS = os.environ.get("AREASEND_LETTERS")
LONG = " ".join(f"They should look at matter {number} with care." for number in range(1, 16))


def read(**changes) -> Reading:
    return read_letter(build_report(**changes))


def field(reading: Reading, name: str) -> Field:
    return next(one for one in reading.fields if one.name == name)


def doubted(reading: Reading, name: str, words: str) -> bool:
    return any(words in says for says in field(reading, name).doubts)


def test_a_plain_report_is_read_without_a_doubt():
    reading = read()

    assert reading.all_doubts == ()
    assert reading.values["area"] == "Dudley"
    assert reading.values["area_slug"] == "dudley"
    assert reading.values["cover_dates"] == {"start": "2024-06-03", "end": "2024-06-07"}
    assert reading.values["header_dates"] == reading.values["cover_dates"]
    assert reading.values["previous"] == {"start": "2018-11-05", "end": "2018-11-09"}
    assert reading.values["outcome"] == 2
    assert reading.values["next_full_years"] == 3
    assert reading.values["monitoring_months"] is None
    assert reading.values["strategic_plan_asked"] is True
    assert reading.values["pap_required"] is False
    assert [one["text"] for one in reading.values["improvements"]] == [IMPROVEMENT]
    assert reading.values["priority_actions"] == []
    assert reading.values["local_authorities"] == ["Dudley Metropolitan Borough Council"]
    assert reading.values["icbs"] == ["NHS Black Country Integrated Care Board"]
    assert [one["name"] for one in reading.values["inspectors"]] == [
        "Ada Quill",
        "Ben Rowe",
        "Cleo Marsh",
    ]


def test_what_happened_is_proposed_and_nothing_is_known_of_the_day_of_publication():
    started, left, report = (one.event for one in read().proposals)

    assert isinstance(started, InspectionStarted)
    assert started.on == Interval.day(date(2024, 6, 3))
    assert left.on == Interval.day(date(2024, 6, 7))
    assert isinstance(report, ReportPublished)
    assert (report.outcome, report.next_full_years) == (Outcome.INCONSISTENT, 3)
    assert report.on.earliest == date(2024, 6, 8)
    assert not report.on.is_dated


def test_every_field_says_where_it_was_found_and_by_what():
    for one in read(outcome=3, actions=[(BODIES, ACTION)]).fields:
        assert one.found
        assert one.passages or one.value is None or one.value == []
        for place in one.passages:
            left, bottom, right, top = place.box
            assert 0 < left < right < 600
            assert 0 < bottom < top < 850
            assert place.words


@pytest.mark.parametrize("outcome", [1, 2, 3])
def test_each_outcome_with_what_must_follow(outcome):
    reading = read(outcome=outcome, actions=[(BODIES, ACTION)] if outcome == 3 else [])

    assert reading.all_doubts == ()
    assert reading.values["outcome"] == outcome
    assert reading.values["next_full_years"] == {1: 5, 2: 3, 3: 3}[outcome]
    assert reading.values["monitoring_months"] == (18 if outcome == 3 else None)
    assert reading.values["pap_required"] is (outcome == 3)


@pytest.mark.parametrize(
    ("sentences", "value"),
    [
        (["The arrangements usually lead to positive experiences for everyone.", STRATEGIC], 1),
        (["It has inconsistent outcomes for those it serves.", STRATEGIC], 2),
        (["Its arrangements are as good as can be expected.", STRATEGIC], None),
        ([OUTCOMES[1], OUTCOMES[2]], None),
        (["Its arrangements do not typically lead to positive experiences and outcomes."], None),
    ],
)
def test_an_outcome_worded_otherwise_is_doubted_or_not_read(sentences, value):
    reading = read(sentences=sentences)

    assert reading.values["outcome"] == value
    assert field(reading, "outcome").doubts


def test_next_steps_that_do_not_go_with_the_outcome_are_doubted():
    sentences = [OUTCOMES[2], "The next full area SEND inspection will be within five years."]
    reading = read(sentences=[*sentences, STRATEGIC])

    assert reading.values["next_full_years"] == 5
    assert doubted(reading, "next_full_years", "3 years")
    assert doubted(reading, "outcome", "3 years")


@pytest.mark.parametrize(
    ("visited", "start", "end"),
    [
        ("6 to 10 February 2023", "2023-02-06", "2023-02-10"),
        ("30 January 2023 to 3 February 2023", "2023-01-30", "2023-02-03"),
        ("29 April to 3 May 2024", "2024-04-29", "2024-05-03"),
        ("23 September to 27 September 2024", "2024-09-23", "2024-09-27"),
        ("29 January 2024 to 02 February 2024", "2024-01-29", "2024-02-02"),
        ("Monday 3 June to Friday 7 June 2024", "2024-06-03", "2024-06-07"),
        ("3rd – 7th June 2024", "2024-06-03", "2024-06-07"),
        ("29 December to 2 January 2026", "2025-12-29", "2026-01-02"),
    ],
)
def test_days_however_they_are_printed(visited, start, end):
    reading = read(visited=visited)

    assert reading.values["cover_dates"] == {"start": start, "end": end}
    assert reading.values["header_dates"] == {"start": start, "end": end}


@pytest.mark.parametrize("visited", ["31 to 35 June 2024", "June 2024", "to be confirmed", ""])
def test_days_that_are_none_are_not_guessed(visited):
    reading = read(visited=visited)

    assert reading.values["cover_dates"] is None
    assert field(reading, "cover_dates").doubts
    assert reading.proposals == ()


@pytest.mark.parametrize(
    "visited", ["3 to 7 June 2021", "3 June to 9 August 2024", "8 to 9 June 2024"]
)
def test_days_on_which_nobody_inspects_are_doubted(visited):
    assert field(read(visited=visited), "cover_dates").doubts


@pytest.mark.parametrize("visited", ["3 to 4 and 6 to 7 June 2024", "3 to 5 and 7 June 2024"])
def test_days_of_which_only_a_part_can_be_read_are_doubted_or_left_out(visited):
    assert field(read(visited=visited), "cover_dates").doubts


@pytest.mark.parametrize(
    ("previous", "value", "again"),
    [
        ("16 May 2016", {"start": "2016-05-16", "end": "2016-05-16"}, None),
        ("Not previously inspected", None, None),
        (
            "Inspected 9 to 13 July 2018 and re-visited 7 to 9 June 2021",
            {"start": "2018-07-09", "end": "2018-07-13"},
            {"start": "2021-06-07", "end": "2021-06-09"},
        ),
    ],
)
def test_the_previous_inspection_in_each_form(previous, value, again):
    reading = read(previous=previous)

    assert reading.values["previous_raw"] == previous
    assert reading.values["previous"] == value
    assert reading.values.get("previous_revisit") == again
    assert bool(field(reading, "previous").doubts) is bool(again)


@pytest.mark.parametrize("previous", ["7 to 9 June 2021 (re-visit)", "June 2016; 7 to 9 June 2021"])
def test_previous_days_that_may_be_something_else_are_doubted(previous):
    assert field(read(previous=previous), "previous").doubts


def test_a_previous_inspection_in_words_that_nobody_expected_is_not_read_in_silence():
    reading = read(previous="Some years ago, as part of a pilot")

    assert reading.values["previous"] is None
    assert field(reading, "previous").doubts


@pytest.mark.parametrize(
    "label", ["Date of previous inspection:", "Date(s) of previous inspection(s):"]
)
def test_the_label_of_the_previous_inspection_in_each_form(label):
    reading = read(previous_label=label)

    assert reading.values["previous_raw"] == "5 to 9 November 2018"


def test_nobody_is_asked_what_it_was_where_a_re_visit_of_those_days_is_held():
    first, again = (
        ("dudley/2016/1", Interval.day(date(2016, 6, 6))),
        Interval.day(date(2018, 11, 5)),
    )
    reading = read_letter(build_report(), held={"dudley": [first, (f"{first[0]}{REVISIT}", again)]})

    assert reading.values["previous_kind"] == "re-visit"
    assert field(reading, "previous_kind").doubts == ()


@pytest.mark.parametrize(
    ("held", "kind"),
    [(Interval.day(date(2018, 11, 5)), "full"), (Interval.day(date(2016, 6, 6)), "re-visit")],
)
def test_whether_the_previous_days_are_those_of_a_re_visit_is_told_by_what_we_hold(held, kind):
    reading = read_letter(build_report(), held={"dudley": [("dudley/2016/1", held)]})

    assert reading.values["previous_kind"] == kind
    assert bool(field(reading, "previous_kind").doubts) is (kind == "re-visit")


@pytest.mark.parametrize(
    ("area", "slug"),
    [
        ("Stoke-on-Trent", "stoke-on-trent"),
        ("Bath and North East Somerset", "bath-and-north-east-somerset"),
        ("the Royal Borough of Kingston upon Thames", "kingston-upon-thames"),
        ("Telford & Wrekin", "telford-and-wrekin"),
    ],
)
def test_an_area_by_any_of_its_names_over_any_number_of_lines(area, slug):
    reading = read(area=area)

    assert reading.values["area"] == area.removeprefix("the ")
    assert reading.values["area_slug"] == slug


def test_an_area_that_nobody_knows_is_doubted_and_nothing_is_proposed():
    reading = read(area="Borsetshire")

    assert (reading.values["area"], reading.values["area_slug"]) == ("Borsetshire", None)
    assert doubted(reading, "area", "No local area is called")
    assert reading.proposals == ()


def test_days_on_the_cover_and_at_the_foot_are_kept_apart_where_they_differ():
    foot = "Inspection report: Dudley Local Area Partnership\n3 to 10 June 2024"
    reading = read(foot=foot)

    assert reading.values["cover_dates"]["end"] == "2024-06-07"
    assert reading.values["header_dates"]["end"] == "2024-06-10"
    assert doubted(reading, "header_dates", "3 to 10 June 2024")
    assert all(one.doubts for one in reading.proposals[:1])


@pytest.mark.parametrize(
    "foot",
    [
        "Area SEND inspection report: Dudley Local AREA Partnership, 3 to 7 June\n2024",
        "Inspection report: Dudley Local Area Partnership\n3 to 7 June 2024",
    ],
)
def test_feet_in_each_form_are_kept_out_of_what_the_pages_say(foot):
    reading = read(foot=foot, improvements=[LONG, LONG], table_at=200)

    assert reading.values["header_dates"] == {"start": "2024-06-03", "end": "2024-06-07"}
    assert [one["text"] for one in reading.values["improvements"]] == [LONG, LONG]


def test_without_feet_the_days_are_missing_and_the_report_says_why():
    assert doubted(read(foot=""), "header_dates", "No page has days")


@pytest.mark.parametrize("header_row", [True, False])
@pytest.mark.parametrize("heading", [True, False])
def test_tables_with_and_without_their_headings(heading, header_row):
    if not heading and not header_row:
        pytest.skip("nothing says what such a table is about")
    improvements = [IMPROVEMENT, ACTION]
    reading = read(heading=heading, header_row=header_row, improvements=improvements)

    assert [one["text"] for one in reading.values["improvements"]] == improvements


def test_a_heading_over_two_lines_of_its_cell_is_no_item():
    head = [["Areas for improvement that", "the partnership agreed"]]
    reading = read(header_row=False, improvements=[*head, IMPROVEMENT])

    assert [one["text"] for one in reading.values["improvements"]] == [IMPROVEMENT]


def test_a_table_under_no_heading_at_all_is_not_taken_for_anything():
    reading = read(heading=False, header_row=False)

    assert reading.values["improvements"] == []
    assert field(reading, "improvements").doubts


@pytest.mark.parametrize("at", [120, 150, 200, 260])
def test_a_row_that_breaks_over_a_page_is_one_item(at):
    reading = read(improvements=[LONG, IMPROVEMENT], table_at=at)
    values = reading.values["improvements"]

    assert [one["text"] for one in values] == [LONG, IMPROVEMENT]


@pytest.mark.parametrize("at", [120, 150, 200, 260, 300])
def test_actions_whose_rows_break_over_a_page_keep_their_bodies(at):
    actions = [(BODIES, LONG), (BODIES, ACTION)]
    reading = read(outcome=3, actions=actions, table_at=at)
    values = reading.values["priority_actions"]

    assert [(one["bodies"], one["text"]) for one in values] == actions


COUNCIL, BOARD = "Dudley Metropolitan Borough Council", "NHS Black Country ICB"


def test_a_body_beside_several_actions_must_do_them_all():
    reading = read(outcome=3, actions=[(BODIES, ACTION), (None, LONG)])

    assert [(one["bodies"], one["text"]) for one in reading.values["priority_actions"]] == [
        (BODIES, ACTION),
        (BODIES, LONG),
    ]


def test_several_bodies_beside_one_action_must_do_it_together():
    reading = read(outcome=3, actions=[(COUNCIL, LONG), (BOARD, None)])

    assert [(one["bodies"], one["text"]) for one in reading.values["priority_actions"]] == [
        (f"{COUNCIL} {BOARD}", LONG)
    ]


def test_a_row_that_begins_a_page_after_a_full_stop_is_an_item_with_a_doubt():
    fills = [["A first thing to do, which is so short that it", "ends on its page."]]
    reading = read(improvements=[*fills, *fills, IMPROVEMENT], table_at=150)

    assert len(reading.values["improvements"]) == 3
    assert doubted(reading, "improvements", "may go on from the item before")


def test_several_items_that_one_cell_numbers_are_several():
    cell = [
        "1. Partners should tell families sooner what",
        "they can expect.",
        "2. Partners should",
    ]
    reading = read(improvements=[[*cell, "tell schools what they can expect."]])

    assert [one["text"] for one in reading.values["improvements"]] == [
        "Partners should tell families sooner what they can expect.",
        "Partners should tell schools what they can expect.",
    ]
    assert doubted(reading, "improvements", "numbers several items")


@pytest.mark.parametrize("mark", ["•", "-", "–", "▪", "◼", "\u2212", "o"])
def test_points_within_an_item_are_counted_and_their_marks_dropped(mark):
    cell = [
        "Partners should together:",
        f"\t{mark} share what they know",
        f"\t{mark} say what they do.",
    ]
    reading = read(improvements=[cell])

    assert reading.values["improvements"][0]["text"] == (
        "Partners should together: share what they know say what they do."
    )
    assert reading.values["improvements"][0]["sub_bullets"] == 2


def test_a_dash_that_begins_a_line_of_a_sentence_is_no_mark():
    cell = ["Partners should agree on one plan", "– and on one budget – by the spring."]
    reading = read(improvements=[cell])

    assert reading.values["improvements"][0]["text"] == (
        "Partners should agree on one plan – and on one budget – by the spring."
    )


@pytest.mark.parametrize(
    ("lines", "text", "doubt"),
    [
        (["work in a multi-", "agency team every"], "work in a multi-agency team every", False),
        (["follow each partner-", "ship plan that"], "follow each partnership plan that", False),
        (["use the new brokle-", "dax for all who"], "use the new brokle-dax for all who", True),
        (["keep school-", "based staff who"], "keep school-based staff who", False),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_unless_the_word_is_known_without(lines, text, doubt):
    cell = ["Partners should", *lines, "need it, and should say so in time."]
    reading = read(
        improvements=[cell],
        needs=["Some agency staff of one partnership plan have an idea based on a school visit."],
    )

    said = reading.values["improvements"][0]["text"]
    assert said == f"Partners should {text} need it, and should say so in time."
    assert doubted(reading, "improvements", "hyphen") is doubt


def test_improvements_outside_a_table_are_read_with_a_doubt():
    reading = read(ruled=False, improvements=[IMPROVEMENT, ACTION])

    assert [one["text"] for one in reading.values["improvements"]] == [IMPROVEMENT, ACTION]
    assert doubted(reading, "improvements", "does not stand in a ruled table")


@pytest.mark.parametrize("mark", ["•", "◼", "▪", "■"])
def test_strengths_and_needs_point_by_point(mark):
    points = ["Nurseries plan each move with care. " * 4, "Nurses answer the telephone."]
    reading = read(strengths=points, mark=mark)

    assert [one["text"] for one in reading.values["strengths"]] == [one.strip() for one in points]


def test_bodies_are_the_organisations_of_the_day():
    bodies = "Dudley Council, NHS Black Country ICB and Dudley Learning Trust"
    reading = read(outcome=3, actions=[(bodies, ACTION)])

    assert reading.values["priority_actions"][0]["bodies"] == bodies
    assert reading.values["responsible_organisations"][0]["organisations"] == [
        {"printed": "Dudley Council", "kind": "local authority", "slug": "dudley"},
        {
            "printed": "NHS Black Country ICB",
            "kind": "integrated care board",
            "slug": "black-country-icb",
        },
    ]
    assert doubted(reading, "responsible_organisations", "Dudley Learning Trust")


@pytest.mark.parametrize(
    ("board", "boards"),
    [
        ("Surrey Heartlands ICB and Frimley ICB", ["Surrey Heartlands ICB", "Frimley ICB"]),
        (
            ["NHS Surrey Heartlands Integrated", "Care Board", "NHS Frimley Integrated Care Board"],
            ["NHS Surrey Heartlands Integrated Care Board", "NHS Frimley Integrated Care Board"],
        ),
    ],
)
def test_several_boards_in_one_cell_are_several(board, boards):
    reading = read(area="Surrey", council="Surrey County Council", board=board)

    assert reading.values["icbs"] == boards
    assert field(reading, "icbs").doubts == ()


@pytest.mark.parametrize(
    ("board", "words"),
    [("NHS Borsetshire ICB", "none of the boards"), ("NHS Frimley ICB", "too, which the report")],
)
def test_a_board_that_is_not_the_areas_or_is_missing_is_doubted(board, words):
    reading = read(area="Surrey", council="Surrey County Council", board=board)

    assert doubted(reading, "icbs", words)


def test_a_cell_with_more_than_a_name_is_doubted():
    council = [
        "Dudley Metropolitan Borough Council",
        "Dana Vole, executive director",
        "12 High Street",
    ]
    reading = read(council=council)

    assert reading.values["local_authorities"] == ["Dudley Metropolitan Borough Council"]
    assert doubted(reading, "local_authorities", "more than the name")


def test_a_council_of_another_area_is_doubted():
    assert doubted(read(council="Bury Council"), "local_authorities", "None of the councils")


@pytest.mark.parametrize(
    ("printed", "name", "role", "lead"),
    [
        ("Jo Vole, Ofsted HMI, lead inspector", "Jo Vole", "Ofsted HMI, lead inspector", True),
        ("Jo Vole HMI, Ofsted lead inspector", "Jo Vole", "HMI, Ofsted lead inspector", True),
        ("Jo Vole, Ofsted Lead Inspector", "Jo Vole", "Ofsted Lead Inspector", True),
        ("Jo Vole Ofsted HMI", "Jo Vole", "Ofsted HMI", False),
        ("Jo de Vole-Marsh, Ofsted HMI", "Jo de Vole-Marsh", "Ofsted HMI", False),
        ("Máire O’Vole, Ofsted HMI, Social Care", "Máire O’Vole", "Ofsted HMI, Social Care", False),
    ],
)
def test_an_inspector_in_each_form(printed, name, role, lead):
    reading = read(ofsted=[printed])
    one = reading.values["inspectors"][0]

    assert (one["name"], one["role_as_printed"], one["lead"]) == (name, role, lead)
    assert one["organisation"] == "Ofsted"


def test_a_title_before_a_name_is_kept_apart():
    one = read(ofsted=["Dr Jo Vole, Ofsted lead inspector"]).values["inspectors"][0]

    assert (one["title"], one["name"]) == ("Dr", "Jo Vole")


def test_two_who_are_said_to_lead_are_doubted():
    reading = read(ofsted=["Jo Vole, Ofsted lead inspector", "Al Rowe, Ofsted lead inspector"])

    assert doubted(reading, "inspectors", "2 of the inspectors from Ofsted")


def test_a_role_that_was_wrapped_is_one_persons():
    reading = read(ofsted=["Jo Vole, Ofsted HMI, lead", "inspector", "Al Rowe, Ofsted HMI"])

    assert [one["printed"] for one in reading.values["inspectors"][:2]] == [
        "Jo Vole, Ofsted HMI, lead inspector",
        "Al Rowe, Ofsted HMI",
    ]


def test_actions_that_do_not_go_with_the_outcome_are_doubted():
    assert doubted(read(actions=[(BODIES, ACTION)]), "priority_actions", "another")
    assert doubted(read(outcome=3), "priority_actions", "none was found")


# Whatever the words and wherever the pages end: right, or doubted.

SOME = ("partners", "should", "agree", "share", "a", "plan", "with", "schools", "and", "by", "May")
words = st.lists(st.sampled_from(SOME), min_size=6, max_size=60).map(
    lambda chosen: "Leaders " + " ".join(chosen) + "."
)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(
    st.lists(words, min_size=1, max_size=5),
    st.lists(words, min_size=1, max_size=5),
    st.floats(110, 600),
    st.booleans(),
)
def test_items_come_out_as_they_went_in_or_are_doubted(actions, improvements, at, header_row):
    told = [(BODIES, action) for action in actions]
    reading = read(
        outcome=3, actions=told, improvements=improvements, table_at=at, header_row=header_row
    )
    read_actions = [(one["bodies"], one["text"]) for one in reading.values["priority_actions"]]
    read_texts = [one["text"] for one in reading.values["improvements"]]

    assert read_actions == told or field(reading, "priority_actions").doubts
    assert read_texts == improvements or field(reading, "improvements").doubts


# The published reports, where they are at hand.


@pytest.mark.slow
@pytest.mark.skipif(not LETTERS, reason="not run: AREASEND_LETTERS names no folder")
def test_published_reports_are_read_as_a_careful_person_reads_them():
    folder = Path(LETTERS or "")
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    wrong = {}
    for stem, record in expected.items():
        reading = read_letter((folder / f"{stem}.pdf").read_bytes())
        for name in record.keys() - {"quirks"}:
            if reading.values.get(name) != record[name]:
                wrong[stem, name] = reading.values.get(name)

    assert expected
    assert wrong == {}
