"""The server that the website runs on, and the signed-in rooms: how it starts, and how it ends."""

import os
import sys
from multiprocessing import parent_process
from pathlib import Path
from typing import NoReturn

#: Seconds in which a process of the server may finish what it is at, when it is stopped.
_PATIENCE = 10


def become(application: str, *, port: int, workers: int, waiting: int) -> NoReturn:
    """Become the server of a WSGI application, on the loopback address alone.

    `waiting` is how many requests each of its processes may have before it.
    """
    words = command(application, port=port, workers=workers, waiting=waiting)
    sys.stdout.flush()
    os.execv(words[0], words)  # noqa: S606  our own server


def command(application: str, *, port: int, workers: int, waiting: int) -> list[str]:
    """Return the program and the arguments that serve a WSGI application."""
    return [
        *(str(Path(sys.executable).parent / "granian"), "--interface", "wsgi", "--no-log"),
        *("--host", "127.0.0.1", "--port", str(port), "--workers", str(workers)),
        *("--blocking-threads", "4", "--backpressure", str(waiting)),
        *("--workers-kill-timeout", str(_PATIENCE), "--respawn-failed-workers", application),
    ]


def hear_the_server_alone() -> None:
    """Leave the group of processes that a terminal's Ctrl-C goes to.

    The server's own process hears it and ends this one. One that is told twice at once may wait
    for itself for ever.
    """
    if parent_process():
        os.setpgid(0, 0)
