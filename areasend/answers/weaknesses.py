"""The weaknesses of an area, each by its number: its themes, and its words where they were read.

The shipped record has no inspectors' wording (ADR 20): an installation has the words that somebody
read in the report and recorded. Themes were given by hand from quotations by councils and forums,
for the areas where such were found, or by whoever read the report; they are ours, not the
inspectors'.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from areasend.domain.areas import AREAS
from areasend.domain.events import ReportPublished
from areasend.domain.health import BODIES
from areasend.domain.history import History, Inspection
from areasend.domain.points import ACTION, IMPROVEMENT, WEAKNESS, Point
from areasend.domain.themes import taxonomy, themes_among

_KINDS = {WEAKNESS: "weakness", ACTION: "priority action", IMPROVEMENT: "area for improvement"}
_READ = "the report"


@dataclass(frozen=True)
class Weakness:
    """A significant weakness or an area for action or improvement, by its identifier.

    `words` are the report's, and `bodies` the names of those it makes responsible: both are empty
    where nobody has read them in it.
    """

    id: str
    name: str
    kind: str
    themes: tuple[str, ...]
    known_from: str
    words: str = ""
    bodies: tuple[str, ...] = ()


def weaknesses(held: History) -> tuple[Weakness, ...]:
    """Return every weakness and priority action that the area's reports count."""
    return tuple(one for inspection in held.inspections for one in weaknesses_of(inspection))


def weaknesses_of(inspection: Inspection) -> Iterator[Weakness]:
    """Yield every weakness and priority action that an inspection's report counts, in order."""
    report = inspection.report
    if report is None:
        return
    for kind, counted in ((WEAKNESS, report.weaknesses), (ACTION, report.priority_actions)):
        yield from _of_a_kind(inspection.name, report, kind, counted or 0)


def improvements_of(inspection: Inspection) -> Iterator[Weakness]:
    """Yield every area for improvement that somebody has read in an inspection's report."""
    if inspection.report:
        yield from _of_a_kind(inspection.name, inspection.report, IMPROVEMENT, 0)


def _of_a_kind(
    inspection: str, report: ReportPublished, kind: str, counted: int
) -> Iterator[Weakness]:
    """Yield the points of a kind by number: those that were read and those only counted."""
    read = {int(point.number[1:]): point for point in report.points if point.number[:1] == kind}
    for number in sorted({*read, *range(1, counted + 1)}):
        yield _weakness(f"{inspection}/{kind}{number}", _KINDS[kind], read.get(number))


def _weakness(name: str, kind: str, read: Point | None) -> Weakness:
    row, by_hand = _by_hand().get(name, {}), codes_by_hand(name)
    codes = themes_among(read.themes) if read and read.themes else by_hand
    return Weakness(
        id=name,
        name=name,
        kind=kind,
        themes=tuple(map(taxonomy().name_of, codes)),
        known_from=_READ if read and read.themes else row.get("known_from", ""),
        words=read.words if read else "",
        bodies=tuple(map(body, read.bodies)) if read else (),
    )


def codes_by_hand(name: str) -> tuple[str, ...]:
    """Return the codes of the themes given by hand to a weakness of the shipped record."""
    return tuple(_by_hand().get(name, {}).get("themes", "").split())


def body(named: str) -> str:
    """Return the name of a council or health body by its slug, or the name as printed.

    We hold the names of areas, not of councils: only a county's says what its council is called.
    """
    if named in AREAS:
        area = AREAS[named]
        return f"{area.name} {'County Council' if area.kind == 'county' else 'council'}"
    return BODIES[named].name if named in BODIES else named


@cache
def _by_hand() -> dict[str, dict[str, str]]:
    with (files("areasend") / "record" / "themes.csv").open(encoding="utf-8") as file:
        return {row["weakness"]: row for row in csv.DictReader(file)}
