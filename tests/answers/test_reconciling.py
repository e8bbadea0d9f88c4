"""Why counts of one day differ: the published ones come out, and every step adds up by name."""

from collections import Counter
from dataclasses import asdict
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from areasend.answers.reconciling.reconciliation import Reconciliation, reconcile
from areasend.answers.reconciling.tallies import why_not
from areasend.domain.areas import areas_on
from areasend.domain.intervals import Interval
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.measures.measure import Case
from tests.asking import DAYS, asked
from tests.sayings import FORBIDDEN, texts

pytestmark = pytest.mark.usefixtures("read_once")

DORSET = "Dorset (county council, to 2019)"


@cache
def reconciled(day):
    return reconcile(asked(day))


def rows(found: Reconciliation, framework="framework of 2016"):
    of = next(one for one in found.frameworks if one.framework == framework)
    return [tuple(count.count for count in row.counts) for row in of.rows]


def steps(found: Reconciliation, framework="framework of 2016"):
    """Return each step as who came, with a plus, and who went, with a minus, and in what."""
    of = next(one for one in found.frameworks if one.framework == framework)
    return [
        {(f"{'+' if one.counted else '-'}{one.name}"): one.measures for one in step}
        for step in of.steps
    ]


def stated(found: Reconciliation, framework="framework of 2016"):
    """Return what releases state with what the row of each counts."""
    of = next(one for one in found.frameworks if one.framework == framework)
    for row in of.rows:
        ours = {one.measure: one.count for one in row.counts}
        for rule in row.rules:
            if rule.release:
                yield rule.stated, {measure: ours[measure] for measure in rule.stated}


# The five days of which people ask.


def test_115_116_and_117_on_31_march_2021_are_northamptonshire_and_dorset():
    found = reconcile(asked("2021-03-31"))

    assert rows(found) == [
        (115, 59, 21, 9, 11, 1),
        (116, 59, 21, 9, 11, 1),
        (117, 60, 22, 9, 12, 1),
    ]
    assert steps(found) == [
        {"+Northamptonshire": ("inspected",)},
        {f"+{DORSET}": ("inspected", "statement-required", "revisited", "progress-on-some")},
    ]
    assert (found.areas, len(found.uninspected)) == (151, 151 - 116)


def test_each_of_the_three_is_somebodys():
    of_2016 = reconcile(asked("2021-03-31")).frameworks[0]
    used = [[rule.release or rule.areas_of for rule in row.rules] for row in of_2016.rows]

    assert "Area SEND inspection data, 1 May 2016 to 31 August 2022" in used[0]
    assert "Main findings: local area SEND inspections as at 31 March 2021" in used[1]
    assert any("question 179416" in one for one in used[2])


def test_the_reasons_are_the_days_on_which_two_areas_ended():
    first, second = (step[0] for step in reconcile(asked("2021-03-31")).frameworks[0].steps)

    assert "ended on 31 March 2021, and only areas that existed on 31 August 2022" in first.why
    assert "ended on 31 March 2019, and only areas that existed on 31 March 2021" in second.why


def test_116_117_and_115_on_13_april_2021_and_34_or_37_outstanding():
    found = reconcile(asked("2021-04-13"))

    assert [row[:3] for row in rows(found)] == [(116, 59, 21), (115, 59, 21), (117, 60, 22)]
    assert [list(step) for step in steps(found)] == [
        ["-Northamptonshire"],
        [f"+{DORSET}", "+Northamptonshire"],
    ]
    assert (found.areas, len(found.uninspected)) == (152, 37)
    (minister,) = [note for note in found.notes if "179416" in note]
    assert "151 areas less 117 inspected leave 34 outstanding" in minister
    assert f"2 of the 117 had been abolished by 13 April 2021: {DORSET}, North" in minister
    assert "Of the 152 areas of that day, 37 had no report" in minister
    assert "60 statements less 22 re-visits leave 38 re-visits to come" in minister
    assert found.waiting is not None
    assert len(found.waiting.names) == 38


def test_36_not_revisited_on_31_august_2022_were_24_by_the_end_of_the_year():
    found = reconcile(asked("2022-08-31"))
    waiting = found.waiting

    assert (149, 82, 46, 20, 24, 2) in rows(found)
    assert list(steps(found)[1]) == ["+Central Bedfordshire", "+Stockton-on-Tees", "+Wandsworth"]
    assert found.uninspected == ("Dorset", "North Northamptonshire", "West Northamptonshire")
    assert waiting is not None
    assert (len(waiting.names), len(waiting.never)) == (36, 24)
    assert [len(group.areas) for group in waiting.since] == [12, 18, 2, 4]
    assert [one.name for one in waiting.since[0].areas] == [
        *("Bristol", "Cumbria", "Kent", "Kingston upon Thames", "Leicestershire", "Luton"),
        *("Merton", "Norfolk", "Shropshire", "Somerset", "Stockport", "York"),
    ]
    assert [one.name for one in waiting.since[2].areas] == ["Barnsley", "Warwickshire"]
    assert [one.name for one in waiting.since[3].areas] == [
        *("Bradford", "Knowsley", "South Tyneside", "Wolverhampton"),
    ]


def test_a_re_visit_whose_first_day_is_not_held_may_have_begun_by_the_end_of_2022():
    """Of Leicestershire the letter of January 2023 is held, and not the day inspectors came."""
    waiting = reconcile(asked("2022-12-31")).waiting

    assert waiting is not None
    assert "Leicestershire" not in waiting.names
    assert waiting.perhaps == ("Leicestershire",)
    assert [one.says for one in waiting.since if "Re-visited" in one.says] == []


@pytest.mark.parametrize(
    ("as_at", "says"),
    [
        ("2022-08-31", "36 with a statement and not yet re-visited"),
        ("2026-11-21", "24 with a statement and no re-visit held by us"),
    ],
)
def test_beyond_the_re_visits_that_are_held_nobody_is_said_not_to_be_re_visited(as_at, says):
    waiting = reconcile(asked(as_at)).waiting

    assert waiting is not None
    assert waiting.says == says
    assert "by 31 August 2022" in waiting.covered


def test_of_83_statements_59_were_re_visited_by_the_end_of_2023_whose_letters_we_hold():
    *_, abolished_too, current = rows(reconcile(asked("2023-12-31")))

    assert (abolished_too[1:3], current[1:3]) == ((83, 59), (81, 57))


def test_26_begun_in_2023_are_20_published():
    found = reconcile(asked("2023-12-31"))

    assert rows(found, "framework of 2023") == [(20, 7, 8, 5), (26, 7, 11, 8)]
    assert list(steps(found, "framework of 2023")[0]) == [
        *("+Bexley", "+Gloucestershire", "+Halton", "+Kingston upon Hull", "+Suffolk"),
        "+West Sussex",
    ]
    assert found.waiting is not None
    assert found.waiting.names == found.waiting.never
    assert len(found.waiting.never) == 24


def test_54_begun_by_the_end_of_2024_are_49_published_and_28_of_the_year():
    found = reconcile(asked("2024-12-31"))

    assert rows(found, "framework of 2023") == [
        (49, 13, 23, 13),
        (54, 14, 26, 14),
        (28, 7, 15, 6),
    ]
    published_later, year_before = steps(found, "framework of 2023")
    assert list(published_later) == [
        *("+Bedford", "+Darlington", "+East Sussex", "+Herefordshire", "+Lancashire"),
    ]
    assert len(year_before) == 26
    assert all(name.startswith("-") for name in year_before)


@pytest.mark.parametrize(
    "day", ["2021-03-31", "2021-04-13", "2022-08-31", "2023-12-31", "2024-12-31"]
)
def test_what_was_stated_for_a_day_is_what_its_row_counts(day):
    found = reconciled(day)
    pairs = [pair for one in found.frameworks for pair in stated(found, one.framework)]

    assert pairs
    assert all(theirs == ours for theirs, ours in pairs)


# Every day: the steps add up, and the rows are what the measures give.


def months():
    day = date(2016, 5, 31)
    while day < date(2026, 12, 1):
        yield day
        day += timedelta(days=91)


SWEEP = sorted({*months(), *DAYS, date(2019, 3, 31), date(2019, 4, 1), date(2021, 4, 1)})


@pytest.mark.slow
@pytest.mark.parametrize("day", SWEEP, ids=str)
def test_every_row_is_the_one_before_it_with_what_came_and_without_what_went(day):
    for framework in reconciled(day).frameworks:
        assert len(framework.steps) == len(framework.rows) - 1
        for place, step in enumerate(framework.steps):
            for at, measure in enumerate(framework.measures):
                before, after = (framework.rows[place + one].counts[at] for one in (0, 1))
                moved = [one for one in step if measure in one.measures]
                came = Counter(one.name for one in moved if one.counted)
                went = Counter(one.name for one in moved if not one.counted)

                assert not came & went
                assert Counter(before.names) + came - went == Counter(after.names)
                assert before.count + came.total() - went.total() == after.count


@pytest.mark.slow
@pytest.mark.parametrize("day", SWEEP, ids=str)
def test_every_difference_has_a_reason_and_every_row_counts_something_else(day):
    for framework in reconciled(day).frameworks:
        assert all(step for step in framework.steps) or any(
            count.perhaps for row in framework.rows for count in row.counts
        )
        assert all(one.why and one.measures for step in framework.steps for one in step)
        counted = [row.counts for row in framework.rows]
        assert len(set(counted)) == len(counted)


@pytest.mark.slow
@pytest.mark.parametrize("day", SWEEP, ids=str)
def test_the_lists_of_areas_join_and_add_up(day):
    lists = reconciled(day).lists

    assert [one.areas for one in lists] == [
        len(areas_on(one.until or one.since or day)) for one in lists
    ]
    for before, after in pairwise(lists):
        assert before.until + timedelta(days=1) == after.since
        assert before.areas + len(after.came) - len(after.went) == after.areas


@pytest.mark.slow
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_reconciliation_says_that_anybody_failed_or_was_late(day):
    found = [words for words in texts(asdict(reconciled(day))) if FORBIDDEN.search(words)]

    assert found == []


def test_before_the_first_inspection_there_is_nothing_to_reconcile():
    found = reconcile(asked("2015-01-01"))

    assert found.frameworks == ()
    assert found.waiting is None
    assert found.notes == ()


def test_97_reports_are_of_96_areas_as_cornwall_was_inspected_twice():
    found = reconcile(asked("2026-11-21"))

    assert (
        "Cornwall: inspected more than once under the framework of 2023, so that 97 published "
        "inspections are of 96 areas." in found.notes
    )


def test_an_official_number_of_areas_that_had_passed_says_so():
    lists = reconcile(asked("2021-04-13")).lists
    used = {one.areas: one.used_by for one in lists if one.used_by}

    assert [title for title in used[151] if "though 152 stood on its day" in title]


# Why a rule does not count a case, in words.


@pytest.mark.parametrize(
    ("rule", "started", "published", "why"),
    [
        ({}, "2021-03-01", "2021-05-10", "published after 31 March 2021"),
        ({}, "2021-03-01", "2021", "the dates we hold do not settle it"),
        ({"by": By.STARTED}, "2021-04-19", "2021-06-10", "carried out after 31 March 2021"),
        ({"by": By.STARTED}, None, "2021-06-10", "the day it was carried out is not held"),
        ({"since": date(2021, 1, 1)}, None, "2020-12-31", "published before 1 January 2021"),
        (
            {"by": By.BOTH, "published_to": date(2021, 4, 30)},
            "2021-03-01",
            "2021-05-10",
            "published after 30 April 2021",
        ),
        ({"by": By.BOTH}, "2021-04-19", "2021-05-10", "carried out after 31 March 2021"),
        ({"by": By.BOTH}, "2021-03-01", "2021-05-10", "published after 31 March 2021"),
    ],
)
def test_why_a_rule_does_not_count_a_visit(rule, started, published, why):
    dates = [Interval.read(on) if on else None for on in (started, published)]

    assert why_not(Case("kent", *dates), Counting(as_at=date(2021, 3, 31), **rule))[0] == why


@pytest.mark.parametrize(
    ("area", "rule", "why"),
    [
        (
            "dorset-county",
            {},
            "it ended on 31 March 2019, and only areas that existed on 31 March 2021 count",
        ),
        (
            "northamptonshire",
            {"areas_on": date(2022, 8, 31)},
            "it ended on 31 March 2021, and only areas that existed on 31 August 2022 count",
        ),
        ("west-northamptonshire", {}, "it did not exist on 31 March 2021"),
        ("cumberland", {"areas": Areas.ABOLISHED_TOO}, "it did not exist on 31 March 2021"),
    ],
)
def test_why_a_rule_does_not_count_an_area(area, rule, why):
    case = Case(area, published=Interval.read("2018-01-01"))

    assert why_not(case, Counting(as_at=date(2021, 3, 31), **rule)) == (why, "")
