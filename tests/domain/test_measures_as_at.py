"""What a figure as at a day may learn from what happened later, and what it may not.

A figure reads all that is known, because a later fact can show that a vague one had not happened
by the day: no letter comes before its re-visit. That is the most it may do. It strikes a case from
those that may belong; it adds nothing to a count, but to one of what had not happened, and takes
nothing from it. A rule that says
"whenever published", or names a later day of publication, looks beyond its as-at day in so many
words, and no further.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.events import MonitoringInspected, ReportPublished, Revisited, StepKind
from areasend.domain.history import read
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.objections import objections
from tests.domain.building import AREA, build_report, build_revisited, build_started, build_step
from tests.domain.imagining import TWO_YEARS, records
from tests.searching import few

TODAY = date(2026, 11, 21)

near_days = st.sampled_from(TWO_YEARS)


@st.composite
def rules(draw):
    """A counting rule, and the last day on which it looks at publications; None for any day."""
    day, by = draw(near_days), draw(st.sampled_from(By))
    last = day + timedelta(days=draw(st.sampled_from([0, 60, 400])))
    rule = Counting(
        as_at=day,
        since=draw(st.none() | st.just(day - timedelta(days=300))),
        by=by,
        published_to=last if by is By.BOTH else None,
        areas=Areas.ABOLISHED_TOO,
    )
    return rule, {By.PUBLISHED: day, By.BOTH: last, By.STARTED: None}[by]


def lies_beyond(event, rule, published_to):
    """Return whether a fact surely came after whatever a rule looks at."""
    is_publication = isinstance(event, ReportPublished | Revisited | MonitoringInspected)
    horizon = published_to if is_publication else rule.as_at
    return horizon is not None and event.on.earliest > max(horizon, rule.as_at)


@pytest.mark.slow
@few(100, deep=5_000)
@given(record=records(AREA), ruled=rules())
def test_a_later_fact_only_shows_that_something_had_not_happened(record, ruled):
    rule, published_to = ruled
    known = [event for event in record if not lies_beyond(event, rule, published_to)]

    for measure in MEASURES.values():
        then = measure.of([read(AREA, known)], rule)
        since = measure.of([read(AREA, record)], rule)

        # Where a measure counts what has not happened, one that perhaps had is one more.
        settled = set(since.counted) - set(then.counted)
        assert settled <= (set(then.perhaps) if measure.without else set())
        assert set(then.counted) <= set(since.counted)
        assert since.population == then.population
        assert set(since.perhaps) <= set(then.perhaps)


def test_a_re_visit_that_surely_began_later_had_not_been_made():
    """As at March: the letter is of some day of the year, and its visit began in October."""
    rule = Counting(as_at=date(2018, 3, 12), areas=Areas.ABOLISHED_TOO)
    known = [
        build_started("2018-03-12"),
        build_report("2018-03-12"),
        build_revisited("2018"),
    ]
    began = build_step(StepKind.REVISIT_STARTED, "2018-10")
    measure = MEASURES["not-revisited"]

    then = measure.of([read(AREA, known)], rule)
    since = measure.of([read(AREA, [*known, began])], rule)

    assert (then.counted, then.perhaps) == ((), (AREA,))
    assert (since.counted, since.perhaps) == ((AREA,), ())


def test_no_report_comes_before_its_inspection():
    """One of 2018, of a visit in November, was not there in May; its own date leaves that open."""
    rule = Counting(as_at=date(2018, 5, 19), areas=Areas.ABOLISHED_TOO)
    begun, report = build_started("2018-11"), build_report("2018")

    assert MEASURES["inspected"].of([read(AREA, [begun, report])], rule).perhaps == ()


def test_a_second_letter_on_a_re_visit_would_hide_the_first_and_so_is_a_correction():
    record = [
        build_started("2017-01-09"),
        build_report("2017-03-03"),
        build_step("revisit-started", "2019-01-14"),
        build_revisited("2019-03-01"),
    ]
    rule = Counting(as_at=date(2019, 12, 31), areas=Areas.ABOLISHED_TOO)

    assert MEASURES["revisited"].of([read(AREA, record)], rule).counted == (AREA,)
    assert objections(read(AREA, record), build_revisited("2021-07-20"), today=TODAY)
