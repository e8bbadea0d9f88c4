"""Reads of a page when it was published: from its title, or from its address."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from areasend.domain.intervals import Interval

_IN_ADDRESS = re.compile(r"/(20\d\d)/(\d\d)/(\d\d)/")
#: A title may name a day that bounds something else: "after 16 September 2025", "to 26 June 2026".
_IN_TITLE = re.compile(r"(?<!after )(?<!to )(?<!since )\b(\d{1,2} [A-Z][a-z]+ 20\d\d)\b")
_FORMS = ("%d %B %Y", "%d %b %Y")


def day_of_source(*, title: str, href: str, tells_of: Interval) -> date | None:
    """Return the day of a source that tells of something: its title's, else its address's.

    None where neither has one, or only one from before what it tells of: an address may be that
    of another page, used again.
    """
    for found in (_titled(title), _addressed(href)):
        if found and found >= tells_of.earliest:
            return found
    return None


def _titled(title: str) -> date | None:
    """Return the one day that a title names."""
    days = {day for text in _IN_TITLE.findall(title) for day in _days(text)}
    return days.pop() if len(days) == 1 else None


def _days(text: str) -> Iterator[date]:
    for form in _FORMS:
        try:
            yield datetime.strptime(text, form).date()  # noqa: DTZ007  a day has no time zone
        except ValueError:
            continue


def _addressed(href: str) -> date | None:
    found = _IN_ADDRESS.search(href)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
