"""Who speaks in a source: by its address where that was looked at, and else as recorded."""

from datetime import date

import pytest

from areasend.answers.wording import whose_word
from areasend.domain.attestations import SourceKind
from areasend.domain.speakers import CHECKED, address, dated, speaker
from tests.builders import build_attestation, build_source


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
    assert address(build_source(href="docslib.org (copy of the letter)")) == ""
    assert address(build_source(href="https://docslib.org/doc/1")) == "https://docslib.org/doc/1"


def test_a_day_from_before_what_a_source_tells_of_is_not_its_own():
    source = build_source(dated=date(2019, 3, 12))

    told = {
        on: dated(build_attestation(on, source=source)) is not None
        for on in ("2022-11-28", "2019-03-13", "2019-03-12", "2019", "../2022-11-28")
    }

    assert list(told.values()) == [False, False, True, True, True]


def test_nothing_in_the_record_is_told_by_a_source_older_than_itself(told):
    held = [one for events in told.values() for event in events for one in event.attested]

    assert [one for one in held if (day := dated(one)) and day < one.on.earliest] == []
    assert "2019" not in whose_word(
        next(one for one in held if "information-stands" in one.source.href)
    )


def test_every_place_is_written_as_it_is_compared():
    assert not [one for one in CHECKED if "://" in one or one.startswith("www.")]


def test_what_a_place_that_was_looked_at_holds_is_of_one_kind(told):
    held = [one.source for events in told.values() for event in events for one in event.attested]

    for begins, kind in CHECKED.items():
        there = [one for one in held if f"/{begins}" in one.href.replace("www.", "")]
        assert {speaker(one) for one in there} <= {kind}
        assert there or begins == "docslib.org"
