"""The rooms as they are served: a process of their own, opened by their command."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager

from django.conf import settings

from tests.processes import begun
from tests.register.serving import free_port, wait_for

#: Argon2 as it is, and everything else too: only the address of a ledger is ours.
SETTINGS = "areasend.config.rooms"


class Served:
    """The rooms at an address, and the commands that keep their accounts."""

    def __init__(self, ledger):
        self.ledger = str(ledger)
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self._given = {
            **os.environ,
            "AREASEND_DATABASE": str(ledger),
            "AREASEND_POSTCODES": str(ledger.with_name("postcodes.sqlite3")),
            "AREASEND_ROOMS_ADDRESS": self.address,
            # As of the tests, which sign people in without the pages for it.
            "AREASEND_ROOMS_SECRET": settings.SECRET_KEY,
            "DJANGO_SETTINGS_MODULE": SETTINGS,
        }

    def command(self, *words):
        """Return what a command prints."""
        called = [sys.executable, "-m", "areasend", *words]
        done = subprocess.run(called, env=self._given, capture_output=True, text=True, check=True)
        return done.stdout

    def add(self, email, *roles):
        """Make an account and return the link that sets its password."""
        given = [word for role in roles for word in ("--role", role)]
        return re.search(r"http\S+", self.command("people", "add", email, *given))[0]

    @contextmanager
    def open(self):
        """Serve until the block is left. Two processes, so that what is counted is counted once."""
        words = ("-m", "areasend", "casework", "--port", str(self.port), "--workers", "2")
        with begun(sys.executable, *words, env=self._given) as self.process:
            wait_for(self.address, self.process)
            yield self
