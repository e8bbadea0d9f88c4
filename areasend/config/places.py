"""Where an installation keeps its files unless it is told otherwise."""

import os
from pathlib import Path


def default_database() -> Path:
    """Return the database file in the user's data folder (XDG Base Directory specification)."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "areasend" / "areasend.sqlite3"


def default_postcodes(database: Path) -> Path:
    """Return the file for the index of postcodes, beside the database."""
    return database.with_name("postcodes.sqlite3")
