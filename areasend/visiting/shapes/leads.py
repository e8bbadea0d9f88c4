"""What a page leads to, and what is said of a page that changed its shape."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Of the readers in this folder. Whoever changes what they find raises it: what a page led to is
#: remembered until the page changes, and would otherwise be remembered as the old reader saw it.
VERSION = 1


class ChangedShape(ValueError):
    """A page or file does not look as its source's do, in the words given."""


@dataclass(frozen=True)
class Lead:
    """A document that a page leads to: its address, what the page calls it, the day it gives."""

    address: str
    said: str = ""
    published: date | None = None


@dataclass(frozen=True)
class Leads:
    """What a page leads to: further pages, documents, and how many it says there are in all."""

    pages: tuple[str, ...] = ()
    documents: tuple[Lead, ...] = ()
    counted: int | None = None

    def to_plain(self) -> dict[str, Any]:
        """Return the same as lists and texts, to be kept as JSON."""
        plain = asdict(self)
        for one in plain["documents"]:
            one["published"] = one["published"] and one["published"].isoformat()
        return plain

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Leads":
        """Return what `to_plain` gave."""
        documents = tuple(
            Lead(one["address"], one["said"], _day(one["published"])) for one in plain["documents"]
        )
        return cls(tuple(plain["pages"]), documents, plain["counted"])


@dataclass(frozen=True)
class Page:
    """A page as it came."""

    address: str
    html: LexborHTMLParser

    def links(self, nodes: Iterable[LexborNode]) -> Iterable[tuple[str, str]]:
        """Return the whole address and the words of each link among the nodes that has one.

        What browsers would not follow either, for it is no address, is left out.
        """
        for node in nodes:
            href = (node.attributes.get("href") or "").strip()
            if href and (whole := _whole(self.address, href)):
                yield whole, words(node)


def _whole(page: str, href: str) -> str:
    try:
        whole = urljoin(page, href)
        urlsplit(whole)
    except ValueError:
        return ""
    return whole


def page_of(address: str, content: bytes) -> Page:
    """Return a page to be read.

    :raises ChangedShape: if it is no page of HTML in UTF-8
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ChangedShape(f"{address} is no longer a page in UTF-8.") from None
    if "<" not in text:
        raise ChangedShape(f"{address} is no longer a page of HTML.")
    return Page(address, LexborHTMLParser(text))


def words(node: LexborNode | None) -> str:
    """Return the words of a part of a page, with single spaces."""
    return " ".join(node.text(separator=" ").split()) if node else ""


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
