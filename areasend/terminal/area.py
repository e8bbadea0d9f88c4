"""`areasend area`: one area's story."""

import textwrap
from typing import Any

import click

from areasend.answers.areas import AreaStory, area_story
from areasend.answers.asked import Asked
from areasend.answers.duties import Duty
from areasend.answers.lines import Line
from areasend.domain.intervals import in_words
from areasend.terminal import options, printing
from areasend.terminal.deadline import print_working
from areasend.terminal.plain import needs_record

#: How wide the column is that says on whose word something stands.
_WORD = 26


@click.command("area")
@click.argument("name", nargs=-1, required=True)
@click.option("--working", is_flag=True, help="Show how each due day was reached.")
@options.asked
def area(name: tuple[str, ...], asked: Asked, form: str, *, working: bool) -> None:
    """Tell one area's story: where it stands, what is due, and everything held.

    NAME is any name the area goes by: its council's, an older one, or a code.

    \b
    areasend area Dudley
    areasend area Hull, Kingston upon
    areasend area dorset-county --as-at 2019-03-31
    """
    needs_record()
    story = area_story(options.area(name), asked)
    printing.show(
        story, form, read=lambda one: _read(one, working=working), rows=lambda one: one.lines
    )


def _read(story: AreaStory, *, working: bool) -> None:
    printing.title(story.name)
    click.echo(f"As at {in_words(story.as_at)}\n")
    printing.prose(story.sentence)
    for words in story.lineage:
        printing.prose(words)
    if story.health_bodies:
        printing.prose(f"With the council: {'; '.join(story.health_bodies)}.")
    elif story.bodies_not_held:
        printing.prose(story.bodies_not_held)
    for duty in story.duties:
        _read_duty(duty, working=working)
    _read_weaknesses(story)
    printing.part("What happened, and what was expected")
    if not story.lines:
        printing.prose("We hold nothing of this area to that day.")
        return
    printing.table(
        ["When", "What", "On whose word"], [_cells(line, story) for line in story.lines], wide=1
    )
    for line in story.lines:
        for words in (*line.reached, *line.otherwise, *filter(None, [line.words])):
            printing.item(f"{line.on}: {words}")


def _read_weaknesses(story: AreaStory) -> None:
    if not story.weaknesses:
        return
    printing.part("What the reports found")
    printing.prose(
        "More weaknesses does not mean a worse area. Where no wording is shown it is in the "
        "reports; the themes are ours, given by a person."
    )
    printing.table(
        ["Number", "What", "Themes"],
        [[one.name, one.kind, "; ".join(one.themes)] for one in story.weaknesses],
        wide=2,
    )
    for one in story.weaknesses:
        if one.words:
            said = f" Responsible: {'; '.join(one.bodies)}." if one.bodies else ""
            printing.item(f"{one.name}: “{one.words}”{said}")


def _cells(line: Line, story: AreaStory) -> list[Any]:
    elsewhere = f" (as {line.area_name})" if line.area != story.slug else ""
    perhaps = " It may not have happened by this day." if line.perhaps else ""
    word = f"{line.word} ({line.confidence})" if line.word else line.confidence
    return [line.on, f"{line.says}{elsewhere}{perhaps}", textwrap.fill(word, _WORD)]


def _read_duty(duty: Duty, *, working: bool) -> None:
    printing.part(f"{duty.duty}: {duty.owed_by}, to {duty.owed_to}")
    if duty.carried_by:
        heirs = " and ".join(duty.carried_by)
        printing.prose(f"Of {duty.area}, which is abolished and owes nothing; carried by {heirs}.")
    printing.prose(f"{duty.due[0].upper()}{duty.due[1:]}. {duty.state[0].upper()}{duty.state[1:]}.")
    for words in filter(None, (duty.fulfilment, *duty.notes)):
        printing.prose(words)
    printing.prose(duty.start)
    printing.prose(
        f"{duty.period}, by {duty.force} since {in_words(duty.rule_from)}: {duty.reference} "
        f"({duty.href}; checked {in_words(duty.checked)})."
    )
    for one in duty.workings if working else ():
        click.echo()
        print_working(one)
