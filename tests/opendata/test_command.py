"""`areasend data` as a person meets it: what it says, where it builds, and what it refuses."""

import pytest
from click.testing import CliRunner
from django.conf import settings

from areasend.config.command import command
from areasend.opendata import command as face
from tests.asking import NEWEST
from tests.opendata.conftest import QUICK
from tests.terminal.test_troubles import refused

pytestmark = pytest.mark.slow


@pytest.fixture
def run(monkeypatch):
    """Run the command, with one table alone so that it takes no time."""
    whole = face.build
    monkeypatch.setattr(face, "build", lambda *given, **more: whole(*given, tables=QUICK, **more))
    return lambda *words: CliRunner().invoke(command(), ["data", *map(str, words)])


@pytest.mark.usefixtures("record")
def test_it_says_what_it_built_and_where(run, tmp_path):
    first = run(tmp_path, "--as-at", "2026-11-21")
    again = run(tmp_path, "--as-at", "2026-11-21")

    place = tmp_path / f"2026-11-21-r{NEWEST}"
    assert first.stdout.startswith(
        f"Built areasend open data, as at 21 November 2026, release {NEWEST}: 15 files, "
    )
    assert first.stdout.endswith(f" MB, in {place}.\n")
    assert first.stderr == ""
    assert again.stdout == f"{place} is there already, as it was built.\n"


@pytest.mark.usefixtures("record")
def test_without_a_folder_it_builds_where_the_website_looks(run, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "DOWNLOADS", tmp_path / "downloads")

    run("--as-at", "2026-11-21")

    assert (tmp_path / "downloads" / f"2026-11-21-r{NEWEST}" / "datapackage.json").is_file()


@pytest.mark.usefixtures("record")
def test_the_address_is_in_what_is_cited(run, tmp_path):
    run(tmp_path, "--as-at", "2026-11-21", "--address", "https://register.example/")

    cited = (tmp_path / f"2026-11-21-r{NEWEST}" / "citation.bib").read_text("utf-8")
    assert f"https://register.example/data/2026-11-21-r{NEWEST}" in cited


@pytest.mark.usefixtures("record")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--as-at", "2026-02-30"), "there is no such day"),
        (("--as-at", "2026-11"), "is not one day"),
        (("--known-at", "yesterday"), "is not a moment"),
        (("--known-at", "2099-01-01"), "What we shall know at a later moment we cannot tell."),
        (("--known-at", "2020-01-01"), "Nothing had been released by that moment."),
    ],
)
def test_what_cannot_be_built_is_said_in_one_sentence(run, tmp_path, words, told):
    refused(run(tmp_path / "data", *words), told)
    assert not list(tmp_path.glob("data/2*"))


@pytest.mark.usefixtures("record")
def test_a_file_in_the_way_is_said(run, tmp_path):
    (tmp_path / "file").write_text("mine")

    refused(run(tmp_path / "file"), "is a file")


@pytest.mark.usefixtures("nowhere")
def test_without_a_record_it_says_how_to_load_one(run, tmp_path):
    refused(run(tmp_path), "Load it with: areasend load")
