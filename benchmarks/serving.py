"""Servers to ask over HTTP, each a process of its own on this machine, gone when done with."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection

_READY_WITHIN = 30  # seconds


@contextmanager
def serving(words: Sequence[str], **environ: str) -> Iterator[HTTPConnection]:
    """Start a Python module that serves on a port, and yield a connection to it.

    Where the port is to stand among the words there is `{port}`.

    :raises RuntimeError: if it does not answer
    """
    port = _free_port()
    served = subprocess.Popen(
        [sys.executable, "-m", *(word.format(port=port) for word in words)],
        env={**os.environ, **environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _connected(port, served)
    finally:
        served.terminate()
        served.wait()


def got(connection: HTTPConnection, address: str) -> bytes:
    """Return the body at an address.

    :raises RuntimeError: if the answer is not 200
    """
    connection.request("GET", address, headers={"Accept-Encoding": "identity"})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:  # noqa: PLR2004  HTTP's own
        raise RuntimeError(f"{address} answers {answer.status}")
    return body


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _connected(port: int, served: "subprocess.Popen[bytes]") -> HTTPConnection:
    give_up = time.monotonic() + _READY_WITHIN
    while time.monotonic() < give_up and served.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=_READY_WITHIN)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.05)
        else:
            return connection
    raise RuntimeError("The server did not answer.")
