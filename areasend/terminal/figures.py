"""`areasend national`: the nation in a few figures."""

import click

from areasend.answers.asked import Asked
from areasend.answers.national import NationalPicture, national_picture
from areasend.domain.intervals import in_words
from areasend.terminal import options, printing
from areasend.terminal.plain import needs_record


@click.command("national")
@options.asked
def national(asked: Asked, form: str) -> None:
    """Show the national picture and how complete the record behind it is.

    \b
    areasend national
    areasend national --as-at 2021-03-31
    """
    needs_record()
    found = national_picture(asked)
    printing.show(found, form, read=_read_national, rows=lambda one: one.counts)


def _read_national(found: NationalPicture) -> None:
    printing.title(f"England's local areas as at {in_words(found.as_at)}")
    printing.prose(f"{found.areas} local areas. {found.limits}")
    click.echo()
    printing.table(
        ["", "", ""],
        [[one.says, one.count, f"of {one.out_of} {one.out_of_what}"] for one in found.counts],
        wide=2,
    )
    printing.prose(f"Counting rule: {found.rule}.")
    printing.prose(found.why_nothing_is_late)
    printing.part("The programme as a whole")
    for fact in found.facts:
        until = f" to {in_words(fact.until)}" if fact.until else ""
        printing.item(f"From {in_words(fact.since)}{until}: {fact.what}")
    printing.part("How complete the record is")
    for one in found.coverage:
        if one.complete_to:
            printing.item(f"{one.kind}, to {one.to}: {one.words}")
    partial = [one.kind for one in found.coverage if not one.complete_to]
    printing.item(f"Only as found, from the sources each entry names: {', '.join(partial)}.")
    click.echo(f"\nFrom {found.releases} releases, each with its source.")
    click.echo("Next: areasend area Dudley   areasend answer --as-at 2021-04-13   areasend --help")
