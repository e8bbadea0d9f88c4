"""`areasend deadline`: a due day with its working, for any period and any start."""

from datetime import date

import click

from areasend.answers.working import Working, working
from areasend.domain.intervals import in_words
from areasend.domain.periods import Period
from areasend.terminal import options, printing


@click.command("deadline")
@click.argument("period", type=options.PeriodWords())
@click.option(
    "--from",
    "start",
    type=options.Day(),
    required=True,
    metavar="DAY",
    help="Day 0, the day of receipt, which does not count (YYYY-MM-DD).",
)
@click.option("--working", "show_working", is_flag=True, help="Show every day that was skipped.")
@options.as_at
@options.as_format
def deadline(*, period: Period, start: date, show_working: bool, as_at: date, form: str) -> None:
    """Say when a period ends, skipping weekends and bank holidays where it counts working days.

    With --as-at, by the bank holidays that had been announced by that day.

    \b
    areasend deadline "70 working days" --from 2022-07-01 --working
    areasend deadline "70 working days" --from 2022-07-01 --as-at 2022-09-09
    areasend deadline "18 months" --from 2019-12-20
    """
    found = working(period, start=start, as_at=as_at)
    printing.show(
        found,
        form,
        read=print_working if show_working else _read,
        rows=lambda one: one.skipped if show_working else [_summary(one)],
    )


def _summary(found: Working) -> dict[str, str]:
    return {"period": found.period, "start": str(found.start), "due": str(found.due)}


def _read(found: Working) -> None:
    click.echo(
        f"{found.period} from {_day(found.start)} end on {click.style(_day(found.due), bold=True)}."
    )
    for note in found.notes:
        printing.prose(note)


def print_working(found: Working) -> None:
    """Print a due day with every day skipped on the way to it."""
    _read(found)
    if not found.skipped:
        return
    printing.prose(
        f"Day 0 is {_day(found.start)}. Of the {found.calendar_days} days after it, "
        f"{len(found.skipped)} did not count: {found.weekend_days} Saturdays and Sundays and"
    )
    for one in found.holidays:
        printing.item(f"{_day(one.day)}: {one.why}")
    weekends = [f"{one.day.day} {one.day:%b}" for one in found.skipped if one.why == one.weekday]
    printing.prose("Weekends: " + ", ".join(weekends) + ".")
    click.echo(f"By the bank holidays announced by {in_words(found.known_on)}.")


def _day(day: date) -> str:
    return f"{day:%A} {in_words(day)}"
