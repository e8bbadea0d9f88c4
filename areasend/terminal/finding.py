"""`areasend find`: the local area of a postcode or a place."""

from datetime import date

import click
from django.conf import settings

from areasend.answers.found import Found
from areasend.answers.places import find
from areasend.terminal import options, printing


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@options.as_at
@options.as_format
def find_command(words: tuple[str, ...], as_at: date, form: str) -> None:
    """Say which local area a postcode or a place is in. What you type is not kept.

    WORDS are a postcode, whole or its beginning, or the name of a council, an older one or a town.

    \b
    areasend find DY1 1HF
    areasend find TD15
    areasend find Kettering
    """
    found = find(" ".join(words), on=as_at, postcodes=settings.POSTCODES)
    printing.show(found, form, read=_read, rows=lambda one: one.possible)


def _read(found: Found) -> None:
    printing.prose(found.sentence)
    if found.nearest:
        printing.prose(f"Names like it: {'; '.join(found.nearest)}.")
    if found.what in {"choice", "unknown postcode"}:
        _read_choice(found)
    for one in found.possible:
        if found.what == "area":
            click.echo(f"\nareasend area {one.slug}")
    if not found.sure:
        printing.prose("Other places may have the same name: a postcode is sure.")


def _read_choice(found: Found) -> None:
    counted = [one for one in found.possible if one.postcodes is not None]
    if counted:
        rows = [[one.name, one.postcodes] for one in counted]
        printing.table(["Local area", "Postcodes that begin so"], rows)
        return
    for one in found.possible:
        printing.item(one.name)
