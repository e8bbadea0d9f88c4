"""The chain as a stranger may have it: every link of what is in effect, and nothing to come."""

from datetime import timedelta

import pytest

from areasend.ledger import chain, public_chain
from areasend.ledger.public_chain import Head
from tests.builders import build_step
from tests.ledger.deeds import LATER, NOW, erase, record, release, tell, tell_everything

pytestmark = pytest.mark.django_db
ONE_DAY = timedelta(days=1)


def had(at):
    return list(public_chain.rows(known_at=at))


def test_before_the_first_release_there_is_no_row():
    assert public_chain.head(known_at=NOW) == Head(0, chain.BEFORE_THE_FIRST, 0)
    assert had(NOW) == []


def test_every_row_follows_the_one_before_and_bears_its_own_hash_and_text():
    tell_everything()
    rows = had(LATER)
    before = chain.BEFORE_THE_FIRST

    for place, row in enumerate(rows, start=1):
        columns = (row.number, row.takes_effect_at, row.corrects, row.digest)
        assert (row.number, row.previous) == (place, before)
        assert row.hash == chain.link(*columns, previous=before)
        assert not row.text or row.digest == chain.digest(row.salt, row.text)
        before = row.hash
    assert public_chain.head(known_at=LATER) == Head(len(rows), before, 0)
    assert [row.number for row in rows if row.corrects] == [3]


def test_of_an_erased_text_neither_salt_nor_words_are_had():
    tell(build_step(words="Somebody is named here."))
    erase(1)
    first = had(LATER)[0]

    assert (first.salt, first.text) == ("", "")
    assert first.digest


def test_it_ends_before_what_has_not_yet_taken_effect_and_goes_on_after():
    tell(build_step())
    release(record(build_step(area="bury")), at=NOW + ONE_DAY, now=NOW)
    tell(build_step(area="kent"))

    soon = NOW + timedelta(hours=1)
    assert [row.number for row in had(soon)] == [1]
    assert public_chain.head(known_at=soon).beyond == 1
    assert [row.number for row in had(NOW + ONE_DAY)] == [1, 2, 3]
    assert public_chain.head(known_at=NOW + ONE_DAY).beyond == 0


def test_a_row_as_text_has_an_empty_cell_for_nothing():
    tell(build_step())
    (row,) = had(NOW)

    assert row.cells[:3] == ("1", chain.moment(NOW), "")
    assert len(row.cells) == len(public_chain.COLUMNS)


def test_rows_read_a_few_at_a_time_are_the_same(monkeypatch):
    tell_everything()
    every = had(LATER)
    monkeypatch.setattr(public_chain, "_AT_ONCE", 2)

    assert had(LATER) == every
