"""Readies a process for the signed-in rooms: their settings, their secret and their tables."""

import os


def name_settings() -> None:
    """Let Django take the settings of the rooms, and a secret that is kept beside the data.

    What the environment names already stands. Rooms opened by a command are for this machine.
    """
    from areasend.config.settings import POSTCODES
    from areasend.register.secret_file import secret

    os.environ["DJANGO_SETTINGS_MODULE"] = "areasend.config.rooms"
    os.environ.setdefault("AREASEND_HTTPS", "off")
    if not os.environ.get("AREASEND_ROOMS_SECRET"):
        os.environ["AREASEND_ROOMS_SECRET"] = secret(POSTCODES.with_name("rooms-secret"))


def make_tables() -> None:
    """Make the tables of the rooms beside the ledger's, and forget sessions that have ended.

    :raises UnableToMakeTables: if they are not there and this role may not make them
    """
    from django.core.management import call_command

    from areasend.ledger import tables

    tables.make()
    call_command("createcachetable", verbosity=0)
    call_command("clearsessions")
