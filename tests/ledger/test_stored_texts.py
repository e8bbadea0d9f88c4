"""What the ledger stores is read for ever, exactly as it was written."""

import json
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given

from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.events import (
    Act,
    Event,
    Framework,
    Instrument,
    Outcome,
    Plan,
    ReportPublished,
    StepKind,
    Verdict,
)
from areasend.domain.intervals import Interval
from areasend.ledger.statements import (
    Erased,
    Finding,
    Statement,
    Told,
    area_of,
    event_from_plain,
    event_to_plain,
    read,
    write,
)
from tests.builders import build_step
from tests.ledger.imagined import events, statements

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.json"))

#: Words that stored texts hold. A word may be added here, never changed or taken away.
STORED_WORDS = {
    Finding: {"corrected", "not-corrected", "cannot-tell"},
    Framework: {"lasend-2016", "area-send-2023"},
    Outcome: {
        "statement-required",
        "no-statement-required",
        "positive",
        "inconsistent",
        "widespread-failings",
    },
    Instrument: {"improvement-notice", "direction", "commissioner"},
    Act: {"issued", "varied", "closed", "revoked", "appointed"},
    Verdict: {"all", "some", "none"},
    Plan: {"statement", "accelerated-progress-plan", "priority-action-plan"},
    StepKind: {
        "inspection-notified",
        "fieldwork-ended",
        "report-received",
        "statement-submitted",
        "statement-published",
        "revisit-notified",
        "revisit-started",
        "revisit-ended",
        "minister-wrote",
        "board-established",
        "monitoring-visit",
        "monitoring-ceased",
        "accelerated-plan-required",
        "accelerated-plan-submitted",
        "accelerated-plan-published",
        "accelerated-plan-reviewed",
        "accelerated-plan-ended",
        "strategic-plan-published",
        "priority-plan-submitted",
        "priority-plan-published",
        "engagement-meeting",
        "stocktake",
        "deep-dive",
        "monitoring-inspection-notified",
        "monitoring-inspection-started",
        "peer-review",
        "ombudsman-report",
    },
    SourceKind: {
        "official",
        "parliament",
        "council",
        "nhs",
        "forum",
        "advisory",
        "press",
        "personal or party",
        "third party",
    },
    Confidence: {"official", "high", "medium", "low"},
}


def stored(sample: Path) -> str:
    return sample.read_text(encoding="utf-8").removesuffix("\n")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_stored_text_is_read_and_written_again_byte_for_byte(sample):
    text = stored(sample)

    assert write(read(text)) == text


def test_every_statement_and_every_event_has_a_sample():
    said = [read(stored(sample)) for sample in SAMPLES]

    assert {type(one) for one in said} == set(get_args(Statement))
    assert {type(one.event) for one in said if isinstance(one, Told)} == set(get_args(Event))


def test_every_word_of_every_enumeration_is_still_the_one_that_was_stored():
    assert {kind: {str(word) for word in kind} for kind in STORED_WORDS} == STORED_WORDS


def test_every_enumeration_that_an_event_holds_is_among_them():
    held = {
        kind
        for owner in (*get_args(Event), *get_args(Statement), Attestation, Source)
        for kind in owner.__annotations__.values()
        if isinstance(kind, type) and issubclass(kind, StrEnum)
    }

    assert held == set(STORED_WORDS)


def test_a_sample_says_what_it_said_when_it_was_written():
    ofsted = Source(
        title="Area SEND inspection data",
        publisher="Ofsted",
        kind=SourceKind.OFFICIAL,
        href="https://www.gov.uk/government/collections/area-send-statistics",
        dated=date(2022, 11, 17),
        place="sheet Area_SEND, row 57, column E",
    )
    paper = Source(
        title="Report to the Health and Wellbeing Board — “next steps”",
        publisher="Dudley Council",
        kind=SourceKind.COUNCIL,
        dated=date(2019, 9, 2),
        place="page 3",
    )

    said = read(stored(Path(__file__).parent / "samples" / "told-report-published.json"))

    assert said == Told(
        event=ReportPublished(
            area="dudley",
            inspection="dudley/2016/1",
            outcome=Outcome.STATEMENT_REQUIRED,
            weaknesses=14,
            attested=(
                Attestation(
                    source=ofsted,
                    on=Interval.day(date(2019, 5, 10)),
                    confidence=Confidence.OFFICIAL,
                ),
                Attestation(
                    source=paper,
                    on=Interval(date(2019, 5, 1), date(2019, 5, 31)),
                    confidence=Confidence.MEDIUM,
                    words="The letter came out in May.",
                ),
            ),
        )
    )


@pytest.mark.slow
@given(statement=statements)
def test_whatever_is_written_is_read_back_the_same(statement):
    text = write(statement)

    assert read(text) == statement
    assert write(read(text)) == text


@pytest.mark.slow
@given(event=events)
def test_an_event_as_plain_data_is_the_same_event(event):
    plain = event_to_plain(event)

    assert event_from_plain(plain) == event
    assert event_from_plain(json.loads(json.dumps(plain))) == event


@pytest.mark.slow
@given(statement=statements)
def test_the_canonical_text_is_one_line_with_sorted_keys_and_no_needless_spaces(statement):
    text = write(statement)

    plain = json.loads(text)
    assert text == json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert "\n" not in text


@pytest.mark.slow
@given(event=events)
def test_a_text_is_filed_under_the_area_of_its_event(event):
    assert area_of(Told(event=event)) == event.area


def test_the_account_of_an_erasure_is_filed_under_no_area():
    assert area_of(Erased(number=1, reason="Ordered.")) == ""


def test_what_is_left_out_takes_no_space():
    assert "words" not in write(Told(event=build_step()))
    assert "reason" not in write(Told(event=build_step()))
