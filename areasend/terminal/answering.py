"""`areasend answer`: questions that were asked in public, for any day."""

from collections.abc import Iterator
from typing import Any

import click

from areasend.answers.asked import Asked
from areasend.answers.questions import QUESTIONS, answer
from areasend.answers.questions.shape import Answer, Cell, Claim, Table, Total
from areasend.domain.intervals import in_words
from areasend.terminal import options, printing
from areasend.terminal.plain import needs_record

_HELP = """Answer a question as it was asked in public, for any day.

\b
{questions}

Each answer gives its totals beside what was stated for the same day by the same rule, the areas
by name, and what others published beside what our record gives.

\b
areasend answer --as-at 2021-04-13
areasend answer since-2023 --as-at 2023-12-31
areasend answer what-followed --as-at 2020-05-31 --format csv
"""


def _help() -> str:
    widest = max(map(len, QUESTIONS))
    lines = (f"{one.name:<{widest}}  {one.title}" for one in QUESTIONS.values())
    return _HELP.format(questions="\n".join(lines))


@click.command("answer", help=_help())
@click.argument("question", type=click.Choice(list(QUESTIONS)), default="statements")
@options.asked
def answer_command(question: str, asked: Asked, form: str) -> None:
    """Answer a question; the help lists them all."""
    needs_record()
    printing.show(answer(question, asked), form, read=_read, rows=_rows)


def _rows(found: Answer) -> Iterator[dict[str, Any]]:
    main = found.main_table
    for row in main.rows:
        yield dict(zip((column.name for column in main.columns), row, strict=True))


def _read(found: Answer) -> None:
    printing.title(f"{found.title}, as at {in_words(found.as_at)}")
    printing.prose(found.asks)
    printing.prose(f"Asked: {found.source}{f' ({found.href})' if found.href else ''}.")
    click.echo()
    _read_totals(found.totals)
    for table in found.tables:
        _read_table(table)
    if found.claims:
        printing.part("What others published, each of its own day")
        for claim in found.claims:
            printing.item(_claim(claim))
    click.echo()
    printing.prose(f"Counting rule: {found.rule}.")
    for note in found.notes:
        printing.prose(note)
    printing.prose(f"The same answer again: {found.permalink}")


def _read_totals(totals: tuple[Total, ...]) -> None:
    shares = any(one.out_of is not None for one in totals)
    stated = any(one.stated is not None for one in totals)
    heads = ["Total", "Ours", *(["Out of"] if shares else []), *(["Stated"] if stated else [])]
    rows = [
        [
            one.says,
            one.ours,
            *([one.out_of] if shares else []),
            *([one.stated] if stated else []),
        ]
        for one in totals
    ]
    printing.table(heads, rows, wide=0)
    for words in dict.fromkeys(one.words for one in totals if one.words):
        about = [one.says for one in totals if one.words == words]
        printing.item(f"{about[0]} {words}" if len(about) == 1 else words)
    for title in dict.fromkeys(one.stated_by for one in totals if one.stated_by):
        printing.item(f"Stated: {title}.")


def _read_table(table: Table) -> None:
    printing.part(table.title)
    if not table.rows:
        printing.prose("None.")
        return
    if any(column.lines for column in table.columns):
        for row in table.rows:
            _read_entry(table, row)
    else:
        heads = [column.heading for column in table.columns]
        rows = [[_cell(cell) for cell in row] for row in table.rows]
        printing.table(heads, rows, wide=len(heads) - 1)
    if table.words:
        printing.prose(table.words)


def _read_entry(table: Table, row: tuple[Cell, ...]) -> None:
    """Print a row of which one cell holds sentences: the others on a line, and those below it."""
    told = list(zip(table.columns, row, strict=True))
    first, *others = [(column, cell) for column, cell in told if not column.lines and cell]
    details = ", ".join(f"{_lower(column.heading)}: {_cell(cell)}" for column, cell in others)
    lines = [
        (_lower(column.heading), line)
        for column, cell in told
        if column.lines
        for line in (cell if isinstance(cell, tuple) else (cell,))
    ]
    head = f"{_cell(first[1])} ({details})"
    if len(lines) == 1 and not isinstance(told[-1][1], tuple):
        printing.prose(f"{head}: {lines[0][1]}")
        return
    several = sum(column.lines for column in table.columns) > 1
    printing.prose(head)
    for heading, line in lines:
        printing.item(f"{heading}: {line}" if several else f"{line}")


def _lower(heading: str) -> str:
    return f"{heading[0].lower()}{heading[1:]}"


def _cell(cell: Cell) -> Any:
    return "; ".join(cell) if isinstance(cell, tuple) else cell


def _claim(one: Claim) -> str:
    who = f"reported by {one.by}" if one.reported else one.by
    same = {True: " The same.", False: " They differ.", None: ""}[one.same]
    words = f" {one.words}" if one.words else ""
    return (
        f"{one.says}: {one.theirs} ({who}, {one.when}; as at {in_words(one.as_at)}). "
        f"Ours: {one.ours}.{same}{words}"
    )
