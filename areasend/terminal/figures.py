"""`areasend measure`, `answer` and `national`: figures with the names behind them."""

from datetime import date
from typing import Any

import click

from areasend.answers.asked import Asked
from areasend.answers.figures import FigureAnswer, figure
from areasend.answers.national import NationalPicture, national_picture
from areasend.answers.official import official_counting
from areasend.answers.statements import Statement, StatementsAnswer, statements
from areasend.domain.intervals import in_words
from areasend.domain.measures import MEASURES
from areasend.domain.measures.counting import Areas, By, Counting
from areasend.terminal import options, printing
from areasend.terminal.plain import needs_record


@click.command("measure")
@click.argument("name", type=click.Choice(list(MEASURES)))
@click.option(
    "--by",
    type=click.Choice([by.value for by in By]),
    default=By.PUBLISHED.value,
    help="Count by the day the visit started, the day its report was published, or both.",
)
@click.option(
    "--since", type=options.Day(), metavar="DAY", help="The first day that counts. Default: all."
)
@click.option(
    "--published-to",
    type=options.Day(),
    metavar="DAY",
    help="With --by both: the last day of publication that counts.",
)
@click.option(
    "--counting",
    type=click.Choice([*(areas.value for areas in Areas), "official"]),
    default=Areas.CURRENT.value,
    help="Areas that existed on the day; with those abolished by then; or as the official "
    "release of that day counted.",
)
@options.asked
def measure(name: str, asked: Asked, form: str, **rule: Any) -> None:
    """Give a figure: a count out of a count, its counting rule, and the names behind it.

    \b
    areasend measure statement-required --as-at 2021-03-31
    areasend measure statement-required --as-at 2022-08-31 --counting official
    areasend measure inspected --as-at 2019-02-28 --by started --format csv
    """
    needs_record()
    found = figure(name, _counting(asked.as_at, **rule), asked)
    printing.show(found, form, read=_read_figure, rows=_names)


def _counting(
    as_at: date, *, by: str, published_to: date | None, counting: str, since: date | None
) -> Counting:
    if counting == "official":
        return official_counting(as_at, since)
    if (published_to is not None) != (by == By.BOTH):
        raise click.UsageError("--published-to belongs with --by both, and --by both needs it.")
    if since is not None and since > as_at:
        raise click.UsageError("--since comes after --as-at: nothing lies between them.")
    return Counting(
        as_at=as_at,
        since=since,
        by=By(by),
        published_to=published_to,
        areas=Areas(counting),
    )


def _names(found: FigureAnswer) -> list[dict[str, str]]:
    groups = (("counted", found.names), ("not counted", found.others), ("perhaps", found.perhaps))
    return [{"area": name, "is": group} for group, names in groups for name in names]


def _read_figure(found: FigureAnswer) -> None:
    click.echo(click.style(f"{found.count} of {found.out_of}", bold=True) + f" {found.out_of_what}")
    printing.prose(found.says)
    printing.prose(f"Counting rule: {found.rule}.")
    if found.stated is not None:
        same = "the same" if found.stated == found.count else f"{found.stated}"
        printing.prose(f"Stated officially: {same} ({found.stated_by}).")
    for heading, names in (("Counted", found.names), ("Not counted", found.others)):
        if names:
            printing.part(f"{heading} ({len(names)})")
            printing.prose("; ".join(names) + ".")
    if found.perhaps:
        printing.part("May belong: the dates we hold do not settle it")
        printing.prose("; ".join(found.perhaps) + ".")


@click.command("answer")
@click.argument("question", type=click.Choice(["statements"]), default="statements")
@options.asked
def answer(question: str, asked: Asked, form: str) -> None:  # noqa: ARG001  one question so far
    """Answer a question as Parliament asked it, for any day.

    `statements` (the default): which areas were required to make a written statement of action,
    in each year; which were re-visited; and with what outcome (question 179416, April 2021).

    \b
    areasend answer --as-at 2021-04-13
    areasend answer statements --as-at 2022-10-31 --format csv
    """
    needs_record()
    found = statements(asked)
    printing.show(found, form, read=_read_statements, rows=lambda one: one.statements)


def _read_statements(found: StatementsAnswer) -> None:
    printing.title(f"As at {in_words(found.as_at)}")
    printing.prose(found.question)
    click.echo()
    stated = any(total.stated is not None for total in found.totals)
    printing.table(
        ["Total", "Ours", *(["Stated"] if stated else [])],
        [[one.says, one.ours, *([one.stated] if stated else [])] for one in found.totals],
        wide=0,
    )
    click.echo()
    printing.table(
        ["Year", "Inspections", "Statements required"],
        [[one.year, one.inspected, one.statement_required] for one in found.years],
    )
    click.echo()
    printing.table(
        ["Area", "Report", "Weaknesses", "Re-visit letter", "Outcome"],
        [
            [one.name, one.report_published, one.weaknesses, one.revisit_published, _outcome(one)]
            for one in found.statements
        ],
        wide=4,
    )
    click.echo()
    printing.prose(f"Counting rule: {found.rule}.")
    if found.perhaps:
        names = "; ".join(found.perhaps)
        printing.prose(f"May belong to a total too, by dates that do not settle it: {names}.")
    for note in found.notes:
        printing.prose(note)
    printing.prose(f"The same answer again: {found.permalink}")


def _outcome(one: Statement) -> str:
    numbers = f" ({one.sufficient} of {one.of})" if one.of else ""
    return f"{one.verdict}{numbers}"


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
            printing.item(f"{one.kind}, to {in_words(one.complete_to)}: {one.words}")
    partial = [one.kind for one in found.coverage if not one.complete_to]
    printing.item(f"Only as found, from the sources each entry names: {', '.join(partial)}.")
    click.echo(f"\nFrom {found.releases} releases, each with its source.")
    click.echo("Next: areasend area Dudley   areasend answer --as-at 2021-04-13   areasend --help")
