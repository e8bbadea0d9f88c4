"""Reads a release of the data back from each of its forms, as lists of rows of plain values."""

import csv
import json
import sqlite3
from contextlib import closing
from datetime import date, datetime

import duckdb
from python_calamine import CalamineWorkbook

from areasend.opendata.columns import Table, Type, text
from areasend.opendata.forms.sheets import above

_READ = {
    Type.TEXT: str,
    Type.WHOLE: int,
    Type.NUMBER: float,
    Type.TRUTH: {"true": True, "false": False}.__getitem__,
    Type.DAY: date.fromisoformat,
    Type.MOMENT: lambda one: datetime.fromisoformat(one).replace(tzinfo=None),
}


def from_csv(folder, table: Table):
    with (folder / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file, strict=True)
    return [_typed(table, row) for row in rows]


def from_json(folder, table: Table):
    rows = json.loads((folder / f"{table.name}.json").read_text("utf-8"))
    assert all(list(row) == [column.name for column in table.columns] for row in rows)
    return [_typed(table, map(_as_text, row.values())) for row in rows]


def from_parquet(folder, table: Table):
    with duckdb.connect() as database:
        rows = database.read_parquet(str(folder / f"{table.name}.parquet"))
        assert rows.columns == [column.name for column in table.columns]
        return rows.fetchall()


def from_sqlite(folder, table: Table):
    with closing(sqlite3.connect(folder / "areasend.sqlite")) as database:
        rows = database.execute(f"SELECT * FROM {table.name} ORDER BY rowid").fetchall()  # noqa: S608
    whole = {place for place, one in enumerate(table.columns) if one.type is Type.TRUTH}
    return [
        _typed(
            table,
            (
                ("true" if one else "false")
                if place in whole and one is not None
                else _as_text(one)
                for place, one in enumerate(row)
            ),
        )
        for row in rows
    ]


def from_xlsx(folder, table: Table):
    return _from_sheet(folder / "areasend.xlsx", table)


def from_ods(folder, table: Table):
    return _from_sheet(folder / "areasend.ods", table)


def _from_sheet(path, table):
    lines = CalamineWorkbook.from_path(path).get_sheet_by_name(table.name).to_python()
    return [tuple(map(_of_sheet, row, table.columns)) for row in lines[len(above(table)) + 1 :]]


def _of_sheet(cell, column):
    if cell == "":
        return None
    if column.type is Type.WHOLE:
        return int(cell)
    # A sheet's moments go to the millisecond.
    return cell.replace(microsecond=0) if isinstance(cell, datetime) else cell


def _typed(table, cells):
    pairs = zip(cells, table.columns, strict=True)
    return tuple(_READ[column.type](cell) if cell else None for cell, column in pairs)


def _as_text(value):
    return text(value)


FORMS = {
    "JSON": from_json,
    "Parquet": from_parquet,
    "SQLite": from_sqlite,
    "XLSX": from_xlsx,
    "ODS": from_ods,
}
