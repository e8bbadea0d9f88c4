"""Writes what is due as iCalendar (RFC 5545), each entry saying how binding its date is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from areasend.answers.duties import FORCES, Duty
from areasend.domain.clocks import BINDING
from areasend.domain.intervals import in_words
from areasend.opendata.feeds.entries import AUTHORITY

_HOST = AUTHORITY.partition(",")[0]
_MONTH = 31
_BINDING = {FORCES[force] for force in BINDING}
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
    made.add("summary", _title(one))
    made.add("description", _words(duty, dates.limits))
    made.add("categories", [duty.force])
    made.add("status", "CONFIRMED" if _is_sure(duty) else "TENTATIVE")
    # It takes nobody's time: a date of others, to look at.
    made.add("transp", "TRANSPARENT")
    if address:
        made.add("url", address(one.path))
    return made


def _title(one: Due) -> str:
    """Return where, who is to do what, when, how binding that is, and whether it has passed."""
    duty = one.duty
    task = f"{duty.owed_by} to {duty.duty[0].lower()}{duty.duty[1:]}"
    passed = "" if duty.running else "; passed, we hold none"
    binding = f"({duty.force}{_estimated(duty)})"
    return f"{one.area_name}: {task}, {_when(duty)}{passed} {binding}"


def _when(duty: Duty) -> str:
    shown_whole = duty.window or _is_short(duty)
    return duty.headline if shown_whole else f"by {in_words(duty.due_by)}"


def _days(duty: Duty) -> tuple[date, date]:
    """Return the first day that is shown and the day after the last.

    A usual time is the month around which it lies, and days between which it fell due are shown
    where they are a month at most; of more, and where we estimate them, the last alone.
    """
    last = duty.due_by
    if duty.window:
        first = last.replace(day=1)
        return first, (first + timedelta(days=_FEBRUARY_TO_JANUARY)).replace(day=1)
    first = duty.due_earliest if _is_short(duty) else last
    return first, last + timedelta(days=1)


def _is_short(duty: Duty) -> bool:
    return not duty.estimated and (duty.due_by - duty.due_earliest).days < _MONTH


def _is_sure(duty: Duty) -> bool:
    """Return whether the law or the handbook sets one day."""
    one_day = duty.due_earliest == duty.due_by and not duty.window
    return one_day and not duty.estimated and duty.force in _BINDING


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
