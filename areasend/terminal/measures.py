"""`areasend measures` and `measure`: every statistic with its figure, its parts and its names."""

from datetime import datetime
from typing import Any

import click

from areasend.answers.asked import Asked
from areasend.answers.figures import BreakdownAnswer, FigureAnswer
from areasend.answers.measured import short
from areasend.answers.measures import Answer, MeasuresAnswer, measure_answer, measures_answer
from areasend.answers.moved import MovedAnswer, moved
from areasend.answers.waits import WaitBreakdownAnswer
from areasend.domain.intervals import in_words
from areasend.domain.measures import MEASURES, WAITS
from areasend.domain.measures.breakdown import Division
from areasend.domain.measures.counting import Counting
from areasend.terminal import measured, options, printing
from areasend.terminal.counting import counted
from areasend.terminal.plain import needs_record


@click.command("measures")
@counted
def measures(asked: Asked, counting: Counting, division: Division | None, form: str) -> None:
    """List every measure with what it counts and its figure, and its parts where asked.

    \b
    areasend measures
    areasend measures --as-at 2022-08-31 --counting official
    areasend measures --by school-year --by started --format csv
    """
    needs_record()
    found = measures_answer(counting, asked, division)
    printing.show(found, form, read=_read_measures, rows=_lines)


def _lines(found: MeasuresAnswer) -> list[dict[str, Any]]:
    return [line for one in found.measures for line in measured.lines(one)]


def _read_measures(found: MeasuresAnswer) -> None:
    printing.title(f"{len(found.measures)} measures, as at {in_words(found.as_at)}")
    printing.prose(f"Counting rule: {found.rule}.")
    for one in found.measures:
        printing.part(one.measure)
        printing.prose(one.says)
        if isinstance(one, BreakdownAnswer | WaitBreakdownAnswer):
            measured.read_parts(one)
            printing.prose(one.whole.caveat)
        else:
            held = ", as far as held" if one.partial and isinstance(one, FigureAnswer) else ""
            printing.prose(f"{short(one)} ({one.out_of_what}{held}). {one.caveat}")
    printing.part("How whole our record of these is")
    for words in dict.fromkeys(words for one in found.measures for words in _held(one)):
        printing.item(words)
    click.echo()
    printing.prose("The names behind a figure, and what limits it: areasend measure NAME")


def _held(found: Answer) -> tuple[str, ...]:
    one = found.whole if isinstance(found, BreakdownAnswer | WaitBreakdownAnswer) else found
    return one.limits if isinstance(one, FigureAnswer) else ()


@click.command("measure")
@click.argument("name", type=click.Choice([*MEASURES, *WAITS]), metavar="NAME")
@click.option(
    "--moved-since",
    type=options.Moment(),
    metavar="MOMENT",
    help="The figure as it was known then and now, with what was corrected or added between.",
)
@counted
def measure(name: str, asked: Asked, counting: Counting, form: str, **more: Any) -> None:
    """Give a figure: a count out of a count, its counting rule, and the names behind it.

    Some measures add up, such as weaknesses; some time, such as report-to-revisit. What there are
    and what each means: areasend measures

    \b
    areasend measure statement-required --as-at 2021-03-31
    areasend measure statement-required --as-at 2022-08-31 --counting official --by region
    areasend measure inspected --as-at 2019-02-28 --by started --format csv
    areasend measure report-to-revisit --as-at 2022-08-31
    areasend measure weaknesses --moved-since 2026-11-30
    """
    needs_record()
    since: datetime | None = more["moved_since"]
    if since is None:
        found = measure_answer(name, counting, asked, more["division"])
        printing.show(found, form, read=measured.read, rows=measured.names)
        return
    if name in WAITS or more["division"]:
        raise click.UsageError("--moved-since is for a count or a sum as a whole.")
    if since > asked.known_at:
        raise click.UsageError("--moved-since comes after --known-at: nothing lies between them.")
    told = moved(name, counting, asked, since=since)
    printing.show(told, form, read=_read_moved, rows=lambda one: one.releases)


def _read_moved(found: MovedAnswer) -> None:
    printing.prose(f"Known by {found.known_before:%Y-%m-%dT%H:%M:%SZ}: {found.before}.")
    printing.prose(f"Known by {found.known_at:%Y-%m-%dT%H:%M:%SZ}: {found.now}.")
    printing.prose(found.says)
    printing.prose(f"Counting rule: {found.rule}.")
    for heading, areas in (("Came", found.came), ("Went", found.went)):
        if areas:
            printing.prose(f"{heading}: {'; '.join(areas)}.")
    if not found.releases:
        printing.prose("Nothing that was released between the two moments moved it.")
    for one in found.releases:
        what = f"corrects release {one.corrects}: {one.reason}" if one.corrects else "new"
        printing.item(f"{one.area}, release {one.release} ({what}) {one.says}")
