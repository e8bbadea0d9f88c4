"""`areasend reconcile`: why the counts of one day differ, by name."""

from collections.abc import Iterator
from string import ascii_lowercase
from typing import Any

import click

from areasend.answers.asked import Asked
from areasend.answers.reconciling.lists import AreaList
from areasend.answers.reconciling.reconciliation import Reconciliation, reconcile
from areasend.answers.reconciling.rows import FrameworkCounts, Row, Rule
from areasend.answers.reconciling.tallies import Difference
from areasend.answers.reconciling.waiting import Waiting
from areasend.domain.intervals import in_words
from areasend.terminal import options, printing
from areasend.terminal.plain import needs_record

_UNSETTLED = "May belong, which the dates we hold do not settle"


@click.command("reconcile")
@options.asked
def reconcile_command(asked: Asked, form: str) -> None:
    """Say why the counts of a day differ: each by its rule, and the areas that set them apart.

    Every count that was published for the day or could be stands in one table; below it is which
    areas lie between one row and the next, and why. Then how many areas there were and who used
    which number, and of whom no re-visit is held.

    \b
    areasend reconcile --as-at 2021-03-31
    areasend reconcile --as-at 2023-12-31 --format csv
    """
    needs_record()
    printing.show(reconcile(asked), form, read=_read, rows=_data)


def _data(found: Reconciliation) -> Iterator[dict[str, Any]]:
    for framework in found.frameworks:
        for letter, row in zip(ascii_lowercase, framework.rows, strict=False):
            for rule in row.rules:
                for count in row.counts:
                    yield {
                        "framework": framework.framework,
                        "row": letter,
                        "rule": rule.says,
                        "areas": rule.areas,
                        "measure": count.measure,
                        "count": count.count,
                        "perhaps": count.perhaps,
                        "stated": rule.stated.get(count.measure),
                        "stated_by": rule.release,
                    }


def _read(found: Reconciliation) -> None:
    printing.title(f"Why the counts differ, as at {in_words(found.as_at)}")
    for framework in found.frameworks:
        _read_framework(framework)
    printing.part("How many areas there were")
    for one in found.lists:
        printing.item(_list(one))
    _read_uninspected(found)
    if found.waiting:
        _read_waiting(found.waiting)
    if found.notes:
        printing.part("What was said, and what it leaves out")
    for note in found.notes:
        printing.item(note)
    click.echo()
    printing.prose(f"The same answer again: {found.permalink}")


def _read_framework(found: FrameworkCounts) -> None:
    printing.part(found.framework.capitalize())
    lettered = list(zip(ascii_lowercase, found.rows, strict=False))
    printing.table(
        ["", *found.headings],
        [[letter, *(one.count for one in row.counts)] for letter, row in lettered],
    )
    click.echo()
    for letter, row in lettered:
        _read_row(letter, row)
    for place, step in enumerate(found.steps):
        printing.part(f"From {ascii_lowercase[place]} to {ascii_lowercase[place + 1]}")
        for one in step:
            printing.item(_difference(one, found), mark="+" if one.counted else "-")


def _read_row(letter: str, row: Row) -> None:
    first, *others = (_rule(rule, row) for rule in row.rules)
    printing.prose(f"{letter}: {first}")
    for words in others:
        printing.prose(f"The same, {words}", indent="   ")
    perhaps = sorted({name for one in row.counts for name in one.perhaps})
    if perhaps:
        printing.prose(
            f"{_UNSETTLED}: {'; '.join(perhaps)}.",
            indent="   ",
        )


def _rule(rule: Rule, row: Row) -> str:
    of = f", as in: {rule.areas_of}" if rule.areas_of else ""
    return f"{rule.says} ({rule.areas} areas{of}).{_stated(rule, row)}"


def _stated(rule: Rule, row: Row) -> str:
    if not rule.release:
        return ""
    ours = {one.measure: one.count for one in row.counts}
    others = [
        f"{number} for {measure} where we count {ours[measure]}"
        for measure, number in rule.stated.items()
        if number != ours[measure]
    ]
    said = f"it says {'; '.join(others)}" if others else "the same"
    return f" Stated: {said} ({rule.release}; of {rule.denominator} areas)."


def _difference(one: Difference, found: FrameworkCounts) -> str:
    headings = dict(zip(found.measures, found.headings, strict=True))
    measures = ", ".join(headings[measure].lower() for measure in one.measures)
    dates = f" ({one.dates})" if one.dates else ""
    return f"{one.name} [{measures}]: {one.why}{dates}"


def _list(one: AreaList) -> str:
    since = f" from {in_words(one.since)}" if one.since else ""
    until = f" to {in_words(one.until)}" if one.until else ""
    parts = [f"{one.areas}{since}{until}"]
    if one.came:
        parts.append(f"New: {'; '.join(one.came)}. Gone: {'; '.join(one.went)}")
    if one.used_by:
        parts.append(f"Used by: {'; '.join(one.used_by)}")
    return ". ".join(parts) + "."


def _read_uninspected(found: Reconciliation) -> None:
    names = found.uninspected
    lacking = "without a report of 2016 to 2022 in their present form"
    printing.part(f"{len(names)} of {found.areas} areas {lacking}")
    if names:
        printing.prose("; ".join(names) + ".")


def _read_waiting(found: Waiting) -> None:
    printing.part(found.says)
    printing.prose(
        f"Counting rule: {found.rule}. To this day we hold no re-visit of {len(found.never)} of "
        f"them. {found.covered}"
    )
    if found.perhaps:
        printing.prose(f"{_UNSETTLED}: {'; '.join(found.perhaps)}.")
    for group in found.since:
        printing.part(f"{len(group.areas)}  {group.says}")
        if any(one.what for one in group.areas):
            rows = [[one.name, one.what] for one in group.areas]
            printing.table(["Area", "What we hold"], rows, wide=1)
        else:
            printing.prose("; ".join(one.name for one in group.areas) + ".")
