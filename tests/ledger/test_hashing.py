"""How a chain is made. These bytes are stored for ever: the values here never change."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.ledger.chain import BEFORE_THE_FIRST, digest, link, moment, new_salt, read_moment
from tests.ledger.deeds import run

NINE_CENTURIES = 9 * 36_525 * 86_400 * 10**6

moments = st.integers(-NINE_CENTURIES, NINE_CENTURIES).map(
    lambda microseconds: datetime(2000, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
)


def test_a_digest_is_of_the_salt_and_then_the_text_as_utf_8():
    # printf '5a17{"reason":"Größe"}' | sha256sum
    assert digest("5a17", '{"reason":"Größe"}') == (
        "c0bf5394c0c6c9a07d9aca9c0f97cc45b465f5921fe549004f0a5d9d5b47e49a"
    )


def test_a_link_is_of_the_hash_before_and_the_columns_one_a_line():
    # printf '%064d\\n1\\n2026-11-21T09:00:00.000000Z\\n7\\n\\nabc' 0 | sha256sum
    columns = (1, "2026-11-21T09:00:00.000000Z", 7, None, "abc")

    assert link(*columns, previous=BEFORE_THE_FIRST) == (
        "1f1b96186dd3bd316d764cd571e52f7a657faeee164a95b000f386fc216bbbbb"
    )


def test_a_salt_is_128_bits_and_never_the_same():
    salts = {new_salt() for _ in range(100)}

    assert len(salts) == 100
    assert {len(bytes.fromhex(salt)) for salt in salts} == {16}


def test_a_moment_is_written_in_utc_to_the_microsecond():
    summer = datetime(2026, 7, 1, 9, 30, tzinfo=ZoneInfo("Europe/London"))

    assert moment(summer) == "2026-07-01T08:30:00.000000Z"


@pytest.mark.slow
@given(at=moments, hours=st.integers(-12, 14))
def test_a_moment_is_read_as_it_was_written_wherever_it_was(at, hours):
    elsewhere = at.astimezone(timezone(timedelta(hours=hours)))

    assert moment(elsewhere) == moment(at)
    assert read_moment(moment(elsewhere)) == at


@pytest.mark.slow
@given(one=moments, other=moments)
def test_moments_sort_as_their_texts_do(one, other):
    assert (one < other) == (moment(one) < moment(other))


@pytest.mark.slow
@pytest.mark.django_db
@given(one=moments, other=moments)
def test_the_database_sorts_the_texts_of_moments_as_moments_sort(one, other):
    """In whatever order it sorts words: PostgreSQL may be set up for that of a language."""
    found = run("SELECT CAST(%s AS text) < CAST(%s AS text)", moment(one), moment(other))

    assert bool(found[0][0]) == (one < other)


@pytest.mark.django_db
@pytest.mark.only_on("postgresql", why="SQLite sorts by bytes")
def test_the_server_of_these_tests_sorts_words_as_english_does_if_it_can():
    knows_english = run("SELECT 1 FROM pg_collation WHERE collname = 'en-GB-x-icu'")

    assert run("SELECT 'a' < 'B'") == [(bool(knows_english),)]


@pytest.mark.parametrize(
    "text",
    [
        *("", "now", "2026-11-21", "2026-11-21T09:00:00Z", "2026-11-21T09:00:00.000000"),
        *("2026-11-21 09:00:00.000000Z", "2026-11-21T09:00:00.0Z", "2026-1-1T9:0:0.000000Z"),
        *("2026-02-30T09:00:00.000000Z", "2026-11-21T09:00:00.000000Z\n", "0999-01-01T"),
    ],
)
def test_a_moment_in_any_other_form_is_refused(text):
    with pytest.raises(ValueError, match="is not a moment as we write it"):
        read_moment(text)
