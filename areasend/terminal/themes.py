"""`areasend themes`: the list of themes, or those that the machine proposes for a text."""

import click

from areasend.answers.themes import ProposedThemes, ThemesAnswer, proposed_themes, themes_answer
from areasend.reading.themes import Likely
from areasend.terminal import options, printing


@click.command("themes")
@click.argument("text", nargs=-1)
@options.as_format
def themes_command(text: tuple[str, ...], form: str) -> None:
    """Show the list of themes of weaknesses, or which of them a text is likely to have.

    The machine says how likely each is and which words decided. It was taught by weaknesses of
    2016 to 2022 that a person had labelled; a person's label always goes before it.

    \b
    areasend themes
    areasend themes "Families wait too long for an autism assessment."
    """
    if text:
        found = proposed_themes(" ".join(text))
        printing.show(found, form, read=_read_proposed, rows=lambda one: map(_row, one.themes))
    else:
        printing.show(themes_answer(), form, read=_read_list, rows=lambda one: one.themes)


def _row(one: Likely) -> dict[str, str | float | bool]:
    return {
        "code": one.code,
        "theme": one.name,
        "likelihood": one.likelihood,
        "proposed": one.proposed,
        "words": "; ".join(one.words),
    }


def _read_proposed(found: ProposedThemes) -> None:
    printing.title("Themes that the machine finds likely; no person has looked")
    printing.table(
        ["Theme", "Likely", "", "Words that decided"],
        [
            [one.name, f"{one.likelihood:.0%}", "proposed" * one.proposed, "; ".join(one.words)]
            for one in found.themes
        ],
        wide=3,
    )
    if not any(one.proposed for one in found.themes):
        click.echo()
        printing.prose("None is likely enough to be proposed.")


def _read_list(found: ThemesAnswer) -> None:
    printing.title(f"The {len(found.themes)} themes of weaknesses")
    printing.prose(found.intro)
    click.echo()
    rows = [[one.code, one.name, one.says] for one in found.themes]
    printing.table(["Code", "Theme", "What it means"], rows, wide=2)
