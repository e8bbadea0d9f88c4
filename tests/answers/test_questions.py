"""Every question has one shape, every claim a place, and no answer says what may not be said."""

import csv
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest

import areasend
from areasend.answers.questions import QUESTIONS, answer
from areasend.answers.questions.claims import rows
from areasend.answers.wording import HEARSAY
from areasend.domain.attestations import SourceKind
from areasend.domain.measures import MEASURES
from tests.asking import DAYS, TODAY, asked
from tests.sayings import FORBIDDEN, texts

pytestmark = [pytest.mark.usefixtures("read_once"), pytest.mark.slow]

CLAIMS = Path(areasend.__file__).parent / "record" / "claims.csv"
everywhere = pytest.mark.parametrize("day", DAYS, ids=str)
each = pytest.mark.parametrize("name", QUESTIONS)


@cache
def answered(name, day):
    return answer(name, asked(day))


@each
@everywhere
def test_an_answer_has_tables_whose_rows_fit_their_columns(name, day):
    found = answered(name, day)

    assert found.main_table in found.tables
    assert len({table.name for table in found.tables}) == len(found.tables)
    for table in found.tables:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert {len(row) for row in table.rows} <= {len(names)}


@each
@everywhere
def test_an_answer_says_its_rule_its_source_and_where_to_find_it_again(name, day):
    found = answered(name, day)

    assert found.rule
    assert found.source
    assert found.permalink.startswith(f"areasend answer {name} --as-at {day} --known-at ")


@each
@everywhere
def test_no_answer_says_that_anybody_failed_or_was_late(name, day):
    found = [words for words in texts(asdict(answered(name, day))) if FORBIDDEN.search(words)]

    assert found == []


@each
@everywhere
def test_only_what_others_stated_is_a_percentage(name, day):
    told = asdict(answered(name, day))
    told.pop("claims")

    assert [words for words in texts(told) if "%" in words] == []


@each
@everywhere
def test_a_count_is_never_more_than_what_it_is_out_of(name, day):
    for one in answered(name, day).totals:
        assert one.ours >= 0
        assert one.out_of is None or one.ours <= one.out_of
        assert one.stated is None or one.stated_by


@each
def test_a_question_says_what_was_asked_and_by_whom(name):
    question = QUESTIONS[name]

    assert question.name == name
    assert question.asks.endswith("?")
    assert question.title
    assert question.source


# What others claimed.


def test_every_claim_belongs_to_a_question_and_names_its_day_and_its_source():
    with CLAIMS.open(encoding="utf-8") as file:
        raw = list(csv.reader(file))

    assert {len(row) for row in raw} == {len(raw[0])}
    assert len({row["key"] for row in rows()}) == len(rows())
    assert len({(row["question"], row["says"]) for row in rows()}) == len(rows())
    for row in rows():
        assert row["question"] in QUESTIONS
        assert row["by"]
        assert row["when"]
        assert row["says"]
        assert row["stated"]
        assert SourceKind(row["kind"])
        assert not row["measure"] or row["measure"] in MEASURES


def test_every_claim_stands_beside_ours_once_its_day_has_come():
    claims = [one for name in QUESTIONS for one in answered(name, TODAY).claims]

    assert len(claims) == len(rows())
    assert all(one.ours for one in claims)


@everywhere
def test_no_claim_is_shown_before_the_day_that_it_speaks_of(day):
    assert all(one.as_at <= day for name in QUESTIONS for one in answered(name, day).claims)


def test_what_the_press_and_forums_claim_is_reported_and_what_officials_state_is_not():
    kinds = {(row["question"], row["says"]): SourceKind(row["kind"]) for row in rows()}

    for name in QUESTIONS:
        for one in answered(name, TODAY).claims:
            assert one.reported is (kinds[name, one.says] in HEARSAY)


def test_a_claim_and_ours_are_the_same_only_where_the_numbers_are():
    same = {one.says: one.same for name in QUESTIONS for one in answered(name, TODAY).claims}

    assert same["Told to make a statement in the North East"] is True
    assert same["Told to make a statement in the East of England"] is False
    assert same["Told to make a statement in England"] is True
    assert same["Told to make a statement in 2018 and 2019"] is False
    assert same["Significant weaknesses in 60 areas"] is None
