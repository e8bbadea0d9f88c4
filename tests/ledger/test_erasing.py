"""Erasure ordered by law: the words are gone, the chains hold, and everyone can see that it was."""

import random
import sqlite3
from datetime import timedelta

import pytest
from django.db import connection, transaction

from areasend.ledger.databases import postgresql
from areasend.ledger.entries import entry_says
from areasend.ledger.expunge import UnableToErase, expunge, still_held
from areasend.ledger.models import EntryText, ReleaseText
from areasend.ledger.statements import Erased, read
from areasend.ledger.verifying import verify
from tests.builders import build_step
from tests.ledger.deeds import (
    CLERK,
    LATER,
    NOW,
    REGISTRAR,
    erase,
    every_row,
    faults,
    record,
    run,
    said,
    tell,
)
from tests.ledger.tampering import bytes_of

NAMED = "Persephone Wintergreen said so."
REASON = "Ordered by a court."
in_a_transaction = pytest.mark.django_db
only_on_sqlite = pytest.mark.only_on("sqlite", why="PostgreSQL's log is not emptied")
only_on_postgresql = pytest.mark.only_on("postgresql", why="SQLite keeps no old rows and no log")


def refused(number=1, *, by=(CLERK, REGISTRAR), reason=REASON, says):
    before = every_row()
    with pytest.raises(UnableToErase, match=says):
        expunge(number, reason=reason, by=by, at=NOW)
    assert every_row() == before


@in_a_transaction
def test_the_text_and_the_salt_of_entry_and_release_are_gone():
    number = tell(build_step(words=NAMED))

    erase(number)

    for texts in (EntryText, ReleaseText):
        assert texts.objects.filter(number=1).values_list("salt", "text").get() == ("", "")
    assert entry_says(number) is None
    assert "Persephone" not in repr(every_row())


@in_a_transaction
def test_the_chains_still_verify_and_say_what_was_erased_and_why():
    number = tell(build_step(words=NAMED))
    tell(build_step())

    erase(number, reason=REASON)

    found = verify()
    assert found.faults == ()
    assert found.erased == (("entry", 1, REASON), ("release", 1, REASON))


@in_a_transaction
def test_the_links_of_the_chains_are_as_they_were():
    tell(build_step(words=NAMED))
    before = every_row()

    erase(1)

    after = every_row()
    assert (after["entry"][0], after["release"][0]) == (before["entry"][0], before["release"][0])


@in_a_transaction
def test_an_account_is_written_in_both_chains_and_nobody_is_named_in_the_public_one():
    number = tell(build_step(words=NAMED))

    account = erase(number)

    private = Erased(number=1, reason=REASON, by=(CLERK, REGISTRAR))
    public = Erased(number=1, reason=REASON)
    assert entry_says(account) == private
    assert read(ReleaseText.objects.get(number=2).text) == public


@in_a_transaction
def test_the_public_account_names_the_release_and_not_the_entry():
    record(build_step())
    number = tell(build_step(words=NAMED))

    erase(number)

    assert number == 2
    assert read(ReleaseText.objects.get(number=2).text).number == 1


@in_a_transaction
def test_it_is_no_longer_shown_even_as_known_before_the_erasure():
    kept = build_step(area="bury")
    tell(kept, at=NOW)
    number = tell(build_step(words=NAMED), at=NOW)

    erase(number, at=LATER)

    assert said(NOW) == said(LATER - timedelta(days=1)) == said(LATER) == [kept]


@in_a_transaction
def test_an_entry_that_was_never_released_is_erased_from_the_private_chain_alone():
    number = record(build_step(words=NAMED))

    erase(number)

    assert verify().rows == {"entry": 2, "release": 0}
    assert faults() == []


@in_a_transaction
def test_erasing_a_correction_does_not_bring_back_what_it_corrected():
    misread = tell(build_step("2019-06-17"))
    correction = tell(build_step("2019-06-18"), corrects=misread, reason="It was misread.")

    erase(correction)

    assert said() == []
    assert faults() == []


@in_a_transaction
def test_erasing_what_was_corrected_leaves_the_correction_standing():
    misread = tell(build_step(words=NAMED))
    event = build_step()
    tell(event, corrects=misread, reason="Nobody need be named.")

    erase(misread)

    assert said() == [event]
    assert faults() == []


@in_a_transaction
def test_it_takes_two_people():
    tell(build_step())

    refused(by=(CLERK, CLERK), says="needs a reason and two different people")
    for too_few_or_many in ((), (CLERK,), (CLERK, REGISTRAR, CLERK)):
        with pytest.raises(ValueError, match="unpack"):
            expunge(1, reason=REASON, by=too_few_or_many, at=NOW)
    assert verify().erased == ()


@in_a_transaction
@pytest.mark.parametrize("reason", ["", " \n"])
def test_it_takes_a_reason(reason):
    tell(build_step())

    refused(reason=reason, says="needs a reason and two different people")


@in_a_transaction
@pytest.mark.parametrize("number", [0, 2, -1])
def test_what_is_not_there_is_not_erased(number):
    tell(build_step())

    refused(number, says=f"There is no text to erase in entry {number}")


@in_a_transaction
def test_what_is_erased_is_not_erased_again():
    erase(tell(build_step()))

    refused(says="There is no text to erase in entry 1")


@in_a_transaction
def test_the_account_of_an_erasure_stays():
    account = erase(tell(build_step()))

    refused(account, says="Entry 2 accounts for an erasure and must stay")


def test_no_byte_of_it_is_left_in_the_files(on_disk):
    number = tell(build_step(words=NAMED))
    salts = [
        salt for (salt,) in run("SELECT salt FROM entry_text UNION SELECT salt FROM release_text")
    ]
    before = bytes_of(on_disk)

    erase(number)

    after = bytes_of(on_disk)
    for words in ("Persephone", *salts):
        assert words.encode() in before
        assert words.encode() not in after
    assert len(salts) == 2


@pytest.mark.slow
def test_no_byte_is_left_of_texts_long_and_short_erased_in_any_order(on_disk):
    chance = random.Random(57)
    if connection.vendor == "postgresql":  # which would store long texts in fewer bytes
        for table in ("entry_text", "release_text"):
            run(f"ALTER TABLE {table} ALTER COLUMN text SET STORAGE EXTERNAL")
    with transaction.atomic():
        names = {
            tell(build_step(words=f"Name{count:03}. " * chance.choice([1, 9, 90, 900]))): count
            for count in range(60)
        }

    erased = chance.sample(sorted(names), 25)
    for number in erased:
        erase(number)

    held = bytes_of(on_disk)
    left = {number for number, count in names.items() if f"Name{count:03}.".encode() in held}
    assert left == names.keys() - set(erased)


@only_on_sqlite
def test_who_erases_is_told_when_another_program_keeps_the_words_in_use(on_disk):
    number = tell(build_step(words=NAMED))
    run("PRAGMA busy_timeout = 20")
    reader = sqlite3.connect(on_disk, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM entry").fetchall()

    with pytest.raises(UnableToErase, match=r"another program is reading .* -wal until every"):
        erase(number)
    kept = bytes_of(on_disk)
    reader.close()

    assert faults() == []
    assert entry_says(number) is None
    assert b"Persephone" in kept


@only_on_sqlite
def test_once_every_program_is_closed_no_word_is_left(on_disk):
    test_who_erases_is_told_when_another_program_keeps_the_words_in_use(on_disk)

    transaction.get_connection().close()

    assert b"Persephone" not in bytes_of(on_disk)


@only_on_sqlite
def test_of_a_file_there_is_nothing_more_to_be_told(on_disk):  # noqa: ARG001  it is erased from
    erase(tell(build_step(words=NAMED)))

    assert still_held() == ""


@only_on_postgresql
def test_the_log_of_the_server_holds_what_was_erased_and_who_erases_is_told(on_disk):
    from tests.server import log_of

    erase(tell(build_step(words=NAMED)))

    assert b"Persephone" in log_of(on_disk)
    assert still_held() == (
        "In PostgreSQL the words may still be in its write-ahead log and in backups: "
        "docs/how-to/erase.md says what to do."
    )


@only_on_postgresql
def test_who_erases_is_told_when_another_program_keeps_the_tables_in_use(on_disk, monkeypatch):
    import psycopg

    monkeypatch.setattr(postgresql, "_PATIENCE", "50ms")
    number = tell(build_step(words=NAMED))
    with psycopg.connect(on_disk) as reader:
        reader.execute("SELECT count(*) FROM entry_text")
        with pytest.raises(UnableToErase, match="another program is reading") as refusal:
            erase(number)
        kept = bytes_of(on_disk)

    assert (faults(), entry_says(number)) == ([], None)
    assert b"Persephone" in kept
    run(str(refusal.value).rpartition("until their owner runs ")[2].removesuffix("."))
    assert b"Persephone" not in bytes_of(on_disk)
