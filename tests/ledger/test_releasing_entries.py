"""What the public is told, from which moment, and what it was told at any moment before."""

from datetime import date, timedelta

import pytest

from areasend.domain.areas import AREAS
from areasend.ledger import releases
from areasend.ledger.models import Release
from areasend.ledger.releases import UnableToRelease, last_in_effect
from tests.builders import build_report, build_started, build_step
from tests.ledger.deeds import (
    LATER,
    NOW,
    erase,
    every_row,
    faults,
    record,
    release,
    said,
    tell,
    withdraw,
)

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
AN_INSTANT = timedelta(microseconds=1)
WHY = "The paper was misread."


def refused(number, *, says, **options):
    before = every_row()
    with pytest.raises(UnableToRelease, match=says):
        release(number, **options)
    assert every_row() == before


def test_what_is_recorded_is_not_public():
    record(build_step())

    assert said() == []


def test_what_is_released_is_public_from_its_moment_on():
    event = build_step()

    release(record(event), at=NOW)

    assert said(NOW - AN_INSTANT) == []
    assert said(NOW) == [event]


def test_a_release_may_be_scheduled():
    event = build_step()

    release(record(event), at=LATER, now=NOW)

    assert said(LATER - AN_INSTANT) == []
    assert said(LATER) == [event]


def test_a_release_does_not_take_effect_before_it_is_written():
    number = record(build_step())

    says = "cannot take effect before it is written"
    refused(number, at=NOW - AN_INSTANT, now=NOW, says=says)


def test_a_release_does_not_take_effect_before_its_entry_was_recorded():
    """Whoever waited for the lock may have looked at the clock before the one who came first."""
    record(build_step(), at=NOW)
    waited = record(build_step(), at=NOW - DAY / 24 / 60)

    release(waited, at=NOW - DAY / 24 / 60)

    assert Release.objects.get().takes_effect_at == "2026-11-21T09:00:00.000000Z"


def test_an_entry_is_released_once():
    number = tell(build_step())

    refused(number, says="Entry 1 is released already")


@pytest.mark.parametrize("number", [0, 2, -1])
def test_an_entry_that_is_not_there_is_not_released(number):
    record(build_step())

    refused(number, says=f"There is no entry {number} to release")


def test_an_erased_entry_is_not_released():
    number = record(build_step())
    erase(number)

    refused(number, says="There is no entry 1 to release")


def test_the_private_account_of_an_erasure_is_not_released():
    """It names an entry's number and two accounts, which never leave the building."""
    account = erase(tell(build_step()))

    refused(account, says="Entry 2 accounts for an erasure and stays private")


def test_a_correction_is_released_only_after_what_it_corrects():
    misread = record(build_step())
    correction = record(build_step(), corrects=misread, reason=WHY)

    refused(correction, says="Release entry 1 first, which this one corrects")
    release(misread)
    release(correction)

    assert faults() == []


def test_a_correction_changes_what_we_say_now_and_not_what_we_said_then():
    misread, event = build_step("2019-06-17"), build_step("2019-06-18")
    number = tell(misread, at=NOW)

    tell(event, at=LATER, corrects=number, reason=WHY)

    assert said(NOW) == said(LATER - AN_INSTANT) == [misread]
    assert said(LATER) == [event]


def test_a_withdrawal_changes_what_we_say_now_and_not_what_we_said_then():
    event = build_step()
    number = tell(event, at=NOW)
    withdrawal = withdraw(number, at=LATER)

    release(withdrawal, at=LATER)

    assert (said(NOW), said(LATER)) == ([event], [])


def test_a_withdrawn_event_may_be_told_again():
    event = build_step()
    withdrawal = withdraw(tell(event, at=NOW), at=NOW + DAY)
    release(withdrawal, at=NOW + DAY)

    tell(event, at=NOW + 2 * DAY, corrects=withdrawal, reason="It was this Dudley after all.")

    assert [said(NOW + days * DAY) for days in range(3)] == [[event], [], [event]]


def test_an_event_that_moves_to_another_area_is_public_in_one_area_at_each_moment():
    event = build_step(area="bury")
    number = tell(build_step(area="dudley"), at=NOW)

    tell(event, at=LATER, corrects=number, reason=WHY)

    assert [told.area for told in said(NOW)] == ["dudley"]
    assert said(LATER) == [event]


def test_each_of_a_line_of_corrections_is_what_we_said_in_its_time():
    days = [f"2019-06-{day}" for day in range(17, 22)]
    number = tell(build_step(days[0]), at=NOW)
    for count, day in enumerate(days[1:], start=1):
        number = tell(build_step(day), at=NOW + count * DAY, corrects=number, reason=WHY)

    told = [said(NOW + count * DAY) for count in range(5)]

    assert told == [[build_step(day)] for day in days]


def test_a_correction_in_effect_before_what_it_corrects_keeps_the_mistake_from_ever_showing():
    misread, event = build_step("2019-06-17"), build_step("2019-06-18")
    number = record(misread)
    release(number, at=LATER, now=NOW)

    tell(event, at=NOW + DAY, corrects=number, reason=WHY)

    assert said(NOW) == []
    assert said(NOW + DAY) == said(LATER) == [event]


def test_a_scheduled_correction_leaves_the_mistake_standing_until_then():
    misread, event = build_step("2019-06-17"), build_step("2019-06-18")
    correction = record(event, corrects=tell(misread), reason=WHY)

    release(correction, at=LATER, now=NOW)

    assert said(LATER - AN_INSTANT) == [misread]
    assert said(LATER) == [event]


def test_the_last_release_in_effect_changes_whenever_what_is_public_does():
    """What a page is cached by: a release scheduled early takes effect after later ones."""
    release(record(build_step("2019-01-01")), at=LATER, now=NOW)
    release(record(build_step("2019-01-02")), at=NOW)
    release(record(build_step("2019-01-03")), at=NOW)

    moments = (NOW - AN_INSTANT, NOW, NOW + AN_INSTANT, LATER - AN_INSTANT, LATER)

    assert [last_in_effect(known_at=moment) for moment in moments] == [0, 2, 3, 3, 1]


def test_whoever_waited_for_the_lock_takes_effect_after_whatever_may_have_been_read():
    """A page cites the last release in effect: nothing may slip in behind it."""
    first, second = record(build_step("2019-01-01")), record(build_step("2019-01-02"))
    release(second, at=NOW + AN_INSTANT)
    seen = said(NOW + AN_INSTANT)

    release(first, at=NOW)

    assert said(NOW + AN_INSTANT) == seen
    assert len(said(NOW + 2 * AN_INSTANT)) == 2


def test_releases_of_one_embargo_take_effect_together():
    for day in ("2019-01-01", "2019-01-02"):
        release(record(build_step(day)), at=LATER, now=NOW)

    assert said(LATER - AN_INSTANT) == []
    assert len(said(LATER)) == 2


def test_events_hold_every_area_also_those_of_which_nothing_is_held():
    tell(build_step(area="bury"))

    held = releases.events(known_at=NOW)

    assert (set(held), len(held)) == (set(AREAS), len(AREAS))
    assert (held["bury"], held["kent"]) == ((build_step(area="bury"),), ())


def test_histories_hold_every_area_and_end_at_the_day_asked_for():
    tell(build_started("2019-03-04", inspection="dudley/2016/1"))
    tell(build_report("2019-05-10", inspection="dudley/2016/1"))

    held = releases.histories(known_at=LATER, until=date(2019, 5, 9))

    assert held["bury"].events == ()
    assert [inspection.report for inspection in held["dudley"].inspections] == [None]
    (inspection,) = releases.histories(known_at=LATER)["dudley"].inspections
    assert inspection.report == build_report("2019-05-10", inspection="dudley/2016/1")


def test_no_entry_number_moment_of_recording_or_account_is_in_a_release():
    unseen = record(build_step(), at=NOW)
    release(record(build_step(), at=NOW), at=LATER, now=LATER)

    rows = every_row()
    public = repr((rows["release"], rows["release_text"], rows["release_expunged"]))

    assert unseen == 1
    assert "2026-11-21" not in public
    assert [number for number, *_ in rows["release"]] == [1]
    assert {column.name for column in Release._meta.fields}.isdisjoint({"by", "recorded_at"})


def test_an_entry_and_its_release_have_digests_that_show_no_link():
    tell(build_step())

    rows = every_row()

    assert rows["entry_text"][0][3] == rows["release_text"][0][3]
    assert rows["entry"][0][2] != rows["release"][0][2]
