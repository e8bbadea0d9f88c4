"""`areasend load`, `verify` and `export`: the ledger as a whole."""

import sys
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from django.utils.module_loading import import_string

from areasend.gazetteer import directory, index
from areasend.ledger.transfer import export_to, hashes, import_from
from areasend.ledger.verifying import Verified, verify
from areasend.terminal import options
from areasend.terminal.plain import Trouble, database, needs_record

#: The national record that ships with the package.
RECORD = Path(__file__).parent.parent / "record" / "ledger"


@click.command("load")
@click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path),
    default=RECORD,
    metavar="FOLDER",
    help="An export to load. Default: the national record that ships with areasend.",
)
def load(folder: Path) -> None:
    """Load the national record, or bring it up to date. Safe to run again at any time.

    All of it is taken in or none; what is held already is left as it is. The index of postcodes
    is made beside it, once and again for each new edition of them.

    \b
    areasend load
    areasend load --from my-export/
    """
    place = database()
    place.parent.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    new = import_from(folder)
    for name in settings.SWEEPS:
        import_string(name)(today=options.today())
    what = ", ".join(f"{count} {_many(name, count)}" for name, count in new.items())
    click.echo(f"Loaded {what} into {place}." if any(new.values()) else f"{place} is up to date.")
    _index_postcodes(settings.POSTCODES)


def _index_postcodes(place: Path) -> None:
    if index.current(place):
        return
    label = "Indexing every postcode"
    with click.progressbar(directory.files(), label=label, file=sys.stderr) as files:
        index.build(place, files)
    click.echo(f"Indexed the postcodes to {index.month(place)} into {place}.")


@click.command("verify")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    is_flag=False,
    flag_value=RECORD,
    metavar="[FOLDER]",
    help="Also compare with an export; without a folder, with the record that ships with areasend.",
)
def verifying(against: Path | None) -> None:
    """Read both chains from the first row to the last and say whether anything was altered.

    Ends with status 2 if anything was. A chain alone cannot show that its end was cut off or
    that it was written anew from the start: --against an export can.

    \b
    areasend verify
    areasend verify --against
    areasend verify --against my-export/
    """
    needs_record()
    found = verify(hashes(against) if against else None)
    for fault in found.faults:
        where = f"{fault.chain} {fault.number}: " if fault.chain else ""
        click.echo(f"{where}{fault.says}", err=True)
    _tell(found)
    if found.faults:
        raise Trouble(
            f"{_places(len(found.faults))} not as written. "
            "Keep this file, and load the record or a backup into a new one."
        )


def _places(count: int) -> str:
    return "One place in the ledger is" if count == 1 else f"{count} places in the ledger are"


def _tell(found: Verified) -> None:
    for name, count in found.rows.items():
        click.echo(f"{count} {_many(name, count)} read; the last hash is {found.heads[name]}")
    for name, number, reason in found.erased:
        click.echo(f"{name} {number} was erased: {reason}")
    if not found.faults:
        click.echo("Every row is as it was written.")


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export(folder: Path) -> None:
    """Write the whole ledger into a FOLDER as plain CSV files, which `load` takes in again.

    \b
    areasend export my-export/
    """
    needs_record()
    counts = export_to(folder)
    what = ", ".join(f"{count} {_many(name, count)}" for name, count in counts.items())
    click.echo(f"Wrote {what} to {folder}.")


def _many(name: str, count: int) -> str:
    plural = {"entry": "entries", "release": "releases"}
    return name if count == 1 else plural[name]
