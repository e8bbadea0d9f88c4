"""`areasend verify`, `export` and `grant`: the ledger as a whole."""

from pathlib import Path

import click

from areasend.ledger.granting import grant_to
from areasend.ledger.transfer import export_to, hashes
from areasend.ledger.verifying import Verified, verify
from areasend.terminal.plain import Trouble, needs_record

#: The national record that ships with the package.
RECORD = Path(__file__).parent.parent / "record" / "ledger"


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
            "Keep this database, and load the record or a backup into a new one."
        )


def _places(count: int) -> str:
    return "One place in the ledger is" if count == 1 else f"{count} places in the ledger are"


def _tell(found: Verified) -> None:
    for name, count in found.rows.items():
        click.echo(f"{counted({name: count})} read; the last hash is {found.heads[name]}")
    for name, number, reason in found.erased:
        click.echo(f"{name} {number} was erased: {reason}")
    if not found.faults:
        click.echo("Every row is as it was written.")


@click.command("export")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export(folder: Path) -> None:
    """Write the whole ledger into a FOLDER as plain CSV files, which `import` takes in again.

    \b
    areasend export my-export/
    """
    needs_record()
    click.echo(f"Wrote {counted(export_to(folder))} to {folder}.")


def counted(rows: dict[str, int]) -> str:
    """Return how many rows there are of each chain, in words."""
    plural = {"entry": "entries", "release": "releases"}
    return ", ".join(
        f"{count} {name if count == 1 else plural[name]}" for name, count in rows.items()
    )


@click.command("grant")
@click.argument("role")
def grant(role: str) -> None:
    """Let a ROLE of PostgreSQL use the ledger without owning it. For the tables' owner to run.

    The role may read and add, and blank what is accounted for as erased; it may not update,
    delete, empty or alter anything. It may also keep, end and delete the website's reports of
    errors. Run it again after every new version.

    \b
    areasend grant areasend_app
    """
    needs_record()
    grant_to(role)
    click.echo(
        f"{role} may read the ledger and add to it, keep the reports of errors, and nothing else."
    )
