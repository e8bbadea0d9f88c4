"""What whoever asks is told where the answer was not there in time: when to ask again."""

from collections.abc import Callable, Iterable
from typing import Any

from areasend.opendata.api.description import ROOT
from areasend.opendata.api.problems import too_long

_WAIT = 60  # seconds
_WORDS = "This page took too long to work out. Try again in a minute.\n"
_STATUS = "503 Service Unavailable"


def late(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer, as a WSGI application, that there is no answer yet: to programs and to people."""
    of_a_program = environ["PATH_INFO"].startswith(f"/{ROOT}")
    headers, body = too_long(_WAIT) if of_a_program else _in_words()
    own = [("Content-Length", str(len(body))), ("Retry-After", str(_WAIT))]
    never_kept = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
    start_response(_STATUS, [*headers, *own, *never_kept])
    return [body]


def _in_words() -> tuple[list[tuple[str, str]], bytes]:
    return [("Content-Type", "text/plain; charset=utf-8")], _WORDS.encode()
