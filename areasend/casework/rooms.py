"""Commands of the rooms: they run with the rooms' settings, in the place of the plain process."""

import os
import sys

from django.apps import apps


def in_rooms() -> None:
    """Go on in a process that has the rooms, with the same words, unless this is one already."""
    if apps.is_installed("areasend.casework"):
        return
    environ = {**os.environ, "DJANGO_SETTINGS_MODULE": "areasend.config.rooms"}
    command = [sys.executable, "-m", "areasend.config.rooming", *sys.argv[1:]]
    sys.stdout.flush()
    os.execve(sys.executable, command, environ)  # noqa: S606  ourselves, with the rooms' settings
