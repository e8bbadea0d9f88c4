"""`areasend take-in`: a person puts documents from files into the queue."""

from datetime import date, datetime
from pathlib import Path

import click

_FILES = click.Path(path_type=Path, exists=True, dir_okay=False)
_DAY = click.DateTime(["%Y-%m-%d"])
#: What a document is called that begins so.
_PDF, _OTHER = "application/pdf", "application/octet-stream"


@click.command("take-in")
@click.argument("files", type=_FILES, nargs=-1, required=True)
@click.option("--address", default="", help="Where the one document is published.")
@click.option("--published", type=_DAY, metavar="DAY", help="The day on which it was.")
def take_in_files(files: tuple[Path, ...], address: str, published: datetime | None) -> None:
    """Keep documents by their hash, read them, and let them wait in the checking room.

    A document that is there already is not taken in again. Nothing is recorded.

    \b
    areasend take-in report.pdf --address https://files.ofsted.gov.uk/v1/file/50271042
    """
    if (address or published) and len(files) > 1:
        raise click.UsageError("An address and a day are those of one document.")
    if address and not address.startswith("https://"):
        raise click.UsageError("An address begins with https://")
    from areasend.ledger import tables

    tables.make()
    for path in files:
        click.echo(f"{path.name}: {_taken_in(path, address, published and published.date())}")


def _taken_in(path: Path, address: str, published: date | None) -> str:
    """Return in words what became of a file."""
    from django.utils import timezone

    from areasend.casework.checking import checking
    from areasend.casework.course import course
    from areasend.casework.queue import take_in
    from areasend.papers import keeping

    content, now = path.read_bytes(), timezone.now()
    if not content:
        return "empty, and not taken in"
    paper = keeping.keep(content, _PDF if content.startswith(b"%PDF") else _OTHER, at=now)
    if address:
        keeping.seen(paper, address, at=now, published=published)
    document = take_in(paper, address, published, at=now)
    if document.trouble:
        return f"document {document.number} could not be read. {document.trouble}"
    left = len(checking(course(document)).waiting)
    return f"document {document.number}, {document.title}, with {left} fields to look at"
