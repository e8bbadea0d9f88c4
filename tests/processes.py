"""Processes that a test starts as a terminal would, and all that these start in turn.

They are told by their session, which nobody leaves by changing the group of processes.
"""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

_WITHIN, _AGAIN_AFTER = 60, 0.05  # seconds


@dataclass(frozen=True)
class Process:
    """A process as the system tells of it."""

    number: int
    parent: int
    group: int
    words: str


@contextmanager
def begun(*words: object, env: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a program in a session of its own. It ends with the block, and whatever it started."""
    program = subprocess.Popen(
        [str(word) for word in words],
        env=env,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        yield program
    finally:
        for one in session(program.pid):
            with suppress(ProcessLookupError):
                os.kill(one.number, signal.SIGKILL)
        program.wait()


def session(number: int) -> list[Process]:
    """Return the processes of a session that have not ended."""
    told = subprocess.run(
        ("ps", "-A", "-ww", "-o", "pid=,ppid=,pgid=,stat=,args="),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    lines = (line.split(maxsplit=4) for line in told.stdout.splitlines())
    return [
        Process(int(pid), int(parent), int(group), (*words, "")[0])
        for pid, parent, group, state, *words in lines
        if not state.startswith("Z") and _session_of(int(pid)) == number
    ]


def children(number: int) -> list[Process]:
    """Return the processes of a session that a process of the same session started."""
    return [one for one in session(os.getsid(number)) if one.parent == number]


def words_of(number: int) -> str:
    """Return the words by which a process of a session of its own was started."""
    (words,) = (one.words for one in session(number) if one.number == number)
    return words


def in_time(found: Callable[[], bool]) -> bool:
    """Return whether something is found before long. It is asked again and again."""
    give_up = time.monotonic() + _WITHIN
    while not found():
        if time.monotonic() > give_up:
            return False
        time.sleep(_AGAIN_AFTER)
    return True


def _session_of(number: int) -> int | None:
    with suppress(ProcessLookupError):
        return os.getsid(number)
    return None
