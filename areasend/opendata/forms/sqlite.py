"""All tables as one SQLite file, ready for Datasette."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from areasend.opendata.columns import Column, Table, Type, Value, Values, text
from areasend.opendata.forms import Add

_TYPES = {Type.WHOLE: "INTEGER", Type.NUMBER: "REAL", Type.TRUTH: "INTEGER"}
#: Nobody reads it before it is whole, so that nothing need be kept to undo.
_PLAINLY = ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-8000")


class File:
    """A file on its way: tables are added to it one after the other."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def table(self, table: Table) -> Add:
        """Make a table, and return what adds a row to it."""
        columns = ", ".join(_declared(column, table) for column in table.columns)
        self._connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
        places = ", ".join("?" * len(table.columns))
        says = f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608  names of ours

        def add(values: Values) -> None:
            self._connection.execute(says, [_cell(one) for one in values])

        return add

    def index(self, table: Table) -> None:
        """Index what names a row of another table, once the rows are there."""
        for column in table.columns:
            if column.of:
                self._connection.execute(
                    f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
                )

    def about(self, said: dict[str, str]) -> None:
        """Add a table that says what the file is."""
        self._connection.execute('CREATE TABLE "about" (what TEXT PRIMARY KEY, says TEXT NOT NULL)')
        self._connection.executemany('INSERT INTO "about" VALUES (?, ?)', said.items())


@contextmanager
def sqlite_of(path: Path) -> Iterator[File]:
    """Open a new SQLite file to add tables to; it is committed as a whole in the end."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for one in _PLAINLY:
            connection.execute(one)
        connection.execute("BEGIN")
        yield File(connection)
        connection.execute("COMMIT")


def _declared(column: Column, table: Table) -> str:
    kind = _TYPES.get(column.type, "TEXT")
    key = " PRIMARY KEY" if column is table.columns[0] else ""
    needed = " NOT NULL" if column.required else ""
    other = f' REFERENCES "{column.of}" (id)' if column.of else ""
    return f'"{column.name}" {kind}{key}{needed}{other}'


def _cell(value: Value) -> Value:
    return value if isinstance(value, int | float | str | None) else text(value)
