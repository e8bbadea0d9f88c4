"""Reads the two days of a question from words, and says why one cannot be asked for."""

from datetime import date, datetime

from areasend.answers.asked import Asked, read_moment
from areasend.answers.wording import day_of
from areasend.domain.intervals import NotADate, in_words, read_day
from areasend.ledger import published, releases

#: Before the first inspection there is nothing to tell.
FIRST_DAY = date(2016, 5, 1)
#: The last day to which our rules and calendar are kept.
LAST_DAY = date(2030, 12, 31)


class UnableToAsk(ValueError):
    """A day or a moment is asked for of which nothing can be told. It says why."""


def read_asked(*, as_at: str | None, known_at: str | None, now: datetime) -> Asked:
    """Return the two days that a question writes; those it leaves out (None) are the present.

    The present moment is that of the last release in effect, so that an answer stays the same
    from one release to the next.

    :raises UnableToAsk: if either is not one that can be told of
    """
    day = day_of(now) if as_at is None else day_asked(as_at)
    moment = now if known_at is None else _moment(known_at, now)
    since = releases.in_effect_since(known_at=moment)
    if known_at is not None and since is None and (first := published.first_in_effect()):
        raise UnableToAsk(
            f"Our record began on {in_words(day_of(first))}: before, it told nothing."
        )
    return Asked(day, since or moment)


def day_asked(text: str) -> date:
    """Return a day that a question writes.

    :raises UnableToAsk: if it is none, or none of our record
    """
    try:
        day = read_day(text)
    except NotADate as error:
        raise UnableToAsk(str(error)) from None
    if not FIRST_DAY <= day <= LAST_DAY:
        raise UnableToAsk(f"{text} lies outside our record, which is of May 2016 to 2030.")
    return day


def _moment(text: str, now: datetime) -> datetime:
    try:
        found = read_moment(text)
    except ValueError:
        raise UnableToAsk(f"“{text[:30]}” is not a moment. Write it as 2026-11-21.") from None
    if day_of(found) > day_of(now):
        raise UnableToAsk("What we shall know at a later moment we cannot tell.")
    # Of today, all that is known by now: the day as a whole is not over.
    return min(found, now)
