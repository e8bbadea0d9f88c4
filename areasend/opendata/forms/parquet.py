"""A table as Parquet, made by DuckDB from the same table's CSV file."""

import atexit
import gc
from pathlib import Path

import duckdb

from areasend.opendata.columns import Table, Type

_TYPES = {
    Type.TEXT: "VARCHAR",
    Type.WHOLE: "BIGINT",
    Type.NUMBER: "DOUBLE",
    Type.TRUTH: "BOOLEAN",
    Type.DAY: "DATE",
    Type.MOMENT: "TIMESTAMP",
}
#: One thread and a limit: the same rows give the same bytes, and much of them no more memory.
_SETTINGS = {"threads": "1", "memory_limit": "512MB", "autoinstall_known_extensions": "false"}
#: Bytes of the longest line of a CSV file that it reads.
LONGEST_LINE = 8_000_000
# What a command freezes as it ends, DuckDB takes for leaked, and says so at length.
atexit.register(gc.unfreeze)


def connect(beside: Path) -> duckdb.DuckDBPyConnection:
    """Return a database in memory that fetches nothing and uses little.

    What it has no room for it puts into a folder, for as long as it is open.
    """
    return duckdb.connect(config={**_SETTINGS, "temp_directory": str(beside / ".spilt")})


def parquet_of(table: Table, comma_separated: Path, path: Path) -> None:
    """Write a table as Parquet from its CSV file, row after row in the same order."""
    columns = {column.name: _TYPES[column.type] for column in table.columns}
    with connect(path.parent) as database:
        rows = database.read_csv(
            str(comma_separated),
            header=True,
            columns=columns,
            quotechar='"',
            escapechar='"',
            delimiter=",",
            max_line_size=LONGEST_LINE,
        )
        rows.write_parquet(str(path), compression="zstd")
