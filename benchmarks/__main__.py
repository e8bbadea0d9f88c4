"""Runs every benchmark and prints one table: `python -m benchmarks`, or with `--quick`."""

import os
import sys
from collections.abc import Iterator

from areasend.config.command import start
from benchmarks import ledgers
from benchmarks.rounds import FULL, QUICK, Size
from benchmarks.table import Line, show, times_as_long


def main(size: Size) -> None:
    """Print the table."""
    with ledgers.in_a_file() as ledger:
        os.environ["AREASEND_DATABASE"] = ledger
        start()
        print(show(_lines(ledger, size)))


def _lines(ledger: str, size: Size) -> Iterator[Line]:
    # Only now that there is a ledger to read.
    from benchmarks import (
        alerts,
        api,
        cold,
        downloads,
        entries,
        folding,
        postcodes,
        reading,
        themes,
        website,
        working_days,
    )

    yield from folding.lines(size)
    yield from working_days.lines(size)
    yield from cold.lines(ledger, size)
    yield from downloads.lines(ledger, size)
    yield entries.line(ledger, "SQLite", size, asked=None)
    yield from postcodes.lines(size)
    yield from website.lines(ledger, size)
    yield from api.lines(ledger, size)
    yield from reading.lines(size)
    yield from themes.lines(size)
    yield from alerts.lines(ledger, "SQLite", size)
    with ledgers.on_a_server() as on_postgresql:
        yield entries.line(on_postgresql, "PostgreSQL", size, asked=times_as_long(2))
        yield from alerts.lines(on_postgresql, "PostgreSQL", size)


if __name__ == "__main__":
    main(QUICK if "--quick" in sys.argv else FULL)
