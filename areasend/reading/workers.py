"""Reads many documents at once, each in a process that may take only so much time and memory.

Files come from anywhere, and what opens them is written in C++. A process that dies, hangs or
asks for too much is ended and replaced, its document is called unreadable in one sentence, and
the rest is read as if nothing had been.
"""

import gc
import multiprocessing
import os
import resource
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.proposals import Reading, UnableToReadDocument

_MEGABYTE = 1024 * 1024
_SELDOM = 200_000
_FILES = 64


@dataclass(frozen=True)
class Limits:
    """What one document may take: seconds, and bytes beyond those a process begins with."""

    seconds: float = 120
    room: int = 400 * _MEGABYTE


@dataclass(frozen=True)
class Outcome:
    """What came of a document: its reading, or why there is none."""

    path: Path
    reading: Reading | None
    trouble: str = ""


def read_all(
    paths: Iterable[Path],
    *,
    held: Held = NOTHING_HELD,
    workers: int | None = None,
    limits: Limits = Limits(),
) -> Iterator[Outcome]:
    """Return what came of each document, as soon as it is known, on all cores unless told."""
    left = deque(paths)
    count = max(1, min(workers or len(os.sched_getaffinity(0)), len(left)))
    busy: list[_Worker] = []
    idle = [_Worker(dict(held), limits) for _ in range(count)] if left else []
    try:
        while left or busy:
            while left and idle:
                worker = idle.pop()
                worker.begin(left.popleft())
                busy.append(worker)
            for worker in _ready(busy):
                busy.remove(worker)
                yield worker.outcome()
                idle.append(worker if worker.lives else _Worker(dict(held), limits))
    finally:
        for worker in (*busy, *idle):
            worker.end()


def alone(make: Callable[..., bytes], *given: object, limits: Limits = Limits()) -> bytes:
    """Return the bytes that a function makes, in a process of its own that has limits.

    :raises UnableToReadDocument: if it says so, takes too long, or breaks the process
    """
    ours, theirs = _CONTEXT.Pipe()
    process = _CONTEXT.Process(target=_make, args=(theirs, limits.room, make, given), daemon=True)
    process.start()
    theirs.close()
    try:
        made, trouble = ours.recv() if ours.poll(limits.seconds) else (None, _TOO_LONG)
    except (EOFError, OSError):
        made, trouble = None, _TOO_MUCH
    finally:
        process.kill()
        process.join()
        ours.close()
    if made is None:
        raise UnableToReadDocument(trouble)
    return bytes(made)


_TOO_LONG = "It took longer than any page needs."
_TOO_MUCH = "It asked for more memory than any page needs, or broke the reader."


def _make(answer: Connection, room: int, make: Callable[..., bytes], given: tuple[object]) -> None:
    limit(room)
    try:
        answer.send((make(*given), ""))
    except UnableToReadDocument as fault:
        answer.send((None, str(fault)))
    except MemoryError:
        answer.send((None, _TOO_MUCH))
    except Exception as fault:
        answer.send((None, _our_mistake(fault)))


def _ready(busy: "list[_Worker]") -> "list[_Worker]":
    """Return the workers that have answered, died or run out of time; wait for one."""
    first = min(worker.until for worker in busy) - time.monotonic()
    answered = set(wait([worker.answers for worker in busy], max(0.0, first)))
    now = time.monotonic()
    return [one for one in busy if one.answers in answered or one.until <= now]


class _Worker:
    """A process that reads one document after another."""

    def __init__(self, held: dict[str, object], limits: Limits) -> None:
        self._limits = limits
        self.answers, theirs = _CONTEXT.Pipe()
        self._process: ForkServerProcess = _CONTEXT.Process(
            target=_work, args=(theirs, held, limits.room), daemon=True
        )
        self._process.start()
        theirs.close()
        self._path = Path()
        self.lives = True
        self.until = 0.0

    def begin(self, path: Path) -> None:
        """Give it a document to read."""
        self._path = path
        self.until = time.monotonic() + self._limits.seconds
        try:
            self.answers.send(path)
        except OSError:
            self.until = 0.0  # it died on the way

    def outcome(self) -> Outcome:
        """Return what came of the document; end the process if it gave no answer in time."""
        try:
            if self.answers.poll():
                reading, trouble = self.answers.recv()
                return Outcome(self._path, reading, trouble)
            trouble = f"Reading it took longer than {self._limits.seconds:g} seconds."
        except (EOFError, OSError):
            trouble = "Reading it asked for more memory than any report needs, or broke the reader."
        self.end()
        return Outcome(self._path, None, trouble)

    def end(self) -> None:
        """End the process."""
        self.lives = False
        self._process.kill()
        self._process.join()
        self.answers.close()


_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(["areasend.reading.kinds"])


def _work(tasks: Connection, held: Held, room: int) -> None:
    """Read what comes until nothing does."""
    from areasend.reading.kinds import read_document

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_SELDOM)
    limit(room)
    while True:
        try:
            path = tasks.recv()
        except EOFError:
            return
        tasks.send(_read(path, held, read_document))


def _read(path: Path, held: Held, read_document: object) -> tuple[Reading | None, str]:
    try:
        return read_document(path, held=held), ""  # type: ignore[operator]
    except UnableToReadDocument as fault:
        return None, str(fault)
    except MemoryError:
        return None, "Reading it asked for more memory than any report needs."
    except Exception as fault:
        return None, _our_mistake(fault)


def _our_mistake(fault: Exception) -> str:
    return f"The reader failed at it, which is our mistake ({type(fault).__name__})."


def limit(room: int) -> None:
    """Let this process grow by so many bytes and no more, write no file and leave no dump."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + room
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (_FILES, _FILES))
