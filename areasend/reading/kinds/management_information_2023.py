"""Ofsted's management information on the first 16 inspections under the framework of 2023.

We hold it as CSV, saved again from R, which puts dots for whatever is no letter in a heading and
numbers the rows in a column without one. The headings as published are read as well. The day on
which an inspection began is the official one, the first on site.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from areasend.domain.areas import Area
from areasend.domain.attestations import Confidence, Source, SourceKind
from areasend.domain.events import Event, Framework, InspectionStarted, Outcome, ReportPublished
from areasend.reading import inspections
from areasend.reading.findings import Finding, odd, shown, wrong
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.inspections import Part, Row
from areasend.reading.lines import Line, find, has_most
from areasend.reading.proposals import Doubt, Reading
from areasend.reading.tables import Workbook

KIND = "management-information-2023"
SAYS = "Ofsted's management information on the first 16 inspections of 2023 (.csv)"
SOURCE = Source(
    title="Area SEND inspections: management information, first 16 inspections of 2023",
    publisher="Ofsted",
    kind=SourceKind.OFFICIAL,
    href="https://www.gov.uk/government/collections/area-send-statistics",
)
INSPECTIONS = 16


class Column(StrEnum):
    """The columns, each by its heading as published."""

    LINK = "Link to report webpage for the local authority and local area partnership"
    NAME = "Local area partnership"
    REGION = "Ofsted region"
    STARTED = "Inspection start date"
    PUBLISHED = "Inspection publication date"
    OUTCOME = "Inspection outcome"
    REQUIRED = "Priority action plan required?"
    ACTIONS = "Number of areas for priority action"


DATED: Mapping[Part, str] = {Part.START: Column.STARTED, Part.REPORT: Column.PUBLISHED}
RESTS_ON: Mapping[str, frozenset[Part]] = {
    Column.NAME: frozenset(Part),
    Column.REGION: frozenset(Part),
    Column.STARTED: frozenset({Part.START}),
    Column.PUBLISHED: frozenset({Part.REPORT}),
    Column.OUTCOME: frozenset({Part.REPORT}),
    Column.REQUIRED: frozenset({Part.REPORT}),
    Column.ACTIONS: frozenset({Part.REPORT}),
}
OUTCOMES = {
    "Typically positive experiences and outcomes": Outcome.POSITIVE,
    "Inconsistent experiences and outcomes": Outcome.INCONSISTENT,
    "Widespread and/or systemic failings": Outcome.WIDESPREAD_FAILINGS,
}

_COUNT = re.compile("[1-9][0-9]?")
_YEAR = 2023


def recognises(workbook: Workbook) -> bool:
    """Return whether the first row has most of the headings."""
    return has_most(workbook, Column)


def propose(workbook: Workbook, held: Held = NOTHING_HELD) -> Reading:
    """Return the start and the report of each inspection.

    :raises UnableToReadDocument: if a column is missing or a row is not whole
    """
    table = find(workbook, Column)
    rows = tuple(_row(line) for line in table.lines())
    proposals, doubts = inspections.propose(rows, _events, held)
    counted = f"The file tells of {len(rows)} inspections, the release of {INSPECTIONS}."
    whole = () if len(rows) == INSPECTIONS else (Doubt("the file as a whole", counted),)
    return Reading(KIND, SOURCE.title, proposals, (*whole, *table.strangers(), *doubts))


def _row(line: Line) -> Row:
    days = inspections.days_of(line, DATED)
    area, misnamed = inspections.area_of(line, Column.NAME, next(iter(days.values()), None))
    findings = (
        *misnamed,
        *inspections.doubts_of_days(line, DATED, days),
        *_doubts_of_year(days),
        *_doubts_of_region(line, area),
        *_doubts_of_outcome(line),
    )
    return Row(line=line, dated=DATED, rests_on=RESTS_ON, days=days, area=area, findings=findings)


def _events(row: Row, inspection: str) -> Iterator[tuple[Part, Event]]:
    if Part.START in row.days:
        facts = row.facts(inspection, Part.START, SOURCE, Confidence.OFFICIAL)
        yield Part.START, InspectionStarted(**facts, framework=Framework.AREA_SEND_2023)
    outcome = OUTCOMES.get(row.line.cell(Column.OUTCOME))
    if Part.REPORT in row.days and outcome:
        facts = row.facts(inspection, Part.REPORT, SOURCE, Confidence.OFFICIAL)
        actions = row.line.cell(Column.ACTIONS)
        number = int(actions) if _COUNT.fullmatch(actions) else None
        yield Part.REPORT, ReportPublished(**facts, outcome=outcome, priority_actions=number)


def _doubts_of_year(days: dict[Part, date]) -> Iterator[Finding]:
    for part, day in days.items():
        if day.year > _YEAR:
            yield wrong(f"The release covers {_YEAR}, not {day.year}.", DATED[part])


def _doubts_of_region(line: Line, area: Area | None) -> Iterator[Finding]:
    said = line.cell(Column.REGION)
    if area and said != area.ofsted_region:
        says = (
            f"The region is given as {shown(said)}; for {area.name} we hold {area.ofsted_region}."
        )
        yield odd(says, Column.REGION)


def _doubts_of_outcome(line: Line) -> Iterator[Finding]:
    outcome, required = line.cell(Column.OUTCOME), line.cell(Column.REQUIRED)
    actions = line.cell(Column.ACTIONS)
    failings = OUTCOMES.get(outcome) is Outcome.WIDESPREAD_FAILINGS
    if outcome not in OUTCOMES:
        yield wrong(f"{shown(outcome)} is none of the three outcomes.", Column.OUTCOME)
    elif required != ("Yes" if failings else "No"):
        says = f"The outcome is {shown(outcome)}, but a plan required: {shown(required)}."
        yield wrong(says, Column.OUTCOME, Column.REQUIRED)
    if actions and not _COUNT.fullmatch(actions):
        yield wrong(f"{shown(actions)} is not a count of areas.", Column.ACTIONS)
    elif actions and not failings:
        says = "Areas for priority action are counted, but the outcome is another."
        yield wrong(says, Column.OUTCOME, Column.ACTIONS)
    elif failings and not actions:
        yield odd("The number of areas for priority action is missing.", Column.ACTIONS)
