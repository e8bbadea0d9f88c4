"""The weaknesses of an area as references: a number, its themes where given, never its wording.

The shipped record has no inspectors' wording. Themes were given by hand from quotations by
councils and forums, for the areas where such were found; they are ours, not the inspectors'.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from areasend.domain.history import History, Inspection


@dataclass(frozen=True)
class Weakness:
    """A significant weakness or an area for priority action, by its identifier."""

    name: str
    kind: str
    themes: tuple[str, ...]
    known_from: str


def weaknesses(held: History) -> tuple[Weakness, ...]:
    """Return every weakness and priority action that the area's reports count."""
    return tuple(one for inspection in held.inspections for one in weaknesses_of(inspection))


def weaknesses_of(inspection: Inspection) -> Iterator[Weakness]:
    """Yield every weakness and priority action that an inspection's report counts, in order."""
    report = inspection.report
    if report is None:
        return
    for number in range(1, (report.weaknesses or 0) + 1):
        yield _weakness(f"{inspection.name}/w{number}", "weakness")
    for number in range(1, (report.priority_actions or 0) + 1):
        yield _weakness(f"{inspection.name}/a{number}", "priority action")


def _weakness(name: str, kind: str) -> Weakness:
    row = _rows("record", "themes.csv", key="weakness").get(name)
    if row is None:
        return Weakness(name, kind, (), "")
    names = _rows("domain", "themes.csv", key="code")
    themes = tuple(names[code]["name"] for code in row["themes"].split())
    return Weakness(name, kind, themes, row["known_from"])


@cache
def _rows(folder: str, name: str, *, key: str) -> dict[str, dict[str, str]]:
    with (files("areasend") / folder / name).open(encoding="utf-8") as file:
        return {row[key]: row for row in csv.DictReader(file)}
