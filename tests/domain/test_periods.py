"""A length of time as a rule writes it, and the day on which it ends."""

import calendar as months
from datetime import MAXYEAR, date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.periods import FixedDay, NotAPeriod, Period, Unit, read_time
from areasend.domain.working_days import UnableToCount, calendar_known_on
from tests.domain.sentences import answer_or_refusal, is_plain_sentence

ENGLAND = calendar_known_on(date(2026, 11, 21))
periods = st.builds(Period, st.integers(0, 9999), st.sampled_from(Unit))
short_periods = st.builds(Period, st.integers(0, 120), st.sampled_from(Unit))
days = st.dates(date(2015, 1, 1), date(2028, 6, 30))


@given(periods)
def test_every_period_comes_back_from_its_text(period):
    assert Period.read(str(period)) == period


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("70 working days", 70, Unit.WORKING_DAY),
        ("1 working day", 1, Unit.WORKING_DAY),
        ("0 days", 0, Unit.DAY),
        ("2 weeks", 2, Unit.WEEK),
        ("18 months", 18, Unit.MONTH),
        ("  3   Years ", 3, Unit.YEAR),
        ("007 days", 7, Unit.DAY),
        ("9999 days", 9999, Unit.DAY),
    ],
)
def test_a_period_is_a_number_and_a_unit(text, count, unit):
    assert Period.read(text) == Period(count, unit)


@pytest.mark.parametrize(("count", "words"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_a_period_is_written_in_the_singular_or_the_plural(count, words):
    assert str(Period(count, Unit.DAY)) == words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "seventy working days",
        "70",
        "working days",
        "70working days",
        "70 bank holidays",
        "-1 days",
        "+1 days",
        "1.5 years",
        "1e3 days",
        "10000 days",
        "٧٠ working days",
        "70 working days from receipt",
        "about 18 months",
        "9" * 100_000 + " days",
        "1 " + "year" * 100_000,
    ],
)
def test_anything_else_is_no_period(text):
    with pytest.raises(NotAPeriod, match="Write a number and a unit") as refused:
        Period.read(text)

    assert is_plain_sentence(refused.value)


@given(st.text())
def test_any_text_is_a_period_or_is_refused_in_a_sentence(text):
    found = answer_or_refusal(Period.read, text)

    if isinstance(found, NotAPeriod):
        assert is_plain_sentence(found)
    else:
        assert Period.read(str(found)) == found


@pytest.mark.parametrize(
    ("start", "text", "end"),
    [
        (date(2019, 1, 31), "1 month", date(2019, 2, 28)),
        (date(2020, 1, 31), "1 month", date(2020, 2, 29)),
        (date(2019, 3, 31), "1 month", date(2019, 4, 30)),
        (date(2019, 10, 31), "1 month", date(2019, 11, 30)),
        (date(2019, 2, 28), "1 month", date(2019, 3, 28)),
        (date(2019, 11, 30), "1 month", date(2019, 12, 30)),
        (date(2019, 12, 20), "18 months", date(2021, 6, 20)),
        (date(2018, 8, 31), "18 months", date(2020, 2, 29)),
        (date(2019, 12, 31), "12 months", date(2020, 12, 31)),
        (date(2020, 2, 29), "1 year", date(2021, 2, 28)),
        (date(2020, 2, 29), "4 years", date(2024, 2, 29)),
        (date(2023, 9, 15), "3 years", date(2026, 9, 15)),
        (date(2019, 12, 30), "3 days", date(2020, 1, 2)),
        (date(2020, 2, 22), "1 week", date(2020, 2, 29)),
        (date(2018, 11, 29), "70 working days", date(2019, 3, 12)),
        (date(2019, 1, 31), "0 months", date(2019, 1, 31)),
    ],
)
def test_the_day_on_which_a_period_ends(start, text, end):
    assert Period.read(text).after(start, ENGLAND) == end


@given(days, st.integers(0, 120))
def test_months_end_on_the_day_of_the_same_number_or_the_last_of_the_month(start, count):
    end = Period(count, Unit.MONTH).after(start, ENGLAND)

    assert (end.year - start.year) * 12 + end.month - start.month == count
    assert end.day == min(start.day, months.monthrange(end.year, end.month)[1])


@given(days, st.integers(0, 100))
def test_a_year_is_twelve_months_and_a_week_seven_days(start, count):
    years, weeks = Period(count, Unit.YEAR), Period(count, Unit.WEEK)

    assert years.after(start, ENGLAND) == Period(12 * count, Unit.MONTH).after(start, ENGLAND)
    assert weeks.after(start, ENGLAND) == Period(7 * count, Unit.DAY).after(start, ENGLAND)


@given(days, days, short_periods)
def test_a_later_start_never_ends_sooner(one, other, period):
    ends = [period.after(start, ENGLAND) for start in sorted([one, other])]

    assert ends == sorted(ends)


@given(st.dates(), periods)
def test_any_period_from_any_day_ends_on_a_day_or_says_why_not(start, period):
    end = answer_or_refusal(period.after, start, ENGLAND)

    if isinstance(end, UnableToCount):
        assert is_plain_sentence(end)
    else:
        assert end >= start


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("9999 days", "9999 days after 9990-01-01 lies beyond the calendar."),
        ("9999 weeks", "69993 days after 9990-01-01 lies beyond the calendar."),
        ("9999 months", "9999 months after 9990-01-01 lies beyond the calendar."),
        ("9999 years", "119988 months after 9990-01-01 lies beyond the calendar."),
        (
            "1 working day",
            "9990-01-01 lies outside our calendar of bank holidays, "
            "which runs from 2012-01-01 to 2031-12-31.",
        ),
    ],
)
def test_an_absurd_period_is_refused_in_one_sentence(text, words):
    with pytest.raises(UnableToCount) as refused:
        Period.read(text).after(date(9990, 1, 1), ENGLAND)

    assert str(refused.value) == words


# A fixed day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("by 2025-12-31", FixedDay(date(2025, 12, 31))),
        ("70 working days", Period(70, Unit.WORKING_DAY)),
        ("18 months", Period(18, Unit.MONTH)),
    ],
)
def test_a_rule_gives_a_period_or_a_fixed_day(text, time):
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text",
    [
        "by",
        "by ",
        "by 2025",
        "by 2025-12",
        "by 2025-02-30",
        "by the end of 2025",
        "by ../2025-12-31",
    ],
)
def test_anything_else_after_by_is_no_time(text):
    with pytest.raises(NotAPeriod) as refused:
        read_time(text)

    assert is_plain_sentence(refused.value)


@given(st.text())
def test_any_text_gives_a_time_or_is_refused_in_a_sentence(text):
    for written in (text, f"by {text}"):
        found = answer_or_refusal(read_time, written)
        assert not isinstance(found, NotAPeriod) or is_plain_sentence(found)


@given(st.dates(), days)
def test_a_fixed_day_is_that_day_whenever_time_began(start, day):
    assert FixedDay(day).after(start, ENGLAND) == day


def test_a_fixed_day_is_written_as_a_promise_has_it():
    assert str(FixedDay(date(2025, 12, 31))) == "by 31 December 2025"


def test_months_may_end_in_the_last_of_all_years():
    assert Period(1, Unit.YEAR).after(date(MAXYEAR - 1, 12, 31), ENGLAND) == date.max
