"""Writes what is due as iCalendar (RFC 5545), each entry saying how binding its date is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from areasend.answers.duties import Duty
from areasend.opendata.feeds.entries import AUTHORITY

_HOST = AUTHORITY.partition(",")[0]
_FEBRUARY_TO_JANUARY = 32  # days: from the first of any month, so many lead into the next


@dataclass(frozen=True)
class Due:
    """A duty, the area it is about, and its page."""

    area_name: str
    duty: Duty
    path: str


@dataclass(frozen=True)
class Dates:
    """A calendar: its words, how far the record reaches, and what is due."""

    title: str
    says: str
    limits: str
    known_at: datetime
    due: tuple[Due, ...]


def calendar(dates: Dates, *, address: Callable[[str], str] | None) -> bytes:
    """Return dates as iCalendar; `address` is that of a page by its path, if it can be known."""
    made = Calendar()
    for name, value in {
        "prodid": "-//areasend//dates//EN",
        "version": "2.0",
        "calscale": "GREGORIAN",
        "method": "PUBLISH",
        "x-wr-calname": dates.title,
        "x-wr-caldesc": f"{dates.says} {dates.limits}",
        "x-wr-timezone": "Europe/London",
        "x-published-ttl": "P1D",
    }.items():
        made.add(name, value)
    for one in _each_once(dates.due):
        made.add_component(_event(one, dates, address))
    return bytes(made.to_ical())


def _each_once(due: Iterable[Due]) -> Iterable[Due]:
    return {one.duty.name: one for one in due}.values()


def _event(one: Due, dates: Dates, address: Callable[[str], str] | None) -> Event:
    made, duty = Event(), one.duty
    first, after = _days(duty)
    made.add("uid", f"{duty.name}@{_HOST}")
    made.add("dtstamp", dates.known_at)
    made.add("dtstart", first)
    made.add("dtend", after)
    made.add(
        "summary", f"{one.area_name}: {duty.duty}, {duty.headline} ({duty.force}{_estimated(duty)})"
    )
    made.add("description", _words(duty, dates.limits))
    made.add("categories", [duty.force])
    made.add("status", "TENTATIVE" if _is_vague(duty) else "CONFIRMED")
    # It takes nobody's time: a date of others, to look at.
    made.add("transp", "TRANSPARENT")
    if address:
        made.add("url", address(one.path))
    return made


def _days(duty: Duty) -> tuple[date, date]:
    """Return the first day that is shown and the day after the last: a month where it is vague."""
    last = duty.due_by
    if not duty.window:
        return last, last + timedelta(days=1)
    first = last.replace(day=1)
    return first, (first + timedelta(days=_FEBRUARY_TO_JANUARY)).replace(day=1)


def _is_vague(duty: Duty) -> bool:
    return duty.window or duty.estimated


def _estimated(duty: Duty) -> str:
    return "; day estimated by us" if duty.estimate else ""


def _words(duty: Duty, limits: str) -> str:
    """Return all that is to be said of a date, in the words of every other face."""
    carried = f" Carried by {' and '.join(duty.carried_by)}." if duty.carried_by else ""
    # Where a rule stands in our own documentation there is no address to give.
    href = f": {duty.href}" if duty.href.startswith("http") else "."
    parts = (
        f"{duty.owed_by[0].upper()}{duty.owed_by[1:]}, for {duty.owed_to}.{carried}",
        f"How binding: {duty.force} ({duty.period}). {duty.reference}{href}",
        f"{duty.due[0].upper()}{duty.due[1:]}.",
        f"Where it stands: {duty.state}.",
        duty.start,
        *duty.notes,
        *duty.moved,
        limits,
    )
    return "\n".join(parts)
