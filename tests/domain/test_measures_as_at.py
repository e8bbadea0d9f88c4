"""What a figure as at a day may learn from what happened later, and what it may not.

A figure reads all that is known, because a later fact can show that a vague one had not happened
by the day: no letter comes before its re-visit. That is the most it may do. It strikes a case from
those that may belong; it adds nothing to a count and takes nothing from it. A rule that says
"whenever published", or names a later day of publication, looks beyond its as-at day in so many
words, and no further.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.events import Framework, Outcome, ReportPublished, Revisited, Verdict
from areasend.domain.history import read
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.domain.objections import objections
from tests.domain.building import AREA, build_report, build_revisited, build_started, build_step
from tests.domain.imagining import NEAR_DAYS, NEAR_INTERVALS, events
from tests.searching import few

TODAY = date(2026, 11, 21)

#: Some two years, so that dates lie about the as-at day, and half of them are vague.
near_days = st.sampled_from(NEAR_DAYS[40:80])
on = st.sampled_from(NEAR_INTERVALS[200:400])
written = on.map(lambda interval: interval.written)


@st.composite
def courses(draw, name):
    """What befell one inspection, in the order in which it is mostly told, some of it twice."""
    framework = draw(st.sampled_from([Framework.LASEND_2016, *Framework]))
    outcomes = [one for one in Outcome if one.framework is framework]
    begun = build_started(draw(written), framework=framework, inspection=name)
    report = build_report(draw(written), outcome=draw(st.sampled_from(outcomes)), inspection=name)
    back = build_step("revisit-started", draw(written), inspection=name)
    letters = [
        build_revisited(draw(written), verdict=draw(st.sampled_from(Verdict)), inspection=name)
        for _ in range(draw(st.sampled_from([0, 1, 2, 2])))
    ]
    follows = draw(st.lists(events(on, inspections=(name,)), max_size=2))
    return [begun, report, *draw(st.sampled_from([[back], []])), *letters, *follows]


def is_taken(event, record):
    return not objections(read(AREA, record), event, today=TODAY)


@st.composite
def records(draw):
    """What people recorded of an area; nothing to which there was an objection."""
    record = []
    for event in draw(courses("one")):
        if is_taken(event, record):
            record.append(event)
    return record


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
    is_publication = isinstance(event, ReportPublished | Revisited)
    horizon = published_to if is_publication else rule.as_at
    return horizon is not None and event.on.earliest > max(horizon, rule.as_at)


@pytest.mark.slow
@few(100, deep=5_000)
@given(record=records(), ruled=rules())
def test_a_later_fact_only_shows_that_something_had_not_happened(record, ruled):
    rule, published_to = ruled
    known = [event for event in record if not lies_beyond(event, rule, published_to)]

    for measure in MEASURES.values():
        then = measure.of([read(AREA, known)], rule)
        since = measure.of([read(AREA, record)], rule)

        assert since.counted == then.counted
        assert since.population == then.population
        assert set(since.perhaps) <= set(then.perhaps)


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
    assert not is_taken(build_revisited("2021-07-20"), record)
