"""`areasend load` and `import`: a whole ledger taken in, the national record or an export."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils.module_loading import import_string

from areasend.gazetteer import directory, index
from areasend.ledger import tables
from areasend.ledger.transfer import import_from
from areasend.terminal import options
from areasend.terminal.upkeep import RECORD, counted


@click.command("load")
def load() -> None:
    """Load the national record, or bring it up to date. Safe to run again at any time.

    All of it is taken in or none; what is held already is left as it is. The index of postcodes
    is made beside it, once and again for each new edition of them.

    \b
    areasend load
    """
    _take_in(RECORD)
    for name in settings.SWEEPS:
        import_string(name)(today=options.today())
    _index_postcodes(settings.POSTCODES)


def _index_postcodes(place: Path) -> None:
    if index.current(place):
        return
    label = "Indexing every postcode"
    with click.progressbar(directory.files(), label=label, file=sys.stderr) as files:
        index.build(place, files)
    click.echo(f"Indexed the postcodes to {index.month(place)} into {place}.")


@click.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
def importing(folder: Path) -> None:
    """Take in what a FOLDER that `export` wrote holds and the ledger does not.

    All of it is taken in or none; what is held already is left as it is. A folder whose rows
    continue another ledger than this one is refused.

    \b
    areasend import my-export/
    """
    _take_in(folder)


def _take_in(folder: Path) -> None:
    tables.make()
    new, place = import_from(folder, watch=_with_a_bar), tables.place()
    found = f"Loaded {counted(new)} into {place}." if any(new.values()) else ""
    click.echo(found or f"{place} is up to date.")


def _with_a_bar(name: str, rows: list[Any]) -> Iterator[Any]:
    """Show a person how far it has come; nobody else."""
    unseen = not sys.stderr.isatty()
    with click.progressbar(rows, label=f"Taking in {name}", file=sys.stderr, hidden=unseen) as bar:
        yield from bar
