"""How an area's receipt of its report is estimated, by the rulebook of each framework."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from areasend.domain.events import Framework
from areasend.domain.history import Inspection
from areasend.domain.rulebooks.reading import UnableToReadRules, read, rulebook
from areasend.domain.rulebooks.receipt import receipt
from areasend.domain.working_days import calendar_known_on
from tests.domain.building import build_history, build_received, build_report, build_started
from tests.domain.sentences import is_plain_sentence

ENGLAND = calendar_known_on(date(2026, 11, 21))
ENDS = {Framework.LASEND_2016: (5, 6), Framework.AREA_SEND_2023: (5, 8)}
A_VALUE = """
[{key}]
says = "How long before publication."
[[{key}.values]]
from = 2023-01-01
value = "{value}"
force = "estimate"
reference = "Our count"
href = "docs/estimates.md"
checked = 2026-11-21
"""


def build_inspection(*told):
    return build_history(build_started("2019-01-07"), *told).inspections[0]


def rules_that_estimate(value):
    keys = ("receipt_before_publication_at_least", "receipt_before_publication_at_most")
    return read("".join(A_VALUE.format(key=key, value=value) for key in keys), name="made-up.toml")


@pytest.mark.parametrize(("framework", "ends"), ENDS.items())
@given(published=st.dates(date(2016, 5, 1), date(2026, 6, 29)))
def test_a_receipt_lies_between_the_rulebooks_two_ends_before_publication(
    framework, ends, published
):
    assume(ENGLAND.why_not(published) is None)
    inspection = build_inspection(build_report(published))

    start = receipt(inspection, rulebook(framework), ENGLAND)

    assert ENGLAND.between(start.on.latest, published) == ends[0]
    assert ENGLAND.between(start.on.earliest, published) == ends[1]
    assert start.at_latest == published
    assert start.estimated


@pytest.mark.parametrize(("framework", "ends"), ENDS.items())
def test_an_estimate_says_that_it_is_one_and_between_which_days(framework, ends):
    inspection = build_inspection(build_report("2023-11-10"))

    words = receipt(inspection, rulebook(framework), ENGLAND).words

    assert words.startswith("We do not hold the day the area received its report. We estimate it ")
    assert (
        f" at {ends[0]} to {ends[1]} working days before publication on 10 November 2023" in words
    )


@pytest.mark.parametrize("framework", Framework)
def test_a_stated_receipt_is_the_same_under_every_framework(framework):
    stated = build_inspection(build_received("2023-10-31"), build_report("2023-11-10"))

    start = receipt(stated, rulebook(framework), ENGLAND)

    assert (start.on.written, start.at_latest) == ("2023-10-31", date(2023, 10, 31))
    assert not start.estimated


def test_before_its_report_is_published_nobody_is_known_to_have_received_one():
    unpublished = Inspection("one", "kent")

    assert receipt(unpublished, rulebook(Framework.AREA_SEND_2023), ENGLAND) is None


@pytest.mark.parametrize("value", ["by 2025-12-31", "5 months", "5 days", "1 week"])
def test_an_estimate_in_anything_but_working_days_is_refused(value):
    inspection = build_inspection(build_report("2023-11-10"))

    with pytest.raises(UnableToReadRules) as refused:
        receipt(inspection, rules_that_estimate(value), ENGLAND)

    assert str(refused.value).endswith(" must be a number of working days.")
    assert is_plain_sentence(refused.value)


def test_hertfordshire_stated_a_due_date_that_the_longer_end_gives():
    """Published on 10 November 2023; the plan was due on 19 December (PQ of 28 November 2023)."""
    hertfordshire = build_inspection(build_report("2023-11-10"))

    start = receipt(hertfordshire, rulebook(Framework.AREA_SEND_2023), ENGLAND)

    assert ENGLAND.after(start.on.earliest, 35) == date(2023, 12, 19)
