"""Whatever was mended, what was said before and what is said since never read the same."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest

from areasend.answers.corrections import corrected
from areasend.answers.told_apart import FIELDS
from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind, Spot
from areasend.domain.intervals import Interval
from areasend.ledger.published import Correction
from tests.builders import build_attestation, build_report, build_source, build_step

AT = datetime(2026, 11, 22, tzinfo=UTC)
WORDS = (Spot(what="outcome", page=2, box=(10, 20, 30, 40)),)
OF_SOURCES = {
    "title": ("Another title", "Another title"),
    "publisher": ("Bury", "Bury"),
    "kind": (SourceKind.NHS, "NHS"),
    "href": ("https://example.org/letter", "https://example.org/letter"),
    "dated": (date(2019, 6, 20), "20 June 2019"),
    "place": ("page 3", "page 3"),
    "sha256": ("ab" * 32, "ab" * 32),
    "spots": (WORDS, "outcome page 2 box 10, 20, 30, 40"),
}
OF_THEIR_WORD = {
    "on": (Interval.read("2019-06-18"), "18 June 2019"),
    "confidence": (Confidence.LOW, "low"),
    "words": ("Sent that day", "Sent that day"),
    "set_aside": ("It is a misprint.", "It is a misprint."),
}


def before_and_since(before, since):
    found = corrected(Correction(2, 1, AT, AT, before, since, "Misread."))
    return found.before, found.now


@pytest.mark.parametrize("name", OF_SOURCES)
def test_a_source_that_was_mended_reads_differently(name):
    value, says = OF_SOURCES[name]
    told = build_attestation()
    mended = replace(told, source=replace(told.source, **{name: value}))

    before, since = before_and_since(build_step(attested=(told,)), build_step(attested=(mended,)))

    assert before != since
    assert says in since
    assert says not in before


@pytest.mark.parametrize("name", OF_THEIR_WORD)
def test_a_word_that_was_mended_reads_differently(name):
    value, says = OF_THEIR_WORD[name]
    told = build_attestation()
    mended = replace(told, **{name: value})

    before, since = before_and_since(build_step(attested=(told,)), build_step(attested=(mended,)))

    assert before != since
    assert says in since
    assert says not in before


def test_every_field_of_a_source_and_of_its_word_is_tried_and_has_a_name():
    assert set(OF_SOURCES) == {one.name for one in fields(Source)}
    assert set(OF_THEIR_WORD) == {one.name for one in fields(Attestation)} - {"source"}
    assert set(FIELDS) == {*OF_SOURCES, *OF_THEIR_WORD}


def test_only_what_differs_is_named():
    told, gone = (
        build_attestation(source=build_source(title=title, place="page 3"))
        for title in ("The statement", "The letter")
    )

    before, since = before_and_since(
        build_step(attested=(told, gone)), build_step(attested=(told,))
    )

    assert before.endswith(
        "(Dudley) Number of sources: 2. Title of the source: The statement; The letter."
    )
    assert since.endswith("(Dudley) Number of sources: 1. Title of the source: The statement.")


def test_a_part_of_the_event_that_its_sentence_leaves_out_is_named():
    before, since = before_and_since(
        build_report(inspection="dudley/2016/1"), replace(build_report(), next_full_years=3)
    )

    assert before.endswith("Inspection: dudley/2016/1. Years to the next full inspection: none.")
    assert since.endswith("Inspection: none. Years to the next full inspection: 3.")
