"""What is told from the public chain itself: nothing of a later day, nothing of a later moment."""

from datetime import UTC, date, datetime

import pytest

from areasend.domain.events import Outcome, StepKind
from areasend.ledger import entries, releases
from tests.answers.every_answer import OF_THE_CHAIN
from tests.asking import DAYS, asked
from tests.builders import build_report, build_step

#: The first batch of the record was public, and the second not yet; and all of it.
BETWEEN, ALL = datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 22, 0, 40, tzinfo=UTC)


def answers(day=date(2026, 11, 22), *, known_at=ALL):
    return {name: answer(asked(day, known_at=known_at)) for name, answer in OF_THE_CHAIN.items()}


def publish(event, **correction):
    at = datetime.now(UTC)  # noqa: TID251  a release takes effect after it is written
    told = entries.Told(event=event, **({"reason": "Misread."} if correction else {}))
    number = entries._append(told, by=1, at=at, corrects=correction.get("corrects"))
    releases.release(number, takes_effect_at=at, now=at)


@pytest.mark.slow
@pytest.mark.usefixtures("record")
def test_no_answer_changes_with_what_is_released_later():
    before = [answers(known_at=BETWEEN), answers()]
    first = entries.Entry.objects.order_by("number").first().number

    publish(build_step("2026-08-03", step=StepKind.DEEP_DIVE))
    publish(build_report("2026-06-15", outcome=Outcome.POSITIVE, inspection="dudley/2023/9"))
    publish(build_step("2017-03-28", area="barking-and-dagenham"), corrects=first)

    assert [answers(known_at=BETWEEN), answers()] == before
    assert answers(known_at=datetime.now(UTC)) != before[1]  # noqa: TID251  as above


@pytest.mark.usefixtures("record")
def test_no_answer_tells_of_what_came_after_the_day():
    for day in DAYS:
        told = answers(day)

        assert all(one.event.on.earliest <= day for one in told["facts.chosen_facts"])
        assert all(one.latest <= day for one in told["stage_changes.stage_changes"])
        assert all(one.duty.due_by < day for one in told["passing.passed"])


@pytest.mark.usefixtures("record")
def test_a_change_of_stage_is_the_same_on_every_later_day():
    early, late = (
        {one.fact: one for one in answers(day)["stage_changes.stage_changes"]} for day in DAYS[3:5]
    )

    assert early.items() <= late.items()
