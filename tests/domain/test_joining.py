"""Several sources that tell of one event make one event, where an inspection has only one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain.attestations import Confidence, SourceKind
from areasend.domain.events import Outcome, Verdict
from areasend.domain.joining import SINGLE, joined, same_event
from areasend.domain.kinds import KINDS, key
from tests.domain.building import (
    build_accelerated_events,
    build_attestation,
    build_history,
    build_intervened,
    build_judged,
    build_monitored,
    build_ordinary_events,
    build_ordinary_events_since_2023,
    build_report,
    build_revisited,
    build_started,
    build_step,
)
from tests.domain.imagining import events

ORDINARY = build_ordinary_events()
SINGLES = [event for event in ORDINARY if key(event) in SINGLE]
SEVERAL = [
    event
    for event in (
        *ORDINARY,
        *build_accelerated_events(),
        *build_ordinary_events_since_2023(),
        build_step("strategic-plan-published", "2023"),
    )
    if key(event) not in SINGLE
]
PRESS = build_attestation("2018-12-08", said_by=SourceKind.PRESS, confidence=Confidence.MEDIUM)


def held(*told):
    return [(number, event) for number, event in enumerate(told, start=1)]


def test_what_an_inspection_has_only_once_is_a_kind_of_event():
    assert {kind.key for kind in KINDS} >= SINGLE == {key(event) for event in SINGLES}


@pytest.mark.parametrize("event", SINGLES, ids=key)
def test_a_second_telling_is_of_the_event_that_the_inspection_has(event):
    number = ORDINARY.index(event) + 1

    assert same_event(event, held(*ORDINARY)) == (number, event)


@pytest.mark.parametrize("event", SEVERAL, ids=key)
def test_what_may_happen_more_than_once_is_another_event(event):
    elsewhere = replace(event, attested=(PRESS,))

    assert same_event(elsewhere, held(event)) is None


@pytest.mark.parametrize("event", [*SINGLES, *SEVERAL], ids=key)
def test_the_very_same_telling_is_never_another_event(event):
    assert same_event(event, held(event)) == (1, event)


@pytest.mark.parametrize("event", SINGLES, ids=key)
def test_an_event_of_no_inspection_or_of_another_is_another_event(event):
    unplaced, elsewhere = (
        type(event)(**(vars(event) | {"inspection": name})) for name in ("", "another")
    )

    assert same_event(unplaced, held(event)) is None
    assert same_event(elsewhere, held(event)) is None
    assert same_event(event, []) is None


def test_a_joined_event_keeps_what_it_held_and_adds_the_sources():
    official, press = build_report("2018-12-07"), build_report(attested=(PRESS,))

    both = joined(official, press)

    assert both.attested == (*official.attested, PRESS)
    assert both.on == official.on
    assert both.disputed_by == (PRESS,)


def test_a_joined_event_takes_the_better_date_whichever_was_held():
    official, press = build_report("2018-12-07"), build_report(attested=(PRESS,))

    assert joined(press, official).on == official.on


def test_what_only_the_new_telling_carries_is_taken():
    bare = build_revisited(verdict=Verdict.SOME)
    counted = build_revisited("2021-07", verdict=Verdict.SOME, sufficient=2, of=3)

    both = joined(bare, counted)

    assert (both.sufficient, both.of) == (2, 3)


def test_where_both_carry_a_fact_the_one_held_stands():
    two, three = (build_report(weaknesses=number) for number in (2, 3))
    required, not_required = (
        build_report(outcome=outcome)
        for outcome in (Outcome.STATEMENT_REQUIRED, Outcome.NO_STATEMENT_REQUIRED)
    )

    assert joined(two, three).weaknesses == 2
    assert joined(required, not_required).outcome is Outcome.STATEMENT_REQUIRED


def test_a_fact_of_none_is_still_a_fact():
    counted = build_report(outcome=Outcome.INCONSISTENT, priority_actions=0)

    assert joined(counted, build_report(priority_actions=2)).priority_actions == 0


@given(events())
def test_telling_the_same_again_changes_nothing(event):
    assert joined(event, event) == event


@given(st.sampled_from([*SINGLES, build_judged(), build_intervened(), build_monitored()]))
def test_joining_twice_is_joining_once(event):
    further = type(event)(**(vars(event) | {"attested": (PRESS,)}))
    once = joined(event, further)

    assert joined(once, further) == once


def test_a_joined_event_still_reads_as_one_in_the_history():
    started = build_started("2018-10-01")
    again = joined(started, build_started(attested=(PRESS,)))

    (inspection,) = build_history(again).inspections

    assert inspection.started is again
