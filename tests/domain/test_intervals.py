"""A date as a source gives it, there and back, and what it settles."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from areasend.domain.intervals import RECORD_BEGINS, Interval, NotADate, in_words, read_day
from tests.domain.imagining import any_intervals, days_of_the_record, intervals, near_dates
from tests.domain.sentences import answer_or_refusal, is_plain_sentence

DAY_BEFORE_THE_RECORD = RECORD_BEGINS - timedelta(days=1)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2019-11-05", date(2019, 11, 5), date(2019, 11, 5), "day"),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29), "day"),
        ("2019-11", date(2019, 11, 1), date(2019, 11, 30), "month"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2021-02", date(2021, 2, 1), date(2021, 2, 28), "month"),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31), "month"),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("0999", date(999, 1, 1), date(999, 12, 31), "year"),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
        ("../2021-05-27", RECORD_BEGINS, date(2021, 5, 27), "by"),
        ("../2021-05", RECORD_BEGINS, date(2021, 5, 31), "by"),
        ("2022-02-03/2026-02-28", date(2022, 2, 3), date(2026, 2, 28), "between"),
        ("2022-02/2022-03-05", date(2022, 2, 1), date(2022, 3, 5), "between"),
    ],
)
def test_each_way_of_writing_a_date(text, earliest, latest, precision):
    interval = Interval.read(text)

    assert (interval.earliest, interval.latest) == (earliest, latest)
    assert interval.precision == precision


@given(any_intervals)
def test_every_interval_comes_back_from_its_text(interval):
    assert Interval.read(interval.written) == interval


@given(st.dates())
def test_a_day_is_written_as_it_was_read(day):
    assert Interval.read(day.isoformat()).written == day.isoformat()


@given(st.dates())
def test_a_month_is_written_as_it_was_read(day):
    month = day.isoformat()[:7]

    assert Interval.read(month).written == month


@given(st.integers(1, 9999))
def test_a_year_is_written_as_it_was_read(year):
    assert Interval.read(f"{year:04}").written == f"{year:04}"


@given(days_of_the_record)
def test_by_a_day_opens_where_the_record_begins(day):
    assert Interval.read(f"../{day}") == Interval.by(day) == Interval(RECORD_BEGINS, day)


@given(st.dates(), st.dates())
def test_a_range_holds_both_its_ends(one, other):
    first, last = min(one, other), max(one, other)

    assert Interval.read(f"{first}/{last}") == Interval(first, last)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("2019-01-01/2019-12-31", "2019"),
        ("2019-11-01/2019-11-30", "2019-11"),
        ("2019-11-05/2019-11-05", "2019-11-05"),
        ("2014-09-01/2021-05-27", "../2021-05-27"),
        ("../2014-09", "2014-09"),
    ],
)
def test_what_can_be_written_two_ways_is_written_the_shorter(text, short):
    assert Interval.read(text).written == short


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "yesterday",
        "5 November 2019",
        "05/11/2019",
        "2019-11-5",
        "2019-1",
        "19-11-05",
        "2019/11/05",
        " 2019-11-05",
        "2019-11-05\n",
        "+2019-11-05",
        "20191105",
        "2019-W45",
        "2019-309",
        "2019-11-05T09:30",
        "2019-11-05T00:00:00Z",
        "2019-11-05 09:30",
        "20190000000000000000-11-05",
        "٢٠١٩-١١-٠٥",
        "２０１９-11-05",
        "2019-11-0⁵",
        "2019?",
        "2019-11~",
        "201X",
        "/",
        "..",
        "../",
        "/..",
        "../..",
        "2019-11-05/",
        "/2019-11-05",
        "2019-11-05/..",
        "../../2019-11-05",
        "2019/2020/2021",
        "none",
        "None",
        "\x00",
        "2019-11-05" * 10_000,
        "9" * 100_000,
        "/" * 100_000,
    ],
)
def test_what_has_another_form_is_no_date(text):
    with pytest.raises(NotADate) as refused:
        Interval.read(text)

    assert is_plain_sentence(refused.value)
    assert "Write it as YYYY-MM-DD, like 2021-04-13." in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "2021-02-29",
        "2021-02-30",
        "2021-04-31",
        "2021-13-01",
        "2021-13",
        "2021-00",
        "2021-00-15",
        "2021-04-00",
        "2021-00-00",
        "0000",
        "0000-01-01",
        "../2021-02-30",
        "2021-04-00/2021-04-30",
    ],
)
def test_a_day_that_never_was_is_no_date(text):
    with pytest.raises(NotADate, match="is not a date: there is no such day") as refused:
        Interval.read(text)

    assert is_plain_sentence(refused.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021-05-27/2021-05-26", "2021-05-26 comes before 2021-05-27."),
        ("2021/2020", "2020-12-31 comes before 2021-01-01."),
        ("../2013", "2013-12-31 comes before 2014-09-01."),
    ],
)
def test_a_range_never_runs_backwards(text, words):
    with pytest.raises(NotADate) as refused:
        Interval.read(text)

    assert str(refused.value) == words


def test_nothing_had_happened_by_a_day_before_the_record_begins():
    with pytest.raises(NotADate):
        Interval.by(DAY_BEFORE_THE_RECORD)


@given(st.one_of(near_dates, st.text()))
@example("2021-00-15")
def test_any_text_is_a_date_or_is_refused_in_a_sentence(text):
    found = answer_or_refusal(Interval.read, text)

    if isinstance(found, NotADate):
        assert is_plain_sentence(found)
    else:
        assert Interval.read(found.written) == found


@pytest.mark.parametrize(
    ("text", "quoted"), [("x" * 40, "x" * 40), ("x" * 41, "x" * 40 + "…"), ("x", "x")]
)
def test_a_refusal_quotes_no_more_than_the_start_of_a_long_text(text, quoted):
    with pytest.raises(NotADate) as refused:
        Interval.read(text)

    assert str(refused.value).startswith(f"'{quoted}' is not a date.")


def test_a_single_day_is_read_as_one():
    assert read_day("2021-04-13") == date(2021, 4, 13)


@pytest.mark.parametrize("text", ["2021-04", "2021", "../2021-04-13", "2021-04-13/2021-04-14"])
def test_what_is_not_one_day_is_refused_where_one_day_is_asked_for(text):
    with pytest.raises(NotADate, match="Write the day as YYYY-MM-DD") as refused:
        read_day(text)

    assert is_plain_sentence(refused.value)


@pytest.mark.parametrize(
    ("text", "day", "surely", "perhaps"),
    [
        ("2019-11-05", date(2019, 11, 4), False, False),
        ("2019-11-05", date(2019, 11, 5), True, False),
        ("2019-11", date(2019, 10, 31), False, False),
        ("2019-11", date(2019, 11, 1), False, True),
        ("2019-11", date(2019, 11, 29), False, True),
        ("2019-11", date(2019, 11, 30), True, False),
        ("../2021-05-27", date(2021, 5, 26), False, True),
        ("../2021-05-27", date(2021, 5, 27), True, False),
    ],
)
def test_what_had_surely_happened_by_a_day_and_what_perhaps(text, day, surely, perhaps):
    interval = Interval.read(text)

    assert interval.surely_by(day) is surely
    assert interval.perhaps_by(day) is perhaps


@given(any_intervals, st.dates())
def test_by_any_day_it_surely_had_perhaps_had_or_surely_had_not_happened(interval, day):
    surely_not = day < interval.earliest

    assert interval.surely_by(day) + interval.perhaps_by(day) + surely_not == 1


@given(any_intervals, st.dates(), st.dates())
def test_what_surely_happened_is_never_unsure_again(interval, one, other):
    sooner, later = min(one, other), max(one, other)

    assert interval.surely_by(later) or not interval.surely_by(sooner)


@given(st.dates(), st.dates())
def test_of_one_day_nothing_is_perhaps(happened, asked):
    assert not Interval.day(happened).perhaps_by(asked)


@given(st.lists(intervals))
def test_dates_come_in_the_order_of_their_latest_day_then_their_earliest(some):
    assert sorted(some) == sorted(some, key=lambda one: (one.latest, one.earliest))


@given(intervals, intervals)
def test_of_two_dates_one_comes_first_unless_they_are_the_same(one, other):
    assert (one < other) + (other < one) + (one == other) == 1
    assert (one <= other) is not (other < one)


@pytest.mark.parametrize(
    ("text", "words", "after_a_verb"),
    [
        ("2019-07-09", "9 July 2019", "on 9 July 2019"),
        ("2019-07", "July 2019", "in July 2019"),
        ("2019", "2019", "in 2019"),
        ("../2021-05-27", "by 27 May 2021", "by 27 May 2021"),
        (
            "2022-02-03/2026-02-27",
            "between 3 February 2022 and 27 February 2026",
            "between 3 February 2022 and 27 February 2026",
        ),
        # It ends only because our list did, which is no day of the area's.
        ("2022-02-03/2026-02-28", "on 3 February 2022 or later", "on 3 February 2022 or later"),
        ("2021-05-01/2026-02-28", "in May 2021 or later", "in May 2021 or later"),
    ],
)
def test_a_date_in_the_words_of_a_sentence(text, words, after_a_verb):
    interval = Interval.read(text)

    assert str(interval) == words
    assert interval.when == after_a_verb


@given(intervals, intervals)
def test_the_days_that_two_allow_are_those_of_both(one, other):
    both = one.within(other)

    shared = one.earliest <= other.latest and other.earliest <= one.latest
    assert (both is not None) is shared
    if both:
        assert both.earliest in {one.earliest, other.earliest}
        assert both.latest in {one.latest, other.latest}
        assert both == other.within(one)


def test_a_day_in_words_has_no_leading_nought():
    assert in_words(date(2019, 7, 9)) == "9 July 2019"


@pytest.mark.parametrize(
    ("on", "day", "left"),
    [
        ("../2021-05-27", date(2018, 12, 7), "2018-12-07/2021-05-27"),
        ("2019-03-18", date(2018, 12, 7), "2019-03-18"),
        ("2019-03", date(2019, 3, 31), "2019-03-31"),
        ("2018-11", date(2018, 12, 7), "2018-11-30"),
    ],
)
def test_a_date_may_not_lie_before_a_day_as_far_as_that_leaves_any(on, day, left):
    assert Interval.read(on).not_before(day) == Interval.read(left)
