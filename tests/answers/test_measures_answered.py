"""What a measure says beside its number: how far our record reaches, and what must not be read."""

import re
from dataclasses import fields, replace
from datetime import date, timedelta

import pytest

from areasend.answers.figures import FigureAnswer, figure, figure_by
from areasend.answers.measured import days
from areasend.answers.measures import measure_answer, measures_answer
from areasend.answers.waits import WaitAnswer, _took, wait, wait_by
from areasend.domain.history import read
from areasend.domain.measures import MEASURES, WAITS
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.measures.measure import Case
from areasend.domain.measures.waits import Ending, Waited, Waits
from tests.asking import TODAY, asked

pytestmark = pytest.mark.usefixtures("read_once")

NOW = Counting(as_at=TODAY)
SINCE_2023 = ("positive", "inconsistent", "widespread-failings", "priority-plan-required")


@pytest.fixture(scope="module")
def held(told):
    return [read(area, events) for area, events in told.items()]


def counted(name, as_at=TODAY, **rule) -> FigureAnswer:
    return figure(name, Counting(as_at=as_at, **rule), asked(as_at))


def timed(name, as_at=TODAY, **rule) -> WaitAnswer:
    return wait(name, Counting(as_at=as_at, **rule), asked(as_at))


# Sums


def test_a_sum_says_of_how_many_the_number_is_held():
    found = counted("weaknesses", date(2020, 6, 9), areas=Areas.ABOLISHED_TOO)

    assert (found.added.total, found.number) == (324, 324)
    assert (found.count, found.out_of) == (59, 60)
    assert found.others == ("Dorset (county council, to 2019)",)
    assert (found.added.most, found.added.total_of) == (14, None)


def test_a_part_of_a_sum_is_out_of_the_whole():
    official = {"by": By.BOTH, "published_to": date(2022, 10, 31)}
    found = counted("weaknesses-with-progress", date(2022, 8, 31), **official)

    assert (found.added.total, found.added.total_of) == (178, 255)


def test_a_count_adds_nothing_up():
    found = counted("statement-required")

    assert found.added is None
    assert found.number == found.count


# What stands beside a figure


@pytest.mark.parametrize("name", ["weaknesses", "weaknesses-with-progress"])
def test_the_official_caveat_stands_beside_every_count_of_weaknesses(name):
    assert counted(name).caveat.startswith("More weaknesses does not mean a worse area")


@pytest.mark.parametrize("name", [*SINCE_2023, "priority-actions", "wanting-under-both"])
def test_no_national_share_is_to_be_read_from_the_areas_inspected_so_far(name):
    assert "no national share" in counted(name).caveat


def test_no_figure_is_given_as_a_share():
    assert "share" not in {field.name for field in fields(FigureAnswer)}
    for one in measures_answer(NOW, asked()).measures:
        assert not re.search(r"\d ?%|per cent", str(one))


def test_a_figure_later_than_the_record_reaches_says_how_far_it_does():
    reach, none = (
        counted("inspected-since-2023"),
        counted("inspected-since-2023", date(2026, 6, 29)),
    )

    assert "whole only to 29 June 2026" in reach.limits[0]
    assert none.limits == ()


def test_visits_are_whole_to_an_earlier_day_than_reports():
    begun = counted("inspected-since-2023", date(2026, 6, 29), by=By.STARTED)

    assert "whole only to about 2 February 2026" in begun.limits[0]


def test_visits_are_whole_only_to_about_a_day():
    """A report came up to 147 days after the last day on site, and 151 after the first."""
    begun = counted("inspected-since-2023", date(2026, 6, 29), by=By.STARTED)
    longest = max(one.most or 0 for one in timed("start-to-report-since-2023").each)

    assert date(2026, 6, 29) - timedelta(days=longest) == date(2026, 1, 29)
    assert "complete only to about 2 February 2026" in begun.limits[0]


@pytest.mark.parametrize(
    "name", ["statement-judged-fit", "statement-judged-not-fit", "monitored", "effective-action"]
)
def test_what_is_held_only_as_found_says_so(name):
    found = counted(name)

    assert found.partial
    assert found.limits[0].startswith("Our list is partial")


def test_what_is_completely_held_is_not_partial():
    assert not counted("statement-required").partial


# Times


def test_as_far_as_the_record_is_whole_those_still_waiting_are_in_the_median():
    found = timed("report-to-revisit", date(2022, 8, 31))

    assert found.endings == {"ended": 46, "still waiting": 36}
    assert not found.partial
    assert found.took.median == 913
    assert found.took.median_is_of == "all that we hold, those still waiting included"
    assert found.took.median > found.took.mean
    assert found.took.curve[0].days == found.took.least
    assert found.took.curve[-1].days == found.took.most
    assert 0 < found.took.curve[-1].waiting < 36 / 82


def test_later_nobody_is_said_to_wait_and_there_is_no_curve():
    found = timed("report-to-revisit")

    assert found.endings["no event held by us"] == 24
    assert found.endings["not measured"] == 1
    assert "still waiting" not in found.endings
    assert found.partial
    assert found.took.curve == ()
    assert found.took.median_is_of == "those that we hold to have ended"
    assert "It may have ended all the same" in found.limits[0]
    assert found.limits[2].startswith("As at 31 August 2022 those that had begun by then and of")


def test_what_had_not_begun_is_not_said_to_have_been_waiting(held):
    """Some inspections of which no next one is held began after the day that is named."""
    found = timed("inspection-to-next")
    waited = {one.inspection for one in found.each if one.ending == "no event held by us"}
    begun = {one.name: one.started.on for history in held for one in history.inspections}
    later = {name for name in waited if begun[name].earliest > date(2026, 2, 2)}
    then = timed("inspection-to-next", date(2026, 2, 2), by=By.STARTED)

    assert later >= {"cornwall/2023/2", "sefton/2023/1", "warwickshire/2023/1"}
    assert (
        "As at about 2 February 2026 those that had begun by then and of which we hold no end are "
        "known to have been waiting."
    ) in found.limits
    assert "no event held by us" not in then.endings


@pytest.mark.parametrize("name", ["report-to-statement", "report-to-fit", "report-to-exit"])
@pytest.mark.parametrize("day", [date(2018, 12, 31), date(2022, 8, 31), TODAY], ids=str)
def test_where_the_end_is_held_only_as_found_no_curve_is_drawn_on_any_day(name, day):
    found = timed(name, day)

    assert found.partial
    assert found.took.curve == ()


def test_the_end_of_a_series_says_that_it_is_filling_up():
    now = timed("visit-to-report-since-2023", by=By.STARTED)
    then = timed("visit-to-report-since-2023", date(2025, 12, 31), by=By.STARTED)

    assert now.filling_up
    assert any("the newest look shorter" in words for words in now.limits)
    assert not then.filling_up
    assert then.endings["still waiting"] > 0


def test_what_cannot_be_measured_is_counted_and_left_out():
    found = timed("visit-to-report-since-2023")

    assert found.endings == {"ended": 95, "not measured": 2}
    assert [one.area for one in found.each if one.most is None] == ["Buckinghamshire", "Thurrock"]
    assert any(words.startswith("2 could not be measured") for words in found.limits)


def test_a_vague_date_gives_two_middles_and_says_which_is_which():
    found = timed("report-to-statement")

    assert (found.took.median, found.took.median_most) == (65, pytest.approx(66.5))
    assert found.limits[-1].startswith("Where only a month or a year is held")


@pytest.mark.parametrize("name", WAITS)
def test_the_range_is_of_what_is_dated_to_the_day_and_the_rest_is_counted(name):
    found = timed(name)
    ended = [(one.least, one.most) for one in found.each if one.ending == "ended"]
    exact = [least for least, most in ended if least == most]

    assert (found.took.least, found.took.most) == (
        min(exact, default=None),
        max(exact, default=None),
    )
    assert found.took.vague == len(ended) - len(exact)


def test_the_ends_of_a_vague_date_are_no_range():
    """Statements were judged fit in months and years: 0 and 280 working days bound some of them."""
    words = days(timed("report-to-fit"))

    assert "took 0 to 280" not in words
    assert re.search(r"those held to the day took \d+ to \d+ working days, and of \d+ more", words)


def test_where_every_end_is_vague_there_is_no_range():
    least_and_most = Waited(Case("kent"), Ending.ENDED, 3, 30)
    took = _took(Waits(WAITS["report-to-fit"], NOW, (least_and_most,), ()))

    assert (took.least, took.most, took.vague) == (None, None, 1)
    assert "of 1 that ended only a month or a year is held" in days(
        replace(timed("report-to-fit"), took=took)
    )


def test_of_a_wait_that_nobody_began_there_is_nothing_to_say():
    found = timed("report-to-monitoring", date(2020, 1, 1))

    assert (found.ended, found.out_of) == (0, 0)
    assert (found.took.median, found.took.mean, found.took.least) == (None, None, None)
    assert found.took.curve == ()


# Parts


def test_the_parts_of_a_figure_have_names_and_add_up():
    official = Counting(as_at=date(2022, 8, 31), by=By.BOTH, published_to=date(2022, 10, 31))
    found = figure_by("statement-required", Division.REGION, official, asked("2022-08-31"))

    assert found.whole.stated == 82
    assert sum(one.count for one in found.parts) == found.whole.count
    assert sorted(name for one in found.parts for name in one.names) == list(found.whole.names)
    assert all(one.stated is None for one in found.parts)
    assert [one.part for one in found.parts][:3] == [
        "East Midlands",
        "East of England",
        "London",
    ]


def test_a_part_that_the_dates_do_not_settle_stands_last():
    begun = Counting(as_at=TODAY, by=By.STARTED)
    found = figure_by("inspected-since-2023", Division.YEAR, begun, asked())

    assert [one.part for one in found.parts] == ["2023", "2024", "2025", "2026", "not known"]
    assert found.parts[-1].names == ("Thurrock",)


def test_the_parts_of_a_measure_of_time_add_up():
    found = wait_by("report-to-revisit", Division.NINE_REGIONS, NOW, asked())

    assert sum(one.out_of for one in found.parts) == found.whole.out_of
    assert sum(one.ended for one in found.parts) == found.whole.ended


@pytest.mark.parametrize("division", [None, *Division])
@pytest.mark.parametrize("name", [*MEASURES, *WAITS])
def test_every_measure_answers_by_every_division(name, division):
    found = measure_answer(name, NOW, asked(), division)

    assert found.measure == name
    assert found.says == {**MEASURES, **WAITS}[name].says
