"""What was answered once, as at a day and as known at a moment, is answered for ever.

Whatever people record, correct, withdraw, release or schedule after the moment, the answer is the
same. Erasing alone may change it, and then only as if what was erased had never been told. (An
answer is also a function of the build, with its tables, and of the record that was loaded: ADR 5
and 16.)
"""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from areasend.answers.asked import Asked
from areasend.domain.areas import AREAS as EVERY_AREA
from areasend.domain.events import ReportPublished
from areasend.domain.intervals import Interval
from areasend.ledger import chain, entries, releases, statements
from areasend.ledger.entries import UnableToRecord
from areasend.ledger.models import EntryText, Publication
from areasend.ledger.releases import UnableToRelease
from areasend.ledger.rows import RELEASES, standing
from areasend.ledger.statements import Told
from areasend.terminal.options import Day, Moment
from tests.answers.every_answer import ANSWERS, OF_THE_BUILD, ask
from tests.asking import TODAY
from tests.domain.imagining import events
from tests.ledger.deeds import erase, record, release, withdraw
from tests.searching import DEEP, few

#: Between the two loads of the record, and after both.
BETWEEN = datetime(2026, 11, 22, tzinfo=UTC)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
A_MOMENT = timedelta(microseconds=1)
MOST_QUOTED = 6 if DEEP else 2

#: An area that was divided, one that was made, and two that stand.
AREAS = ("cumbria", "westmorland-and-furness", "dudley", "kent")

moments = st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
waits = st.sampled_from([A_MOMENT, timedelta(minutes=1), timedelta(days=40)])
delays = st.sampled_from([timedelta(0), timedelta(0), timedelta(hours=3), timedelta(days=90)])
days = st.dates(date(2016, 5, 1), TODAY)
#: Of which entry something is told, counted round and round.
places = st.integers(0, 9_999)
as_at = st.sampled_from([date(2019, 3, 31), date(2022, 12, 31), TODAY, date(2028, 12, 31)])


@given(moments, st.dates())
def test_a_command_reads_the_two_days_of_a_permalink_as_they_were(known_at, as_at):
    _, day, _, moment = Asked(as_at, known_at).options.split()

    assert Day().convert(day, None, None) == as_at
    assert Moment().convert(moment, None, None) == known_at


def answers(asked):
    """Ask the ledger everything, reading each state of it once."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("events", "histories"):
            patch.setattr(releases, name, cache(getattr(releases, name)))
        return ask(asked, AREAS)


def entry_at(place):
    """Return the number of an entry, and what it tells of; None if it tells of nothing."""
    number = 1 + place % EntryText.objects.count()
    says = statements.read(EntryText.objects.get(number=number).text)
    return number, says.event if isinstance(says, Told) else None


def moved(event, day):
    """Return an event on another day, as a correction might have it."""
    return replace(event, attested=(replace(event.attestation, on=Interval.day(day)),))


class PeopleAfterTheQuotation(RuleBasedStateMachine):
    """People at the shipped record, some of whom quote it while the others go on."""

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.now, self.quoted, self.held_back = NOW, [], []

    @initialize(day=as_at, known_at=st.sampled_from([BETWEEN, NOW]))
    def somebody_quotes_the_shipped_record(self, day, known_at):
        self.quote(Asked(day, known_at))

    @precondition(lambda self: len(self.quoted) < MOST_QUOTED)
    @rule(day=as_at)
    def somebody_quotes_what_it_says_now(self, day):
        self.quote(Asked(day, self.now))

    def quote(self, asked):
        self.quoted.append((asked, answers(asked)))
        self.now += A_MOMENT

    @rule(wait=waits)
    def time_passes(self, wait):
        self.now += wait

    @rule(place=places, data=st.data(), on=days, at_once=st.booleans())
    def somebody_records(self, place, data, on, at_once):
        _, other = entry_at(place)
        imagined = data.draw(events(st.just(Interval.day(on))))
        if other:
            event = replace(imagined, area=other.area, inspection=other.inspection)
            self.attempt(lambda: record(event, at=self.now), timedelta(0) if at_once else None)

    @rule(place=places, on=days, delay=delays)
    def somebody_corrects(self, place, on, delay):
        number, event = entry_at(place)
        if event:
            self.attempt(lambda: self.correct(number, moved(event, on)), delay)

    @rule(place=places)
    def somebody_puts_a_fact_in_another_area(self, place):
        number, event = entry_at(place)
        if event:
            elsewhere = replace(event, area="dudley", inspection="")
            self.attempt(lambda: self.correct(number, elsewhere), timedelta(0))

    def correct(self, number, event):
        return record(event, at=self.now, corrects=number, reason="It was misread.")

    @rule(place=places, delay=delays)
    def somebody_withdraws(self, place, delay):
        number, _ = entry_at(place)
        self.attempt(lambda: withdraw(number, at=self.now), delay)

    @precondition(lambda self: self.held_back)
    @rule(delay=delays)
    def somebody_releases_what_was_held_back(self, delay):
        number = self.held_back.pop(0)
        self.attempt(lambda: number, delay)

    def attempt(self, deed, delay):
        """Try to do something to the ledger and release it after a delay, or not yet."""
        with suppress(UnableToRecord, UnableToRelease), transaction.atomic():
            number = deed()
            if delay is None:
                self.held_back.append(number)
            else:
                release(number, at=self.now + delay, now=self.now)
        self.now += A_MOMENT

    def teardown(self):
        try:
            for asked, given_then in self.quoted:
                assert answers(asked) == given_then
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_a_permalink_keeps_its_answer_whatever_is_recorded_after():
    run_state_machine_as_test(
        PeopleAfterTheQuotation, settings=few(4, deep=150, stateful_step_count=12)
    )


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_what_is_recorded_later_does_change_what_is_said_now():
    """So that the test above is not about a ledger to which nothing can happen."""
    then, later = Asked(TODAY, NOW), Asked(TODAY, NOW + timedelta(days=1))
    before = answers(then)
    report = next(
        number
        for number, event in entries.standing_of("dudley")
        if isinstance(event, ReportPublished) and event.inspection == "dudley/2016/1"
    )
    withdrawal = withdraw(report, at=NOW + A_MOMENT)
    release(withdrawal, at=NOW + timedelta(hours=1), now=NOW + A_MOMENT)

    since = answers(later)

    assert answers(then) == before
    assert {name for name in ANSWERS if since[name] == before[name]} == OF_THE_BUILD


# Erasing.


def told_without(number):
    """Return every public event as known at the moment, but for what one release says."""
    rows = [row for row in standing(RELEASES, known_at=chain.moment(NOW)) if row.number != number]
    told = {area: [] for area in EVERY_AREA}
    for row in rows:
        if isinstance(row.says, Told):
            told[row.says.event.area].append(row.says.event)
    return {area: tuple(of) for area, of in told.items()}


@pytest.mark.slow
@pytest.mark.usefixtures("record")
@few(2, deep=300)
@given(place=places)
def test_erasing_alone_changes_a_permalink_as_if_the_fact_had_never_been_told(place):
    number, _ = entry_at(place)
    untold = told_without(Publication.objects.get(entry=number).release)
    with transaction.atomic():
        erase(number, at=NOW + timedelta(days=1))
        left, since = releases.events(known_at=NOW), answers(Asked(TODAY, NOW))
        transaction.set_rollback(True)
    with pytest.MonkeyPatch.context() as patch:
        state = releases._State(f"never told {number}", "")
        patch.setattr(releases, "_state", lambda _known_at: state)
        patch.setattr(releases, "_events", lambda _state: untold)
        never = answers(Asked(TODAY, NOW))

    assert {area: left[area] for area in left} == untold
    # An area's page says that something was erased, and numbers facts by their releases.
    del since["area_pages.area_page"], never["area_pages.area_page"]
    assert since == never
