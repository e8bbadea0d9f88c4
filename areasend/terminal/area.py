"""`areasend area`: one area's story."""

from typing import Any

import click

from areasend.answers.areas import AreaStory, Line, area_story
from areasend.answers.asked import Asked
from areasend.answers.duties import Duty
from areasend.domain.intervals import in_words
from areasend.terminal import options, printing
from areasend.terminal.deadline import print_working
from areasend.terminal.plain import needs_record


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
    for duty in story.duties:
        _read_duty(duty, working=working)
    printing.part("What happened")
    if not story.lines:
        printing.prose("We hold nothing of this area to that day.")
        return
    printing.table(
        ["When", "What", "On whose word"], [_cells(line, story) for line in story.lines], wide=1
    )
    for line in story.lines:
        for words in (*line.otherwise, *filter(None, [line.words])):
            printing.item(f"{line.on}: {words}")


def _cells(line: Line, story: AreaStory) -> list[Any]:
    elsewhere = f" (as {line.area_name})" if line.area != story.slug else ""
    perhaps = " It may not have happened by this day." if line.perhaps else ""
    return [line.on, f"{line.says}{elsewhere}{perhaps}", line.confidence]


def _read_duty(duty: Duty, *, working: bool) -> None:
    printing.part(f"{duty.duty}: {duty.owed_by}")
    printing.prose(f"{duty.due[0].upper()}{duty.due[1:]}. {duty.state[0].upper()}{duty.state[1:]}.")
    if duty.fulfilment:
        printing.prose(duty.fulfilment)
    printing.prose(duty.start)
    printing.prose(
        f"{duty.period}, by {duty.force} since {in_words(duty.rule_from)}: {duty.reference} "
        f"({duty.href}; checked {in_words(duty.checked)})."
    )
    for one in duty.workings if working else ():
        click.echo()
        print_working(one)
