"""What can be keyed again from a document, and when an answer agrees with what is held."""

from datetime import date

import pytest

from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.events import (
    Framework,
    InspectionStarted,
    MonitoringInspected,
    Outcome,
    ReportPublished,
    Revisited,
    Step,
    StepKind,
    Verdict,
)
from areasend.domain.intervals import Interval
from areasend.domain.keyable import (
    BY_KEY,
    KEYABLE,
    Answer,
    NotAnAnswer,
    agree,
    held_by,
    in_words,
    keyed,
)

_SOURCE = Source(title="A report", publisher="Ofsted", kind=SourceKind.OFFICIAL)
_FACTS = {
    "area": "dudley",
    "inspection": "dudley/2025/1",
    "attested": (
        Attestation(source=_SOURCE, on=Interval.day(date(2025, 1, 20)), confidence=Confidence.HIGH),
    ),
}


@pytest.mark.parametrize(
    ("event", "held"),
    [
        (
            InspectionStarted(**_FACTS, framework=Framework.AREA_SEND_2023),
            {"started": "2025-01-20"},
        ),
        (Step(**_FACTS, step=StepKind.FIELDWORK_ENDED), {"ended": "2025-01-20"}),
        (Step(**_FACTS, step=StepKind.STOCKTAKE), {}),
        (
            ReportPublished(**_FACTS, outcome=Outcome.STATEMENT_REQUIRED, weaknesses=5),
            {"outcome-2016": "statement-required", "weaknesses": "5"},
        ),
        (
            ReportPublished(
                **_FACTS,
                outcome=Outcome.WIDESPREAD_FAILINGS,
                priority_actions=2,
                next_full_years=3,
            ),
            {"outcome-2023": "widespread-failings", "priority-actions": "2", "next-full": "3"},
        ),
        (Revisited(**_FACTS, verdict=Verdict.SOME), {"verdict": "some"}),
        (MonitoringInspected(**_FACTS, effective=True), {"effective": "effective"}),
        (MonitoringInspected(**_FACTS, effective=False), {"effective": "not-effective"}),
    ],
)
def test_an_event_holds_what_its_document_says(event, held):
    assert {one.of.key: one.value for one in held_by(event)} == held


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("started", "2025-01-20", "2025-01-20"),
        ("weaknesses", "05", "5"),
        ("outcome-2023", "positive", "positive"),
    ],
)
def test_an_answer_is_kept_in_one_form(key, typed, kept):
    assert keyed(BY_KEY[key], typed) == kept


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("started", "2025-01"),
        ("started", "soon"),
        ("weaknesses", "five"),
        ("weaknesses", "-5"),
        ("weaknesses", "٥"),
        ("weaknesses", "123"),
        ("outcome-2023", "statement-required"),
    ],
)
def test_what_is_no_answer_is_refused(key, typed):
    with pytest.raises(NotAnAnswer):
        keyed(BY_KEY[key], typed)


@pytest.mark.parametrize(
    ("key", "held", "answer", "same"),
    [
        ("started", "2025-01-20", "2025-01-20", True),
        ("started", "2025-01-20", "2025-01-21", False),
        ("started", "2025-01", "2025-01-31", True),
        ("started", "2025-01", "2025-02-01", False),
        ("weaknesses", "5", "5", True),
        ("weaknesses", "5", "6", False),
    ],
)
def test_a_day_agrees_with_the_days_that_are_held_and_all_else_with_its_like(
    key, held, answer, same
):
    assert agree(BY_KEY[key], held, answer) is same


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("started", "2025-01", "January 2025"),
        ("effective", "not-effective", "No, not effective"),
        ("weaknesses", "5", "5"),
    ],
)
def test_a_value_is_shown_in_words(key, value, words):
    assert in_words(BY_KEY[key], value) == words


def test_every_outcome_and_verdict_is_among_the_answers():
    offered = {one.value for each in KEYABLE for one in each.choices}

    assert offered >= {*map(str, Outcome), *map(str, Verdict)}
    assert all(each.choices for each in KEYABLE if each.answer is Answer.CHOICE)
