"""Reports as other programs would lay them out: turned, with rules, marks or headings missing."""

import ctypes

import pypdfium2
import pytest
from built_reports import ACTION, BODIES, IMPROVEMENT, NEXT, OUTCOMES, build_report
from pypdfium2 import raw

from areasend.reading.kinds import read_letter
from areasend.reading.proposals import Field, Reading

LONG = " ".join(f"They should look at matter {number} with care." for number in range(1, 16))
TOLD = [(BODIES, ACTION), (BODIES, LONG)]
#: What moves a page of 595 by 842 points as it is turned with the clock, and its new size.
MOVES = {
    0: ((1, 0, 0, 1, 0, 0), (595, 842)),
    90: ((0, 1, -1, 0, 842, 0), (842, 595)),
    180: ((-1, 0, 0, -1, 595, 842), (595, 842)),
    270: ((0, -1, 1, 0, 0, 595), (842, 595)),
}


def read(**changes) -> Reading:
    return read_letter(build_report(**changes))


def field(reading: Reading, name: str) -> Field:
    return next(one for one in reading.fields if one.name == name)


def texts(reading: Reading, name: str = "improvements") -> list[str]:
    return [one["text"] for one in reading.values[name]]


def doubted(reading: Reading, name: str, words: str) -> bool:
    return any(words in says for says in field(reading, name).doubts)


def turned(document: bytes, *, drawn: int, shown: int) -> bytes:
    """Return a document whose words are drawn turned, and whose pages are shown turned."""
    held = pypdfium2.PdfDocument(document)
    matrix, size = MOVES[drawn]
    for page in held:
        raw.FPDFPage_TransFormWithClip(page, raw.FS_MATRIX(*matrix), None)
        page.set_mediabox(0, 0, *size)
        page.set_cropbox(0, 0, *size)
        page.set_rotation(shown)
    return saved(held)


def saved(held: pypdfium2.PdfDocument) -> bytes:
    with pypdfium2.PdfDocument.new() as copy:
        copy.import_pages(held)
        out: list[bytes] = []
        writer = raw.FPDF_FILEWRITE(version=1)

        def write(_writer, block, size):
            out.append(ctypes.string_at(block, size))
            return 1

        kept = type(writer.WriteBlock)(write)
        writer.WriteBlock = kept
        raw.FPDF_SaveAsCopy(copy, writer, 0)
    return b"".join(out)


def cropped(document: bytes) -> bytes:
    """Return a document of which each page shows a part that does not begin at its corner."""
    held = pypdfium2.PdfDocument(document)
    for page in held:
        page.set_cropbox(30, 40, 580, 830)
    return saved(held)


def test_a_page_of_which_a_part_is_shown_is_read_all_the_same():
    plain = build_report(outcome=3, actions=TOLD)
    reading = read_letter(cropped(plain))

    assert reading.values == read_letter(plain).values
    (was,), (moved,) = (field(one, "cover_dates").passages for one in (read_letter(plain), reading))
    assert moved.box == pytest.approx(
        [was.box[0] - 30, was.box[1] - 40, was.box[2] - 30, was.box[3] - 40], abs=0.1
    )


@pytest.mark.parametrize(
    ("drawn", "shown"), [(0, 90), (0, 180), (0, 270), (90, 90), (90, 0), (180, 180), (270, 270)]
)
def test_a_page_is_read_however_it_is_turned(drawn, shown):
    plain = build_report(outcome=3, actions=TOLD)
    reading = read_letter(turned(plain, drawn=drawn, shown=shown))

    assert reading.values == read_letter(plain).values
    assert reading.all_doubts == ()


@pytest.mark.parametrize("at", range(110, 300, 30))
def test_a_table_that_a_page_cuts_without_a_rule_is_whole(at):
    improvements = [LONG, IMPROVEMENT]
    reading = read(improvements=improvements, table_at=at, more={"open_ends": True})

    assert texts(reading) == improvements


@pytest.mark.parametrize("at", range(110, 300, 30))
def test_actions_that_a_page_cuts_without_a_rule_keep_their_bodies(at):
    reading = read(outcome=3, actions=TOLD, table_at=at, more={"open_ends": True})
    values = reading.values["priority_actions"]

    assert [(one["bodies"], one["text"]) for one in values] == TOLD


def test_headings_without_a_rule_under_them_are_no_part_of_the_first_item():
    cell = ["Areas for improvement", "Partners should tell families sooner what", "they can do."]
    reading = read(header_row=False, improvements=[cell, IMPROVEMENT])

    assert texts(reading) == [
        "Partners should tell families sooner what they can do.",
        IMPROVEMENT,
    ]


def test_actions_whose_table_alone_has_headings_are_read_and_are_no_needs():
    reading = read(outcome=3, actions=TOLD, heading=False)

    assert texts(reading, "priority_actions") == [ACTION, LONG]
    assert texts(reading, "needs") == ["Young people wait too long for a place to learn a trade."]


def test_a_sentence_that_ends_in_the_words_of_a_heading_heads_nothing():
    plan = (
        "HMCI requires the partnership to submit a priority action plan (area SEND) on the"
        "\nareas for priority action."
    )
    reading = read(outcome=3, actions=TOLD, sentences=[OUTCOMES[3], NEXT[3], plan])

    assert texts(reading, "priority_actions") == [ACTION, LONG]
    assert reading.values["pap_required"] is True


def test_what_stands_beside_the_table_under_its_heading_is_doubted():
    reading = read(ruled_details=True, improvements=[IMPROVEMENT], council="Dudley Council")
    assert not doubted(reading, "improvements", "more than its table")

    reading = read(details_heading="Words that head nothing we know")
    assert doubted(reading, "improvements", "more than its table")


def test_partners_in_columns_without_rules_are_read_with_a_doubt():
    reading = read(ruled_details=False)

    assert reading.values["local_authorities"] == ["Dudley Metropolitan Borough Council"]
    assert reading.values["icbs"] == ["NHS Black Country Integrated Care Board"]
    assert doubted(reading, "icbs", "no ruled table")


@pytest.mark.parametrize("mark", ["-", "–", "\u2212", "*"])
def test_a_dash_after_what_announces_or_ends_a_point_is_a_mark(mark):
    cell = ["Partners should together:", f"{mark} share what they know;", f"{mark} say it."]
    reading = read(improvements=[cell])

    assert texts(reading) == ["Partners should together: share what they know; say it."]
    assert reading.values["improvements"][0]["sub_bullets"] == 2


def test_points_that_end_a_page_without_a_full_stop_may_be_followed_by_another_item():
    cell = ["Health partners should together:", *(f"\t• share matter {n}" for n in range(1, 7))]
    reading = read(
        improvements=[cell, "Health partners should keep one list of all that they do."],
        needs=["We met Health partners and others, who wait too long."],
        table_at=157,
    )

    assert len(texts(reading)) == 2 or doubted(reading, "improvements", "may be two items")


def test_four_items_that_one_cell_numbers_over_a_page_are_four():
    cells = [
        [f"{n}. Partners should look at matter {n} of", "many, and say so."] for n in range(1, 5)
    ]
    reading = read(improvements=[[line for cell in cells for line in cell]], table_at=150)

    assert texts(reading) == [
        f"Partners should look at matter {n} of many, and say so." for n in range(1, 5)
    ]


@pytest.mark.parametrize(
    "previous",
    [
        "25 to 29 June 2018 (inspection); 21 to 23 June 2021 (revisit)",
        "25 to 29 June 2018 (full) and a revisit on 21 to 23 June 2021",
        "Inspected in full 25 to 29 June 2018, re-visited 21 to 23 June 2021",
        "Revisit 21 to 23 June 2021, full inspection 25 to 29 June 2018",
    ],
)
def test_a_re_visit_on_the_cover_is_told_by_the_word_beside_its_days(previous):
    values = read(previous=previous).values

    assert values["previous"] == {"start": "2018-06-25", "end": "2018-06-29"}
    assert values["previous_revisit"] == {"start": "2021-06-21", "end": "2021-06-23"}


def test_a_label_over_two_lines_has_its_value_after_it():
    reading = read(previous_label="Date(s) of previous\ninspection(s):")

    assert reading.values["previous_raw"] == "5 to 9 November 2018"


@pytest.mark.parametrize(
    ("area", "slug"),
    [
        ("Bournemouth, Christchurch and Poole (BCP)", "bournemouth-christchurch-and-poole"),
        ("Westmorland and Furness", "westmorland-and-furness"),
        ("Kingston upon Hull", "kingston-upon-hull"),
    ],
)
def test_an_area_with_its_letters_in_brackets_or_a_new_council(area, slug):
    assert read(area=area).values["area_slug"] == slug
