"""What an export holds comes in whole, and only what follows on what is there."""

from pathlib import Path

import pytest

import areasend
from areasend.ledger.statements import read, write
from areasend.ledger.transfer import UnableToImport, export_to, import_from
from areasend.ledger.verifying import verify
from tests.builders import build_step
from tests.ledger.deeds import (
    LATER,
    NOW,
    erase,
    every_row,
    faults,
    record,
    release,
    said,
    tell,
    tell_everything,
)
from tests.ledger.tampering import bytes_of, drop, empty_the_ledger
from tests.ledger.test_exporting import held, lines_of

RECORD = Path(areasend.__file__).parent / "record" / "ledger"
NAMED = "Persephone Wintergreen said so."
in_a_transaction = pytest.mark.django_db


def without_areas_of_erased(rows):
    """An export carries no area of an erased text: that column is only there to look it up by."""
    for name in ("entry_text", "release_text"):
        rows[name] = [row if row[3] else (row[0], "", *row[2:]) for row in rows[name]]
    return rows


@in_a_transaction
def test_an_empty_ledger_takes_in_every_column_of_every_row(tmp_path):
    tell_everything()
    release(record(build_step()), at=LATER, now=NOW)
    record(build_step())
    before = every_row()
    export_to(tmp_path)
    empty_the_ledger()

    new = import_from(tmp_path)

    assert new == {"entry": 7, "release": 6}
    assert every_row() == without_areas_of_erased(before)
    assert faults() == []


@in_a_transaction
def test_what_was_taken_in_is_exported_byte_for_byte_the_same(tmp_path):
    tell_everything()
    export_to(tmp_path / "there")
    empty_the_ledger()
    import_from(tmp_path / "there")

    export_to(tmp_path / "and back")

    assert held(tmp_path / "and back") == held(tmp_path / "there")


@in_a_transaction
def test_taking_in_the_same_again_changes_nothing(tmp_path):
    tell_everything()
    export_to(tmp_path)
    before = every_row()

    assert import_from(tmp_path) == {"entry": 0, "release": 0}
    assert every_row() == before


@in_a_transaction
def test_a_longer_export_adds_only_what_is_new(tmp_path):
    number = tell(build_step("2019-06-17"))
    export_to(tmp_path / "shorter")
    tell(build_step("2019-06-18"), corrects=number, reason="It was misread.")
    export_to(tmp_path / "longer")
    longer = every_row()
    empty_the_ledger()
    import_from(tmp_path / "shorter")

    assert import_from(tmp_path / "longer") == {"entry": 1, "release": 1}
    assert every_row() == longer


@in_a_transaction
def test_a_shorter_export_takes_nothing_away(tmp_path):
    tell(build_step())
    export_to(tmp_path)
    tell(build_step())
    before = every_row()

    assert import_from(tmp_path) == {"entry": 0, "release": 0}
    assert every_row() == before


@in_a_transaction
def test_a_ledger_goes_on_from_what_it_took_in(tmp_path):
    tell_everything()
    export_to(tmp_path)
    empty_the_ledger()
    import_from(tmp_path)

    assert tell(build_step()) == 6
    assert faults() == []


@in_a_transaction
def test_a_ledger_that_went_another_way_is_refused_and_stays_as_it_is(tmp_path):
    tell(build_step(words="The first, here and there."))
    export_to(tmp_path / "common")
    tell(build_step(words="The second, there."))
    export_to(tmp_path / "there")
    empty_the_ledger()
    import_from(tmp_path / "common")
    tell(build_step(words="The second, here."))
    before = every_row()

    with pytest.raises(UnableToImport, match="entry 2 here is another than in the files"):
        import_from(tmp_path / "there")

    assert every_row() == before


@in_a_transaction
def test_an_answer_for_a_past_moment_comes_with_the_record(tmp_path):
    event = build_step()
    tell(event, at=NOW)
    export_to(tmp_path)
    empty_the_ledger()
    assert said(NOW) == []

    import_from(tmp_path)

    assert said(NOW) == [event]


@in_a_transaction
def test_an_erasure_reaches_an_installation_that_held_the_words(tmp_path):
    number = tell(build_step(words=NAMED))
    export_to(tmp_path / "before")
    erase(number)
    export_to(tmp_path / "after")
    empty_the_ledger()
    import_from(tmp_path / "before")
    assert NAMED in repr(every_row())

    import_from(tmp_path / "after")

    assert NAMED not in repr(every_row())
    assert faults() == []
    assert [erased[:2] for erased in verify().erased] == [("entry", 1), ("release", 1)]


@in_a_transaction
def test_an_erased_text_does_not_come_back_with_an_older_export(tmp_path):
    number = tell(build_step(words=NAMED))
    export_to(tmp_path)
    erase(number)
    before = every_row()

    assert import_from(tmp_path) == {"entry": 0, "release": 0}
    assert every_row() == before


def test_an_erasure_that_is_taken_in_leaves_no_byte_of_the_words(tmp_path, on_disk):
    number = tell(build_step(words=NAMED))
    export_to(tmp_path / "before")
    erase(number)
    export_to(tmp_path / "after")
    empty_the_ledger()
    import_from(tmp_path / "before")
    before = bytes_of(on_disk)

    import_from(tmp_path / "after")

    assert b"Persephone" in before
    assert b"Persephone" not in bytes_of(on_disk)


@in_a_transaction
def test_a_ledger_that_is_not_whole_takes_nothing_in(tmp_path):
    tell_everything()
    export_to(tmp_path)
    drop("entry_delete_refused")
    before = every_row()

    with pytest.raises(UnableToImport, match=r"The trigger entry_delete_refused is missing"):
        import_from(tmp_path)

    assert every_row() == before


@pytest.mark.slow
@in_a_transaction
def test_the_record_that_ships_with_us_comes_in_whole_and_goes_out_the_same(tmp_path):
    import_from(RECORD)

    export_to(tmp_path)

    assert faults() == []
    assert held(tmp_path) == held(RECORD)


@pytest.mark.parametrize("name", ["entry.csv", "release.csv"])
def test_every_text_of_the_record_is_written_as_we_write_it(name):
    for line in lines_of(RECORD / name):
        assert write(read(line["text"])) == line["text"]
