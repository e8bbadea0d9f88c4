"""A row of the table as values: what each cell says, or None where it says nothing we can read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from areasend.domain.areas import AmbiguousName, Area, UnknownName, by_code, resolve
from areasend.domain.events import Verdict
from areasend.reading.kinds.official_statistics_2022.release import day_of
from areasend.reading.kinds.official_statistics_2022.table import Column, Line
from areasend.reading.tables import Cell

#: What the table has in place of the day of a re-visit that is still to come.
NOT_YET = "Not revisited yet"

REQUIRED: Mapping[Cell, bool] = {"Yes": True, "No": False}
VERDICTS: Mapping[Cell, Verdict] = {
    "Yes": Verdict.ALL,
    "Some": Verdict.SOME,
    "No": Verdict.NONE,
}

#: No count of weaknesses comes near it: the most that were ever found is 14.
MOST_WEAKNESSES = 99


@dataclass(frozen=True, kw_only=True)
class Row:
    """What a row says. The area by its name and the area by its code should be the same."""

    line: Line
    named: Area | None
    misnamed: str
    coded: Area | None
    started: date | None
    published: date | None
    required: bool | None
    weaknesses: int | None
    returned: date | None
    letter: date | None
    verdict: Verdict | None
    sufficient: int | None
    lacking: int | None

    @property
    def area(self) -> Area | None:
        """The area, if name and code agree on it and it stood when inspectors came."""
        if self.started and self.named and self.named == self.coded:
            return self.named if self.named.exists(self.started) else None
        return None

    @property
    def awaited(self) -> bool:
        """Whether the re-visit is said to be still to come."""
        return self.line.cell(Column.RETURNED) == NOT_YET

    def held(self, *columns: Column) -> tuple[Column, ...]:
        """Return those of the columns in which the row holds anything."""
        return tuple(column for column in columns if self.line.cell(column) != "")


def read_row(line: Line) -> Row:
    """Return what a row says."""
    started = day_of(line.cell(Column.STARTED))
    named, misnamed = _named(str(line.cell(Column.NAME)), started)
    return Row(
        line=line,
        named=named,
        misnamed=misnamed,
        coded=by_code(str(line.cell(Column.CODE)), scheme="gss"),
        started=started,
        published=day_of(line.cell(Column.PUBLISHED)),
        required=REQUIRED.get(line.cell(Column.REQUIRED)),
        weaknesses=_count(line.cell(Column.WEAKNESSES)),
        returned=day_of(line.cell(Column.RETURNED)),
        letter=day_of(line.cell(Column.LETTER)),
        verdict=VERDICTS.get(line.cell(Column.VERDICT)),
        sufficient=_count(line.cell(Column.SUFFICIENT)),
        lacking=_count(line.cell(Column.LACKING)),
    )


def _named(name: str, on: date | None) -> tuple[Area | None, str]:
    try:
        return resolve(name, on=on), ""
    except (AmbiguousName, UnknownName) as fault:
        return None, str(fault)


def _count(cell: Cell) -> int | None:
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    # The comparison comes first: no infinity or NaN passes it.
    return int(cell) if 0 <= cell <= MOST_WEAKNESSES and cell == int(cell) else None
