"""The public chain as a file, and beside it the script by which anyone checks it."""

import csv
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from areasend.ledger import public_chain

CHECKER = "check_chain.py"


def write_chain(folder: Path, *, known_at: datetime) -> None:
    """Write the chain as it could be had at a moment, a row at a time, and what checks it."""
    with (folder / "chain.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(public_chain.COLUMNS)
        for row in public_chain.rows(known_at=known_at):
            writer.writerow(row.cells)
    script = files("areasend.opendata") / CHECKER
    (folder / CHECKER).write_text(script.read_text(encoding="utf-8"), encoding="utf-8")
