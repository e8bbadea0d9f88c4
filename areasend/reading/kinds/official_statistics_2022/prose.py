"""Days and months as a sentence writes them, such as '31 August 2022' and 'May 2017'."""

import calendar
import re
from datetime import date

from areasend.domain.intervals import Interval

DAY = r"[0-9]{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ 20[0-9]{2}"
MONTH = r"[A-Z][a-z]+ 20[0-9]{2}"

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_PARTS = re.compile(r"(?:([0-9]{1,2})[a-z]* )?([A-Z][a-z]+) (20[0-9]{2})")


def read_day(text: str) -> date | None:
    """Return the day that the text writes, or None if there is no such day."""
    found = _PARTS.fullmatch(text)
    if not found or not found[1] or found[2] not in _MONTHS:
        return None
    try:
        return date(int(found[3]), _MONTHS[found[2]], int(found[1]))
    except ValueError:
        return None


def read_month(text: str) -> Interval | None:
    """Return the month that the text writes, or None if there is no such month."""
    found = _PARTS.fullmatch(text)
    if not found or found[1] or found[2] not in _MONTHS:
        return None
    return Interval.read(f"{found[3]}-{_MONTHS[found[2]]:02}")
