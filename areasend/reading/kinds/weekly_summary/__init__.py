"""Data to Insight's weekly public summary of Ofsted's reports on area SEND, as CSV.

A program reads the reports and writes a row for the latest of each area, so a second inspection
takes the place of the first. What it could not read it leaves empty, writes as NaN or, of the
previous inspection, as 1 January 1900, which is never used. Names are in lower case and some
codes those of areas that are gone: an area is told by its name, Ofsted's number and the council's
three-digit code, which must agree. The region and the day by which inspectors will next come are
worked out by the program, so they are not read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from areasend.domain.attestations import Confidence, Source, SourceKind
from areasend.domain.events import (
    Event,
    Framework,
    InspectionStarted,
    ReportPublished,
    Step,
    StepKind,
)
from areasend.domain.intervals import in_words
from areasend.reading import inspections
from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.inspections import FRAMEWORK_BEGAN, Part, Row
from areasend.reading.kinds.weekly_summary import doubts
from areasend.reading.kinds.weekly_summary.columns import (
    DATED,
    GRADES,
    RESTS_ON,
    Column,
    next_full_years,
    report_href,
)
from areasend.reading.lines import Line, find, has_most
from areasend.reading.proposals import Reading
from areasend.reading.tables import Workbook

KIND = "weekly-summary"
SAYS = "Data to Insight's weekly summary of Ofsted's reports on area SEND (.csv)"
SOURCE = Source(
    title="Summary of Ofsted's area SEND reports",
    publisher="Data to Insight",
    kind=SourceKind.THIRD_PARTY,
    href="https://data-to-insight.github.io/ofsted-send-scrape-tool/",
)

#: The days stand on the cover of a report, which may count from the Thursday on which fieldwork
#: began, not from the official Monday on site: so for Greenwich and Oxfordshire in 2023, two of
#: the 16 inspections of which we hold the official day.
TRUST_IN_FIELDWORK = Confidence.MEDIUM

#: All 16 publications of which we hold the official day agree.
TRUST_IN_PUBLICATION = Confidence.HIGH


def recognises(workbook: Workbook) -> bool:
    """Return whether the first row has most of the headings."""
    return has_most(workbook, Column)


def propose(workbook: Workbook, held: Held = NOTHING_HELD) -> Reading:
    """Return the start, the end and the report of each inspection, as far as they are given.

    :raises UnableToReadDocument: if a column is missing or a row is not whole
    """
    table = find(workbook, Column)
    rows = tuple(_row(line) for line in table.lines())
    source = replace(SOURCE, title=f"{SOURCE.title}{_as_far_as(rows)}")
    proposals, left = inspections.propose(rows, partial(_events, source), held)
    return Reading(KIND, source.title, proposals, (*table.strangers(), *left))


def _as_far_as(rows: Sequence[Row]) -> str:
    # The page changes every week and states no date: its newest report tells which week it was.
    published = [row.days[Part.REPORT] for row in rows if Part.REPORT in row.days]
    return f", with reports to {in_words(max(published))}" if published else ""


def _row(line: Line) -> Row:
    days = inspections.days_of(line, DATED)
    area, misnamed = inspections.area_of(line, Column.NAME, next(iter(days.values()), None))
    miscoded = tuple(doubts.of_codes(line, area)) if area else ()
    row = Row(
        line=line,
        dated=DATED,
        rests_on=RESTS_ON,
        days=days,
        area=None if miscoded else area,
        findings=(*misnamed, *miscoded, *inspections.doubts_of_days(line, DATED, days)),
    )
    before = inspections.day_of(line.cell(Column.BEFORE))
    return replace(
        row,
        findings=(*row.findings, *(one for rule in doubts.RULES for one in rule(row))),
        before=before if before and before >= FRAMEWORK_BEGAN else None,
    )


def _events(source: Source, row: Row, inspection: str) -> Iterator[tuple[Part, Event]]:
    if Part.START in row.days:
        facts = row.facts(inspection, Part.START, source, TRUST_IN_FIELDWORK)
        yield Part.START, InspectionStarted(**facts, framework=Framework.AREA_SEND_2023)
    if Part.END in row.days:
        facts = row.facts(inspection, Part.END, source, TRUST_IN_FIELDWORK)
        yield Part.END, Step(**facts, step=StepKind.FIELDWORK_ENDED)
    grade = GRADES.get(row.line.cell(Column.GRADE))
    if Part.REPORT in row.days and grade:
        linked = replace(source, href=report_href(row.line) or source.href)
        facts = row.facts(inspection, Part.REPORT, linked, TRUST_IN_PUBLICATION)
        years = next_full_years(row.line)
        yield Part.REPORT, ReportPublished(**facts, outcome=grade.outcome, next_full_years=years)
