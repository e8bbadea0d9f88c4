"""England's working days: how counts behave, and real cases. See also `test_second_calendar`."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.working_days import Calendar, UnableToCount, calendar_known_on
from tests.domain.sentences import is_plain_sentence

TODAY = date(2026, 11, 21)

days = st.dates(date(2013, 1, 1), date(2029, 1, 1))
counts = st.integers(0, 90)
few_holidays = st.dictionaries(
    st.dates(date(2024, 1, 1), date(2024, 12, 31)), st.just("a holiday"), max_size=40
)


@given(days, counts, counts)
def test_counting_twice_is_counting_once(start, first, then):
    calendar = calendar_known_on(TODAY)

    assert calendar.after(calendar.after(start, first), then) == calendar.after(start, first + then)


@given(st.dates(date(2024, 1, 1), date(2024, 6, 30)), counts, few_holidays)
def test_a_count_ends_on_a_working_day_whatever_the_holidays(start, count, holidays):
    calendar = Calendar(date(2024, 1, 1), date(2025, 12, 31), holidays)

    due = calendar.after(start, count)

    assert calendar.between(start, due) == count
    assert count == 0 or calendar.why_not(due) is None


@given(days, counts)
def test_each_day_on_the_way_either_counted_or_is_told_as_skipped(start, count):
    calendar = calendar_known_on(TODAY)

    due = calendar.after(start, count)
    skipped = calendar.skipped(start, due)

    assert (due - start).days == count + len(skipped)
    assert all(one.why == calendar.why_not(one.day) for one in skipped)


@given(days, days, counts)
def test_a_later_start_never_ends_sooner(one, other, count):
    calendar = calendar_known_on(TODAY)

    sooner, later = sorted(calendar.after(start, count) for start in (one, other))

    assert calendar.after(min(one, other), count) == sooner
    assert calendar.after(max(one, other), count) == later


@given(days, counts)
def test_the_day_of_receipt_is_day_nought(start, count):
    calendar = calendar_known_on(TODAY)

    assert calendar.after(start, 0) == start
    assert calendar.after(start, count + 1) > start


@given(days, counts)
def test_counting_back_finds_the_working_day_one_counted_from(start, count):
    calendar = calendar_known_on(TODAY)
    working = calendar.after(start, 1)

    assert calendar.before(calendar.after(working, count), count) == working


@given(days, st.integers(1, 90))
def test_counting_back_finds_the_latest_day_that_leads_to_the_end(end, count):
    calendar = calendar_known_on(TODAY)
    meant = end if calendar.why_not(end) is None else calendar.after(end, 1)

    start = calendar.before(end, count)

    assert calendar.after(start, count) == meant
    assert calendar.after(calendar.after(start, 1), count) > meant


def test_counting_back_from_a_sunday_counts_back_from_the_monday():
    sunday, monday = date(2020, 2, 23), date(2020, 2, 24)
    calendar = calendar_known_on(TODAY)

    assert calendar.before(sunday, 5) == calendar.before(monday, 5) == date(2020, 2, 17)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        pytest.param(date(2018, 11, 29), 70, date(2019, 3, 12), id="Northumberland's statement"),
        pytest.param(date(2021, 11, 9), 70, date(2022, 2, 18), id="Slough's statement"),
        pytest.param(date(2023, 7, 3), 10, date(2023, 7, 17), id="Oxfordshire told, on site"),
        pytest.param(date(2023, 7, 3), 8, date(2023, 7, 13), id="Oxfordshire told, fieldwork"),
        pytest.param(date(2023, 4, 27), 10, date(2023, 5, 15), id="Greenwich told, on site"),
        pytest.param(date(2023, 4, 27), 8, date(2023, 5, 11), id="Greenwich told, fieldwork"),
        pytest.param(date(2020, 1, 27), 10, date(2020, 2, 10), id="South Gloucestershire told"),
        pytest.param(date(2020, 1, 27), 4, date(2020, 1, 31), id="South Gloucestershire, evidence"),
        pytest.param(date(2020, 2, 24), 5, date(2020, 3, 2), id="Norfolk told, on site"),
        pytest.param(date(2025, 10, 6), 10, date(2025, 10, 20), id="Hertfordshire told, on site"),
    ],
)
def test_published_counts_come_out(start, count, end):
    calendar = calendar_known_on(end)

    assert calendar.after(start, count) == end
    assert calendar.before(end, count) == start
    assert calendar.between(start, end) == count


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2018, 12, 1), "Saturday"),
        (date(2018, 12, 2), "Sunday"),
        (date(2018, 12, 25), "Christmas Day"),
        (date(2019, 4, 19), "Good Friday"),
        (date(2018, 12, 24), None),
    ],
)
def test_a_day_says_why_it_does_not_count(day, why):
    assert calendar_known_on(TODAY).why_not(day) == why


def test_a_skipped_bank_holiday_is_told_by_its_name():
    calendar = calendar_known_on(TODAY)

    skipped = calendar.skipped(date(2022, 9, 16), date(2022, 9, 20))

    assert [(one.day.day, one.why) for one in skipped] == [
        (17, "Saturday"),
        (18, "Sunday"),
        (19, "Bank Holiday for the State Funeral of Queen Elizabeth II"),
    ]


@pytest.mark.parametrize(
    "count",
    [
        pytest.param(lambda calendar: calendar.after(date(2011, 12, 31), 1), id="from before it"),
        pytest.param(lambda calendar: calendar.after(date(2032, 1, 1), 0), id="from after it"),
        pytest.param(lambda calendar: calendar.after(date(2031, 12, 31), 1), id="out of its end"),
        pytest.param(lambda calendar: calendar.after(date(2020, 1, 1), 9999), id="far beyond it"),
        pytest.param(lambda calendar: calendar.before(date(2012, 1, 3), 1), id="out of its start"),
        pytest.param(lambda calendar: calendar.before(date(2032, 1, 1), 1), id="back from after"),
        pytest.param(lambda calendar: calendar.before(date.min, 0), id="back from long before"),
        pytest.param(
            lambda calendar: calendar.between(date(2011, 1, 1), date(2012, 1, 1)), id="since before"
        ),
        pytest.param(
            lambda calendar: calendar.between(date(2012, 1, 1), date.max), id="until after"
        ),
    ],
)
def test_a_count_that_leaves_the_calendar_says_so_in_one_sentence(count):
    with pytest.raises(UnableToCount) as refused:
        count(calendar_known_on(TODAY))

    assert is_plain_sentence(refused.value)
    assert str(refused.value).endswith(
        "our calendar of bank holidays, which runs from 2012-01-01 to 2031-12-31."
    )


def test_a_count_may_reach_the_ends_of_the_calendar():
    calendar = calendar_known_on(TODAY)

    assert calendar.after(date(2031, 12, 30), 1) == date(2031, 12, 31)
    assert calendar.before(date(2012, 1, 4), 1) == date(2012, 1, 3)
    assert calendar.before(date(2031, 12, 31), 1) == date(2031, 12, 30)
    assert calendar.after(date(2012, 1, 1), 1) == date(2012, 1, 3)
