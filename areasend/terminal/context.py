"""`areasend context`: what surrounds an inspection, beside it and never blended into it."""

from datetime import date

import click

from areasend.answers.context import ContextAnswer, MeasureAnswer, Sourced, context
from areasend.domain.context import Shown
from areasend.domain.intervals import in_words
from areasend.terminal import options, printing


@click.command("context")
@click.argument("name", nargs=-1, required=True)
@options.as_at
@options.as_format
def context_command(*, name: tuple[str, ...], as_at: date, form: str) -> None:
    """Show an area's plans, times, appeals and deprivation beside England and its region.

    Small numbers are hidden, and areas where few children live have no figures here.

    \b
    areasend context Dudley
    areasend context West Sussex --as-at 2025-12-31
    """
    found = context(options.area(name).slug, as_at=as_at)
    printing.show(found, form, read=_read, rows=lambda one: map(_row, one.measures))


def _read(found: ContextAnswer) -> None:
    printing.title(f"{found.name} in context, as at {in_words(found.as_at)}")
    if found.withheld is not None:
        why = str(found.withheld)
        printing.prose(f"{why[0].upper()}{why[1:]}. The department's own: {found.href}")
        return
    printing.table(
        ["Measure", "When", "Area", f"{found.region}", "England"],
        [list(_row(one).values()) for one in found.measures],
        wide=0,
    )
    printing.prose(
        "Beside the inspection, not part of it. England counts are rounded to the nearest hundred."
    )
    for one in found.measures:
        for note in one.latest.notes:
            printing.item(f"{one.measure.title}: {note}")


def _row(one: MeasureAnswer) -> dict[str, str]:
    return {
        "measure": one.measure.title,
        "when": one.latest.when,
        "area": _said(one.latest),
        "region": _said(one.region),
        "england": _said(one.england),
    }


def _said(sourced: Sourced | None) -> str:
    if sourced is None:
        return ""
    figure = sourced.figure
    if figure.rate is None:
        return str(figure.count)
    if not (isinstance(figure.count, Shown) and isinstance(figure.out_of, Shown)):
        return str(figure.rate)
    return f"{figure.rate} ({figure.count} of {figure.out_of})"
