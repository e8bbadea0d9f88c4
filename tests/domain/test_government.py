"""What ministers and departments said they would do: promises, which bind nobody."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.domain import clocks
from areasend.domain.clocks import State
from areasend.domain.duties import deadlines
from areasend.domain.events import Framework, Outcome, Verdict
from areasend.domain.history import read
from areasend.domain.intervals import Interval
from areasend.domain.rulebooks.government import CLOCKS
from areasend.domain.rulebooks.reading import Force
from tests.domain.building import (
    AREA,
    INSPECTION,
    build_history,
    build_report,
    build_revisited,
    build_started,
    build_step,
)
from tests.domain.imagining import events

TODAY = date(2026, 11, 21)
LETTER = "Write again a year after the report"
REVIEW = "Review progress after the re-visit"
INSPECT = "Inspect an area that was never re-visited"
STARTED, REPORT = build_started("2018-10-01"), build_report("2018-12-07")
TOO_LITTLE = build_revisited("2021-07-20", verdict=Verdict.SOME)
AGAIN = {"inspection": "northumberland/2023/1"}


def duty(name, *told, as_at=TODAY):
    """Ask for a duty of an area of which an inspection and these events are held."""
    held = build_history(STARTED, *told, until=as_at)
    return next((one for one in deadlines(held, as_at=as_at) if one.duty == name), None)


def inspected_again(on):
    return build_started(on, framework=Framework.AREA_SEND_2023, **AGAIN)


# The second letter


@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("framework", Framework)
def test_a_minister_writes_again_where_there_were_significant_concerns(framework, outcome):
    told = build_started("2018-10-01", framework=framework), build_report(outcome=outcome)

    found = deadlines(build_history(*told), as_at=TODAY)

    concerns = outcome in {Outcome.STATEMENT_REQUIRED, Outcome.WIDESPREAD_FAILINGS}
    assert any(one.duty == LETTER for one in found) is concerns


@pytest.mark.parametrize(
    ("as_at", "state"),
    [(date(2019, 12, 31), State.RUNNING), (date(2020, 1, 1), State.WINDOW_PASSED)],
)
def test_a_minister_writes_about_twelve_months_after_the_report(as_at, state):
    found = duty(LETTER, REPORT, as_at=as_at)

    assert found.due == Interval.read("2019-12-07")
    assert (found.state, found.late, found.window) == (state, False, True)
    assert (found.owed_by, found.owed_to) == ("a minister", "the council and the NHS")
    assert found.start.words == "The report was published on 7 December 2018."


@pytest.mark.parametrize("on", ["2019-06-07", "2019-12", "2020-02-01", "2020-06-04"])
def test_a_letter_near_the_anniversary_is_the_second(on):
    letter = build_step("minister-wrote", on)

    found = duty(LETTER, REPORT, letter)

    assert found.state is State.MET
    assert found.fulfilment.words == f"A minister wrote {letter.on.when}."


@pytest.mark.parametrize(
    "on", ["2018-12-20", "2019-06-06", "2019", "../2019-12-07", "2020-06-06", "2023-03"]
)
def test_a_letter_far_from_the_anniversary_is_another(on):
    """Every area has a first letter soon after its report; a notice, years later, has its own."""
    assert duty(LETTER, REPORT, build_step("minister-wrote", on)).state is State.WINDOW_PASSED


def test_of_several_letters_the_one_near_the_anniversary_counts():
    letters = (build_step("minister-wrote", on) for on in ("2018-12-20", "2019-11-30", "2023-03"))
    other = build_step("stocktake", "2019-12-07")

    found = duty(LETTER, REPORT, other, *letters)

    assert found.fulfilment.on == Interval.read("2019-11-30")


def test_no_second_letter_was_promised_for_a_report_before_april_2018():
    assert duty(LETTER, build_report("2018-04-19")) is None
    assert duty(LETTER, build_report("2018-04-20")) is not None


def test_where_no_report_is_held_no_letter_fulfils_anything():
    (clock,) = CLOCKS[Framework.AREA_SEND_2023]
    unreported = build_history(STARTED, build_step("minister-wrote", "2019-12-07"))

    assert clock.stops(unreported.inspections[0], None) is None


# The review


def test_progress_is_reviewed_within_six_months_of_the_letter_on_a_re_visit():
    found = duty(REVIEW, REPORT, TOO_LITTLE, as_at=date(2022, 1, 20))

    assert found.due == Interval.read("2022-01-20")
    assert (found.state, found.window) == (State.RUNNING, False)
    assert found.owed_by == "the Department for Education and NHS England"
    assert found.start.words == "The letter on the re-visit was published on 20 July 2021."


@pytest.mark.parametrize(
    "told",
    [
        pytest.param((), id="no re-visit"),
        pytest.param((build_revisited("2021-07-20", verdict=Verdict.ALL),), id="enough progress"),
        pytest.param((build_revisited("2021-04-14", verdict=Verdict.NONE),), id="before"),
    ],
)
def test_no_review_is_promised_without_a_letter_that_found_too_little_progress_since(told):
    assert duty(REVIEW, REPORT, *told) is None


def test_a_review_that_is_not_held_has_passed_and_nobody_is_late():
    found = duty(REVIEW, REPORT, TOO_LITTLE, as_at=date(2022, 1, 21))

    assert (found.state, found.late) == (State.PASSED, False)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2022-01-14", State.MET),
        ("../2022-01-20", State.MET),
        ("2022-01", State.NOT_KNOWN),
        ("2023-09", State.NOT_KNOWN),
    ],
)
def test_the_first_review_held_need_not_be_the_first_there_was(on, state):
    """Reviews come about every six months and few are held: one in time may be missing."""
    review = build_step("accelerated-plan-reviewed", on)

    found = duty(REVIEW, REPORT, TOO_LITTLE, review)

    assert found.state is state
    assert found.fulfilment.words == (
        f"Reviewed {review.on.when}; an earlier review may be missing from our record."
    )


@pytest.mark.parametrize(
    ("on", "state"), [("2022-01-14", State.MET), ("2022-06-25", State.NOT_KNOWN)]
)
def test_where_monitoring_ended_there_had_been_a_review(on, state):
    found = duty(REVIEW, REPORT, TOO_LITTLE, build_step("monitoring-ceased", on))

    assert found.state is state
    assert found.fulfilment.on.earliest == date(2021, 7, 20)
    assert found.fulfilment.words.startswith("Reviewed on a day we do not hold, before monitoring ")


# Areas that were never re-visited


def test_an_area_never_re_visited_was_to_be_inspected_by_the_end_of_2025():
    found = duty(INSPECT, REPORT, as_at=date(2025, 12, 31))

    assert found.due == Interval.read("2025-12-31")
    assert (found.state, found.window) == (State.RUNNING, False)
    assert str(found.value.period) == "by 31 December 2025"
    assert found.start.words == "A statement was required, and we hold no re-visit."


def test_a_promise_is_not_shown_before_the_day_it_was_made():
    assert duty(INSPECT, REPORT, as_at=date(2025, 4, 8)) is None
    assert duty(INSPECT, REPORT, as_at=date(2025, 4, 9)) is not None


def test_an_area_that_was_not_inspected_is_not_late():
    """South Tyneside, Bradford, Knowsley and Wolverhampton: "never missed" (rule 13)."""
    found = duty(INSPECT, REPORT)

    assert (found.state, found.late) == (State.PASSED, False)
    assert found.value.force is Force.PRACTICE


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2025-04-09", State.MET),
        ("2025-12-31", State.MET),
        ("2026-02-02", State.MET_AFTER),
        ("2026-04-27", State.MET_AFTER),
        ("2023-01-01/2026-03-09", State.NOT_KNOWN),
    ],
)
def test_an_area_inspected_after_the_day_promised_is_never_called_late(on, state):
    """Barnsley was inspected on 2 February 2026 and Warwickshire on 27 April 2026."""
    found = duty(INSPECT, REPORT, inspected_again(on))

    assert (found.state, found.late) == (state, False)


def test_nothing_was_promised_of_an_area_inspected_already():
    """Richmond upon Thames was inspected in October 2023, before the promise of April 2025."""
    assert duty(INSPECT, REPORT, inspected_again("2023-10-02")) is None


@pytest.mark.parametrize(
    "told",
    [
        pytest.param((build_report(outcome=Outcome.NO_STATEMENT_REQUIRED),), id="no statement"),
        pytest.param((REPORT, TOO_LITTLE), id="a letter on a re-visit"),
        pytest.param((REPORT, build_step("revisit-started", "2021-05-19")), id="a re-visit"),
    ],
)
def test_the_promise_is_only_for_areas_with_a_statement_and_no_re_visit(told):
    assert duty(INSPECT, *told) is None


def test_no_promise_is_known_to_hold_before_a_report():
    assert duty(INSPECT) is None


# What holds of every promise

one_inspection = st.lists(events(inspections=(INSPECTION,)), max_size=4)


@given(one_inspection, st.booleans(), st.dates(date(2018, 12, 7), TODAY))
def test_no_promise_is_ever_called_late_even_if_our_record_were_complete(told, again, as_at):
    held = [STARTED, REPORT, *told, *([inspected_again("2026-04-27")] if again else [])]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clocks, "complete_to", lambda _kind: date.max)
        found = deadlines(read(AREA, held, until=as_at), as_at=as_at)

    promises = [one for one in found if one.duty in {LETTER, REVIEW, INSPECT}]
    assert not any(one.late or one.state is State.MET_LATE for one in promises)
