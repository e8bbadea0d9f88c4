"""Which dates fall under a counting rule, and which areas."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.intervals import Interval
from areasend.domain.measures.counting import Areas, By, Counting
from tests.domain.imagining import days, intervals

AS_AT = date(2022, 8, 31)
PUBLISHED_TO = date(2022, 10, 31)

BEFORE, AFTER = "2022-05-16", "2022-09-21"
LONG_AFTER, PERHAPS = "2022-11-01", "2022"


def counts(by, started, published, published_to=None):
    rule = Counting(as_at=AS_AT, by=by, published_to=published_to)
    dates = {"started": started, "published": published}
    return rule.counts(**{key: on and Interval.read(on) for key, on in dates.items()})


@pytest.mark.parametrize(
    ("started", "published", "counted"),
    [
        (BEFORE, BEFORE, True),
        (BEFORE, AFTER, False),
        (None, BEFORE, True),
        (BEFORE, None, False),
        (BEFORE, "2022-08-31", True),
        (BEFORE, "2022-08", True),
        (BEFORE, "2022-09-01", False),
        (BEFORE, PERHAPS, None),
        (AFTER, BEFORE, True),
    ],
)
def test_published_by_a_day_looks_at_publication_alone(started, published, counted):
    assert counts(By.PUBLISHED, started, published) is counted


@pytest.mark.parametrize(
    ("started", "published", "counted"),
    [
        (BEFORE, BEFORE, True),
        (BEFORE, LONG_AFTER, True),
        (BEFORE, PERHAPS, True),
        (AFTER, LONG_AFTER, False),
        (PERHAPS, LONG_AFTER, None),
        (BEFORE, None, False),
        (PERHAPS, None, False),
        (None, BEFORE, False),
    ],
)
def test_carried_out_by_a_day_looks_at_the_start_of_what_was_ever_published(
    started, published, counted
):
    assert counts(By.STARTED, started, published) is counted


@pytest.mark.parametrize(
    ("started", "published", "counted"),
    [
        (BEFORE, BEFORE, True),
        (BEFORE, AFTER, True),
        (BEFORE, "2022-10-31", True),
        (BEFORE, LONG_AFTER, False),
        (AFTER, AFTER, False),
        (BEFORE, None, False),
        (None, BEFORE, False),
        (PERHAPS, AFTER, None),
        (BEFORE, PERHAPS, None),
        (PERHAPS, PERHAPS, None),
        (PERHAPS, LONG_AFTER, False),
        (AFTER, PERHAPS, False),
    ],
)
def test_official_releases_look_at_both_dates(started, published, counted):
    assert counts(By.BOTH, started, published, PUBLISHED_TO) is counted


def test_both_dates_have_one_limit_where_no_other_is_given():
    assert counts(By.BOTH, BEFORE, "2022-08-31") is True
    assert counts(By.BOTH, BEFORE, AFTER) is False


@pytest.mark.parametrize(
    ("on", "counted"),
    [
        ("2021-12-31", False),
        ("2022-01-01", True),
        ("2022-08-31", True),
        ("2022-09-01", False),
        ("2022-01", True),
        ("2022-08", True),
        ("2022", None),
        ("2021", False),
        ("2021-12-31/2022-01-01", None),
        ("../2022-05-27", None),
        ("2022-08-31/2022-09-01", None),
    ],
)
@pytest.mark.parametrize("by", [By.PUBLISHED, By.STARTED])
def test_a_rule_may_count_only_from_a_day_on(by, on, counted):
    rule = Counting(as_at=AS_AT, since=date(2022, 1, 1), by=by)
    other = Interval.day(date(2019, 1, 1))
    dates = {By.PUBLISHED: ("started", "published"), By.STARTED: ("published", "started")}[by]

    assert rule.counts(**dict(zip(dates, (other, Interval.read(on)), strict=True))) is counted


def test_where_both_dates_count_the_first_day_is_that_of_the_visit():
    rule = Counting(as_at=AS_AT, since=date(2022, 5, 1), by=By.BOTH, published_to=PUBLISHED_TO)
    carried_out, published = Interval.read("2022-04-25"), Interval.read("2022-09-21")

    assert rule.counts(started=carried_out, published=published) is False
    assert rule.counts(started=Interval.read(BEFORE), published=published) is True
    assert rule.counts(started=Interval.read("2022"), published=published) is None


@given(st.sampled_from(By), intervals, intervals, days, days)
def test_a_first_day_never_counts_more(by, started, published, since, as_at):
    dates = {"started": started, "published": published}

    narrow = Counting(as_at=as_at, since=since, by=by).counts(**dates)
    wide = Counting(as_at=as_at, by=by).counts(**dates)

    assert {True: 2, None: 1, False: 0}[narrow] <= {True: 2, None: 1, False: 0}[wide]


@given(st.sampled_from(By), intervals, intervals, days)
def test_a_first_day_before_everything_changes_nothing(by, started, published, as_at):
    dates = {"started": started, "published": published}
    ever = Counting(as_at=as_at, since=date.min, by=by)

    assert ever.counts(**dates) is Counting(as_at=as_at, by=by).counts(**dates)


@given(st.sampled_from(By), intervals, intervals, days)
def test_what_is_dated_to_the_day_is_counted_or_not_never_perhaps(by, started, published, as_at):
    rule = Counting(as_at=as_at, by=by)

    found = rule.counts(
        started=Interval.day(started.latest), published=Interval.day(published.latest)
    )

    assert found in {True, False}


@pytest.mark.parametrize(
    ("area", "as_at", "current", "abolished_too"),
    [
        ("kent", AS_AT, True, True),
        ("northamptonshire", date(2021, 3, 31), True, True),
        ("northamptonshire", date(2021, 4, 1), False, True),
        ("north-northamptonshire", date(2021, 3, 31), False, False),
        ("north-northamptonshire", date(2021, 4, 1), True, True),
        ("dorset-county", date(2019, 3, 31), True, True),
        ("dorset-county", date(2021, 3, 31), False, True),
    ],
)
def test_an_area_counts_in_its_current_form_or_for_ever(area, as_at, current, abolished_too):
    assert Counting(as_at=as_at).area_counts(area) is current
    assert Counting(as_at=as_at, areas=Areas.ABOLISHED_TOO).area_counts(area) is abolished_too


@pytest.mark.parametrize(
    ("area", "counted"),
    [("kent", True), ("northamptonshire", False), ("north-northamptonshire", True)],
)
def test_a_later_table_counts_the_past_by_the_areas_of_its_own_day(area, counted):
    rule = Counting(as_at=date(2021, 3, 31), areas_on=AS_AT)

    assert rule.area_counts(area) is counted


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (
            Counting(as_at=date(2021, 3, 31), areas_on=AS_AT),
            "published by 31 March 2021; areas that existed on 31 August 2022",
        ),
        (
            Counting(as_at=AS_AT),
            "published by 31 August 2022; areas that existed on that day",
        ),
        (
            Counting(as_at=AS_AT, by=By.STARTED, areas=Areas.ABOLISHED_TOO),
            "carried out by 31 August 2022, whenever published; with areas abolished by then",
        ),
        (
            Counting(as_at=AS_AT, by=By.BOTH, published_to=PUBLISHED_TO),
            "carried out by 31 August 2022 and published by 31 October 2022; "
            "areas that existed on that day",
        ),
        (
            Counting(as_at=date(2024, 12, 31), since=date(2024, 1, 1), by=By.STARTED),
            "carried out from 1 January 2024 to 31 December 2024, whenever published; "
            "areas that existed on that day",
        ),
        (
            Counting(as_at=AS_AT, by=By.BOTH),
            "carried out by 31 August 2022 and published by 31 August 2022; "
            "areas that existed on that day",
        ),
    ],
)
def test_a_counting_rule_says_itself_in_words(rule, words):
    assert str(rule) == words
