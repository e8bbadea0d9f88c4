"""Django's settings for the command line: one database and the ledger, nothing else."""

import os
from pathlib import Path

from areasend.config.places import database, default_downloads, default_postcodes

INSTALLED_APPS = [
    "areasend.ledger.apps.LedgerConfig",
    "areasend.register.apps.RegisterConfig",  # the table of reported errors
]

#: What each face deletes by rule, given the present day, whenever the record is loaded.
SWEEPS = ["areasend.register.reports.sweep"]

DATABASES = {"default": database(os.environ.get("AREASEND_DATABASE", ""))}

#: The index of postcodes: made from a package when the record is loaded, never written to after.
POSTCODES = Path(os.environ.get("AREASEND_POSTCODES") or default_postcodes(DATABASES["default"]))

#: The releases of the data, a folder each: `areasend data` builds them, the website gives them out.
DOWNLOADS = Path(os.environ.get("AREASEND_DOWNLOADS") or default_downloads(DATABASES["default"]))

#: Where the website is read, as https://areasend.example, for permalinks in files; or empty.
ADDRESS = os.environ.get("AREASEND_ADDRESS", "")

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
