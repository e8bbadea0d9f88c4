"""`areasend find`, as a person meets it, and the index that `load` makes for it."""

import csv
import io
import json

import pytest
from django.conf import settings

from areasend.gazetteer import directory, index

pytestmark = pytest.mark.slow

AS_AT = ("--as-at", "2026-11-21")


@pytest.mark.usefixtures("postcodes")
def test_a_postcode_leads_to_its_area(run):
    found = run("find", "DY1", "1HF", *AS_AT)

    assert found.stdout == "That postcode is in Dudley.\n\nareasend area dudley\n"


@pytest.mark.usefixtures("postcodes")
def test_a_beginning_offers_the_choice_with_counts(run):
    page = run("find", "TD15", *AS_AT).stdout
    told = json.loads(run("find", "TD15", *AS_AT, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("find", "TD15", "--format", "csv").stdout)))

    assert "Postcodes that begin so" in page
    assert "Northumberland" in page
    assert [one["name"] for one in told["possible"]] == ["Northumberland", "Scotland"]
    assert [row["slug"] for row in rows] == ["northumberland", ""]
    assert int(rows[0]["postcodes"]) > int(rows[1]["postcodes"]) > 0


def test_a_choice_of_names_is_a_list(run):
    found = run("find", "Kingston", *AS_AT)

    assert "  - Kingston upon Hull\n  - Kingston upon Thames\n" in found.stdout


def test_a_name_nobody_bears_comes_with_names_like_it(run):
    found = run("find", "Dudly", *AS_AT)

    assert found.exit_code == 0
    assert "Names like it: Dudley" in found.stdout


def test_without_an_index_one_is_told_how_to_make_it(run, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "POSTCODES", tmp_path / "postcodes.sqlite3")

    found = run("find", "DY1", "1HF")

    assert found.exit_code == 2
    assert "Make it with: areasend load" in found.stderr
    assert "1HF" not in found.stderr


@pytest.mark.usefixtures("record")
def test_loading_makes_the_index_once(run, tmp_path, monkeypatch):
    smallest = [file for file in directory.files() if "_J" in file.name]
    monkeypatch.setattr(directory, "files", lambda: smallest)
    monkeypatch.setattr(settings, "POSTCODES", tmp_path / "data" / "postcodes.sqlite3")

    first, again = run("load"), run("load")

    assert "Indexing every postcode" in first.stderr
    assert "Indexed the postcodes to November 2025 into " in first.stdout
    assert "postcode" not in again.output
    assert index.councils("JE", index=settings.POSTCODES)
