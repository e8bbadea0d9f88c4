"""What describes the files is right of each, and every row bears what every row must."""

import csv
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import fields
from pathlib import Path

import duckdb
import pandas
import polars
import pytest
from frictionless import Package, system

from areasend.answers.data_releases import LOADING, data_releases
from areasend.opendata.tables import TABLES
from tests.asking import NEWEST
from tests.opendata.reading_forms import from_csv

pytestmark = pytest.mark.slow


def test_the_data_package_is_valid(national):
    with system.use_context(trusted=True):
        report = Package(str(national / "datapackage.json")).validate()

    assert report.flatten(["type", "note"]) == []
    assert len(report.tasks) == len(list(national.iterdir())) - 2  # it, and the checksums
    assert report.valid


def test_a_value_that_breaks_its_declaration_makes_it_invalid(national, tmp_path):
    described = json.loads((national / "datapackage.json").read_text("utf-8"))
    coverage = next(one for one in described["resources"] if one["name"] == "coverage")
    altered = (national / "coverage.csv").read_text("utf-8").replace("only as found", "surely")
    (tmp_path / "coverage.csv").write_text(altered, encoding="utf-8")
    for measured in ("bytes", "hash"):
        del coverage[measured]
    (tmp_path / "datapackage.json").write_text(json.dumps({**described, "resources": [coverage]}))

    report = Package(str(tmp_path / "datapackage.json")).validate()

    assert {kind for (kind,) in report.flatten(["type"])} == {"constraint-error"}


def test_a_source_whose_address_is_none_makes_it_invalid(national, tmp_path):
    described = json.loads((national / "datapackage.json").read_text("utf-8"))
    rulebooks = next(one for one in described["resources"] if one["name"] == "rulebooks")
    altered = (national / "rulebooks.csv").read_text("utf-8").replace("https://", "a copy at ")
    (tmp_path / "rulebooks.csv").write_text(altered, encoding="utf-8")
    for measured in ("bytes", "hash"):
        del rulebooks[measured]
    (tmp_path / "datapackage.json").write_text(json.dumps({**described, "resources": [rulebooks]}))

    report = Package(str(tmp_path / "datapackage.json")).validate()

    assert {kind for (kind,) in report.flatten(["type"])} == {"constraint-error"}


def test_the_checksums_are_those_that_sha256sum_checks(national):
    run = subprocess.run(
        ["sha256sum", "--check", "--strict", "checksums.txt"],
        cwd=national,
        capture_output=True,
        text=True,
        check=True,
    )

    assert run.stdout.count(": OK") == len(list(national.iterdir())) - 1


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_row_bears_its_identifier_source_and_confidence(national, table):
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in from_csv(national, table)]

    assert len({row["id"] for row in rows}) == len(rows)
    assert [row["id"] for row in rows if not (row["source"] and row["confidence"])] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_tables_columns_are_the_fields_of_its_answers_row(table):
    assert [column.name for column in table.columns] == [field.name for field in fields(table.row)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_can_be_asked_for_by_its_plain_name(national, table):
    names = ", ".join(column.name for column in table.columns)

    with duckdb.connect() as database, closing(sqlite3.connect(":memory:")) as other:
        database.execute(f"SELECT {names} FROM '{national / f'{table.name}.parquet'}'").fetchone()  # noqa: S608
        other.execute(f"ATTACH '{national / 'areasend.sqlite'}' AS held")
        other.execute(f"SELECT {names} FROM held.{table.name}").fetchone()  # noqa: S608


def test_the_register_reads_the_same_from_the_description(national):
    (found,) = data_releases(national.parent)

    assert (found.name, found.number, found.chain_number) == (national.name, NEWEST, NEWEST)
    assert [table.name for table in found.tables] == [table.name for table in TABLES]
    assert all(len(table.files) == 3 for table in found.tables)
    assert found.file("events.csv").bytes == (national / "events.csv").stat().st_size


def test_it_is_cited_with_its_permalink(national):
    cited = (national / "citation.bib").read_text("utf-8")
    readme = (national / "README.md").read_text("utf-8")

    assert f"url = {{https://register.example/data/{national.name}}}" in cited
    assert f"https://register.example/data/{national.name}" in readme
    assert "areasend data FOLDER --as-at 2026-11-21 --known-at 2026-11-" in readme


@pytest.mark.parametrize(
    ("what", "module"), [("pandas", pandas), ("polars", polars), ("DuckDB", duckdb)]
)
def test_a_table_is_loaded_in_the_one_line_that_is_given(national, what, module):
    line = dict(LOADING)[what].format(at=f"{national}/")
    given = {module.__name__: module}

    exec(line, given)  # noqa: S102  a line of our documentation

    assert len(given["events"]) == len(from_csv(national, TABLES[1])) > 1000


@pytest.mark.slow
def test_r_loads_a_table_in_the_one_line_that_is_given(national):
    found = shutil.which("Rscript")
    if found is None:
        pytest.skip("not run: there is no Rscript here (Debian: r-base-core)")
    line = dict(LOADING)["R"].format(at=f"{national}/")

    told = subprocess.run(
        [found, "--vanilla", "-e", f"{line}; cat(nrow(events), names(events)[1:3])"],
        capture_output=True,
        text=True,
        check=True,
    )

    names = [column.name for column in TABLES[1].columns[:3]]
    assert told.stdout.split() == [str(len(from_csv(national, TABLES[1]))), *names]
    assert told.stderr == ""


def test_every_line_that_is_given_is_run():
    assert [what for what, _ in LOADING] == ["pandas", "polars", "DuckDB", "R"]


def test_datasette_opens_the_file_with_what_is_said_of_it(national):
    run = subprocess.run(
        [
            Path(sys.executable).parent / "datasette",
            national / "areasend.sqlite",
            "--metadata",
            national / "metadata.json",
            "--get",
            "/areasend/areas.json?id=dudley&_shape=array",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    (dudley,) = json.loads(run.stdout)

    assert dudley["name"] == "Dudley"
    assert re.match("Inspected in", dudley["standing"])


@pytest.mark.parametrize("place", ["city-of-london", "isles-of-scilly"])
def test_no_figure_of_an_area_with_so_few_children_is_in_any_form(national, place):
    with duckdb.connect() as database:
        parquet = f"SELECT count(*) FROM '{national / 'context.parquet'}' WHERE place = '{place}'"  # noqa: S608
        assert database.execute(parquet).fetchone() == (0,)
    for form in ("csv", "json"):
        assert place not in (national / f"context.{form}").read_text("utf-8")
    with closing(sqlite3.connect(national / "areasend.sqlite")) as database:
        rows = database.execute("SELECT count(*) FROM context WHERE place = ?", [place])
        assert rows.fetchone() == (0,)


def test_no_small_number_of_people_is_among_the_figures(national):
    with (national / "context.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    pairs = [(row["count"], row["out_of"], row["rate"]) for row in rows]
    small = [
        pair
        for pair in pairs
        if pair[0]
        and (1 <= int(pair[0]) <= 4 or (pair[1] and 1 <= int(pair[1]) - int(pair[0]) <= 4))
    ]
    hidden = [row for row in rows if row["count_why"] in {"fewer than 5", "all but fewer than 5"}]

    assert len(rows) > 5000
    assert small == []
    assert len(hidden) > 10
    assert {row["rate"] for row in hidden} == {""}


def test_a_verdict_is_a_verdict_and_where_there_is_none_it_says_why(national):
    with (national / "weaknesses.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))

    assert {row["verdict"] for row in rows} == {
        *("", "enough progress", "not enough progress", "effective action")
    }
    assert all(bool(row["verdict"]) is not bool(row["no_verdict"]) for row in rows)
    assert {row["no_verdict"] for row in rows} >= {"in the letter", "no re-visit held"}


def test_the_notes_say_how_much_was_read_in_reports(national):
    described = json.loads((national / "datapackage.json").read_text("utf-8"))
    weaknesses = next(one for one in described["resources"] if one["name"] == "weaknesses")
    with (national / "weaknesses.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    judged = sum(bool(row["verdict"]) for row in rows)

    assert weaknesses["notes"][-1] == (
        f"Of {len(rows):,} rows, {judged:,} have a verdict of their own, 0 the words of the "
        "report, and 0 say who is responsible."
    )
