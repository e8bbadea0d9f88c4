"""Hypothesis strategies: any date, any event, any history that could be told."""

import string
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.events import (
    Act,
    Framework,
    InspectionStarted,
    Instrument,
    Intervened,
    MonitoringInspected,
    Outcome,
    Plan,
    PlanJudged,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.history import read
from areasend.domain.intervals import RECORD_BEGINS, Interval
from areasend.domain.objections import objections
from tests.domain.building import (
    AREA,
    build_report,
    build_revisited,
    build_started,
    build_step,
)

#: Days that the calendar of bank holidays reaches, and from which seventy working days fit in.
days = st.dates(date(2015, 1, 1), date(2026, 11, 21))


def between(first: date, last: date) -> Interval:
    return Interval(min(first, last), max(first, last))


intervals = st.one_of(
    st.builds(Interval.day, days),
    st.builds(lambda day: Interval.read(f"{day:%Y-%m}"), days),
    st.builds(lambda day: Interval.read(f"{day:%Y}"), days),
    st.builds(Interval.by, days),
    st.builds(between, days, days),
)
#: Intervals from any day to any other, as no source would give them.
any_intervals = st.builds(between, st.dates(), st.dates())
SOURCES = [Source(title="A page", publisher="A body", kind=kind) for kind in SourceKind]
days_of_the_record = st.dates(min_value=RECORD_BEGINS)


#: A few years of days and of every sort of interval, near enough to each other to meet.
NEAR_DAYS = [date(2016, 5, 1) + timedelta(days=17 * place) for place in range(120)]
NEAR_INTERVALS = [
    interval
    for day, later in pairwise(NEAR_DAYS)
    for interval in (
        Interval.day(day),
        Interval.read(f"{day:%Y-%m}"),
        Interval.read(f"{day:%Y}"),
        Interval.by(day),
        Interval(day, later),
    )
]
near_days = st.integers(0, len(NEAR_DAYS) - 1).map(lambda place: NEAR_DAYS[place])
near_intervals = st.integers(0, len(NEAR_INTERVALS) - 1).map(lambda place: NEAR_INTERVALS[place])


def attestations(on=near_intervals):
    return st.builds(
        Attestation,
        source=st.sampled_from(SOURCES),
        on=on,
        confidence=st.sampled_from(Confidence),
        set_aside=st.sampled_from(["", "Another page has the day itself."]),
    )


def events(on=near_intervals, inspections=("", "one", "another")):
    """Any event at all of an area, however odd."""
    happened = {
        "area": st.just(AREA),
        "inspection": st.sampled_from(inspections),
        "attested": st.tuples(attestations(on)),
    }
    counts = st.none() | st.integers(0, 14)
    return st.one_of(
        st.builds(InspectionStarted, framework=st.sampled_from(Framework), **happened),
        st.builds(
            ReportPublished,
            outcome=st.sampled_from(Outcome),
            weaknesses=counts,
            priority_actions=counts,
            **happened,
        ),
        st.builds(PlanJudged, plan=st.sampled_from(Plan), fit=st.booleans(), **happened),
        st.builds(
            Revisited,
            verdict=st.sampled_from(Verdict),
            sufficient=counts,
            of=counts,
            **happened,
        ),
        st.builds(
            MonitoringInspected, effective=st.booleans(), sufficient=counts, of=counts, **happened
        ),
        st.builds(
            Intervened,
            instrument=st.sampled_from(Instrument),
            act=st.sampled_from(Act),
            about_send=st.booleans(),
            **happened,
        ),
        st.builds(Step, step=st.sampled_from(StepKind), **happened),
    )


#: Some two years, so that dates lie about any as-at day of them, and half of them are vague.
TWO_YEARS = NEAR_DAYS[40:80]
on_near_dates = st.sampled_from(NEAR_INTERVALS[200:400])
written = on_near_dates.map(lambda interval: interval.written)


@st.composite
def _courses(draw, happened):
    """What befell one inspection, in the order in which it is mostly told, some of it twice."""
    framework = draw(st.sampled_from([Framework.LASEND_2016, *Framework]))
    outcomes = [one for one in Outcome if one.framework is framework]
    begun = build_started(draw(written), framework=framework, **happened)
    report = build_report(draw(written), outcome=draw(st.sampled_from(outcomes)), **happened)
    back = build_step("revisit-started", draw(written), **happened)
    letters = [
        build_revisited(draw(written), verdict=draw(st.sampled_from(Verdict)), **happened)
        for _ in range(draw(st.sampled_from([0, 1, 2, 2])))
    ]
    follows = draw(st.lists(events(on_near_dates), max_size=2))
    return [
        *(begun, report, *draw(st.sampled_from([[back], []])), *letters),
        *(replace(event, **happened) for event in follows),
    ]


@st.composite
def records(draw, area):
    """What people recorded of an area's inspection; nothing to which there was an objection."""
    record = []
    for event in draw(_courses({"area": area, "inspection": f"{area}/2016/1"})):
        if not objections(read(area, record), event, today=date(2026, 11, 21)):
            record.append(event)
    return record


def arriving_otherwise(told, chance):
    """Return events in another order, but those of one date in that of their numbers."""
    places = chance.sample([event.on for event in told], k=len(told))
    waiting = {on: iter([event for event in told if event.on == on]) for on in places}
    return [next(waiting[on]) for on in places]


#: Text that nearly is a date, and text that is nothing like one.
near_dates = st.text(string.digits + "-/. TZ:٣²½０", max_size=24)
