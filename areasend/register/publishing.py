"""Writes the whole register as plain files, so that it can outlive whoever runs it.

Every link becomes relative, so that the copy can stand anywhere; filters become paths. What needs
a server (finding by postcode, other days, the calculator) is left out, and the pages say so.
"""

import json
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qsl, urlencode

from areasend.answers.asked import Asked
from areasend.register.addresses import FORMS, addresses, queries
from areasend.register.asking import now, today

_LINK = re.compile(r'(href|src|action)="(/[^"]*)"')
_LIST = "published.json"


class UnableToPublish(ValueError):
    """The register cannot be written, for the reason given."""


@dataclass
class Copy:
    """A copy on its way into a folder: what it holds by now, and how much of it was new."""

    folder: Path
    paths: dict[str, str]
    forms: frozenset[str]
    held: list[str] = field(default_factory=list)
    written: int = 0

    def write(self, path: str, content: bytes) -> None:
        """Write a file unless the same is there; whole or not at all."""
        place = self.folder / path
        self.held.append(path)
        if place.is_file() and place.read_bytes() == content:
            return
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f"{place.name}.part")
        part.write_bytes(content)
        part.replace(place)
        self.written += 1

    def page(self, path: str, words: str) -> None:
        """Write a page whose links lead within the copy."""
        here = PurePosixPath(path.strip("/") or ".")
        linked = _LINK.sub(lambda found: self._link(found[1], found[2], here), words)
        self.write(str(here / "index.html"), linked.encode())

    def _link(self, attribute: str, target: str, here: PurePosixPath) -> str:
        address, _, part = unescape(target).partition("#")
        path, _, query = address.partition("?")
        address = self.paths.get(f"{path}?{urlencode(parse_qsl(query))}", path)
        up = os.path.relpath(address.strip("/") or ".", str(here))
        way = up if "." in PurePosixPath(address).name else f"{up}/"
        return f'{attribute}="{escape(way + (f"#{part}" if part else ""))}"'


def publish(
    folder: Path,
    *,
    ask: Callable[[str], tuple[str, bytes]],
    static: Path,
    also: Iterable[str] = (),
) -> Copy:
    """Write the register into a folder and return what was done; unchanged files are left.

    `ask` returns the status and body of a page by its address; `also` are those of other faces.

    :raises UnableToPublish: if the folder holds something else, or a page cannot be had
    """
    _check(folder)
    asked = Asked(today(), now())
    by_query = queries(asked=asked)
    copy = Copy(folder, by_query, FORMS)
    for address in (*addresses(asked=asked), *also):
        body = _got(ask, address)
        if "." in PurePosixPath(address).name:
            copy.write(address.strip("/"), body)
        else:
            copy.page(address, body.decode())
    for address, path in by_query.items():
        copy.page(path, _got(ask, address).decode())
    for file in sorted(static.rglob("*")):
        if file.is_file() and file.suffix not in {".gz", ".br", ".json"}:
            copy.write(f"static/{file.relative_to(static)}", file.read_bytes())
    _clear(copy)
    return copy


def _got(ask: Callable[[str], tuple[str, bytes]], address: str) -> bytes:
    status, body = ask(address)
    if not status.startswith("200"):
        raise UnableToPublish(f"{address} answers {status}; nothing more was written.")
    return body


def _check(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()) and not (folder / _LIST).is_file():
        raise UnableToPublish(f"{folder} holds files that are no copy of the register.")


def _clear(copy: Copy) -> None:
    """Remove what an earlier copy held and this one does not; then say what this one holds."""
    listed = copy.folder / _LIST
    before = json.loads(listed.read_text("utf-8")) if listed.is_file() else []
    for path in set(before) - set(copy.held):
        (copy.folder / path).unlink(missing_ok=True)
    copy.write(_LIST, json.dumps(sorted(copy.held), indent=0).encode())


def asker(application: Callable[..., Any]) -> Callable[[str], tuple[str, bytes]]:
    """Return how to ask a WSGI application for a page as it is published."""
    from django.test import RequestFactory

    def ask(address: str) -> tuple[str, bytes]:
        environ = RequestFactory(headers={"host": "localhost"}).get(address, secure=True).environ
        told: list[str] = []
        body = application(
            {**environ, "areasend.published": True}, lambda status, *_: told.append(status)
        )
        try:
            return told[0], b"".join(body)
        finally:
            getattr(body, "close", lambda: None)()

    return ask
