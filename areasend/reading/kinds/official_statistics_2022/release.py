"""What the file claims to be, and whether cover and table make the same claim."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import TypedDict

from areasend.domain.attestations import Attestation, Confidence, Source, SourceKind
from areasend.domain.intervals import Interval, in_words
from areasend.reading.kinds.official_statistics_2022 import table as tables_of_inspections
from areasend.reading.kinds.official_statistics_2022.prose import DAY, read_day
from areasend.reading.kinds.official_statistics_2022.table import AGAIN, Table
from areasend.reading.proposals import UnableToReadDocument
from areasend.reading.tables import Cell, Sheet, Workbook

TITLE = "Area SEND inspection data, 1 May 2016 to 31 August 2022"
HREF = "https://www.gov.uk/government/collections/area-send-statistics"

#: The days between which the release's inspections were carried out, and its last publication.
FIRST_DAY = date(2016, 5, 1)
CARRIED_OUT_BY = date(2022, 8, 31)
PUBLISHED_BY = date(2022, 10, 31)

_COVER = "Cover"
_NOTES = "Notes"
_CLAIMS = {"Policy area": "Area SEND", "Status": "Official statistics"}
_PERIOD = re.compile(rf"(?:as at|carried out by) ({DAY}), published by ({DAY})")

Period = tuple[date, date]


class Facts(TypedDict):
    """What every event carries."""

    area: str
    inspection: str
    attested: tuple[Attestation, ...]


@dataclass(frozen=True)
class Release:
    """The parts of the file that tell of inspections, and the day it was published."""

    table: Table
    notes: Sheet
    published: date

    def facts(
        self, area: str, on: Interval, place: str, *, trust: Confidence = Confidence.OFFICIAL
    ) -> Facts:
        """Return what an event of an area's inspection carries, on this release's word."""
        source = Source(
            title=TITLE,
            publisher="Ofsted",
            kind=SourceKind.OFFICIAL,
            href=HREF,
            dated=self.published,
            place=place,
        )
        attested = (Attestation(source=source, on=on, confidence=trust),)
        return Facts(area=area, inspection=f"{area}/2016/1", attested=attested)


def claimed(workbook: Workbook) -> bool:
    """Return whether the cover says that the file is this release."""
    cover = workbook.sheet(_COVER)
    if cover is None:
        return False
    told = {label: value for label, value, _ in _details(cover)}
    period = _period(told.get("Period covered", ""))
    return period == (CARRIED_OUT_BY, PUBLISHED_BY) and _CLAIMS.items() <= told.items()


def verified(workbook: Workbook) -> Release:
    """Return the release, once its cover and its table agree on what it is.

    :raises UnableToReadDocument: if a sheet is missing, or it is another release, or says so
    """
    cover, notes = _sheet(workbook, _COVER), _sheet(workbook, _NOTES)
    table = tables_of_inspections.find(workbook)
    for label, claim in _CLAIMS.items():
        value, place = _detail(cover, label)
        if value != claim:
            raise UnableToReadDocument(f"“{label}” is not “{claim}” ({place}): {AGAIN}.")
    _refuse_other_period(cover, table)
    return Release(table, notes, _published(cover))


def day_of(cell: Cell) -> date | None:
    """Return the day that a cell holds, or None if it holds anything else."""
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else None


def _sheet(workbook: Workbook, name: str) -> Sheet:
    if sheet := workbook.sheet(name):
        return sheet
    raise UnableToReadDocument(f"The sheet “{name}” is missing: {AGAIN}.")


def _refuse_other_period(cover: Sheet, table: Table) -> None:
    value, place = _detail(cover, "Period covered")
    on_cover, on_table = _period(value), _period_of(table)
    if on_cover is None:
        raise UnableToReadDocument(
            f"The cover states no period that we can read ({place}): {AGAIN}."
        )
    if on_table is None:
        raise UnableToReadDocument(
            f"The table on sheet {table.sheet.name} states no period above its headings: {AGAIN}."
        )
    if on_cover != on_table:
        raise UnableToReadDocument(
            f"The cover says {_said(on_cover)} ({place}), but the table on sheet "
            f"{table.sheet.name} says {_said(on_table)}: {AGAIN}."
        )
    if on_cover != (CARRIED_OUT_BY, PUBLISHED_BY):
        raise UnableToReadDocument(
            f"The file covers inspections {_said(on_cover)} ({place}): we read only the release "
            f"{_said((CARRIED_OUT_BY, PUBLISHED_BY))}."
        )


def _published(cover: Sheet) -> date:
    value, place = _detail(cover, "Published on")
    published = day_of(value)
    if published is None or published < PUBLISHED_BY:
        raise UnableToReadDocument(
            f"“Published on” is no day after {in_words(PUBLISHED_BY)} ({place}): {AGAIN}."
        )
    return published


def _detail(cover: Sheet, label: str) -> tuple[Cell, str]:
    """Return what the cover says under a label, and where."""
    found = [(value, place) for each, value, place in _details(cover) if each == label]
    if len(found) != 1 or found[0][0] == "":
        how = "states more than one" if len(found) > 1 else "lacks"
        raise UnableToReadDocument(f"The sheet “{_COVER}” {how} “{label}”: {AGAIN}.")
    return found[0]


def _details(cover: Sheet) -> list[tuple[str, Cell, str]]:
    return [
        (label.removesuffix(":"), value, cover.place(number, column))
        for number, row in cover.numbered()
        for column, (label, value) in enumerate(pairwise(row), start=1)
        if isinstance(label, str) and label
    ]


def _period_of(table: Table) -> Period | None:
    above = (cell for number, row in table.sheet.numbered() if number < table.head for cell in row)
    return next((period for cell in above if (period := _period(cell))), None)


def _period(cell: Cell) -> Period | None:
    found = _PERIOD.search(cell) if isinstance(cell, str) else None
    days = (read_day(found[1]), read_day(found[2])) if found else (None, None)
    return (days[0], days[1]) if days[0] and days[1] else None


def _said(period: Period) -> str:
    return f"to {in_words(period[0])}, published by {in_words(period[1])}"
