"""What moved a figure of ours between two moments: corrections, withdrawals and new facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from areasend.answers.moved import moved
from areasend.domain.events import Outcome, ReportPublished
from areasend.domain.measures.counting import Counting
from areasend.ledger import entries, releases
from tests.asking import KNOWN, asked

pytestmark = [pytest.mark.usefixtures("record"), pytest.mark.slow]

THEN = KNOWN - timedelta(days=1)
DAY = date(2021, 3, 31)
RULE = Counting(as_at=DAY)


def ask(measure):
    return moved(measure, RULE, asked(DAY, known_at=KNOWN + timedelta(days=1)), since=THEN)


def report_of(area):
    """Return the number and the event of an area's first report."""
    return next(
        (number, event)
        for number, event in entries.standing_of(area)
        if isinstance(event, ReportPublished)
    )


def correct(area, **changes):
    """Correct an area's first report, and release that."""
    number, event = report_of(area)
    entry = entries.record(
        replace(event, **changes), by=1, at=KNOWN, corrects=number, reason="It was misread."
    )
    return releases.release(entry, takes_effect_at=KNOWN, now=KNOWN)


def test_where_nothing_was_released_nothing_moved():
    found = ask("statement-required")

    assert (found.before, found.now) == ("59 of 116", "59 of 116")
    assert (found.came, found.went, found.releases) == ((), (), ())


def test_a_correction_moves_a_figure_and_is_told_with_its_reason():
    release = correct("bexley", outcome=Outcome.STATEMENT_REQUIRED, weaknesses=2)
    found = ask("statement-required")
    (one,) = found.releases

    assert (found.before, found.now) == ("59 of 116", "60 of 116")
    assert (found.came, found.went) == (("Bexley",), ())
    assert (one.release, one.area, one.reason) == (release, "Bexley", "It was misread.")
    assert one.corrects is not None
    assert "a written statement of action was required" in one.says
    assert found.known_before == THEN


def test_a_corrected_number_moves_a_sum_though_the_same_areas_count():
    _, report = report_of("south-tyneside")
    correct("south-tyneside", weaknesses=report.weaknesses + 1)
    found = ask("weaknesses")

    assert (found.before, found.now) == ("324 from 59 of 59", "325 from 59 of 59")
    assert (found.came, found.went) == ((), ())
    assert [one.area for one in found.releases] == ["South Tyneside"]
    assert ask("statement-required").releases == ()


def test_what_is_withdrawn_moves_a_figure():
    number, _ = report_of("northumberland")
    entry = entries.withdraw(number, by=1, at=KNOWN, reason="It was another area's.")
    releases.release(entry, takes_effect_at=KNOWN, now=KNOWN)
    (one,) = ask("inspected").releases

    assert (one.says, one.reason) == ("Withdrawn.", "It was another area's.")


def test_what_was_known_before_the_record_was_released_is_nothing():
    found = moved("inspected", RULE, asked(DAY), since=THEN - timedelta(days=3650))

    assert (found.before, found.now) == ("0 of 151", "116 of 151")
    assert all(one.area for one in found.releases)
    assert "Northumberland" in found.came
    assert any(one.corrects is None for one in found.releases)
