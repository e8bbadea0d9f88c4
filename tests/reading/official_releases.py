"""Makes files laid out as Ofsted's statistics to 31 August 2022, with rows of our choosing."""

from collections.abc import Sequence
from datetime import date

from built_spreadsheets import Link, Row, build_ods

from areasend.domain.areas import AREAS
from areasend.reading.kinds import official_statistics_2022
from areasend.reading.kinds.official_statistics_2022.table import Column
from areasend.reading.proposals import Reading
from areasend.reading.tables import open_workbook

TABLE = "Area_SEND_up_to_31_Aug_2022"
PERIOD = "31 August 2022, published by 31 October 2022"
TITLE = f"Outcomes of inspections carried out by {PERIOD} [note 1][note 2][note 3]"

#: The first row of the table that tells of an area.
FIRST = 4

NOTES = (
    (
        1,
        "Two are gone. Figures do not reflect inspection activity for Dorset and Northamptonshire.",
    ),
    (
        2,
        "Dorset were inspected in January 2017 and required a WSoA. The revisit took place in "
        "February 2019 and Dorset were deemed to be making sufficient progress in addressing some "
        "significant weaknesses. The new boundaries came into effect on 1st April 2019.",
    ),
    (
        3,
        "Northamptonshire were inspected in May 2017 and did not require a WSoA. "
        "The replacement areas were established on 1st April 2021.",
    ),
)


def build_row(slug: str = "salford", **said: object) -> dict[Column, object]:
    """Return the row of an area that needed no statement, unless said otherwise."""
    area, started = AREAS[slug], said.get("STARTED", date(2018, 6, 4))
    on = started if type(started) is date else date(2018, 6, 4)
    told: dict[Column, object] = {
        Column.LINK: Link(f"https://reports.ofsted.gov.uk/provider/44/{area.code('urn', on=on)}"),
        Column.CODE: area.code("gss", on=on),
        Column.NAME: area.name,
        Column.REGION: area.ofsted_region,
        Column.STARTED: started,
        Column.PUBLISHED: date(2018, 8, 1),
        Column.REQUIRED: "No",
    }
    return told | {Column[name]: value for name, value in said.items()}


def build_revisited_row(slug: str = "salford", **said: object) -> dict[Column, object]:
    """Return the row of an area that needed one and was re-visited, unless said otherwise."""
    told: dict[str, object] = {
        "REQUIRED": "Yes",
        "WEAKNESSES": 5,
        "RETURNED": date(2020, 2, 11),
        "LETTER": date(2020, 4, 1),
        "VERDICT": "Some",
        "SUFFICIENT": 3,
        "LACKING": 2,
    }
    return build_row(slug, **(told | said))


def build_release(
    *rows: dict[Column, object],
    columns: Sequence[str] = tuple(Column),
    title: str = TITLE,
    notes: Sequence[Row] = NOTES,
    cover: dict[str, object] | None = None,
) -> dict[str, list[Row]]:
    """Return the sheets of a release with such rows."""
    told = {
        "Policy area:": "Area SEND",
        "Published on:": date(2022, 11, 17),
        "Period covered:": f"Inspections and revisits as at {PERIOD}",
        "Status:": "Official statistics",
    }
    lines = [
        [row.get(Column(column)) if column in set(Column) else "?" for column in columns]
        for row in rows
    ]
    return {
        "Cover": [("Cover page",), *(told | (cover or {})).items()],
        "Notes": [("Notes",), ("Note number", "Note text"), *notes],
        TABLE: [(title,), ("One table.",), tuple(columns), *lines],
    }


def reading_of(sheets: dict[str, list[Row]]) -> Reading:
    """Return what the file made of such sheets proposes."""
    return official_statistics_2022.propose(open_workbook(build_ods(sheets)))


def read(*rows: dict[Column, object]) -> Reading:
    """Return what a release of such rows and no notes proposes."""
    return reading_of(build_release(*rows, title=TITLE.partition(" [")[0], notes=()))


def doubts_of(reading: Reading) -> set[tuple[str, str]]:
    """Return every doubt of a reading, with its place."""
    doubts = [*reading.doubts, *(doubt for each in reading.proposals for doubt in each.doubts)]
    return {(doubt.place, doubt.says) for doubt in doubts}
