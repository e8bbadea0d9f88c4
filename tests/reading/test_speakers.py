"""Who speaks in a source: by its address where that was looked at, and else as recorded."""

import pytest

from areasend.answers.wording import whose_word
from areasend.domain.attestations import SourceKind
from areasend.domain.events import Step, StepKind
from areasend.reading.speakers import CHECKED, speaker
from tests.builders import build_source


@pytest.mark.parametrize(
    ("href", "recorded", "speaks"),
    [
        ("https://vdocument.in/a-plan.html", SourceKind.COUNCIL, SourceKind.THIRD_PARTY),
        ("https://www.readkong.com/page/1", SourceKind.COUNCIL, SourceKind.THIRD_PARTY),
        ("https://github.com/data-to-insight/tool", SourceKind.OFFICIAL, SourceKind.THIRD_PARTY),
        ("https://github.com/ofsted/tool", SourceKind.OFFICIAL, SourceKind.OFFICIAL),
        ("https://livewellsouthend.com/send", SourceKind.PRESS, SourceKind.COUNCIL),
        ("https://www.southend.gov.uk/vdocument.in/", SourceKind.COUNCIL, SourceKind.COUNCIL),
        ("", SourceKind.COUNCIL, SourceKind.COUNCIL),
    ],
)
def test_a_place_that_was_looked_at_says_who_speaks_and_every_other_as_recorded(
    href, recorded, speaks
):
    assert speaker(build_source(kind=recorded, href=href)) is speaks


def test_what_is_no_address_is_none():
    copy = build_source(href="https://docslib.org/doc/1")

    assert build_source(href="docslib.org (copy of the letter)").address == ""
    assert copy.address == copy.href


def test_no_source_is_older_than_what_it_tells_of(told):
    held = [one for events in told.values() for event in events for one in event.attested]
    older = [one for one in held if (day := one.source.dated) and day < one.on.earliest]

    assert older == []
    statement = next(one for one in held if "1 February 2023" in one.source.title)
    assert whose_word(statement).endswith("forum.org.uk, 1 February 2023")


def test_no_date_of_a_letter_is_told_as_the_day_of_its_receipt(told):
    received = [
        one
        for events in told.values()
        for event in events
        if isinstance(event, Step) and event.step is StepKind.REPORT_RECEIVED
        for one in event.attested
    ]

    assert len(received) > 1
    assert [one.words for one in received if "inferred" in one.words] == []


def test_a_list_is_named_after_who_keeps_it_and_not_after_its_site(told):
    held = [one.source for events in told.values() for event in events for one in event.attested]

    lists = {one.publisher for one in held if "data-to-insight" in one.href}

    assert lists == {"Data to Insight"}


def test_every_place_is_written_as_it_is_compared():
    assert not [one for one in CHECKED if "://" in one or one.startswith("www.")]


def test_the_record_says_itself_who_speaks_at_every_place_that_was_looked_at(told):
    held = [one.source for events in told.values() for event in events for one in event.attested]

    assert [one for one in held if speaker(one) is not one.kind] == []
    assert [one for one in held if one.href != one.address] == []
    there = [begins for begins in CHECKED if any(f"/{begins}" in _plain(one.href) for one in held)]
    assert set(CHECKED) - set(there) == {"docslib.org"}


def _plain(href):
    return href.replace("www.", "")
