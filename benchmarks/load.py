"""Asks a server for pages as fast as it answers, or so many times a second, with wrk (Debian's)."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "wrk"
_SCRIPT = Path(__file__).with_name("load.lua")
_TOLD = re.compile(r"^told (\d+) (\d+) (\d+) (\d+) (\d+)$", re.MULTILINE)
_MICROSECONDS = 1_000_000
#: As many as ask at once when a server is asked as fast as it answers.
CONNECTIONS = 16
#: Milliseconds that a connection waits on average where a rate is asked for.
_PAUSE = 100


class UnableToLoad(RuntimeError):
    """The pages cannot be asked for, for the reason given."""


@dataclass(frozen=True)
class Load:
    """What a server did: answers a second, and how long half and 99 in 100 took, in seconds."""

    per_second: float
    median: float
    most: float


def at_full_speed(address: str, paths: Sequence[str], *, seconds: int) -> Load:
    """Return what a server does when it is asked again as soon as it has answered.

    :raises UnableToLoad: if wrk is missing, or any answer was an error
    """
    return _asked(address, paths, seconds=seconds, connections=CONNECTIONS, pause=0)


def at_a_rate(address: str, paths: Sequence[str], *, seconds: int, rate: int) -> Load:
    """Return what a server does when it is asked about so many times a second.

    :raises UnableToLoad: if wrk is missing, or any answer was an error
    """
    connections = rate * _PAUSE // 1000
    return _asked(address, paths, seconds=seconds, connections=connections, pause=_PAUSE)


@contextmanager
def meanwhile(address: str, paths: Sequence[str], *, seconds: int, rate: int) -> Iterator[None]:
    """Ask a server about so many times a second while a block runs, whatever it answers."""
    with _ready(address, paths, seconds, rate * _PAUSE // 1000, _PAUSE) as command:
        asking = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            yield
        finally:
            asking.terminate()
            asking.wait()


def _asked(
    address: str, paths: Sequence[str], *, seconds: int, connections: int, pause: int
) -> Load:
    with _ready(address, paths, seconds, connections, pause) as command:
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    (told,) = _TOLD.findall(done.stdout)
    requests, duration, median, most, errors = map(int, told)
    if errors or not requests:
        raise UnableToLoad(f"{errors} of {requests} answers of {address} were errors.")
    return Load(requests * _MICROSECONDS / duration, median / 1e6, most / 1e6)


@contextmanager
def _ready(
    address: str, paths: Sequence[str], seconds: int, connections: int, pause: int
) -> Iterator[list[str]]:
    if not shutil.which(PROGRAM):
        raise UnableToLoad("wrk is not installed (apt-get install wrk)")
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as listed:
        listed.write("\n".join(paths) + "\n")
        listed.flush()
        yield [
            *(PROGRAM, "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s"),
            *("-H", "Accept-Encoding: br", "-s", str(_SCRIPT), address),
            *("--", listed.name, str(pause)),
        ]
