"""`areasend answer` and `national`: figures with the names behind them."""

import click

from areasend.answers.asked import Asked
from areasend.answers.national import NationalPicture, national_picture
from areasend.answers.statements import Statement, StatementsAnswer, statements
from areasend.domain.intervals import in_words
from areasend.terminal import options, printing
from areasend.terminal.plain import needs_record


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
        printing.item(f"{in_words(fact.since)} to {in_words(fact.until)}: {fact.what}")
    printing.part("How complete the record is")
    for one in found.coverage:
        if one.complete_to:
            printing.item(f"{one.kind}, to {in_words(one.complete_to)}: {one.words}")
    partial = [one.kind for one in found.coverage if not one.complete_to]
    printing.item(f"Only as found, from the sources each entry names: {', '.join(partial)}.")
    click.echo(f"\nFrom {found.releases} releases, each with its source.")
    click.echo("Next: areasend area Dudley   areasend answer --as-at 2021-04-13   areasend --help")
