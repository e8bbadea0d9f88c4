"""Replays what Django answered, headers and all, for as long as nothing that it says can change.

A page is a function of its address and the state (see `state`): that is its ETag. What was asked
with a query, of which there is no end, is kept apart, so that it never drives out plain pages.
"""

import gzip
import hashlib
from collections.abc import Callable, Iterable, MutableMapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock
from typing import Any

import brotli
from cachetools import LRUCache

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Key = tuple[str, ...]

#: Bytes of pages kept, as Django gave them: all plain pages of the nation are a third of it.
_PLAIN, _ASKED = 128_000_000, 16_000_000
_LONGEST = 2_000_000  # bytes: nothing longer is kept
#: Letters of what a browser says it reads; one that says more is answered plainly.
_SAID = 200
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
_OF_REFUSALS = (("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"))
_A_MOMENT = 1  # second
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

    `wait` returns for how many seconds somebody may not ask for a path with a query, or send to
    it, 0 if they may; `turn` then says whether it is their turn.
    """

    def __init__(
        self,
        application: Application,
        *,
        state: Callable[[], str],
        wait: Callable[[str, str], int],
        turn: Callable[[], AbstractContextManager[bool]],
        refusal: Refusal | None = None,
    ) -> None:
        self._application, self._state, self._wait = application, state, wait
        self._turn, self._refusal = turn, refusal or in_words
        self._plain: MutableMapping[Any, Kept] = LRUCache(_PLAIN, getsizeof=_size)
        self._asked: MutableMapping[Any, Kept] = LRUCache(_ASKED, getsizeof=_size)
        self._lock = Lock()

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request: from what is kept, or from Django."""
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            return self._in_turn(environ, start_response, None)
        key = (*(environ.get(name, "") for name in _KEY), self._state())
        shelf = self._asked if environ.get("QUERY_STRING") else self._plain
        with self._lock:
            kept = shelf.get(key)
        if kept is not None:
            return _replay(kept, environ, start_response)
        if shelf is self._asked:
            return self._in_turn(environ, start_response, key)
        return self._anew(environ, start_response, key)

    def _in_turn(
        self, environ: Environ, start_response: StartResponse, key: Key | None
    ) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        wait = self._wait(environ.get("REMOTE_ADDR", ""), path)
        if wait:
            return self._refuse(path, wait, start_response)
        with self._turn() as ours:
            if not ours:
                return self._refuse(path, _A_MOMENT, start_response)
            if key is None:
                return self._application(environ, start_response)
            return self._anew(environ, start_response, key)

    def _anew(self, environ: Environ, start_response: StartResponse, key: Key) -> Iterable[bytes]:
        found = self._ask(environ, start_response, key)
        if not isinstance(found, Kept):
            return found
        with self._lock:
            (self._asked if environ.get("QUERY_STRING") else self._plain)[key] = found
        return _replay(found, environ, start_response)

    def _refuse(self, path: str, wait: int, start_response: StartResponse) -> Iterable[bytes]:
        headers, body = self._refusal(path, wait)
        own = [("Content-Length", str(len(body))), ("Retry-After", str(wait)), *_OF_REFUSALS]
        start_response("429 Too Many Requests", [*headers, *own])
        return (body,)

    def _ask(
        self, environ: Environ, start_response: StartResponse, key: Key
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
    accepted = environ.get("HTTP_ACCEPT_ENCODING", "")
    headers, body = kept.answer(_encoding(accepted) if len(accepted) <= _SAID else "")
    start_response(kept.status, headers)
    return body if environ["REQUEST_METHOD"] == "GET" else ()


def _has(tag: str, held: str) -> bool:
    """Return whether a browser holds what bears a tag: it may name several, or any by a star."""
    return tag.removeprefix("W/") in held or held.strip() == "*"


@lru_cache(500)
def _encoding(accepted: str) -> str:
    """Return the best of our encodings that a browser accepts; it names those it does."""
    parts = [one for one in accepted.split(",") if not _refused(one)]
    named = {one.partition(";")[0].strip() for one in parts}
    return next((one for one in ("br", "gzip") if one in named), "")


def _refused(part: str) -> bool:
    """Return whether what a browser says of an encoding is that it does not read it."""
    _, _, weight = part.replace(" ", "").partition(";q=")
    return weight != "" and not weight.strip("0.")


def _size(kept: Kept) -> int:
    return len(kept.body)


def _may_be_kept(status: str, headers: list[tuple[str, str]]) -> bool:
    held = {name.lower(): value for name, value in headers}
    return (
        status.startswith("200 ")
        and held.get("content-type", "").split(";")[0] in _KINDS
        and "set-cookie" not in held
        and "cache-control" not in held
        and int(held.get("content-length", _LONGEST)) < _LONGEST
    )
