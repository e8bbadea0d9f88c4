"""The options by which a command learns its counting rule, and by what to divide a figure."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import click

from areasend.answers.official import official_counting
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.terminal import options

_DATES = [by.value for by in By]
_OWN_DATES = (
    "--counting official counts by the dates of that release: leave out --by started, published or "
    "both, and --published-to."
)
_DIVISIONS = [division.value for division in Division]

_by = click.option(
    "--by",
    multiple=True,
    type=click.Choice([*_DIVISIONS, *_DATES]),
    help="Give the parts by year, school year, Ofsted's eight regions, the nine regions or the "
    "framework. And which date counts: that the visit started, that its report was published "
    "(the default), or both. Give it twice for one of each.",
)
_since = click.option(
    "--since", type=options.Day(), metavar="DAY", help="The first day that counts. Default: all."
)
_published_to = click.option(
    "--published-to",
    type=options.Day(),
    metavar="DAY",
    help="With --by both: the last day of publication that counts.",
)
_areas = click.option(
    "--counting",
    "areas",
    type=click.Choice([*(areas.value for areas in Areas), "official"]),
    default=Areas.CURRENT.value,
    help="Areas that existed on the day; with those abolished by then; or as the official "
    "release of that day counted.",
)


def counted(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the two days, a counting rule, a division or None, and a format."""

    def count(*, asked: Any, by: Sequence[str], areas: str, **rest: Any) -> None:
        dates, division = _one_of_each(by)
        since, published_to = rest.pop("since"), rest.pop("published_to")
        if since is not None and since > asked.as_at:
            raise click.UsageError("--since comes after --as-at: nothing lies between them.")
        if areas == "official":
            if dates or published_to:
                raise click.UsageError(_OWN_DATES)
            rule = official_counting(asked.as_at, since)
        else:
            rule = _counting(asked.as_at, dates or By.PUBLISHED, since, published_to, Areas(areas))
        command(asked=asked, counting=rule, division=division, **rest)

    count.__name__, count.__doc__ = command.__name__, command.__doc__
    count.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    return options.asked(_by(_since(_published_to(_areas(count)))))


def _one_of_each(by: Sequence[str]) -> tuple[By | None, Division | None]:
    dates = [one for one in by if one in _DATES]
    divisions = [one for one in by if one in _DIVISIONS]
    if len(dates) > 1 or len(divisions) > 1:
        raise click.UsageError("--by takes one date and one kind of part, not two of the same.")
    return (
        By(dates[0]) if dates else None,
        Division(divisions[0]) if divisions else None,
    )


def _counting(
    as_at: date, by: By, since: date | None, published_to: date | None, areas: Areas
) -> Counting:
    if (published_to is not None) != (by is By.BOTH):
        raise click.UsageError("--published-to belongs with --by both, and --by both needs it.")
    return Counting(as_at=as_at, since=since, by=by, published_to=published_to, areas=areas)
