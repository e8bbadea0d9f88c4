"""Any clock at all: which rule governs it, where it stands, and when it may be called late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain import clocks
from areasend.domain.clocks import BINDING, OPEN, Clock, Fulfilment, Start, State, by_step
from areasend.domain.events import StepKind
from areasend.domain.history import Inspection
from areasend.domain.intervals import Interval
from areasend.domain.periods import FixedDay, Period
from areasend.domain.rulebooks.reading import Force, Rule, Value
from areasend.domain.working_days import UnableToCount
from tests.domain.building import (
    AREA,
    INSPECTION,
    build_history,
    build_judged,
    build_report,
    build_started,
    build_step,
)
from tests.domain.imagining import days, intervals

RECEIVED = date(2018, 12, 3)
DUE = date(2019, 3, 14)
MONTH_ENDS = date(2019, 3, 31)
ONE_DAY = timedelta(days=1)
#: A later full inspection whose report is published.
LATER = Inspection("later", AREA, report=build_report("2022-05-16"))


def build_value(text="70 working days", *, since=date(2015, 11, 9), force=Force.REGULATION):
    return Value(since, Period.read(text), force, "A reference", "https://a.page", since)


def build_clock(*values, started=RECEIVED, at_latest=None, done=None, **more):
    """Build a clock that is started and stopped by given dates, written or days."""
    start = started and Interval.read(str(started))
    return Clock(
        duty="Do something",
        owed_by="somebody",
        owed_to="somebody else",
        rule=Rule("a-rule", "Time to do something.", values or (build_value(),)),
        fulfilled_by="statement-submitted",
        starts=lambda _inspection, _calendar: (
            start and Start(start, at_latest or start.latest, estimated=False, words="Begun.")
        ),
        stops=lambda _inspection, _following: (
            done and Fulfilment(Interval.read(str(done)), "Done.")
        ),
        **more,
    )


def asked(clock, *, as_at=DUE, following=None):
    return clock.read(Inspection(INSPECTION, AREA), as_at=as_at, following=following)


@pytest.fixture
def complete_to(monkeypatch):
    """Say to which day our record of what fulfils the duty is complete."""
    return lambda day: monkeypatch.setattr(clocks, "complete_to", lambda _kind: day)


# Which rule governs


def test_a_clock_says_what_is_owed_by_whom_when_and_by_which_rule():
    deadline = asked(build_clock())

    assert deadline.duty == "Do something"
    assert (deadline.owed_by, deadline.owed_to) == ("somebody", "somebody else")
    assert (deadline.area, deadline.inspection) == (AREA, INSPECTION)
    assert deadline.value == build_value()
    assert deadline.due == Interval.day(DUE)
    assert deadline.due_at_latest == DUE
    assert deadline.start.words == "Begun."
    assert deadline.as_at == DUE


def test_what_has_not_started_is_not_owed():
    assert asked(build_clock(started=None)) is None


@pytest.mark.parametrize("as_at", [RECEIVED - ONE_DAY, date(2015, 11, 9)])
def test_what_starts_after_the_day_one_asks_is_not_shown(as_at):
    assert asked(build_clock(), as_at=as_at) is None


def test_what_may_have_started_by_the_day_one_asks_is_shown():
    vague = build_clock(started="2018-12-01/2018-12-07")

    assert asked(vague, as_at=date(2018, 11, 30)) is None
    assert asked(vague, as_at=date(2018, 12, 1)).state is State.RUNNING


def test_what_started_before_there_was_a_rule_is_not_owed():
    assert asked(build_clock(build_value(since=RECEIVED + ONE_DAY))) is None
    assert asked(build_clock(build_value(since=RECEIVED))) is not None


@given(st.dates(RECEIVED, date(2026, 11, 21)))
def test_a_change_of_the_rule_does_not_move_a_clock_that_is_running(as_at):
    before = build_value("70 working days", since=date(2015, 11, 9))
    after = build_value("10 working days", since=RECEIVED + ONE_DAY)

    changed = asked(build_clock(before, after), as_at=as_at)

    assert changed.value == before
    assert changed == asked(build_clock(before), as_at=as_at)


def test_a_change_of_the_rule_governs_a_clock_that_starts_on_its_day():
    before = build_value("70 working days", since=date(2015, 11, 9))
    after = build_value("10 working days", since=RECEIVED)

    assert asked(build_clock(before, after)).due == Interval.day(date(2018, 12, 17))


def test_the_calendar_is_the_one_known_on_the_day_one_asks():
    funeral = build_clock(started=date(2022, 7, 1))

    assert asked(funeral, as_at=date(2022, 9, 9)).due == Interval.day(date(2022, 10, 10))
    assert asked(funeral, as_at=date(2022, 9, 10)).due == Interval.day(date(2022, 10, 11))


@given(days)
def test_a_promise_by_a_day_is_due_on_that_day_whenever_it_began(as_at):
    promised = Value(RECEIVED, FixedDay(DUE), Force.PRACTICE, "An answer", "https://a.page", DUE)

    deadline = asked(build_clock(promised, started="2018-12"), as_at=as_at)

    assert deadline is None or deadline.due == Interval.day(DUE)
    assert deadline is None or deadline.due_at_latest == DUE


def test_a_count_that_leaves_the_calendar_is_refused():
    with pytest.raises(UnableToCount):
        asked(build_clock(build_value("9999 working days")))


@given(intervals)
def test_a_vague_start_gives_as_vague_a_due_day(started):
    due = asked(build_clock(started=started.written), as_at=date(2026, 11, 21))

    assert due is None or due.due.is_day or not started.is_day
    assert due is None or due.due.latest == due.due_at_latest


# Where a duty stands


@pytest.mark.parametrize(
    ("done", "state"),
    [
        pytest.param("2018-12-01", State.MET, id="before it began"),
        pytest.param("2019-03-14", State.MET, id="on the due day"),
        pytest.param("2019-03-15", State.MET_LATE, id="a day after"),
        pytest.param("2019-02", State.MET, id="in a month before"),
        pytest.param("2019-03", State.NOT_KNOWN, id="in the month of the due day"),
        pytest.param("2019-04", State.MET_LATE, id="in a month after"),
        pytest.param("2019", State.NOT_KNOWN, id="in the year of the due day"),
        pytest.param("../2019-03-14", State.MET, id="by the due day"),
        pytest.param("../2019-03-15", State.NOT_KNOWN, id="by a day after"),
        pytest.param("2019-03-14/2026-02-28", State.NOT_KNOWN, id="after a day in time"),
        pytest.param("2019-03-15/2026-02-28", State.MET_LATE, id="after the due day"),
    ],
)
def test_a_duty_is_met_or_met_late_only_if_its_dates_decide(done, state):
    assert asked(build_clock(done=done), as_at=date(2026, 11, 21)).state is state


@pytest.mark.parametrize(
    ("done", "state"),
    [
        pytest.param("2019-03-05", State.MET, id="by the earliest due day"),
        pytest.param("2019-03-06", State.NOT_KNOWN, id="after the earliest"),
        pytest.param("2019-03-20", State.NOT_KNOWN, id="on the last day it can have been due"),
        pytest.param("2019-03-21", State.MET_LATE, id="after that"),
    ],
)
def test_where_the_due_day_is_a_range_only_what_falls_outside_it_is_decided(done, state):
    clock = build_clock(
        build_value("10 working days"),
        started="2019-02-19/2019-02-20",
        at_latest=date(2019, 3, 6),
        done=done,
    )

    assert asked(clock, as_at=date(2026, 11, 21)).state is state


@pytest.mark.parametrize(
    ("as_at", "state"),
    [
        (RECEIVED, State.RUNNING),
        (DUE, State.RUNNING),
        (DUE + ONE_DAY, State.PASSED),
        (date(2026, 11, 21), State.PASSED),
    ],
)
def test_a_duty_runs_through_its_due_day(as_at, state):
    assert asked(build_clock(), as_at=as_at).state is state


def test_a_duty_runs_to_the_last_day_on_which_it_can_have_been_due():
    clock = build_clock(at_latest=RECEIVED + timedelta(weeks=1))

    assert asked(clock, as_at=DUE + timedelta(weeks=1)).state is State.RUNNING
    assert asked(clock, as_at=DUE + timedelta(days=8)).state is State.PASSED


@pytest.mark.parametrize("as_at", [RECEIVED, DUE, DUE + ONE_DAY])
def test_a_later_inspection_takes_the_place_of_what_is_still_owed(as_at):
    assert asked(build_clock(), as_at=as_at, following=LATER).state is State.SUPERSEDED


@pytest.mark.parametrize("as_at", [DUE, DUE + ONE_DAY])
@pytest.mark.parametrize(
    "following",
    [Inspection("later", AREA), Inspection("later", AREA, started=build_started("2022-03-21"))],
)
def test_a_later_inspection_replaces_nothing_before_its_report(as_at, following):
    replaced = asked(build_clock(), as_at=as_at, following=following)

    assert replaced == asked(build_clock(), as_at=as_at)


def test_nothing_is_replaced_unless_one_says_so():
    deadline = build_clock().read(Inspection(INSPECTION, AREA), as_at=DUE)

    assert deadline.state is State.RUNNING


@pytest.mark.parametrize(("done", "state"), [(DUE, State.MET), ("2019-03-15", State.MET_LATE)])
def test_a_later_inspection_changes_nothing_about_what_was_done(done, state):
    assert asked(build_clock(done=done), following=LATER).state is state


@pytest.mark.parametrize(
    ("force", "state"),
    [
        (Force.REGULATION, State.MET_LATE),
        (Force.HANDBOOK, State.MET_LATE),
        (Force.PRACTICE, State.MET_AFTER),
        (Force.ESTIMATE, State.MET_AFTER),
    ],
)
def test_only_what_binds_can_be_met_late(force, state):
    """Rule 1 of what may be said: late only if the force is regulation or handbook."""
    clock = build_clock(build_value(force=force), done="2019-03-15")

    assert asked(clock, as_at=date(2026, 11, 21)).state is state


def test_what_is_open_has_nothing_that_was_done_and_nothing_that_replaced_it():
    assert set(State) - OPEN == {
        State.MET,
        State.MET_LATE,
        State.MET_AFTER,
        State.SUPERSEDED,
        State.NOT_KNOWN,
    }


# How it was done


def test_a_step_stops_a_clock_the_first_time_it_is_taken():
    first, again = (build_step("statement-published", on) for on in ("2019-04", "2020-05"))
    held = build_history(build_started(), again, first).inspections[0]

    fulfilment = by_step(StepKind.STATEMENT_PUBLISHED, "Published")(held, None)

    assert fulfilment == Fulfilment(Interval.read("2019-04"), "Published in April 2019.")
    assert by_step(StepKind.STATEMENT_SUBMITTED, "Submitted")(held, None) is None


@pytest.mark.parametrize(
    ("since", "proof", "on"),
    [
        ("2018-12-07", "2019-03-12", "2018-12-07/2019-03-12"),
        ("2018-12-07", "2019-03", "2018-12-07/2019-03-31"),
        ("2018-12", "../2019-03-12", "2018-12-01/2019-03-12"),
        ("2018-12-07", "2018-11-01", "2018-11-01"),
    ],
)
def test_what_was_done_before_a_proof_was_done_between_its_cause_and_the_proof(since, proof, on):
    fulfilment = Fulfilment.before(
        build_judged(proof), "it was judged", "Submitted", since=build_report(since)
    )

    assert fulfilment.on == Interval.read(on)


def test_what_was_done_before_a_proof_says_so_and_needs_no_cause():
    fulfilment = Fulfilment.before(
        build_judged("2019-03"), "it was judged", "Submitted", since=None
    )

    assert fulfilment.on == Interval.read("2019-03")
    assert fulfilment.words == (
        "Submitted on a day we do not hold, before it was judged (March 2019)."
    )


@pytest.mark.parametrize(
    ("done", "as_at", "state"),
    [
        (None, DUE, State.RUNNING),
        (None, MONTH_ENDS, State.RUNNING),
        (None, MONTH_ENDS + ONE_DAY, State.WINDOW_PASSED),
        ("2019-03-14", DUE + ONE_DAY, State.MET),
        ("2021-03-14", date(2021, 3, 14), State.MET),
        ("../2021-03-14", date(2021, 3, 14), State.MET),
    ],
)
def test_a_window_passes_but_nobody_is_ever_late_for_it(done, as_at, state):
    window = build_clock(build_value(force=Force.PRACTICE), done=done, window=True)

    deadline = asked(window, as_at=as_at)

    assert (deadline.state, deadline.window, deadline.late) == (state, True, False)


# Late


@pytest.mark.parametrize("force", [Force.REGULATION, Force.HANDBOOK])
def test_late_is_said_where_the_rule_binds_and_our_record_would_hold_it(complete_to, force):
    complete_to(DUE)

    assert asked(build_clock(build_value(force=force)), as_at=DUE + ONE_DAY).late


@pytest.mark.parametrize("force", [Force.PRACTICE, Force.ESTIMATE])
def test_late_is_never_said_where_nothing_binds(complete_to, force):
    complete_to(date.max)

    assert not asked(build_clock(build_value(force=force)), as_at=date(2026, 11, 21)).late


@pytest.mark.parametrize("day", [None, DUE - ONE_DAY])
def test_late_is_never_said_where_our_record_is_not_complete_to_the_due_day(complete_to, day):
    complete_to(day)

    assert not asked(build_clock(), as_at=date(2026, 11, 21)).late


def test_late_is_never_said_before_the_last_day_on_which_it_can_have_been_due(complete_to):
    complete_to(date.max)
    clock = build_clock(at_latest=RECEIVED + timedelta(weeks=1))

    assert not asked(clock, as_at=DUE + timedelta(weeks=1)).late
    assert asked(clock, as_at=DUE + timedelta(days=8)).late


@pytest.mark.parametrize("done", ["2019-03-14", "2019-03", "2021-01-01"])
def test_late_is_never_said_of_what_was_done(complete_to, done):
    complete_to(date.max)

    assert not asked(build_clock(done=done), as_at=date(2026, 11, 21)).late


def test_late_is_never_said_of_what_a_later_inspection_replaced(complete_to):
    complete_to(date.max)

    assert not asked(build_clock(), as_at=date(2026, 11, 21), following=LATER).late


# What holds of every clock

clocks_of_any_kind = st.builds(
    build_clock,
    st.builds(
        build_value,
        st.sampled_from(["70 working days", "5 working days", "18 months", "3 weeks"]),
        force=st.sampled_from(Force),
    ),
    started=intervals.map(lambda started: started.written),
    done=st.none() | intervals.map(lambda done: done.written),
    window=st.booleans(),
)


followings = st.sampled_from([None, Inspection("later", AREA), LATER])


@given(clocks_of_any_kind, days, days, followings)
def test_what_is_over_never_runs_again(clock, one, other, following):
    sooner, later = (asked(clock, as_at=day, following=following) for day in sorted([one, other]))

    runs = later is not None and later.state is State.RUNNING
    assert not runs or sooner is None or sooner.state is State.RUNNING


@given(clocks_of_any_kind, days, days)
def test_a_clock_that_was_once_shown_stays_shown(clock, one, other):
    sooner, later = (asked(clock, as_at=day) for day in sorted([one, other]))

    assert sooner is None or later is not None


@given(clocks_of_any_kind, days, followings)
def test_what_is_called_late_is_a_deadline_that_has_passed(clock, as_at, following):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clocks, "complete_to", lambda _kind: date.max)
        deadline = asked(clock, as_at=as_at, following=following)

    assert deadline is None or not deadline.late or deadline.state is State.PASSED
    assert deadline is None or not deadline.late or deadline.due.latest < as_at


@given(clocks_of_any_kind, days, followings)
def test_nothing_says_late_of_what_does_not_bind_or_of_a_window(clock, as_at, following):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clocks, "complete_to", lambda _kind: date.max)
        deadline = asked(clock, as_at=as_at, following=following)

    said = deadline is not None and (deadline.late or deadline.state is State.MET_LATE)
    assert not said or (deadline.value.force in BINDING and not deadline.window)


@given(clocks_of_any_kind, days)
def test_a_due_day_is_never_after_the_last_on_which_it_can_be_due(clock, as_at):
    deadline = asked(clock, as_at=as_at)

    assert deadline is None or deadline.due.latest <= deadline.due_at_latest
