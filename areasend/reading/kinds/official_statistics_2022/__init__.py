"""Ofsted's last official statistics under the framework of 2016, to 31 August 2022.

One table of inspections with their outcomes and re-visits, and two inspections that stand only in
the notes. What is doubtful in it is described where it is found, in the modules beside this one.
"""

from collections import Counter
from collections.abc import Iterable

from areasend.reading.held import NOTHING_HELD, Held
from areasend.reading.kinds.official_statistics_2022 import noted, release, rows, table
from areasend.reading.kinds.official_statistics_2022.notes import Note, read_notes
from areasend.reading.kinds.official_statistics_2022.release import TITLE
from areasend.reading.kinds.official_statistics_2022.row import Row, read_row
from areasend.reading.proposals import Reading
from areasend.reading.tables import Workbook

KIND = "official-statistics-2022"
SAYS = "Ofsted's official statistics on area SEND to 31 August 2022 (.ods)"


def recognises(workbook: Workbook) -> bool:
    """Return whether the cover says that it is this release, or a table has its headings."""
    return release.claimed(workbook) or bool(table.heads(workbook))


def propose(workbook: Workbook, _held: Held = NOTHING_HELD) -> Reading:
    """Return the events of every inspection that the release tells of, row by row, then notes.

    No area was inspected twice under this framework, so what is held does not matter.

    :raises UnableToReadDocument: if the file is not whole, or says one thing in one place and
        another in another
    """
    verified = release.verified(workbook)
    read = tuple(read_row(line) for line in verified.table.lines())
    notes, doubts = read_notes(verified)
    repeated = _repeated(read, notes)
    parts = (
        *(rows.propose(row, verified, repeated=repeated) for row in read),
        *(noted.propose(note, verified, repeated=repeated) for note in notes),
    )
    return Reading(
        kind=KIND,
        title=TITLE,
        proposals=tuple(proposal for proposals, _ in parts for proposal in proposals),
        doubts=(
            *verified.table.strangers(),
            *doubts,
            *(doubt for _, left in parts for doubt in left),
        ),
    )


def _repeated(read: Iterable[Row], notes: Iterable[Note]) -> frozenset[str]:
    areas = (*(row.area for row in read), *map(noted.area_of, notes))
    told = Counter(area.slug for area in areas if area)
    return frozenset(slug for slug, times in told.items() if times > 1)
