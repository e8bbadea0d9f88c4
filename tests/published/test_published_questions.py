"""The figures of the papers in which each question was asked, and what our record gives."""

from datetime import date

import pytest

from areasend.answers.questions import answer
from areasend.answers.questions.what_followed import find
from tests.asking import TODAY, asked

pytestmark = [pytest.mark.usefixtures("read_once"), pytest.mark.slow]

DORSET = "Dorset (county council, to 2019)"


def totals(found):
    return [(one.ours, one.out_of) for one in found.totals]


def table(found, name):
    """Return a table's rows by their first cell, or by the first two where they are a pair."""
    of = next(one for one in found.tables if one.name == name)
    names = [column.name for column in of.columns]
    return [dict(zip(names, row, strict=True)) for row in of.rows]


def by_area(found, name):
    return {row["area"]: row for row in table(found, name)}


def claim(found, says):
    (one,) = (one for one in found.claims if one.says.startswith(says))
    return one


# The written answer of April 2018: letters of ministers.


def test_53_reports_and_22_with_weaknesses_when_ministers_spoke_of_their_letters():
    found = answer("letters", asked("2018-04-20"))

    assert totals(found)[:2] == [(53, None), (22, 53)]
    assert totals(found)[4:] == [(31, 53), (3, None)]
    assert len(by_area(found, "concerns")) == 22
    assert len(by_area(found, "without-statement")) == 31


def test_of_rochdale_and_surrey_who_published_theirs_we_hold_a_trace_and_of_sefton():
    found = answer("letters", asked("2018-04-20"))
    held = {area: row["held"] for area, row in by_area(found, "concerns").items()}

    assert claim(found, "Areas named as having published").theirs == "Rochdale and Surrey"
    assert [area for area, one in held.items() if one != "none held"] == [
        *("Rochdale", "Sefton", "Surrey"),
    ]
    assert "reported by" in held["Rochdale"][0]


def test_a_letter_that_is_not_held_is_never_one_that_was_not_sent():
    found = answer("letters", asked(TODAY))

    assert any("may well have been sent" in one.words for one in found.totals)
    assert "may well have been sent" in found.main_table.words


def test_a_second_letter_is_expected_a_year_after_the_report():
    rows = by_area(answer("letters", asked("2018-04-20")), "concerns")

    assert rows["Bury"]["report"] == "2017-07-31"
    assert rows["Bury"]["second_letter"] == "July 2018"


def test_where_no_statement_was_required_what_came_later_is_told_even_of_successors():
    rows = by_area(answer("letters", asked(TODAY)), "without-statement")

    assert rows["Northamptonshire"]["held"][0].startswith("as North Northamptonshire: inspected")
    assert any("as West Northamptonshire" in one for one in rows["Northamptonshire"]["held"])
    assert rows["Bexley"]["held"][0].startswith("inspected again, widespread or systemic failings")
    assert any("improvement notice" in one for one in rows["Bexley"]["held"])


# One year on, 2024.


def test_7_11_and_8_of_26_begun_in_2023():
    found = answer("since-2023", asked("2023-12-31"))

    assert totals(found) == [(26, 153), (7, 26), (11, 26), (8, 26), (7, 26), (19, 26)]
    assert [one.stated for one in found.totals] == [26, 7, 11, 8, None, None]
    assert [row["count"] for row in table(found, "outcomes")] == [7, 11, 8]
    assert all(one.same for one in found.claims if one.same is not None)
    assert len([one for one in found.claims if one.same]) == 4


def test_two_fair_readings_of_the_26():
    found = answer("since-2023", asked("2023-12-31"))

    assert claim(found, "One reading").ours == "7 of 26"
    assert claim(found, "The other reading").ours == "19 of 26"


def test_54_by_the_end_of_2024_and_28_of_the_year():
    found = answer("since-2023", asked("2024-12-31"))
    years = [tuple(row.values()) for row in table(found, "years")]

    assert totals(found)[:4] == [(54, 153), (14, 54), (26, 54), (14, 54)]
    assert years == [("2023", 26, 7, 11, 8, 26), ("2024", 28, 7, 15, 6, 28)]


def test_the_years_and_the_names_add_up_to_every_visit():
    found = answer("since-2023", asked(TODAY))
    years = table(found, "years")

    assert sum(row["inspections"] for row in years) == len(table(found, "inspections")) == 97
    assert sum(row["count"] for row in table(found, "outcomes")) == 97
    assert years[-1]["year"] == "year not settled"


def test_what_an_area_was_found_before_and_what_followed():
    rows = by_area(answer("since-2023", asked("2024-12-31")), "inspections")

    assert rows["Oldham"]["before"][0].startswith("in 2017, a written statement of action was")
    assert "3 of 5 weaknesses" in rows["Oldham"]["before"][0]
    assert rows["North Northamptonshire"]["before"] == (
        "no report of 2016 to 2022 in its present form",
        "as Northamptonshire: in 2017, no written statement of action was required",
    )
    assert any("improvement notice" in one for one in rows["Oldham"]["since"])
    assert any("priority action plan" in one for one in rows["Oxfordshire"]["since"])
    assert not any("monitoring inspection" in one for one in rows["Oxfordshire"]["since"])


def test_3_per_cent_in_west_sussex_are_3_6_by_the_department():
    found = claim(answer("since-2023", asked(TODAY)), "New plans that West Sussex")

    assert found.theirs == "3 %"
    assert found.ours.startswith("3.6 % (25 of 700)")


# The state of inspections, 2020.


def test_21_letters_9_on_all_and_12_not_and_one_notice_in_may_2020():
    found = answer("what-followed", asked("2020-05-31"))

    assert totals(found)[:4] == [(21, 59), (9, 21), (11, 21), (1, 21)]
    assert len(by_area(found, "areas")) == 12
    assert by_area(found, "areas")["Sefton"]["progress"] == "none of 5 weaknesses"
    notices = [row["area"] for row in table(found, "instruments") if "notice" in row["what"]]
    assert notices == ["Sefton"]
    assert claim(found, "Areas re-visited").same is True
    assert claim(found, "Of those with a letter, found to have dealt").same is True
    assert claim(found, "Of those with a letter, found to have more").ours.startswith("12 of 21")


def test_13_areas_with_too_little_progress_in_may_2021():
    found = answer("what-followed", asked("2021-05-27"))

    assert claim(found, "Areas required to produce an accelerated").ours.startswith("13 of 22")
    assert len(by_area(found, "areas")) == 13


def test_no_review_was_promised_before_the_promise_and_half_a_year_after_it():
    rows = by_area(answer("what-followed", asked("2022-12-31")), "areas")

    assert rows["Sefton"]["review_expected"] == "none promised"
    assert rows["Leicester"]["letter"] == "2021-06-23"
    assert rows["Leicester"]["review_expected"] == "2021-12-23"
    assert rows["Leicester"]["review"] == "none held"
    assert rows["Staffordshire"]["review"].startswith("Reviewed on 29 September 2022")


def test_what_may_have_happened_later_says_so():
    rows = by_area(answer("what-followed", asked("2021-01-01")), "areas")

    assert rows["Sefton"]["since"][-1].startswith("perhaps by that day: An accelerated")
    assert rows["Oxfordshire"]["since"] == (
        "perhaps by that day: An accelerated progress plan was asked for by 27 May 2021 "
        "(parallelparliament.co.uk)",
    )


def test_an_area_of_which_nothing_is_held_says_so():
    found = answer("what-followed", asked("2022-06-30"))

    assert by_area(found, "areas")["Peterborough"]["since"] == "nothing held"
    nothing = next(one for one in found.totals if one.says.startswith("Nothing held"))
    assert nothing.ours >= 1


def test_a_reported_notice_is_said_to_be_reported():
    (sefton,) = (
        row
        for row in table(answer("what-followed", asked("2020-05-31")), "instruments")
        if row["area"] == "Sefton"
    )

    assert sefton["whose_word"].startswith("reported by ")


def test_before_the_first_letter_there_is_nothing_to_follow():
    found = find(asked("2018-01-01"))

    assert [one.ours for one in found.totals] == [0] * len(found.totals)
    assert all(table.rows == () for table in found.tables)


def test_329_and_326_weaknesses_but_for_those_of_dorset():
    found = answer("weaknesses", asked("2020-06-09"))

    assert totals(found)[:2] == [(324, None), (59, 60)]
    assert claim(found, "Significant weaknesses in 60").theirs == "329"
    assert claim(found, "Significant weaknesses in 60").ours.startswith("324 in 59 areas")
    assert claim(found, "Significant weaknesses found since").ours.startswith("321 in 58 areas")
    assert DORSET in claim(found, "Significant weaknesses in 60").ours
    assert claim(found, "The most in one area").ours == claim(found, "The most in one area").theirs
    assert claim(found, "Weaknesses named as possibly").ours.endswith(": Oldham")


def test_436_weaknesses_178_of_255_with_enough_progress_and_154_with_a_theme():
    found = answer("weaknesses", asked("2022-12-31"))
    after_all = answer("weaknesses", asked(TODAY))

    assert totals(found)[0] == (436, None)
    assert totals(found)[1] == (82, 83)
    assert totals(found)[2] == (154, 436)
    assert totals(answer("weaknesses", asked("2022-10-31")))[3] == (178, 178 + 77)
    assert sum(row["weaknesses"] for row in table(found, "themes")) >= 154
    assert "154 weaknesses that have one, of 436" in after_all.main_table.title


def test_areas_by_number_of_weaknesses_are_every_statement():
    rows = table(answer("weaknesses", asked("2022-12-31")), "numbers")

    assert [(row["weaknesses"], row["count"]) for row in rows] == [
        *((14, 1), (13, 1), (12, 2), (10, 2), (9, 5), (8, 9), (7, 2), (6, 5)),
        *((5, 16), (4, 18), (3, 12), (2, 7), (1, 2), ("not held", 1)),
    ]


def test_more_weaknesses_is_not_worse_stands_beside_every_count_of_them():
    found = answer("weaknesses", asked(TODAY))
    caveat = "More weaknesses does not mean a worse area"

    assert found.totals[0].words.startswith(caveat)
    assert any(one.words.startswith(caveat) for one in found.tables if one.name == "numbers")


def test_regions_of_june_2020():
    found = answer("regions", asked("2020-06-30"))
    rows = {row["region"]: (row["required"], row["inspected"]) for row in table(found, "regions")}

    assert rows["North East"] == (8, 9)
    assert rows["East of England"] == (9, 11)
    assert rows["London"] == (6, 24)
    assert sum(required for required, _ in rows.values()) == 60
    east = claim(found, "Told to make a statement in the East")
    assert (east.theirs, east.ours, east.same) == ("three out of every four", "9 of 11", False)


def test_regions_of_the_final_figures():
    found = answer("regions", asked("2022-08-31"))
    rows = table(found, "ofsted-regions")
    numbers = {row["region"]: (row["required"], row["inspected"]) for row in rows}

    assert found.totals[0].stated == found.totals[0].ours == 82
    assert numbers == {
        "East Midlands": (3, 8),
        "East of England": (9, 11),
        "London": (11, 33),
        "North East, Yorkshire and the Humber": (20, 27),
        "North West": (13, 23),
        "South East": (9, 19),
        "South West": (8, 14),
        "West Midlands": (9, 14),
    }
    assert claim(found, "Told to make a statement in England").same is True


def test_every_region_names_as_many_areas_as_it_counts():
    for name in ("regions", "ofsted-regions"):
        for row in table(answer("regions", asked(TODAY)), name):
            assert len(row["areas"]) == row["required"]


# The slides of March 2019.


def test_83_completed_by_february_2019_lie_between_86_begun_and_81_published():
    found = answer("progress-of-the-programme", asked("2019-02-28"))
    first, required, revisited, *_ = table(found, "begun-and-published")

    assert (first["begun"], first["published"]) == (86, 81)
    assert first["between"] == ("Ealing", "Kent", "Liverpool", "Stockton-on-Tees", "Walsall")
    assert (required["begun"], required["published"]) == (43, 39)
    assert (revisited["begun"], revisited["published"]) == (4, 1)
    assert claim(found, "Inspections completed").ours == "86 begun and 81 published"
    assert claim(found, "Areas re-visited").same is True
    assert claim(found, "Letters on re-visits published").same is True
    assert claim(found, "Areas to be inspected").ours == "152 areas on that day"


@pytest.mark.parametrize("day", [date(2019, 2, 28), date(2021, 4, 13), TODAY], ids=str)
def test_nothing_that_was_begun_and_not_published_goes_without_a_name(day):
    rows = table(answer("progress-of-the-programme", asked(day)), "begun-and-published")

    for row in rows:
        assert row["published"] + len(row["between"]) >= row["begun"]


# The written answer of April 2021, with what others made of it.


def test_34_and_38_outstanding_and_what_was_written_in_2020():
    found = answer("statements", asked("2021-04-13"))

    assert claim(found, "Inspections outstanding").ours == "37 of 152, in their present form"
    assert claim(found, "Re-visits outstanding").ours == "38 of 60"
    assert claim(found, "Told to make a statement in 2016").same is True
    assert claim(found, "Told to make a statement in 2018 and 2019").ours == "36 of 61"
    by_inspector = claim(found, "Told to make a statement, of the visits since May 2019")
    assert (by_inspector.theirs, by_inspector.ours) == ("12 of 19 and 0 of 6", "14 of 25")


def test_the_common_shape_holds_the_written_answer():
    found = answer("statements", asked("2021-04-13"))

    assert [(one.ours, one.stated) for one in found.totals[:4]] == [
        *((117, 117), (60, 60), (22, 22), (9, 9)),
    ]
    assert len(found.main_table.rows) == 60
