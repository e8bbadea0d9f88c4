"""A server on this machine that is shaped like the published sources, and counts what is asked."""

import hashlib
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from areasend.reading.kinds.weekly_summary.columns import Column

COLLECTION = "/government/collections/area-send-statistics"
RELEASE = "/government/statistics/area-send-inspections-and-outcomes-in-england-as-at-31-dec-2024"
SUMMARY = "/ofsted-send-scrape-tool/"
PLANS = "/data-catalogue/data-set/90d7c9d3-d811-46f1-ae61-39ea674d4654/csv"
ROWS = 2
DUDLEY, BURY, LEEDS = 80464, 80443, 80482
FILES = {f"/v1/file/500000{number}" for number in (10, 20, 21, 30)}


def a_pdf(words: str) -> bytes:
    """Return what begins as a PDF does; what it says is not to be read."""
    return b"%PDF-1.7\n" + words.encode()


@dataclass
class Listed:
    """A report as an area's page lists it."""

    number: int
    kind: str = "Area SEND full inspection"
    day: str = "15 July 2024"

    @property
    def path(self) -> str:
        """Where its file is."""
        return f"/v1/file/{self.number}"


@dataclass
class Published:
    """What the sources hold, which tests change as they go."""

    areas: dict[int, list[Listed]] = field(default_factory=dict)
    contents: dict[str, bytes] = field(default_factory=dict)
    robots: str = ""
    counted: int | None = None
    #: Answers to come before the ordinary one: a status, headers and a body, by path.
    before: dict[str, list[tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    slow: dict[str, float] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    base: str = ""

    def add(self, area: int, listed: Listed, content: bytes) -> None:
        """Publish a report on an area's page."""
        self.areas.setdefault(area, []).insert(0, listed)
        self.contents[listed.path] = content

    def fetched(self, under: str = "/v1/file/") -> list[str]:
        """Return the paths whose contents were sent, in order."""
        return [path for path, status in self.asked if path.startswith(under) and status == 200]

    def statuses(self) -> Counter[int]:
        """Return how often each status was answered."""
        return Counter(status for _, status in self.asked)

    def page(self, path: str, query: dict[str, list[str]]) -> bytes | None:
        """Return what stands at a path, None if nothing does."""
        if path in self.contents:
            return self.contents[path]
        if path == "/robots.txt":
            return self.robots.encode()
        if path == "/search":
            return self._search(int(query["start"][0])).encode()
        if path.startswith("/provider/44/") and int(path.rsplit("/", 1)[1]) in self.areas:
            return self._area(int(path.rsplit("/", 1)[1])).encode()
        return None

    def _search(self, start: int) -> str:
        count = len(self.areas) if self.counted is None else self.counted
        shown = list(self.areas)[start : start + ROWS]
        items = "".join(
            f'<li class="search-result"><h3 class="search-result__title">'
            f'<a href="/provider/44/{urn}">Area {urn}</a></h3></li>'
            for urn in shown
        )
        return f"<html><body><h2>{count} results</h2><ul>{items}</ul></body></html>"

    def _area(self, urn: int) -> str:
        items = "".join(
            f'<li><a class="publication-link" href="{self.base}{one.path}" target="_blank">'
            f'{one.kind} <span class="nonvisual">{one.kind}, pdf - {one.day}</span></a></li>'
            for one in self.areas[urn]
        )
        return f"<html><body><h1>Area {urn}</h1><ol>{items}</ol></body></html>"


def summary_page(rows: int = 1, heads: Sequence[str] = tuple(Column), said: str = "11 04") -> bytes:
    """Return a weekly summary of so many rows."""
    head = "".join(f"<th>{one}</th>" for one in heads)
    cells = "".join(f"<td>{one}</td>" for one in range(len(heads)))
    body = f"<tr>{cells}</tr>" * rows
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f"<html><body><p>Last updated: {said}</p>{table}</body></html>".encode()


def collection_page(*releases: str) -> bytes:
    """Return the page of a collection of statistics."""
    links = "".join(f'<li><a href="{at}">A release</a></li>' for at in releases)
    return f"<html><body><main><ul>{links}</ul></main></body></html>".encode()


def release_page(*addresses: str) -> bytes:
    """Return the page of a release, with its files."""
    links = "".join(f'<h3><a href="{at}">Data tables</a></h3>' for at in addresses)
    return f"<html><body><main>{links}</main></body></html>".encode()


@contextmanager
def publishing(published: Published) -> Iterator[str]:
    """Serve what is published, and yield the address of the server."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            published.agents.add(self.headers["User-Agent"])
            time.sleep(published.slow.get(asked.path, 0))
            if earlier := published.before.get(asked.path):
                self._send(asked.path, *earlier.pop(0))
                return
            content = published.page(asked.path, parse_qs(asked.query))
            if content is None:
                self._send(asked.path, 404, {}, b"")
                return
            tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
            if self.headers["If-None-Match"] == tag:
                self._send(asked.path, 304, {"ETag": tag}, b"")
            else:
                self._send(asked.path, 200, {"ETag": tag}, content)

        def _send(self, path: str, status: int, headers: dict[str, str], body: bytes) -> None:
            published.asked.append((path, status))
            self.send_response(status)
            said = {"Content-Length": str(len(body)), "Connection": "close"}
            for name, value in (said | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    published.base = f"http://127.0.0.1:{server.server_port}"
    try:
        yield published.base
    finally:
        server.shutdown()
        server.server_close()


def sources_at(base: str, to: Path, *, only: tuple[str, ...] = (), queue: bool = True) -> Path:
    """Write the package's own list of sources with its hosts on the local server."""
    text = (files("areasend.visiting") / "sources.toml").read_text("utf-8")
    host = base.removeprefix("http://")
    for name in (
        "reports.ofsted.gov.uk",
        "files.ofsted.gov.uk",
        "www.gov.uk",
        "assets.publishing.service.gov.uk",
        "data-to-insight.github.io",
        "explore-education-statistics.service.gov.uk",
    ):
        for shown in (name, name.replace(".", r"\.")):
            text = text.replace(f"https://{shown}", base).replace(f'"{shown}"', f'"{host}"')
    text = text.replace("delay = 5.0", "delay = 0.0").replace("loopback = false", "loopback = true")
    text = text.replace("rows=100", f"rows={ROWS}").replace("rows = 100", f"rows = {ROWS}")
    text = text.replace("seconds = 120.0", "seconds = 2.0").replace("50_000_000", "1_000_000")
    text = text if queue else text.replace("queue = true", "queue = false")
    head, *sources = text.split("[[source]]")
    kept = [one for one in sources if not only or any(f'name = "{name}"' in one for name in only)]
    to.write_text("[[source]]".join([head, *kept]), "utf-8")
    return to
