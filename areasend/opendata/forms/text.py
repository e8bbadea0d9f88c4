"""A table as CSV (RFC 4180, UTF-8) and as JSON, an array with an object a row."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from areasend.opendata.columns import Table, Type, Value, Values, text
from areasend.opendata.forms import Add

_PLAIN = {Type.WHOLE, Type.NUMBER, Type.TRUTH}


@contextmanager
def csv_of(table: Table, path: Path) -> Iterator[Add]:
    """Open a CSV file with a line of headers, and yield what adds a row to it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.name for column in table.columns)
        yield lambda values: writer.writerow(map(text, values))


@contextmanager
def json_of(table: Table, path: Path) -> Iterator[Add]:
    """Open a JSON file, and yield what adds a row to it."""
    names = [column.name for column in table.columns]
    plain = [column.type in _PLAIN for column in table.columns]
    between = ["[\n"]
    with path.open("w", encoding="utf-8", newline="") as file:

        def add(values: Values) -> None:
            cells = map(_cell, values, plain)
            row = json.dumps(dict(zip(names, cells, strict=True)), ensure_ascii=False)
            file.write(f"{between[0]}{row}")
            between[0] = ",\n"

        yield add
        file.write("\n]\n" if between[0] == ",\n" else "[]\n")


def _cell(value: Value, plain: bool) -> Value:
    return value if plain or value is None else text(value)
