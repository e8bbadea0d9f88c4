"""The options and arguments that commands share, and the only clock the command line asks."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from areasend.answers.asked import Asked, read_moment
from areasend.domain.areas import Area, resolve
from areasend.domain.intervals import NotADate, read_day
from areasend.domain.periods import NotAPeriod, Period

_LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)  # noqa: TID251  the faces ask the clock, here and nowhere else


def today() -> date:
    """Return the present day in London."""
    return now().astimezone(_LONDON).date()


class Day(click.ParamType[date]):
    """A day, as YYYY-MM-DD."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:
        """Return the day that a word writes, or say why it is none."""
        if isinstance(value, date):
            return value
        try:
            return read_day(str(value))
        except NotADate as error:
            self.fail(str(error), param, ctx)


class Moment(click.ParamType[datetime]):
    """A moment, as YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ."""

    name = "moment"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime:
        """Return the moment that a word writes; a day is its end in London."""
        if isinstance(value, datetime):
            return value
        try:
            return read_moment(str(value))
        except ValueError:
            self.fail(
                f"{value!r} is not a moment. Write it as 2026-11-21 or 2026-11-21T09:30:00Z.",
                param,
                ctx,
            )


class PeriodWords(click.ParamType[Period]):
    """A period, as a rule writes it."""

    name = "period"

    def convert(self, value: Any, param: Any, ctx: Any) -> Period:
        """Return the period that words write, or say why they write none."""
        if isinstance(value, Period):
            return value
        try:
            return Period.read(str(value))
        except NotAPeriod as error:
            self.fail(str(error), param, ctx)


as_at = click.option(
    "--as-at",
    type=Day(),
    default=today,
    metavar="DAY",
    help="The world at the end of this day (YYYY-MM-DD). Default: today.",
)
known_at = click.option(
    "--known-at",
    type=Moment(),
    default=now,
    metavar="MOMENT",
    help="What this record had published by this moment. Default: now.",
)
as_format = click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    help="A table to read, or data to reuse. Default: table.",
)


def asked(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the two days of every question, as one argument, and a format."""

    def ask(*, as_at: date, known_at: datetime, **rest: Any) -> None:
        command(asked=Asked(as_at, known_at), **rest)

    ask.__name__, ask.__doc__ = command.__name__, command.__doc__
    ask.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    return as_format(known_at(as_at(ask)))


def area(words: tuple[str, ...], *, on: date | None = None) -> Area:
    """Return the area that words name, so that no quotes are needed around them.

    :raises UnknownName: if no area is called that
    :raises AmbiguousName: if several are
    """
    return resolve(" ".join(words), on=on)
