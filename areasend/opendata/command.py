"""The command of this face: `areasend data`."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

import click
from django.conf import settings

from areasend.answers.asked import Asked, read_moment
from areasend.answers.wording import day_of
from areasend.domain.intervals import NotADate, read_day
from areasend.ledger import tables
from areasend.opendata.building import build
from areasend.opendata.clock import now
from areasend.opendata.columns import Table
from areasend.opendata.state import UnableToBuild
from areasend.opendata.tables import TABLES

_MEGABYTE = 1_000_000


def _day(_context: object, _option: object, text: str | None) -> date:
    if text is None:
        return day_of(now())
    try:
        return read_day(text)
    except NotADate as error:
        raise click.BadParameter(str(error)) from None


def _moment(_context: object, _option: object, text: str | None) -> datetime:
    try:
        found = read_moment(text) if text else now()
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a moment. Write it as 2026-11-21.") from None
    if found > now():
        # What is scheduled is nobody's business yet.
        raise click.BadParameter("What we shall know at a later moment we cannot tell.")
    return found


@click.command("data")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--as-at",
    metavar="DAY",
    callback=_day,
    help="The world at the end of this day. Default: today.",
)
@click.option(
    "--known-at",
    metavar="MOMENT",
    callback=_moment,
    help="What this record had published by this moment. Default: now.",
)
@click.option(
    "--address",
    metavar="URL",
    default=lambda: settings.ADDRESS,
    help="Where the register will be read, for permalinks. Default: AREASEND_ADDRESS.",
)
def data(folder: Path | None, as_at: date, known_at: datetime, address: str) -> None:
    """Build a release of the data into FOLDER: every table in every form, described and citable.

    Each release has a folder of its own there, and those built before stay. The same release is
    the same to the byte. Without FOLDER it goes where the website looks for its downloads.

    \b
    areasend data
    areasend data downloads/ --as-at 2026-11-21
    """
    if not tables.are_there():
        raise click.UsageError(
            f"There is no record at {tables.place()} yet. Load it with: areasend load"
        )
    where = folder or settings.DOWNLOADS
    try:
        built = build(where, Asked(as_at, known_at), address=address.rstrip("/"), watch=_with_a_bar)
    except UnableToBuild as trouble:
        raise click.UsageError(str(trouble)) from None
    if not built.new:
        click.echo(f"{built.path} is there already, as it was built.")
        return
    files = list(built.path.iterdir())
    size = sum(path.stat().st_size for path in files) / _MEGABYTE
    click.echo(f"Built {built.state.title}: {len(files)} files, {size:.1f} MB, in {built.path}.")


def _with_a_bar(every: Iterable[Table]) -> Iterator[Table]:
    """Show a person how far it has come; nobody else."""
    unseen = not sys.stderr.isatty()
    label, length = "Writing the tables", len(TABLES)
    with click.progressbar(
        every, length=length, label=label, file=sys.stderr, hidden=unseen
    ) as bar:
        yield from bar
