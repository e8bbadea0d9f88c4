"""A second source of an event that is held already joins it; the same source changes nothing."""

import pytest

from areasend.domain.events import StepKind
from areasend.ledger.entries import attest, entry_says, standing_of
from areasend.ledger.statements import Told
from tests.builders import build_attestation, build_report, build_started, build_step
from tests.ledger.deeds import CLERK, NOW, every_row, record

pytestmark = pytest.mark.django_db

INSPECTION = "dudley/2016/1"


def attested(event):
    return attest(event, by=CLERK, at=NOW)


def test_an_event_that_is_not_held_is_recorded():
    assert attested(build_started("2018-10-01")) == (1, True)


def test_a_second_source_joins_the_event_and_says_so():
    record(build_started("2018-10-01", inspection=INSPECTION))
    first = record(build_report("2018-12-07", inspection=INSPECTION))
    paper = build_attestation("2018-12-10")

    number, new = attested(build_report(inspection=INSPECTION, attested=(paper,)))

    says = entry_says(number)
    assert new
    assert isinstance(says, Told)
    assert says.event.attested[-1] == paper
    assert says.reason == "Another source tells of it."
    assert entry_says(first) is None


@pytest.mark.parametrize("event", [build_step(), build_started("2018-10-01")])
def test_what_is_held_already_is_not_recorded_again(event):
    number = record(event)
    before = every_row()

    assert attested(event) == (number, False)
    assert every_row() == before


def test_another_visit_is_another_event():
    record(build_step("2019-03-01", step=StepKind.MONITORING_VISIT))

    attested(build_step("2019-06-01", step=StepKind.MONITORING_VISIT))

    assert len(standing_of("dudley")) == 2
