"""Starts what pages are tried in: the website in a process of its own, and real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_READY_WITHIN = 30
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


@contextmanager
def website(**environment: str) -> Iterator[str]:
    """Yield the address of the website, served as its settings for tests say.

    :raises RuntimeError: if it does not answer in time
    """
    port = free_port()
    program = Path(sys.executable).parent / "granian"
    served = subprocess.Popen(
        [
            *(program, "--interface", "wsgi", "--port", str(port), "--blocking-threads", "2"),
            *("--no-log", "areasend.config.wsgi:application"),
        ],
        env={**os.environ, **environment, "DJANGO_SETTINGS_MODULE": "tests.site_settings"},
    )
    try:
        wait_for(f"http://127.0.0.1:{port}", served)
        yield f"http://127.0.0.1:{port}"
    finally:
        served.terminate()
        served.wait(timeout=10)


@contextmanager
def chromium() -> Iterator[Any]:
    """Yield real Chromium, from Debian's package.

    :raises RuntimeError: if it is not installed
    """
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if found is None:
        raise RuntimeError("Chromium is not installed. On Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        yield opened
        opened.close()


def free_port() -> int:
    """Return a port of this machine that nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(address: str, served: "subprocess.Popen[bytes]") -> None:
    """Wait until a server answers at an address.

    :raises RuntimeError: if it ends before, or does not answer in time
    """
    give_up = time.monotonic() + _READY_WITHIN
    while time.monotonic() < give_up and served.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  our own address
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{address} was not ready within {_READY_WITHIN} seconds.")
