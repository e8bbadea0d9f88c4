"""Asks one address after another: slowly, by name, within bounds, and only for what is new."""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from areasend.visiting.hosts import NotAllowed, check
from areasend.visiting.sources import Manners

#: Seconds that we wait at a server's request; if it asks for more, we come again another time.
LONGEST_WAIT = 300.0
MOST_REDIRECTS = 5
#: Name and version by which servers know us; the contact follows.
NAME = "areasend"
_ROBOTS_MOST = 512_000
_TO_FOLLOW = {301, 302, 303, 307, 308}
_COME_AGAIN = {429, 500, 502, 503, 504}
GONE = {404, 410}


class UnableToVisit(ValueError):
    """An address gave no answer that can be used, for the reason given."""


@dataclass(frozen=True)
class Known:
    """What a server said of a document when we last had it, to be told only what is newer."""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """What to ask with."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True)
class Answer:
    """What came of asking an address: the document, or that it is unchanged or gone."""

    address: str
    status: int
    content: bytes = b""
    media_type: str = ""
    known: Known = Known()

    @property
    def unchanged(self) -> bool:
        """Whether there is nothing newer than what was known."""
        return self.status == httpx.codes.NOT_MODIFIED

    @property
    def gone(self) -> bool:
        """Whether nothing is there any more."""
        return self.status in GONE


@dataclass
class Asker:
    """Asks the hosts of a source, one at a time. To be used in a `with`, which lets go of them."""

    manners: Manners
    contact: str
    hosts: Collection[str] = ()
    pause: Callable[[float], None] = time.sleep
    asked: int = 0
    _last: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, Protego] = field(default_factory=dict)
    _client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        # No proxy or password of the environment; and what is packed would have no bound.
        headers = {"User-Agent": self.agent, "Accept-Encoding": "identity"}
        timeout = self.manners.seconds
        self._client = httpx.Client(headers=headers, timeout=timeout, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_why: object) -> None:
        self._client.close()

    @property
    def agent(self) -> str:
        """Our name, as servers are told it."""
        return f"{NAME}/1 (+{self.contact})"

    def ask(self, address: str, *, known: Known = Known()) -> Answer:
        """Return what came of asking an address, unless it is unchanged since it was known.

        :raises UnableToVisit: if it may not be asked, or no answer can be used
        """
        try:
            return self._followed(address, known)
        except NotAllowed as why:
            raise UnableToVisit(f"{address} was not asked: {why}.") from None

    def _followed(self, address: str, known: Known) -> Answer:
        at = address
        for _ in range(MOST_REDIRECTS + 1):
            self._may_ask(at)
            status, headers, content = self._tried(at, known.headers, self.manners.most)
            if status not in _TO_FOLLOW:
                return _answer(address, status, headers, content)
            at = _led_to(at, headers)
        raise UnableToVisit(f"{address} leads from one address to the next without an end.")

    def _may_ask(self, address: str) -> None:
        check(address, hosts=self.hosts, loopback=self.manners.loopback)
        if not self._robots_of(address).can_fetch(address, self.agent):
            raise NotAllowed("robots.txt of its host asks programs not to")

    def _robots_of(self, address: str) -> Protego:
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = Protego.parse(self._rules(host))
        return self._robots[host]

    def _rules(self, host: str) -> str:
        """Return robots.txt; where there is none everything may be asked, as RFC 9309 has it."""
        at = f"{host}/robots.txt"
        status, headers, content = self._tried(at, {}, _ROBOTS_MOST)
        if status in _TO_FOLLOW:
            at = _led_to(at, headers)
            check(at, hosts=self.hosts, loopback=self.manners.loopback)
            status, _, content = self._tried(at, {}, _ROBOTS_MOST)
        return content.decode("utf-8", "replace") if status == httpx.codes.OK else ""

    def _tried(
        self, address: str, headers: Mapping[str, str], most: int
    ) -> tuple[int, Mapping[str, str], bytes]:
        """Return status, headers and content, trying again where the server fails or asks to."""
        why = ""
        for tried in range(self.manners.tries):
            wait = self.manners.delay * 2**tried
            try:
                answer = self._once(address, headers, most)
                if answer[0] not in _COME_AGAIN:
                    return answer
                why = f"the server answered {answer[0]}"
                wait = max(wait, _retry_after(answer[1].get("retry-after", "")))
            except httpx.TransportError as fault:
                why = str(fault).rstrip(".") or type(fault).__name__
            if wait > LONGEST_WAIT:
                raise UnableToVisit(f"{address} gave nothing: it asks us to come much later.")
            if tried + 1 < self.manners.tries:
                self.pause(wait)
        raise UnableToVisit(f"{address} gave nothing: {why}.")

    def _once(
        self, address: str, headers: Mapping[str, str], most: int
    ) -> tuple[int, Mapping[str, str], bytes]:
        host = urlsplit(address).netloc
        with self._in_turn(host):
            self.asked += 1
            until = time.monotonic() + self.manners.seconds
            with self._client.stream("GET", address, headers=headers) as answer:
                content = b"".join(_bounded(answer, address, most=most, until=until))
                return answer.status_code, answer.headers, content

    @contextmanager
    def _in_turn(self, host: str) -> Iterator[None]:
        """Wait until this host may be asked again, and note when it was."""
        delay = max(self.manners.delay, self._crawl_delay(host))
        since = time.monotonic() - self._last.get(host, float("-inf"))
        if since < delay:
            self.pause(delay - since)
        try:
            yield
        finally:
            self._last[host] = time.monotonic()

    def _crawl_delay(self, host: str) -> float:
        found = [rules for at, rules in self._robots.items() if at.endswith(f"//{host}")]
        asked = found[0].crawl_delay(self.agent) if found else None
        return min(asked or 0.0, LONGEST_WAIT)


def _led_to(at: str, headers: Mapping[str, str]) -> str:
    try:
        return urljoin(at, headers.get("location", ""))
    except ValueError:
        raise NotAllowed("it leads to what is no address") from None


def _bounded(answer: httpx.Response, address: str, *, most: int, until: float) -> Iterator[bytes]:
    if answer.headers.get("content-encoding", "identity") != "identity":
        raise UnableToVisit(f"{address} came packed, though we asked for it as it is.")
    had = 0
    for part in answer.iter_raw():
        had += len(part)
        if had > most:
            raise UnableToVisit(f"{address} is larger than {most:,} bytes.")
        if time.monotonic() > until:
            raise UnableToVisit(f"{address} took too long to come.")
        yield part


def _answer(address: str, status: int, headers: Mapping[str, str], content: bytes) -> Answer:
    if status not in {httpx.codes.OK, httpx.codes.NOT_MODIFIED, *GONE}:
        raise UnableToVisit(f"{address} gave nothing: the server answered {status}.")
    return Answer(
        address,
        status,
        content if status == httpx.codes.OK else b"",
        headers.get("content-type", "").partition(";")[0].strip().casefold(),
        Known(headers.get("etag", ""), headers.get("last-modified", "")),
    )


def _retry_after(value: str) -> float:
    """Return the seconds that a server asks to wait, given as a number or as a moment."""
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    asked = moment.replace(tzinfo=moment.tzinfo or UTC)
    return (asked - datetime.now(UTC)).total_seconds()  # noqa: TID251  a server's clock, and ours
