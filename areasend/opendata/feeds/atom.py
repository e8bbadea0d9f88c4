"""Writes entries as Atom (RFC 4287), with Django's writer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from areasend.opendata.feeds.entries import Entry

_RIGHTS = "Open Government Licence v3.0"


@dataclass(frozen=True)
class Feed:
    """A feed: its identifier, its words, the page it is about and its entries.

    `known_at` is when the newest release took effect, for a feed with nothing to tell.
    """

    identifier: str
    title: str
    says: str
    path: str
    known_at: datetime
    entries: tuple[Entry, ...]


class _Dated(Atom1Feed):
    """A feed that was updated when its newest entry was, and never merely when it was asked."""

    def latest_post_date(self) -> datetime:
        updated: list[datetime] = [one["updateddate"] for one in self.items]
        return max(updated, default=self.feed["known_at"])


def atom(feed: Feed, *, own: str, address: Callable[[str], str]) -> bytes:
    """Return a feed as Atom; `own` is its address, `address` that of a page by its path."""
    written = _Dated(
        title=feed.title,
        link=address(feed.path),
        description=None,
        subtitle=feed.says,
        language="en-GB",
        author_name="areasend",
        feed_url=own,
        feed_guid=feed.identifier,
        feed_copyright=_RIGHTS,
        known_at=feed.known_at,
    )
    for one in feed.entries:
        written.add_item(
            title=one.title,
            link=address(one.path),
            # Atom's summary is taken for HTML.
            description=escape(one.says),
            unique_id=one.identifier,
            pubdate=one.published,
            updateddate=one.updated,
            categories=(one.kind,),
        )
    return written.writeString("utf-8").encode()
