"""A whole ledger out and in at the command line: nothing is lost, and all comes in or nothing."""

import shutil
import sys

import pytest

from areasend.ledger import tables
from areasend.terminal import loading
from areasend.terminal.upkeep import RECORD
from tests.asking import NEWEST
from tests.ledger.test_exporting import held
from tests.ledgers import connected_to
from tests.terminal.test_troubles import counts, refused

pytestmark = pytest.mark.slow


@pytest.fixture
def elsewhere(ledgers):
    """Another installation, whose database is there and empty."""
    ledger = ledgers.new()
    yield ledger
    ledgers.drop(ledger)


@pytest.mark.usefixtures("record")
def test_what_is_exported_here_is_imported_elsewhere_and_exported_there_the_same(
    run, elsewhere, tmp_path
):
    run("expunge", 57, "--by", 1, 2, "--reason", "Ordered by a court.", "--yes")
    out = run("export", tmp_path / "here")

    with connected_to(elsewhere):
        taken_in = run("import", tmp_path / "here")
        again = run("import", tmp_path / "here")
        run("export", tmp_path / "there")
        place = tables.place()

    what = f"{NEWEST + 1} entries, {NEWEST + 1} releases"
    assert out.stdout == f"Wrote {what} to {tmp_path / 'here'}.\n"
    assert taken_in.stdout == f"Loaded {what} into {place}.\n"
    assert again.stdout == f"{place} is up to date.\n"
    assert held(tmp_path / "here") == held(tmp_path / "there") != held(RECORD)


@pytest.mark.usefixtures("record")
def test_an_export_of_another_ledger_is_refused_and_nothing_is_taken_in(run, elsewhere, tmp_path):
    run("withdraw", 57, "--by", 1, "--reason", "It was recorded here.")
    run("export", tmp_path / "here")
    with connected_to(elsewhere):
        run("load")
        run("withdraw", 57, "--by", 1, "--reason", "It was recorded there.")
        before = counts()

        found = run("import", tmp_path / "here")

        refused(found, f"entry {NEWEST + 1} here is another than in the files.")
        assert counts() == before


def test_an_import_that_stops_halfway_leaves_nothing_behind(run, nowhere, tmp_path):  # noqa: ARG001
    shutil.copytree(RECORD, tmp_path / "export")
    (tmp_path / "export" / "publication.csv").write_text("entry,release\n1,1\n")

    refused(run("import", tmp_path / "export"), "No entry is named that it makes public.")
    assert counts() == (0, 0)


@pytest.mark.usefixtures("nowhere")
def test_the_record_is_loaded_and_is_then_up_to_date(run):
    first, again = run("load"), run("load")

    assert first.stdout == f"Loaded {NEWEST} entries, {NEWEST} releases into {tables.place()}.\n"
    assert again.stdout == f"{tables.place()} is up to date.\n"
    assert first.stderr == again.stderr == ""


@pytest.mark.parametrize(("watched", "shown"), [(True, True), (False, False)])
def test_a_person_sees_how_far_it_has_come_and_a_program_does_not(
    capsys, monkeypatch, watched, shown
):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)

    assert list(loading._with_a_bar("entry", [1, 2, 3])) == [1, 2, 3]
    assert ("Taking in entry" in capsys.readouterr().err) == shown
