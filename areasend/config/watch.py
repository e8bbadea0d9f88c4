"""Lets one thread give out kept pages while the others rest, for they could not do it at once.

Threads of one process take turns to compute, and a turn that changes hands at each request costs
a third of the request. One thread has the watch. Who answers beside it rests after that: a moment,
or until the one on watch leaves for something that takes long.
"""

from collections.abc import Callable, Iterable, Iterator
from threading import Condition, get_ident
from time import monotonic
from typing import Any, ParamSpec, TypeVar

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

_Asked = ParamSpec("_Asked")
_Done = TypeVar("_Done")
#: Seconds that a thread rests, and after which one on watch that does nothing has lost it: for so
#: long nobody is served where the one on watch is held up unforeseen.
_MOMENT = 0.1


class Watch:
    """Says which thread of this process is to answer, and has the others rest."""

    def __init__(self, *, seconds: float = _MOMENT) -> None:
        self._seconds = seconds
        self._on_watch: int | None = None
        self._seen = 0.0
        self._changed = Condition()

    def over(self, application: Application) -> Application:
        """Return a WSGI application after whose answers all threads but one rest."""

        def answering(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
            if self._mine():
                return application(environ, start_response)
            return _Rests(application(environ, start_response), self._rest)

        return answering

    def leaving(self, deed: Callable[_Asked, _Done]) -> Callable[_Asked, _Done]:
        """Return a deed that takes long: before it, the thread leaves the watch to another."""

        def done(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Done:
            if self._on_watch == get_ident():
                with self._changed:
                    self._on_watch = None
                    self._changed.notify()
            return deed(*args, **kwargs)

        return done

    def _mine(self) -> bool:
        """Return whether the thread that asks has the watch now; it takes one that is free."""
        me, now = get_ident(), monotonic()
        if self._on_watch not in (me, None) and now - self._seen < self._seconds:
            return False
        self._on_watch, self._seen = me, now
        return True

    def _rest(self) -> None:
        with self._changed:
            if self._on_watch is not None:
                self._changed.wait(self._seconds)


class _Rests:
    """An answer after which its thread rests: when it is closed it has been sent."""

    def __init__(self, answer: Iterable[bytes], rest: Callable[[], None]) -> None:
        self._answer, self._rest = answer, rest

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._answer)

    def close(self) -> None:
        """Close the answer, and rest."""
        getattr(self._answer, "close", lambda: None)()
        self._rest()
