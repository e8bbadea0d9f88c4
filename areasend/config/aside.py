"""Works questions out in a process of its own, behind the one that gives out kept pages.

Two threads of one process cannot compute at once, so that whoever asks for past days would hold
up everybody who reads a page that is kept. The other process also yields to this one wherever
both want the processor. It is started when something is first asked of it, and ends with this
one; while it is not there, questions are worked out here. One that takes it too long is not: it
would take as long here, and hold everybody else's turn.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, cast

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
#: The status, the headers and the body.
Answer = tuple[str, list[tuple[str, str]], bytes]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

#: How far it yields (`man 2 nice`): under full load it has a thirtieth of a processor.
_YIELDS = 15
#: Seconds after which it is taken for lost.
_PATIENCE = 60.0
#: What some answers need and takes a second to import.
_SLOW = "scipy.stats"
_IDLE = 1  # second
_LONGEST = 2_000_000  # bytes: a file of data goes out here, piece by piece
_ABOUT_THE_REQUEST = (
    *("REQUEST_METHOD", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING", "CONTENT_TYPE"),
    *("SERVER_NAME", "SERVER_PORT", "SERVER_PROTOCOL", "REMOTE_ADDR", "wsgi.url_scheme"),
)
_READY = "ready"


class UnableToWait(Exception):
    """The other process took too long over a question."""


class Aside:
    """A WSGI application that has another process answer whoever reads with a query.

    `here` answers all else, and that too while the other process is not there. `late` answers
    whoever asks what takes the other process too long.
    """

    def __init__(self, here: Application, *, late: Application) -> None:
        self._here, self._late, self._lock = here, late, Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._ready = False

    @property
    def process(self) -> int | None:
        """Return the number of the other process, if it is ready to answer."""
        return self._process.pid if self._process and self._ready else None

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: here or there."""
        if environ["REQUEST_METHOD"] != "GET" or not environ.get("QUERY_STRING"):
            return self._here(environ, start_response)
        try:
            with self._lock:
                answer = self._answer(environ)
        except UnableToWait:
            return self._late(environ, start_response)
        if answer is None:
            return self._here(environ, start_response)
        status, headers, body = answer
        start_response(status, headers)
        return [body]

    def _answer(self, environ: Environ) -> Answer | None:
        try:
            if self._line is None:
                self._start(environ)
            elif self._is_ready(self._line):
                self._line.send(_alone(environ))
                if not self._line.poll(_PATIENCE):
                    self.end()
                    raise UnableToWait
                return cast("Answer | None", self._line.recv())
        except (OSError, EOFError):
            self.end()
        return None

    def _is_ready(self, line: Connection) -> bool:
        if not self._ready and line.poll():
            self._ready = line.recv() == _READY
        return self._ready

    def _start(self, environ: Environ) -> None:
        self._line, theirs = Pipe()
        self._line.send(_alone(environ))
        with theirs:
            words = (sys.executable, "-m", __name__, str(theirs.fileno()))
            self._process = subprocess.Popen(words, pass_fds=[theirs.fileno()])  # noqa: S603  our own

    def end(self) -> None:
        """End the other process, if there is one. The next question starts another."""
        if self._process:
            self._process.kill()
            self._process.wait()
        if self._line:
            self._line.close()
        self._process, self._line, self._ready = None, None, False


def _alone(environ: Environ) -> Environ:
    """Return what of a request can be told to another process and is not of this one."""
    names = [name for name in environ if name.startswith("HTTP_") or name in _ABOUT_THE_REQUEST]
    return {name: environ[name] for name in names}


def main(line: Connection) -> None:
    """Answer what comes along a line, until its other end is closed.

    The first question, which is answered elsewhere, is for practice.
    """
    # Before anything else: to import what answers need takes a second of a whole processor.
    os.nice(_YIELDS)
    # Whoever stops the website stops the process at the other end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from django.core.wsgi import get_wsgi_application

    from areasend.config.lasting import spare

    spare()
    django = get_wsgi_application()
    worked_out(django, line.recv())
    line.send(_READY)
    if not line.poll(_IDLE):
        import_module(_SLOW)
    while True:
        line.send(worked_out(django, line.recv()))


def worked_out(application: Application, environ: Environ) -> Answer | None:
    """Return what an application answers; None if that is too long to be handed over."""
    started: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
        started[:] = status, headers

    whole = {**environ, "wsgi.input": BytesIO(), "wsgi.errors": sys.stderr}
    answer = application(whole, start)
    try:
        status, headers = started
        length = dict(headers).get("Content-Length", _LONGEST)
        return (status, headers, b"".join(answer)) if int(length) < _LONGEST else None
    finally:
        getattr(answer, "close", lambda: None)()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "areasend.config.site")
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        main(Connection(int(sys.argv[1])))
