"""What the shipped record's dates are said to be, where a source gives only bounds or a month."""

import pytest

from areasend.answers.area_pages import area_page
from areasend.answers.corrections import corrections
from areasend.answers.due import due
from areasend.answers.front import front
from areasend.answers.questions import answer
from areasend.answers.where import where
from areasend.domain.areas import AREAS
from tests.asking import asked, story

pytestmark = pytest.mark.usefixtures("record")

TODAY = "2026-11-22"


def page(area, as_at=TODAY):
    return area_page(AREAS[area], asked(as_at))


def lines(area, kind):
    return [one for one in story(area, TODAY).lines if one.kind == kind]


def followed(name, as_at=TODAY):
    found = next(one for one in answer("what-followed", asked(as_at)).tables if one.name == "areas")
    names = [column.name for column in found.columns]
    rows = [dict(zip(names, row, strict=True)) for row in found.rows]
    return next(row for row in rows if row["area"] == name)


def duties(area, key, as_at=TODAY):
    return [one for one in story(area, as_at).duties if one.name.endswith(key)]


@pytest.mark.parametrize(
    ("area", "on"),
    [
        ("cumbria", "between 8 December 2022 and 20 April 2023"),
        ("somerset", "between 1 December 2022 and 20 January 2023"),
    ],
)
def test_a_second_source_makes_the_date_of_a_letter_no_vaguer(area, on):
    (letter,) = lines(area, "revisited")

    assert letter.on == on
    assert any("The days are narrowed by another source: " in words for words in letter.reached)


def test_a_correction_that_narrows_a_date_says_that_it_does():
    found = [one for one in corrections(asked(TODAY)).changes if one.area == "cumbria"]

    (letter,) = (one for one in found if "letter on the re-visit" in one.now)
    assert "by 20 April 2023" in letter.before
    assert "between 8 December 2022 and 20 April 2023" in letter.now
    assert letter.reason == "Another source tells of it, which narrows the days."


@pytest.mark.parametrize("area", ["birmingham", "oldham", "staffordshire", "southend-on-sea"])
def test_a_plan_was_asked_for_before_what_came_of_it(area):
    (asked_for,) = lines(area, "accelerated-plan-required")

    assert "2026" not in asked_for.on
    assert asked_for.reached[-1].startswith("We work out the last day from what came after it: ")


def test_no_line_gives_the_day_on_which_our_list_ended():
    for area in AREAS:
        assert not [one for one in story(area, TODAY).lines if "28 February 2026" in one.on]


def test_a_review_is_expected_between_the_days_that_its_letter_allows():
    cumbria = followed("Cumbria")

    assert cumbria["review_expected"].startswith("between 8 June 2023 and 20 October 2023; ")
    assert cumbria["review_expected"].endswith("by Cumberland and Westmorland and Furness")
    assert followed("Stockport")["review_expected"].startswith("not known")


def test_a_duty_from_a_day_that_is_not_known_is_due_from_the_first_it_can_be():
    (review,) = duties("stockport", "progress-reviewed")

    assert review.headline == "1 March 2023 or later"
    assert [one.due.isoformat() for one in review.workings] == ["2023-03-01"]


@pytest.mark.parametrize(
    ("area", "when"),
    [
        ("bournemouth-christchurch-and-poole", "in November 2021"),
        ("east-riding-of-yorkshire", "in March 2022"),
        ("blackpool", "in 2022"),
        ("wolverhampton", "on 8 March 2022"),
    ],
)
def test_a_statement_that_was_published_is_not_one_of_which_we_hold_nothing(area, when):
    (statement,) = duties(area, "statement-submitted")

    assert f"the statement was published {when}" in statement.state
    assert "when it was submitted is not held" in statement.state
    assert "hold none" not in statement.state


def test_what_came_before_a_report_did_not_follow_it():
    as_at = "2023-09-30"
    told = [
        one for part in page("richmond-upon-thames", as_at).afterwards.parts for one in part.lines
    ]

    assert not [one for one in told if one.line.earliest.year == 2019]
    # They are in the timeline all the same.
    happened = page("richmond-upon-thames", as_at).timeline.happened
    assert len([one for one in happened if one.line.earliest.year == 2019]) == 2


def test_what_came_before_a_report_is_not_held_since_it():
    never = {one.area: one for one in where(asked("2023-09-30")).never_revisited}

    assert not [words for words in never["Richmond upon Thames"].since if "2019" in words]
    wolverhampton = " ".join(never["Wolverhampton"].since)
    assert "statement of action was published" in wolverhampton


def test_what_is_usual_in_this_month_is_still_due_within_some_days():
    soon = due(asked(TODAY), within=30).duties

    assert "hertfordshire" in {one.area for one in soon if "full inspection" in one.duty.duty}


@pytest.mark.parametrize("area", ["Sefton", "Kingston upon Hull"])
def test_what_may_have_come_before_a_letter_says_so_and_is_not_counted(area):
    found = answer("what-followed", asked(TODAY))
    instruments = next(one for one in found.tables if one.name == "instruments")

    vague = [row for row in instruments.rows if row[0] == area and "perhaps before" in row[2]]
    assert len(vague) == 1
    assert followed(area)["since"][0].startswith("perhaps before the letter: The government issued")
    issued = next(one for one in found.totals if one.says.startswith("A notice or direction"))
    assert issued.ours == 3


@pytest.mark.parametrize(("area", "days"), [("birmingham", 197), ("surrey", 827), ("dorset", 654)])
def test_days_of_silence_end_where_our_list_does(area, days):
    ends = f"In the {days} days to 28 February 2026, where our list of what followed ends, we can"

    assert ends in page(area).afterwards.silence


@pytest.mark.parametrize("area", ["hertfordshire", "surrey"])
def test_a_time_given_by_the_month_is_not_over_before_the_month_is(area):
    in_month, after = (
        duties(area, "next-inspection-after-other", day)[-1] for day in (TODAY, "2026-12-01")
    )

    assert in_month.headline == after.headline == "about November 2026"
    assert in_month.running
    assert not after.running


def failings(name, as_at=TODAY):
    found = next(one for one in answer("what-followed", asked(as_at)).tables if one.name == name)
    names = [column.name for column in found.columns]
    return {row[0]: dict(zip(names, row, strict=True)) for row in found.rows}


def test_what_followed_tells_of_the_plan_of_every_area_with_widespread_failings():
    found = failings("plans-after-failings")

    assert len(found) == 25
    assert {row["again"] for row in found.values()} == {"none held"}
    assert found["Oxfordshire"]["submitted"] == "Submitted on 24 October 2023."
    assert found["Bexley"]["due"].startswith("by our estimate between ")
    assert found["Plymouth"]["submitted"] == found["Plymouth"]["published"] == "none held"


def test_what_followed_tells_who_looked_at_progress_after_widespread_failings():
    found = failings("checks-after-failings")

    assert len(found) == 25
    assert found["Oxfordshire"]["monitoring"] == (
        "Inspectors came on 15 September 2025. "
        "Found: effective action on all 5 priorities, as reported."
    )
    assert found["Oldham"]["monitoring_expected"] == "about February 2025"
    assert found["Oldham"]["monitoring"] == "none held"
    assert found["Bury"]["reviews"][0].startswith("The Department for Education and the NHS took")
    assert "may include SEND" in found["Halton"]["interventions"][0]


def test_the_totals_of_widespread_failings_are_out_of_all_of_them():
    said = {
        one.says: (one.ours, one.out_of) for one in answer("what-followed", asked(TODAY)).totals
    }

    assert said["Reports since 2023 that found widespread or systemic failings."] == (25, None)
    assert said["Of those: it is the area's latest report."] == (25, 25)
    assert said["Of those: inspectors came for a monitoring inspection."] == (3, 25)


def test_of_failings_only_what_was_out_by_the_day_is_told():
    assert failings("checks-after-failings", "2023-05-15") == {}
    assert list(failings("plans-after-failings", "2023-12-31")) == [
        *("Hertfordshire", "Nottinghamshire", "Oldham", "Oxfordshire", "Plymouth"),
    ]


def test_what_passed_later_than_our_record_reaches_says_so_on_the_first_page():
    found = front(asked(TODAY))

    assert found.beyond
    assert all("later than our record reaches" in one.duty.state for one in found.passed)
    assert found.within[0].over_after.isoformat() == "2026-02-28"
    assert not [one for one in found.within if one.duty.beyond]


def test_what_passed_within_our_record_is_not_called_later_than_it_reaches():
    found = front(asked("2026-02-01"))

    assert not found.beyond
    assert not [one for one in found.passed if "later than our record" in one.duty.state]


def test_of_a_monitoring_inspection_later_than_our_record_nothing_is_missing():
    (words,) = (one for one in story("lancashire", TODAY).standing.more if "monitoring" in one)

    assert words == (
        "A monitoring inspection was expected around August 2026, later than our record reaches."
    )
