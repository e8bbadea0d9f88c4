"""The ledger written out as files that anyone can read and check, all of them or none."""

import csv
import hashlib
import os
from pathlib import Path

import pytest

from areasend.ledger.transfer import export_to, hashes
from areasend.ledger.verifying import verify
from tests.builders import build_step
from tests.ledger.deeds import erase, record, tell, tell_everything
from tests.ledger.tampering import behind_its_back

pytestmark = pytest.mark.django_db

FILES = ("entry.csv", "publication.csv", "release.csv")


def held(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def lines_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_export_is_three_files_and_says_how_many_rows_they_hold(tmp_path):
    tell_everything()

    counts = export_to(tmp_path / "new" / "folder")

    assert counts == {"entry": 5, "release": 5}
    assert tuple(held(tmp_path / "new" / "folder")) == FILES


def test_an_empty_ledger_is_exported_as_headings(tmp_path):
    assert export_to(tmp_path) == {"entry": 0, "release": 0}
    assert held(tmp_path) == {
        "entry.csv": b"number,recorded_at,by,corrects,digest,previous,hash,salt,text\n",
        "publication.csv": b"entry,release\n",
        "release.csv": b"number,takes_effect_at,corrects,digest,previous,hash,salt,text\n",
    }


def test_the_same_ledger_is_exported_byte_for_byte_the_same(tmp_path):
    tell_everything()

    export_to(tmp_path / "first")
    export_to(tmp_path / "again")

    assert held(tmp_path / "first") == held(tmp_path / "again")


def test_a_longer_ledger_only_adds_lines_at_the_end(tmp_path):
    tell(build_step())
    export_to(tmp_path / "shorter")
    tell(build_step(), corrects=1, reason="It was misread.")

    export_to(tmp_path / "longer")

    longer = held(tmp_path / "longer")
    for name, content in held(tmp_path / "shorter").items():
        assert longer[name].startswith(content)


@pytest.mark.parametrize("name", ["entry", "release"])
def test_a_stranger_checks_a_chain_with_nothing_but_sha_256(tmp_path, name):
    tell_everything()
    export_to(tmp_path)

    previous = "0" * 64
    for place, line in enumerate(lines_of(tmp_path / f"{name}.csv"), start=1):
        columns = [line[column] for column in line if column not in {"previous", "hash"}][:-2]
        expected = hashlib.sha256("\n".join([previous, *columns]).encode()).hexdigest()
        assert line["hash"] == expected
        assert line["previous"] == previous
        assert line["number"] == str(place)
        if line["text"]:
            assert (
                line["digest"] == hashlib.sha256((line["salt"] + line["text"]).encode()).hexdigest()
            )
        previous = line["hash"]


def test_the_words_of_an_erased_text_are_in_no_export_made_later(tmp_path):
    number = tell(build_step(words="Persephone Wintergreen said so."))
    export_to(tmp_path / "before")
    erase(number)

    export_to(tmp_path / "after")

    assert b"Persephone" in b"".join(held(tmp_path / "before").values())
    assert b"Persephone" not in b"".join(held(tmp_path / "after").values())


def test_the_hashes_of_an_export_find_what_a_chain_alone_does_not(tmp_path):
    tell_everything()
    record(build_step())
    export_to(tmp_path)
    assert verify(hashes(tmp_path)).faults == ()

    behind_its_back("DELETE FROM entry WHERE number = 6", "DELETE FROM entry_text WHERE number = 6")

    assert verify().faults == ()
    assert [str(fault) for fault in verify(hashes(tmp_path)).faults] == [
        "entry 6: It is known elsewhere, and is not here."
    ]


def test_a_ledger_with_a_missing_text_is_exported_as_far_as_it_goes(tmp_path):
    tell_everything()
    behind_its_back("DELETE FROM entry_text WHERE number = 2")

    export_to(tmp_path)

    assert [line["text"] == "" for line in lines_of(tmp_path / "entry.csv")] == [
        *(False, True, False, True, False)
    ]


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_when_the_disk_is_full_the_older_files_stay_as_they_were(tmp_path, monkeypatch, fails_at):
    tell(build_step())
    export_to(tmp_path)
    older = held(tmp_path)
    tell(build_step())

    monkeypatch.setattr(os, "fsync", failing_at(fails_at, os.fsync))
    with pytest.raises(OSError, match="No space left"):
        export_to(tmp_path)

    assert held(tmp_path) == older


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_when_a_file_cannot_be_moved_to_its_place_each_is_whole(tmp_path, monkeypatch, fails_at):
    tell(build_step())
    export_to(tmp_path / "now")
    older = held(tmp_path / "now")
    tell(build_step())
    export_to(tmp_path / "newer")
    newer = held(tmp_path / "newer")

    monkeypatch.setattr(Path, "replace", failing_at(fails_at, Path.replace))
    with pytest.raises(OSError, match="No space left"):
        export_to(tmp_path / "now")

    now = held(tmp_path / "now")
    assert now.keys() == older.keys()
    assert all(now[name] in {older[name], newer[name]} for name in now)
    assert sum(now[name] == newer[name] for name in now) == fails_at - 1


def failing_at(call, deed):
    """Return a function that does a deed, but says at one call that the disk is full."""
    calls = iter(range(1, 100))

    def do(*arguments):
        if next(calls) == call:
            raise OSError(28, "No space left on device")
        return deed(*arguments)

    return do
