"""Django's settings for the command line: one database and the ledger, nothing else."""

import os

from areasend.config.places import database

INSTALLED_APPS = ["areasend.ledger.apps.LedgerConfig"]

DATABASES = {"default": database(os.environ.get("AREASEND_DATABASE", ""))}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
