"""Replays what Django answered, headers and all, for as long as nothing that it says can change.

A page is a function of its address and the state (see `state`): that is its ETag. What was asked
with a query, of which there is no end, is kept apart, so that it never drives out plain pages.
"""

import gzip
import hashlib
import re
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import brotli
from cachetools import LRUCache

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

_PLAIN, _ASKED = 4000, 400  # pages kept
_REFUSED = re.compile(r"[\w*]+\s*;\s*q=0(\.0*)?\s*(?=,|$)")
_LONGEST = 2_000_000  # bytes: nothing longer is kept
#: What an answer depends on, beside the state.
_KEY = ("PATH_INFO", "QUERY_STRING", "HTTP_HOST", "HTTP_X_FORWARDED_PROTO")
_KINDS = (
    *("text/html", "text/csv", "text/plain", "text/calendar", "image/svg+xml"),
    *("application/json", "application/atom+xml"),
)
#: Headers that this edge sets in place of Django's. An answer with a rule of its own for keeping
#: it is not kept here.
_OURS = ("content-length", "etag", "vary")
_EVERY = (("Vary", "Accept-Encoding"), ("Cache-Control", "no-cache"))
#: A header that a browser wants to see again with the news that nothing changed.
_FOR_OTHERS = "access-control-allow-origin"
_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    # Of an area's page 5 is within 2 % of the size of 9, in a tenth of the time.
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, mtime=0),
    "": lambda body: body,
}


@dataclass
class Kept:
    """An answer of Django's: its status, headers and body, encoded as it was asked for."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes
    tag: str
    encoded: dict[str, tuple[list[tuple[str, str]], list[bytes]]] = field(default_factory=dict)

    def answer(self, encoding: str) -> tuple[list[tuple[str, str]], list[bytes]]:
        """Return the headers and the body in an encoding."""
        if encoding not in self.encoded:
            body = _ENCODERS[encoding](self.body)
            length = [("Content-Length", str(len(body)))]
            named = [("Content-Encoding", encoding)] if encoding else []
            self.encoded[encoding] = ([*self.headers, *length, *named], [body])
        return self.encoded[encoding]


#: What is told to whoever asks too much, by the address and the seconds to wait.
Refusal = Callable[[str, int], tuple[list[tuple[str, str]], bytes]]


def in_words(_path: str, wait: int) -> tuple[list[tuple[str, str]], bytes]:
    """Return the headers and the body that tell a person to come back."""
    words = "Too many pages of past days or filters were asked for at once."
    body = f"{words} Wait {wait} seconds.\n".encode()
    return [("Content-Type", "text/plain; charset=utf-8")], body


class Edge:
    """A WSGI application that stands before Django.

    `wait` returns for how many seconds an address may ask for nothing more; 0 if it may.
    """

    def __init__(
        self,
        application: Application,
        *,
        state: Callable[[], str],
        wait: Callable[[str], int],
        refusal: Refusal | None = None,
    ) -> None:
        self._application, self._state, self._wait = application, state, wait
        self._refusal = refusal or in_words
        self._plain: MutableMapping[Any, Kept] = LRUCache(_PLAIN)
        self._asked: MutableMapping[Any, Kept] = LRUCache(_ASKED)
        self._lock = Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: from what is kept, or from Django."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self._application(environ, start_response)
        key = (*(environ.get(name, "") for name in _KEY), self._state())
        shelf = self._asked if environ.get("QUERY_STRING") else self._plain
        with self._lock:
            kept = shelf.get(key)
        if kept is None:
            wait = self._wait(environ.get("REMOTE_ADDR", "")) if shelf is self._asked else 0
            if wait:
                return self._refuse(environ["PATH_INFO"], wait, start_response)
            found = self._ask(environ, start_response, key)
            if not isinstance(found, Kept):
                return found
            with self._lock:
                kept = shelf[key] = found
        return _replay(kept, environ, start_response)

    def _refuse(self, path: str, wait: int, start_response: StartResponse) -> Iterable[bytes]:
        headers, body = self._refusal(path, wait)
        own = [("Content-Length", str(len(body))), ("Retry-After", str(wait))]
        start_response("429 Too Many Requests", [*headers, *own])
        return (body,)

    def _ask(
        self, environ: Environ, start_response: StartResponse, key: tuple[str, ...]
    ) -> Kept | Iterable[bytes]:
        started: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], _error: Any = None) -> None:
            started[:] = status, headers

        answer = self._application({**environ, "REQUEST_METHOD": "GET"}, start)
        status, headers = started
        if not _may_be_kept(status, headers):
            start_response(status, headers)
            return answer
        body = b"".join(answer)
        getattr(answer, "close", lambda: None)()
        tag = f'W/"{hashlib.sha256(repr(key).encode()).hexdigest()[:24]}"'
        rest = [one for one in headers if one[0].lower() not in _OURS]
        return Kept(status, [*rest, ("ETag", tag), *_EVERY], body, tag)


def _replay(kept: Kept, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    if _has(kept.tag, environ.get("HTTP_IF_NONE_MATCH", "")):
        for_others = [one for one in kept.headers if one[0].lower() == _FOR_OTHERS]
        start_response("304 Not Modified", [("ETag", kept.tag), *_EVERY, *for_others])
        return ()
    headers, body = kept.answer(_encoding(environ.get("HTTP_ACCEPT_ENCODING", "")))
    start_response(kept.status, headers)
    return body if environ["REQUEST_METHOD"] == "GET" else ()


def _has(tag: str, held: str) -> bool:
    """Return whether a browser holds what bears a tag: it may name several, or any by a star."""
    return tag.removeprefix("W/") in held or held.strip() == "*"


def _encoding(accepted: str) -> str:
    """Return the best of our encodings that a browser accepts; it names those it does."""
    wanted = _REFUSED.sub("", accepted)
    named = {part.split(";")[0].strip() for part in wanted.split(",")}
    return next((one for one in ("br", "gzip") if one in named), "")


def _may_be_kept(status: str, headers: list[tuple[str, str]]) -> bool:
    held = {name.lower(): value for name, value in headers}
    return (
        status.startswith("200 ")
        and held.get("content-type", "").split(";")[0] in _KINDS
        and "set-cookie" not in held
        and "cache-control" not in held
        and int(held.get("content-length", _LONGEST)) < _LONGEST
    )
