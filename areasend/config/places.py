"""Where an installation keeps its record: a file of SQLite, or a PostgreSQL database."""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

_ADDRESSES = ("postgresql://", "postgres://")


def default_database() -> Path:
    """Return the database file in the user's data folder (XDG Base Directory specification)."""
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "areasend" / "areasend.sqlite3"


def default_postcodes(database: dict[str, Any]) -> Path:
    """Return the file for the index of postcodes: beside a database that is a file."""
    return _beside(database, "postcodes.sqlite3")


def default_downloads(database: dict[str, Any]) -> Path:
    """Return the folder for the releases of the data: beside a database that is a file."""
    return _beside(database, "downloads")


def default_papers(database: dict[str, Any]) -> Path:
    """Return the folder for published documents as they came: beside a database that is a file."""
    return _beside(database, "papers")


def _beside(database: dict[str, Any], name: str) -> Path:
    is_file = database["ENGINE"].endswith("sqlite3")
    held = Path(database["NAME"]) if is_file else default_database()
    return held.with_name(name)


def database(named: str) -> dict[str, Any]:
    """Return Django's settings for a file's path or a PostgreSQL address; empty is the default.

    :raises ImproperlyConfigured: if it is an address that names no PostgreSQL database
    """
    if named.startswith(_ADDRESSES):
        return _server(named)
    if "://" in named:
        raise ImproperlyConfigured(f"AREASEND_DATABASE is neither a file nor {_FORM}")
    return _file(Path(named or default_database()))


_FORM = "a PostgreSQL address such as postgresql://ROLE@HOST/NAME."


def _file(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # A writer takes its lock when its transaction begins, so that two never both read
            # the same last number; each waits for the other up to the timeout, in seconds.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            # WAL lets readers go on beside a writer; FULL makes a commit survive a power cut;
            # secure_delete overwrites an erased text with zeros instead of only letting go of it.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA secure_delete=ON;",
        },
    }


def without_waiting(settings: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of a database so that on a server a commit does not wait for the disk.

    For the worker, which writes no ledger. What it noted outlives it, but a power cut of the server
    may forget the last half second: then those mails are sent again under the same Message-ID.
    """
    if settings["ENGINE"].endswith("sqlite3"):
        return settings
    asked = f"{settings['OPTIONS'].get('options', '')} -c synchronous_commit=off".strip()
    return {**settings, "OPTIONS": {**settings["OPTIONS"], "options": asked}}


def _server(address: str) -> dict[str, Any]:
    # Imported here: whoever keeps a file does not wait for them.
    import dj_database_url
    from psycopg import IsolationLevel

    try:
        found: dict[str, Any] = {
            **dj_database_url.parse(address, conn_max_age=None, conn_health_checks=True)
        }
    except ValueError:
        found = {}
    if not found.get("NAME"):
        raise ImproperlyConfigured(f"AREASEND_DATABASE cannot be read as {_FORM}")
    found["OPTIONS"] = found.get("OPTIONS", {}) | {
        # Whatever the server's default is: what is read once the lock is held must be the newest.
        "isolation_level": IsolationLevel.READ_COMMITTED,
        # A statement asked a few times is planned once: planning was half of what a write took.
        "server_side_binding": True,
        "prepare_threshold": 5,
    }
    return found
