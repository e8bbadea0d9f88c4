"""Django's settings for the command line: one database and the ledger, nothing else."""

import os
from pathlib import Path

from areasend.config.mail import mail
from areasend.config.places import database, default_downloads, default_papers, default_postcodes

INSTALLED_APPS = [
    "areasend.ledger.apps.LedgerConfig",
    "areasend.register.apps.RegisterConfig",  # the table of reported errors
    "areasend.post.apps.PostConfig",  # subscribers and the outbox
]

#: What each face deletes by rule, given the present day, whenever the record is loaded.
SWEEPS = ["areasend.register.reports.sweep", "areasend.post.sweeping.sweep"]

DATABASES = {"default": database(os.environ.get("AREASEND_DATABASE", ""))}

#: The index of postcodes: made from a package when the record is loaded, never written to after.
POSTCODES = Path(os.environ.get("AREASEND_POSTCODES") or default_postcodes(DATABASES["default"]))

#: The releases of the data, a folder each: `areasend data` builds them, the website gives them out.
DOWNLOADS = Path(os.environ.get("AREASEND_DOWNLOADS") or default_downloads(DATABASES["default"]))

#: The operator's list of published addresses to which links to reply are mailed; empty for none.
POSTS = os.environ.get("AREASEND_POSTS", "")

#: The published documents as they came, by hash: nothing in it is ever changed.
PAPERS = Path(os.environ.get("AREASEND_PAPERS") or default_papers(DATABASES["default"]))

#: Whom the servers that we ask may write to, and a list of sources in the place of our own.
CONTACT = os.environ.get("AREASEND_CONTACT", "")
SOURCES = os.environ.get("AREASEND_SOURCES", "")

#: Where the website is read, as https://areasend.example, for permalinks in files; or empty.
ADDRESS = os.environ.get("AREASEND_ADDRESS", "").rstrip("/")

#: Whether a proxy of ours stands before us and says, last in X-Forwarded-For, who asked it.
BEHIND_A_PROXY = os.environ.get("AREASEND_PROXY", "off") != "off"

#: Who carries mail, the secret that seals addresses, and where links in mails lead to.
MAIL = os.environ.get("AREASEND_MAIL", "")
MAIL_KEY = os.environ.get("AREASEND_MAIL_KEY", "")
MAIL_FROM = os.environ.get("AREASEND_MAIL_FROM", "areasend <alerts@localhost>")
NOTIFY_KEY = os.environ.get("AREASEND_NOTIFY_KEY", "")
LINKS_TO = ADDRESS or "http://127.0.0.1:8000"
_carrier = mail(MAIL)
NOTIFY_TEMPLATE: str = _carrier.pop("NOTIFY_TEMPLATE")
NOTIFY_URL: str = _carrier.pop("NOTIFY_URL")
EMAIL_FILE_PATH = POSTCODES.parent / "mail"
#: Seconds for which a worker takes mails out of the outbox; after it, another may.
MAIL_LEASE: float = float(os.environ.get("AREASEND_MAIL_LEASE", "300"))
globals().update(_carrier)  # Django's own: EMAIL_BACKEND and those beside it

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Europe/London"
LANGUAGE_CODE = "en-gb"
