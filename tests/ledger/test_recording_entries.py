"""Recording, correcting and withdrawing, and what the ledger says when it will not."""

from datetime import timedelta

import pytest

from areasend.ledger.entries import UnableToRecord, entry_says, ever_told_of, standing_of
from areasend.ledger.models import Entry
from areasend.ledger.statements import Told, Withdrawn
from tests.builders import build_report, build_revisited, build_started, build_step
from tests.ledger.deeds import CLERK, NOW, erase, every_row, faults, record, tell, withdraw

pytestmark = pytest.mark.django_db

INSPECTION = "dudley/2016/1"
WHY = "The paper was misread."


def refused(deed, *arguments, says, **options):
    """Expect a deed to be refused in words, and nothing to be written."""
    before = every_row()
    with pytest.raises(UnableToRecord, match=says):
        deed(*arguments, **options)
    assert every_row() == before


def stands(area="dudley"):
    return [event for _, event in standing_of(area)]


def test_the_first_entry_is_number_one_and_the_next_number_two():
    assert [record(build_step()), record(build_step())] == [1, 2]


def test_an_entry_says_what_was_recorded_by_whom_and_when():
    event = build_step()

    number = record(event)

    entry = Entry.objects.get()
    assert entry_says(number) == Told(event=event)
    assert (entry.by, entry.recorded_at) == (CLERK, "2026-11-21T09:00:00.000000Z")


def test_no_two_entries_have_the_same_salt_or_digest():
    for _ in range(20):
        record(build_step())

    rows = every_row()
    assert len({salt for _, _, salt, _ in rows["entry_text"]}) == 20
    assert len(set(Entry.objects.values_list("digest", flat=True))) == 20


def test_what_stands_of_an_area_comes_in_the_order_of_events():
    later, earlier = build_step("2020-01-01"), build_step("2019-01-01")
    record(later)
    record(earlier)
    record(build_step("2019-06-01", area="bury"))

    assert standing_of("dudley") == [(2, earlier), (1, later)]


def test_an_event_dated_in_the_future_is_refused():
    refused(record, build_step("2026-11-22"), says="has not come yet")


def test_the_day_is_the_one_in_london():
    just_after_midnight_in_london = NOW.replace(month=7, hour=23, minute=30)

    assert record(build_step("2026-07-22"), at=just_after_midnight_in_london) == 1


def test_an_area_that_nobody_knows_is_refused():
    refused(record, build_step(area="atlantis"), says="We know no area 'atlantis'")


def test_every_doubt_is_told_at_once():
    event = build_report("2027-01-01", inspection=INSPECTION, weaknesses=0)

    refused(record, event, says=r"has not come yet.* No inspection .* at least one weakness")


def test_an_event_is_doubted_for_what_comes_after_it():
    record(build_started("2019-03-04", inspection=INSPECTION))
    record(build_report("2019-05-10", inspection=INSPECTION))

    refused(record, build_report("2019-05-10", inspection=INSPECTION), says="already has this")
    refused(
        record,
        build_revisited("2019-04-01", inspection=INSPECTION),
        says="is dated 1 April 2019, but",
    )


def test_a_correction_is_not_doubted_for_what_it_replaces():
    record(build_started("2019-03-04", inspection=INSPECTION))
    misread = record(build_report("2019-05-10", inspection=INSPECTION))
    report = build_report("2019-05-17", inspection=INSPECTION)

    record(report, corrects=misread, reason=WHY)

    assert stands()[1:] == [report]


def test_a_correction_stands_in_place_of_what_it_corrects():
    misread = record(build_step("2019-06-17"))
    event = build_step("2019-06-18")

    number = record(event, corrects=misread, reason=WHY)

    assert standing_of("dudley") == [(number, event)]
    assert entry_says(misread) is None
    assert entry_says(number) == Told(event=event, reason=WHY)


def test_a_correction_may_move_an_event_to_another_area():
    misread = record(build_step(area="dudley"))
    event = build_step(area="bury")

    record(event, corrects=misread, reason=WHY)

    assert (stands("dudley"), stands("bury")) == ([], [event])


def test_a_correction_is_corrected_in_its_turn():
    number = record(build_step("2019-06-17"))

    for day in ("2019-06-18", "2019-06-19", "2019-06-20"):
        number = record(build_step(day), corrects=number, reason=WHY)

    assert standing_of("dudley") == [(4, build_step("2019-06-20"))]


def test_an_entry_is_corrected_once():
    misread = record(build_step())
    record(build_step(), corrects=misread, reason=WHY)

    says = "Entry 1 is corrected already, by entry 2: correct that one"
    refused(record, build_step(), corrects=misread, reason=WHY, says=says)
    refused(withdraw, misread, says=says)


@pytest.mark.parametrize("number", [0, 2, -1, 10**12])
def test_an_entry_that_is_not_there_is_not_corrected(number):
    record(build_step())

    says = f"There is no entry {number} to correct"
    refused(record, build_step(), corrects=number, reason=WHY, says=says)
    refused(withdraw, number, says=says)


@pytest.mark.parametrize("reason", ["", " ", "\n\t"])
def test_a_correction_gives_its_reason(reason):
    number = record(build_step())

    says = "needs a reason, which the public will read"
    refused(record, build_step(), corrects=number, reason=reason, says=says)
    refused(withdraw, number, reason=reason, says=says)


def test_a_withdrawn_event_no_longer_stands():
    number = record(build_step())

    withdrawal = withdraw(number, reason="It was another Dudley.")

    assert stands() == []
    assert entry_says(withdrawal) == Withdrawn(area="dudley", reason="It was another Dudley.")


def test_a_withdrawal_is_not_withdrawn_but_corrected_by_telling_the_event_again():
    event = build_step()
    withdrawal = withdraw(record(event))

    refused(withdraw, withdrawal, says="Entry 2 tells of no event that could be withdrawn")
    record(event, corrects=withdrawal, reason="It was this Dudley after all.")

    assert standing_of("dudley") == [(3, event)]


def test_an_erased_entry_has_nothing_to_withdraw_but_may_be_replaced():
    erased = record(build_step(words="Somebody is named here."))
    erase(erased)
    event = build_step(words="Nobody is named here.")

    refused(withdraw, erased, says="Entry 1 tells of no event")
    record(event, corrects=erased, reason="Told without the name.")

    assert standing_of("dudley") == [(3, event)]
    assert faults() == []


def test_the_account_of_an_erasure_is_not_corrected():
    account = erase(record(build_step()))

    says = "Entry 2 accounts for an erasure, which nothing corrects"
    refused(record, build_step(), corrects=account, reason=WHY, says=says)
    refused(withdraw, account, says=says)


def test_a_clock_that_went_back_is_refused():
    number = record(build_step())
    behind = NOW - timedelta(minutes=2)

    says = r"clock says 2026-11-21T08:58:00.000000Z, before .* \(2026-11-21T09:00:00.000000Z\)"
    refused(record, build_step(), at=behind, says=says)
    refused(record, build_step(), at=behind, corrects=number, reason=WHY, says=says)
    refused(withdraw, number, at=behind, says=says)
    refused(erase, number, at=behind, says=says)


def test_of_two_who_come_at_once_the_one_who_looked_at_the_clock_first_may_write_last():
    record(build_step(), at=NOW)

    record(build_step(), at=NOW - timedelta(seconds=20))

    moments = Entry.objects.order_by("number").values_list("recorded_at", flat=True)
    assert list(moments) == ["2026-11-21T09:00:00.000000Z"] * 2


def test_an_event_that_nobody_doubts_now_is_kept_when_what_it_followed_is_withdrawn():
    started = tell(build_started(inspection=INSPECTION))
    report = build_report(inspection=INSPECTION)
    tell(report)

    withdraw(started)

    assert stands() == [report]


def test_what_was_corrected_or_withdrawn_was_told_all_the_same():
    first, better = build_step(words="As told first."), build_step(words="Better.")
    withdraw(record(better, corrects=record(first), reason=WHY))
    record(build_step(area="bury"))

    assert ever_told_of("dudley") == [first, better]
    assert standing_of("dudley") == []
