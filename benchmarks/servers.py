"""Servers to measure: ours, nginx and Datasette, each on the loopback address and then ended."""

import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.register.serving import free_port, wait_for

PROCESSES = 2
_NGINX = """
daemon off;
worker_processes {processes};
pid {folder}/pid;
error_log {folder}/errors;
events {{ worker_connections 512; }}
http {{
  access_log off;
  sendfile on;
  keepalive_requests 100000000;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/pages;
    default_type "text/html; charset=utf-8";
    add_header Content-Encoding br;
  }}
}}
"""


class NotInstalled(RuntimeError):
    """A server is not on this machine. It says how to have it."""


@contextmanager
def ours(ledger: str) -> Iterator[str]:
    """Yield the address of our website, opened as `areasend serve` does, with two processes."""
    port = free_port()
    words = ("serve", "--port", str(port), "--workers", str(PROCESSES))
    command = (sys.executable, "-m", "areasend", *words)
    # A page that asks nothing of the record, so that the first that does is still to come.
    with _started(*command, port=port, ready="/privacy", AREASEND_DATABASE=ledger):
        yield f"http://127.0.0.1:{port}"


@contextmanager
def nginx(path: str, body: bytes) -> Iterator[str]:
    """Yield the address of nginx, serving one page's bytes, compressed already.

    :raises NotInstalled: if there is no nginx
    """
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        raise NotInstalled("nginx is not installed (apt-get install nginx-light)")
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="areasend-") as folder:
        # Its processes may run as somebody else.
        Path(folder).chmod(0o755)
        page = Path(folder) / "pages" / path.strip("/")
        page.parent.mkdir(parents=True)
        page.write_bytes(body)
        written = Path(folder) / "nginx.conf"
        written.write_text(_NGINX.format(folder=folder, port=port, processes=PROCESSES))
        with _started(program, "-c", str(written), "-p", folder, port=port, ready=path):
            yield f"http://127.0.0.1:{port}"


@contextmanager
def datasette(ledger: str) -> Iterator[str]:
    """Yield the address of one row of a ledger's facts, served by Datasette.

    :raises NotInstalled: if there is no Datasette
    """
    program = Path(sys.executable).parent / "datasette"
    if not program.exists():
        raise NotInstalled("Datasette is not installed (pip install datasette)")
    port = free_port()
    words = ("serve", "--immutable", ledger, "--port", str(port), "--setting", "suggest_facets")
    with _started(str(program), *words, "off", port=port):
        yield f"http://127.0.0.1:{port}"


def page(address: str) -> bytes:
    """Return the bytes of a page as they are sent to whoever reads Brotli."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "br"})  # noqa: S310  ours
    with urllib.request.urlopen(request) as answer:  # noqa: S310  our own server
        return bytes(answer.read())


@contextmanager
def _started(*command: str, port: int, ready: str = "/", **environment: str) -> Iterator[None]:
    server = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}{ready}", server)
        yield
    finally:
        server.terminate()
        server.wait(timeout=20)
