"""Django's settings for the command line: one database and the ledger, nothing else."""

import os
from pathlib import Path

from areasend.config.places import default_database, default_postcodes

_DATABASE = Path(os.environ.get("AREASEND_DATABASE") or default_database())

INSTALLED_APPS = [
    "areasend.ledger.apps.LedgerConfig",
    "areasend.register.apps.RegisterConfig",  # the table of reported errors
]

#: What each face deletes by rule, given the present day, whenever the record is loaded.
SWEEPS = ["areasend.register.reports.sweep"]

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": _DATABASE,
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
}

#: The index of postcodes: made from a package when the record is loaded, never written to after.
POSTCODES = Path(os.environ.get("AREASEND_POSTCODES") or default_postcodes(_DATABASE))

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
