"""`areasend where`, `due`, `coverage` and `rules`: the nation by stage, duty and rule."""

import click

from areasend.answers.asked import Asked
from areasend.answers.covered import CoverageAnswer, covered
from areasend.answers.due import AreaDuty, DueAnswer, due
from areasend.answers.merges import MergesAnswer, merges_answer
from areasend.answers.rules import RulesAnswer, rules_answer
from areasend.answers.where import WhereAnswer, where
from areasend.domain.intervals import in_words
from areasend.terminal import options, printing
from areasend.terminal.plain import needs_record

#: The longest time ahead that one may ask about, in days: longer than any rule runs.
_FARTHEST = 3660


@click.command("where")
@options.asked
def where_command(asked: Asked, form: str) -> None:
    """Show where every area stands, by stage, with the names.

    \b
    areasend where
    areasend where --as-at 2022-08-31 --format csv
    """
    needs_record()
    printing.show(where(asked), form, read=_read_where, rows=lambda one: one.stages)


def _read_where(found: WhereAnswer) -> None:
    printing.title(f"Where {found.areas} local areas stand, as at {in_words(found.as_at)}")
    for one in found.stages:
        printing.part(f"{one.count}  {one.stage}")
        printing.prose("; ".join(one.areas) + ".")
    printing.part(f"{len(found.wanting_twice)}  found wanting under both frameworks")
    printing.prose("A statement was required before 2023, and failings were found since.")
    printing.prose("; ".join(found.wanting_twice) + "." if found.wanting_twice else "None.")
    printing.part(f"{len(found.never_revisited)}  statement required and no re-visit held")
    printing.table(
        ["Area", "Report", "Held since"],
        [
            [one.area, one.statement_required, "; ".join(one.since) or "nothing"]
            for one in found.never_revisited
        ],
        wide=2,
    )
    click.echo()
    printing.prose(found.limits)


@click.command("due")
@click.option(
    "--within",
    type=click.IntRange(0, _FARTHEST),
    metavar="DAYS",
    help="Only what falls due in so many days.",
)
@click.option("--late", is_flag=True, help="Only what may be called late.")
@options.asked
def due_command(asked: Asked, form: str, within: int | None, *, late: bool) -> None:
    """Show what is due from whom, the soonest first, and how binding each date is.

    \b
    areasend due --within 90
    areasend due --late
    """
    needs_record()
    found = due(asked, within=within, late=late)
    printing.show(found, form, read=_read_due, rows=lambda one: map(_row, one.duties))


def _row(one: AreaDuty) -> dict[str, str]:
    return {
        "area": one.name,
        "duty": one.duty.duty,
        "owed_by": one.duty.owed_by,
        "due": str(one.duty.due_latest),
        "state": one.duty.state,
        "force": one.duty.force,
        "carried_by": "; ".join(one.duty.carried_by),
    }


def _read_due(found: DueAnswer) -> None:
    one = len(found.duties) == 1
    what = "may be called late" if found.only_late else "is open" if one else "are open"
    duties = "1 duty" if one else f"{len(found.duties)} duties"
    printing.title(f"{duties} {what} as at {in_words(found.as_at)}")
    if found.duties:
        printing.table(
            ["Due by", "Area", "What, and from whom", "State", "Force"],
            [_cells(one) for one in found.duties],
            wide=2,
        )
    if found.why:
        printing.prose(found.why)


def _cells(one: AreaDuty) -> list[str]:
    what = f"{one.duty.duty}: {one.duty.owed_by}"
    if one.duty.carried_by:
        what += f" (now with {' and '.join(one.duty.carried_by)})"
    short = one.duty.state.split(";")[0]
    return [one.duty.when, one.name, what, short, one.duty.force]


@click.command("coverage")
@options.as_format
def coverage_command(form: str) -> None:
    """Show how complete the record is for each kind of event.

    \b
    areasend coverage
    areasend coverage --format csv
    """
    printing.show(covered(), form, read=_read_coverage, rows=lambda one: one.kinds)


def _read_coverage(found: CoverageAnswer) -> None:
    rows = [[one.kind, one.to or "partial", one.words] for one in found.kinds]
    printing.table(["Kind of event", "Complete to", "What is held"], rows, wide=2)


@click.command("rules")
@options.as_format
def rules_command(form: str) -> None:
    """Show every rule with its values, how binding each is, its source, and what is not known.

    \b
    areasend rules
    areasend rules --format csv
    """
    printing.show(rules_answer(), form, read=_read_rules, rows=lambda one: one.rules)


def _read_rules(found: RulesAnswer) -> None:
    for one in found.rules:
        printing.part(f"{one.rulebook}: {one.says}")
        printing.prose(
            f"{one.value}, by {one.force}, from {in_words(one.since)}: {one.reference} "
            f"({one.href}; checked {in_words(one.checked)})."
        )
    printing.part("When the rules changed")
    for version in found.versions:
        day = in_words(version.since)
        printing.item(f"{version.rulebook}, {day}: {version.what} ({version.source})")
    printing.part("What is not known")
    for gap in found.gaps:
        printing.item(f"{gap.rulebook}: {gap.what}. {gap.why}")


@click.command("merge")
@click.argument("name", nargs=-1)
@options.as_format
def merge_command(name: tuple[str, ...], form: str) -> None:
    """Show which rows of our list of events were joined into one, which were not used, and why.

    \b
    areasend merge
    areasend merge Dudley
    """
    area = options.area(name).slug if name else None
    found = merges_answer(area, joined_only=area is None)
    printing.show(found, form, read=_read_merges, rows=lambda one: one.merged)


def _read_merges(found: MergesAnswer) -> None:
    uses = ", ".join(f"{count} {use}" for use, count in found.uses)
    printing.prose(f"{found.rows} rows tell of {found.events} events: {uses}.")
    for one in found.merged:
        printing.part(f"{one.area}: {one.kind}")
        for row in one.rows:
            printing.item(f"row {row.row} ({row.use}): {row.why}")
