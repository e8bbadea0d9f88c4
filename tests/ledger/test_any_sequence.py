"""Whatever people do, in any order, both chains hold and what was said then is still said of then.

Hypothesis makes up the order. Beside the ledger runs a model of it: a dictionary of what was
said, and what may follow.
"""

from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from areasend.domain.events import Event, StepKind
from areasend.ledger.chain import IN_LINE
from areasend.ledger.entries import UnableToRecord, standing_of
from areasend.ledger.expunge import UnableToErase
from areasend.ledger.releases import UnableToRelease
from areasend.ledger.verifying import verify
from tests.builders import build_step
from tests.ledger.deeds import NOW, erase, every_row, record, release, said, withdraw
from tests.searching import few

AREAS = ("bury", "dudley", "kent")
WHY = "It was found to be so."

days = st.dates(date(2016, 5, 1), NOW.date()).map(str)
events = st.builds(
    build_step, days, area=st.sampled_from(AREAS), step=st.sampled_from(list(StepKind))
)
waits = st.sampled_from([1, 60, 86_400]).map(lambda seconds: timedelta(seconds=seconds))
delays = st.sampled_from([0, 0, 90, 200_000]).map(lambda seconds: timedelta(seconds=seconds))


@dataclass
class Said:
    """What an entry says, if it tells of an event, and what became of it."""

    event: Event | None
    corrects: int | None = None
    is_account: bool = False
    is_erased: bool = False
    public_from: datetime | None = None


class Model(dict[int, Said]):
    """The entries by number."""

    def standing(self, numbers: Collection[int]) -> set[int]:
        """Return which of some entries none of them corrects, as long as they tell of an event."""
        corrected = {self[number].corrects for number in numbers}
        return {number for number in numbers if number not in corrected and self[number].event}

    def public(self, moment: datetime) -> set[int]:
        released = {number: one.public_from for number, one in self.items() if one.public_from}
        return self.standing([number for number, since in released.items() if since <= moment])

    def told(self, numbers: Collection[int]) -> Counter[Event]:
        return Counter(self[number].event for number in numbers if not self[number].is_erased)

    def correctable(self, number: int) -> bool:
        corrected = {one.corrects for one in self.values()}
        return number in self and not self[number].is_account and number not in corrected

    def withdrawable(self, number: int) -> bool:
        return self.correctable(number) and bool(self.told(self.standing([number])))

    def erasable(self, number: int) -> bool:
        return number in self and not self[number].is_account and not self[number].is_erased

    def releasable(self, number: int) -> bool:
        if not self.erasable(number) or self[number].public_from:
            return False
        corrects = self[number].corrects
        return corrects is None or self[corrects].public_from is not None

    def in_turn(self, effect: datetime, now: datetime) -> datetime:
        """Return when a release takes effect: after those that may be read within a minute.

        Whose clock is ahead cannot be told from who scheduled theirs for so soon.
        """
        until = now + IN_LINE
        soon = [one.public_from for one in self.values() if one.public_from]
        after = [one + timedelta(microseconds=1) for one in soon if one <= until]
        return max([effect, *after])


class PeopleAtTheLedger(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.model, self.now, self.answers = Model(), NOW, {}

    def attempt(self, deed: Callable[[], int], *, allowed: bool) -> bool:
        before = every_row()
        try:
            deed()
        except (UnableToRecord, UnableToRelease, UnableToErase):
            assert not allowed
            assert every_row() == before
            return False
        assert allowed
        return True

    def say(self, deed: Callable[[], int], what: Said, *, allowed: bool) -> None:
        if self.attempt(deed, allowed=allowed):
            self.model[len(self.model) + 1] = what

    def any_number(self, data) -> int:
        return data.draw(st.integers(1, len(self.model) + 1), label="number")

    @rule(wait=waits)
    def time_passes(self, wait):
        self.now += wait

    @rule(event=events, at_once=st.booleans())
    def somebody_records(self, event, at_once):
        self.say(lambda: record(event, at=self.now), Said(event), allowed=True)
        if at_once:
            self.publish(len(self.model), timedelta(0))

    @rule(event=events, data=st.data())
    def somebody_corrects(self, event, data):
        number = self.any_number(data)
        self.say(
            lambda: record(event, at=self.now, corrects=number, reason=WHY),
            Said(event, corrects=number),
            allowed=self.model.correctable(number),
        )

    @rule(data=st.data())
    def somebody_withdraws(self, data):
        number = self.any_number(data)
        self.say(
            lambda: withdraw(number, at=self.now),
            Said(None, corrects=number),
            allowed=self.model.withdrawable(number),
        )

    @rule(data=st.data(), delay=delays)
    def somebody_releases(self, data, delay):
        self.publish(self.any_number(data), delay)

    def publish(self, number, delay):
        effect = self.now + delay
        if self.attempt(
            lambda: release(number, at=effect, now=self.now),
            allowed=self.model.releasable(number),
        ):
            self.model[number].public_from = self.model.in_turn(effect, self.now)

    @rule(data=st.data())
    def a_court_orders_an_erasure(self, data):
        number = self.any_number(data)
        allowed = self.model.erasable(number)
        self.say(lambda: erase(number, at=self.now), Said(None, is_account=True), allowed=allowed)
        if allowed:
            self.model[number].is_erased = True

    @invariant()
    def both_chains_are_whole_and_gapless(self):
        found, rows = verify(), every_row()
        assert found.faults == ()
        for chain, count in found.rows.items():
            assert [number for number, *_ in rows[chain]] == list(range(1, count + 1))
        assert found.rows["entry"] == len(self.model)

    @invariant()
    def the_ledger_says_what_the_model_says(self):
        standing = [event for area in AREAS for _, event in standing_of(area)]
        assert Counter(standing) == self.model.told(self.model.standing(self.model.keys()))
        self.answers[self.now] = self.model.public(self.now)
        self.check_answer(self.now)
        self.now += timedelta(seconds=1)

    def check_answer(self, moment):
        assert Counter(said(moment)) == self.model.told(self.answers[moment])

    def teardown(self):
        try:
            for moment in self.answers:
                self.check_answer(moment)
        finally:
            transaction.set_rollback(True)
            self.undone.__exit__(None, None, None)


@pytest.mark.slow
@pytest.mark.django_db
def test_nothing_that_people_do_breaks_the_chains_or_changes_what_was_said():
    # Few, as each step reads both chains.
    run_state_machine_as_test(PeopleAtTheLedger, settings=few(20, deep=500, stateful_step_count=20))
