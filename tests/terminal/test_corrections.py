"""What a person records and corrects at the command line, and what was said before."""

import json

import pytest

from areasend.ledger.models import Entry
from areasend.ledger.verifying import verify

pytestmark = [pytest.mark.usefixtures("record"), pytest.mark.slow]

BEFORE, SINCE = "2026-12-31", "2027-01-02"


def said(run, known_at):
    """Return all that the story of Dudley says, as known at a moment."""
    days = ("--as-at", "2026-11-21", "--known-at", known_at)
    found = run("area", "Dudley", *days, "--format", "json")
    assert found.exit_code == 0, found.stderr
    return found.stdout


def submitted(run):
    """Return the number of the entry that tells of Dudley's submission."""
    lines = run("entries", "Dudley").stdout.splitlines()
    found = [line for line in lines if "submitted its written statement" in line]
    return int(found[0].split()[0])


def reported(run):
    """Return the number of the entry that tells of Dudley's first report."""
    lines = run("entries", "Dudley").stdout.splitlines()
    return int(next(line for line in lines if "The report was published" in line).split()[0])


def event_of(run, number):
    return json.loads(run("entry", number).stdout)


@pytest.fixture
def corrected(run, tmp_path):
    """Correct the day of Dudley's submission from the month to its last day, and say why."""
    number = submitted(run)
    event = event_of(run, number)
    for one in event["attested"]:
        one["on"] = "2019-11-29"
    path = tmp_path / "entry.json"
    path.write_text(json.dumps(event), encoding="utf-8")
    return run("correct", number, path, "--by", 1, "--reason", "The letter gives the day."), number


def test_what_we_say_now_is_the_correction_and_what_we_said_then_is_not(run, corrected):
    done, number = corrected

    assert done.exit_code == 0, done.stderr
    assert done.stdout == f"Entry {Entry.objects.count()} corrects entry {number}.\n"
    assert "Submitted on 29 November 2019." in said(run, SINCE)
    assert "Submitted in November 2019." in said(run, BEFORE)
    assert verify().faults == ()


def test_a_correction_corrected_again_must_name_the_newest_entry(run, corrected):
    _, number = corrected

    again = run("withdraw", number, "--by", 1, "--reason", "It was not sent.")

    assert again.exit_code == 2
    assert "is corrected already, by entry" in again.stderr


def test_what_is_withdrawn_is_gone_now_and_there_then(run):
    number = submitted(run)

    done = run("withdraw", number, "--by", 1, "--reason", "It was another area's.")

    assert done.stdout == f"Entry {Entry.objects.count()} withdraws entry {number}.\n"
    assert "submitted its written statement" not in said(run, SINCE)
    assert "submitted its written statement" in said(run, BEFORE)


def test_what_is_recorded_twice_is_recorded_once(run, tmp_path):
    path = tmp_path / "proposals.json"
    path.write_text(json.dumps([{"event": event_of(run, reported(run))}]), encoding="utf-8")
    before = Entry.objects.count()

    done = run("record", path, "--by", 1)

    assert done.stdout == "Recorded and released 0 of 1; the rest was held already.\n"
    assert Entry.objects.count() == before


def test_a_new_event_is_shown_from_the_moment_of_its_release(run, tmp_path):
    event = event_of(run, submitted(run)) | {"step": "deep-dive", "inspection": ""}
    path = tmp_path / "proposals.json"
    path.write_text(json.dumps([{"event": event}]), encoding="utf-8")

    done = run("record", path, "--by", 1)

    assert done.stdout == "Recorded and released 1 of 1; the rest was held already.\n"
    assert "The Department for Education looked closely at one theme." in said(run, SINCE)
    assert "The Department for Education looked closely at one theme." not in said(run, BEFORE)


def test_what_the_law_orders_erased_is_gone_and_both_chains_stay_whole(run):
    number = submitted(run)

    done = run("expunge", number, "--by", 1, 2, "--reason", "Ordered by a court.", "--yes")

    assert done.exit_code == 0, done.stderr
    assert "submitted its written statement" not in said(run, BEFORE)
    assert f"entry {number} was erased: Ordered by a court." in run("verify").stdout
