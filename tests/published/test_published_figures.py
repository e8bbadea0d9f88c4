"""Figures that others published and our record gives again; and those that it does not, and why.

Each row of `figures.csv` is a published figure with the counting rule that gives it. Where a
publisher's rule is not one of ours, a test below says so in words and names both.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from areasend.answers.figures import FigureAnswer, figure
from areasend.answers.statements import statements
from areasend.answers.where import where
from areasend.domain import history
from areasend.domain.areas import AREAS, areas_on, resolve
from areasend.domain.events import Framework, Outcome, Verdict
from areasend.domain.measures.counting import Areas, By, Counting
from tests.asking import TODAY, asked

HERE = Path(__file__).parent
ALL, NOT_ALL = (
    "Sufficient progress made against all weaknesses",
    "Not sufficient progress made against all weaknesses",
)

pytestmark = pytest.mark.usefixtures("read_once")


def rows(name):
    with (HERE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def day(text):
    return date.fromisoformat(text) if text else None


def counted(measure, as_at, **rule) -> FigureAnswer:
    return figure(measure, Counting(as_at=day(as_at), **rule), asked(as_at))


def slugs(names):
    return {resolve(name).slug for name in names}


def by_region(names, region):
    return [name for name in names if region(resolve(name))]


PUBLISHED = rows("figures.csv")
WRITTEN_ANSWER = rows("written_answer_179416.csv")


@pytest.mark.parametrize(
    "row", PUBLISHED, ids=[f"{row['figure']}: {row['measure']}" for row in PUBLISHED]
)
def test_a_published_figure_comes_out_again(row):
    found = counted(
        row["measure"],
        row["as_at"],
        since=day(row["since"]),
        by=By(row["by"]),
        published_to=day(row["published_to"]),
        areas=Areas(row["areas"]),
    )

    assert found.count == int(row["count"])
    assert not row["out_of"] or found.out_of == int(row["out_of"])
    assert "; ".join(found.perhaps) == row["perhaps"]
    assert len(found.names) == found.count


def test_every_published_figure_names_its_source():
    assert all(row["source"] for row in PUBLISHED)


def test_an_official_figure_that_we_know_stands_beside_ours():
    found = counted("statement-required", "2021-03-31")

    assert (found.count, found.stated) == (59, 59)
    assert "31 March 2021" in found.stated_by


# The written answer of 15 April 2021, name by name.


def meant_in_2021(name):
    # The answer lists the Dorset that ended in 2019, which alone had been inspected.
    return resolve(name, on=date(2019, 3, 31) if name == "Dorset" else date(2021, 4, 13)).slug


def answer_of_2021():
    return {one.area: one for one in statements(asked("2021-04-13")).statements}


def test_the_written_answer_and_our_record_name_the_same_sixty_areas():
    assert len(WRITTEN_ANSWER) == 60
    assert {meant_in_2021(row["area"]) for row in WRITTEN_ANSWER} == set(answer_of_2021())


def test_the_written_answer_and_our_record_give_each_of_the_22_areas_the_same_outcome():
    theirs = {meant_in_2021(row["area"]): row["revisit_outcome"] for row in WRITTEN_ANSWER}
    ours = {area: one.verdict for area, one in answer_of_2021().items()}
    revisited = {area for area, verdict in ours.items() if verdict}
    on_all = {area for area, verdict in ours.items() if verdict.endswith("on all weaknesses")}

    assert len(revisited) == 22
    assert revisited == {area for area, outcome in theirs.items() if outcome}
    assert on_all == {area for area, outcome in theirs.items() if outcome == ALL}


def test_the_written_answer_says_not_sufficient_of_thirteen_and_we_say_some_of_twelve():
    """It knows two outcomes; the letters know three, and only Sefton's found none."""
    not_all = [row["area"] for row in WRITTEN_ANSWER if row["revisit_outcome"] == NOT_ALL]
    none = counted("progress-on-none", "2021-04-13", areas=Areas.ABOLISHED_TOO)

    assert len(not_all) == 13
    assert none.names == ("Sefton",)


def test_the_written_answer_counts_151_areas_where_ours_are_152_or_156():
    """On 13 April 2021 there were 152 areas: Northamptonshire had become two. With the four
    abolished by then there had been 156. Its 34 outstanding is 151 less the 117 that it counts,
    two of which had been abolished."""
    found = counted("inspected", "2021-04-13", areas=Areas.ABOLISHED_TOO)

    assert len(areas_on(date(2021, 4, 13))) == 152
    assert (found.count, found.out_of) == (117, 156)
    assert 151 - found.count == 34
    assert {"Dorset (county council, to 2019)", "Northamptonshire"} <= set(found.names)


def test_the_written_answer_counts_38_revisits_to_come_as_we_do():
    totals = {one.says: one for one in statements(asked("2021-04-13")).totals}
    to_come = totals["Statements whose area was not yet re-visited."]

    assert (to_come.ours, to_come.stated) == (38, 38)


def test_the_thirteen_areas_of_may_2021_are_those_the_written_answer_called_not_sufficient(told):
    """Question 6435 listed, as at 27 May 2021, who had been asked for an accelerated plan."""
    listed = slugs(
        (
            *("Bury", "dorset-county", "Hartlepool", "Hull", "Lancashire", "Medway", "Oldham"),
            *("Oxfordshire", "Sefton", "South Gloucestershire", "Suffolk", "Surrey"),
            "Windsor and Maidenhead",
        )
    )
    not_all = {meant_in_2021(r["area"]) for r in WRITTEN_ANSWER if r["revisit_outcome"] == NOT_ALL}
    asked_of = {
        area
        for area, events in told.items()
        if any(getattr(one, "step", "") == "accelerated-plan-required" for one in events)
    }

    assert listed == not_all
    assert listed <= asked_of


# Regions, which no measure divides by: we count the names.


@pytest.mark.parametrize(
    ("region", "counted_there", "inspected_there"),
    [
        ("East Midlands", 3, 8),
        ("East of England", 9, 11),
        ("London", 11, 33),
        ("North East, Yorkshire and the Humber", 20, 27),
        ("North West", 13, 23),
        ("South East", 9, 19),
        ("South West", 8, 14),
        ("West Midlands", 9, 14),
    ],
)
def test_the_final_figures_by_ofsted_region_come_out_again(region, counted_there, inspected_there):
    found = counted("statement-required", "2022-08-31", by=By.BOTH, published_to=date(2022, 10, 31))

    def there(names):
        return by_region(names, lambda area: area.ofsted_region == region)

    assert len(there(found.names)) == counted_there
    assert len(there((*found.names, *found.others))) == inspected_there


def test_eight_of_nine_in_the_north_east_needs_the_region_of_the_government():
    """Special Needs Jungle counts 8 of 9 there in 2020. Ofsted joins the region with Yorkshire
    and the Humber and gives 13 of 18."""
    found = counted("statement-required", "2020-06-09", areas=Areas.ABOLISHED_TOO)

    def count(names, region, of="region"):
        return len(by_region(names, lambda area: getattr(area, of) == region))

    everywhere = (*found.names, *found.others)
    joined = "North East, Yorkshire and the Humber"

    assert (count(found.names, "North East"), count(everywhere, "North East")) == (8, 9)
    assert count(found.names, joined, "ofsted_region") == 13
    assert count(everywhere, joined, "ofsted_region") == 18
    assert (count(found.names, "London"), count(everywhere, "London")) == (6, 24)


def test_three_out_of_every_four_in_the_east_does_not_come_out_again():
    """Special Needs Jungle says three of every four; our record gives 9 of 11, which Ofsted in
    2021 called more than four in five."""
    found = counted("statement-required", "2020-06-09", areas=Areas.ABOLISHED_TOO)
    east = "East of England"
    counted_there = by_region(found.names, lambda area: area.region == east)
    inspected_there = by_region((*found.names, *found.others), lambda area: area.region == east)

    assert (len(counted_there), len(inspected_there)) == (9, 11)


# What does not come out again.


def test_inspections_begun_in_2017_are_29_in_our_record_and_27_in_the_official_table():
    """The table of 2022 leaves out the two areas that had been abolished by then."""
    found = counted("statement-required", "2017-12-31", since=date(2017, 1, 1), by=By.STARTED)
    names = {*found.names, *found.others}
    gone = {"Dorset (county council, to 2019)", "Northamptonshire"}

    assert (found.count, found.out_of) == (15, 29)
    assert gone <= names
    assert (len({*found.names} - gone), len(names - gone)) == (14, 27)


def test_twelve_of_twenty_five_since_may_2019_are_fourteen_in_our_record():
    """Special Needs Jungle counts 12 of 25 begun from May 2019 (12 of 19 and 0 of 6 by the past of
    the lead inspector, which we hold nothing of); our record gives 14 of 25."""
    found = counted("statement-required", "2020-06-30", since=date(2019, 5, 1), by=By.STARTED)

    assert (found.count, found.out_of) == (14, 25)


def test_2016_has_two_of_thirteen_by_publication_and_five_of_twenty_by_start():
    """The quarter that Special Needs Jungle gives for 2016 counts by the start of the visit."""
    found = counted("statement-required", "2016-12-31", since=date(2016, 1, 1))

    assert (found.count, found.out_of) == (2, 13)


def test_43_revisits_had_been_published_by_31_august_2022_and_the_official_46_have_until_october():
    found = counted("revisited", "2022-08-31")
    verdicts = [
        counted(f"progress-on-{one}", "2022-08-31").count for one in ("all", "some", "none")
    ]

    assert found.count == 43
    assert verdicts == [18, 23, 2]


def test_149_or_151_inspected_by_31_august_2022_is_a_matter_of_the_abolished():
    with_abolished = counted(
        "inspected",
        "2022-08-31",
        by=By.BOTH,
        published_to=date(2022, 10, 31),
        areas=Areas.ABOLISHED_TOO,
    )

    assert with_abolished.count == 151


def test_2025_has_28_to_30_inspections_as_thurrock_is_not_dated():
    """The weekly summary dates 28 of 2025 and leaves Buckinghamshire and Thurrock undated. Slough
    and Cambridgeshire are known from elsewhere, Buckinghamshire's month too: 29, and perhaps
    Thurrock, whose report came out in March 2026."""
    found = counted("inspected-since-2023", "2025-12-31", since=date(2025, 1, 1), by=By.STARTED)

    assert found.count == 29
    assert {"Buckinghamshire", "Slough", "Cambridgeshire"} <= set(found.names)
    assert found.perhaps == ("Thurrock",)


# Weaknesses.


def weaknesses(told, *, until):
    known = (history.read(area, events, until=until) for area, events in told.items())
    return [
        one.report.weaknesses
        for held in known
        for one in held.inspections
        if one.report and one.report.outcome is Outcome.STATEMENT_REQUIRED
    ]


def test_329_weaknesses_are_324_in_our_record_and_one_count_that_it_lacks(told):
    """Special Needs Jungle counts 329 in 60 areas, and 326 before Norfolk's three. Nobody
    published old Dorset's number; three totals agree if it was 5, which we do not assume."""
    numbers = weaknesses(told, until=date(2020, 6, 9))
    before = weaknesses(told, until=date(2020, 6, 8))

    assert len(numbers) == 60
    assert numbers.count(None) == 1
    assert sum(filter(None, numbers)) == 324 == 329 - 5
    assert sum(filter(None, before)) == 321 == 326 - 5


def test_over_440_weaknesses_are_436_in_our_record(told):
    numbers = list(filter(None, weaknesses(told, until=date(2022, 12, 31))))

    assert (len(numbers), sum(numbers)) == (82, 436)
    assert sorted(numbers)[-4:] == [12, 12, 13, 14]
    assert sorted(numbers)[len(numbers) // 2] == 5


def test_revisits_found_enough_progress_on_178_weaknesses_and_too_little_on_77(told):
    letters = [
        one.revisited
        for area, events in told.items()
        for one in history.read(area, events, until=date(2022, 10, 31)).inspections
        if one.revisited and area in {row.slug for row in areas_on(date(2022, 8, 31))}
    ]
    official = [one for one in letters if any(a.confidence == "official" for a in one.attested)]

    assert len(official) == 46
    assert sum(one.sufficient for one in official) == 178
    assert sum(one.of - one.sufficient for one in official) == 77
    assert sum(one.verdict is Verdict.NONE for one in official) == 2


# Where areas stand on 29 June 2026, as far as our record reaches.


def standing():
    return {one.stage: one for one in where(asked(TODAY)).stages}


def found_since_2023(words):
    return sum(
        one.count for stage, one in standing().items() if f"2023 framework: {words}" in stage
    )


def test_the_latest_outcomes_of_96_areas_are_19_positive_52_inconsistent_and_25_failings():
    positive = found_since_2023("typically positive")
    inconsistent = found_since_2023("inconsistent")
    failings = found_since_2023("widespread") + found_since_2023("failings")

    assert (positive, inconsistent, failings) == (19, 52, 25)
    assert positive + inconsistent + failings == 96 == 153 - 57


def test_97_inspections_are_of_96_areas_as_cornwall_was_inspected_twice(told):
    inspected = [
        area
        for area, events in told.items()
        for one in history.read(area, events).inspections
        if one.framework is Framework.AREA_SEND_2023
    ]

    assert len(inspected) == 97
    assert [area for area in AREAS if inspected.count(area) == 2] == ["cornwall"]


def test_14_areas_were_found_wanting_under_both_frameworks():
    assert slugs(where(asked(TODAY)).wanting_twice) == slugs(
        (
            *("Bracknell Forest", "Bury", "Lancashire", "Oldham", "Oxfordshire", "Sheffield"),
            *("Slough", "Suffolk", "Sutton", "Tameside", "Torbay", "Wirral", "Wokingham"),
            "Worcestershire",
        )
    )


def test_24_areas_were_never_revisited_of_which_four_were_not_inspected_since():
    never = where(asked(TODAY)).never_revisited

    assert len(never) == 24
    assert [one.area for one in never if "inspection started" not in " ".join(one.since)] == [
        "Bradford",
        "Knowsley",
        "South Tyneside",
        "Wolverhampton",
    ]


def test_of_36_not_revisited_by_31_august_2022_twelve_were_by_the_end_of_the_year():
    """The official table says of 36 that they were not revisited yet: true only to its own day."""
    official = counted("revisited", "2022-08-31", by=By.BOTH, published_to=date(2022, 10, 31))
    later = counted("revisited", "2026-11-21", areas=Areas.ABOLISHED_TOO)

    assert official.out_of - official.count == 36
    assert later.count - official.count == 13  # the twelve, and old Dorset
