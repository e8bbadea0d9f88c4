"""The inspections that only the notes tell of, in prose.

The table leaves out areas that no longer exist. A note is read only if all of its words fit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from areasend.domain.events import Verdict
from areasend.domain.intervals import Interval
from areasend.reading.kinds.official_statistics_2022.prose import DAY, MONTH, read_day, read_month
from areasend.reading.kinds.official_statistics_2022.release import Release
from areasend.reading.kinds.official_statistics_2022.table import AGAIN
from areasend.reading.proposals import Doubt, UnableToReadDocument
from areasend.reading.tables import Cell, Sheet

#: There are three.
MOST_NOTES = 50

_HEAD = ("Note number", "Note text")
_REFERRED_TO = re.compile(r"\[note ([0-9]+)\]")

_LEFT_OUT = re.compile(r".*\. Figures do not reflect inspection activity for ([^.]+)\.")
_VERDICTS = {
    "sufficient progress in addressing all": Verdict.ALL,
    "sufficient progress in addressing some": Verdict.SOME,
    "insufficient progress in addressing any": Verdict.NONE,
}
_INSPECTED = re.compile(
    rf"([^.]+?) (?:was|were) inspected in ({MONTH}) and (required|did not require) a WSoA\."
    rf"(?: The revisit took place in ({MONTH}) and \1 (?:was|were) deemed to be making "
    rf"({'|'.join(_VERDICTS)}) significant weaknesses\.)?"
    r" The (?:new boundaries came into effect|replacement areas were established)"
    rf" on ({DAY})\."
)


@dataclass(frozen=True, kw_only=True)
class Note:
    """An inspection as a note tells of it: without a re-visit there is no verdict."""

    place: str
    name: str
    started: Interval
    required: bool
    returned: Interval | None
    verdict: Verdict | None
    replaced: date


def read_notes(release: Release) -> tuple[tuple[Note, ...], tuple[Doubt, ...]]:
    """Return the inspections that the notes tell of, and what is doubtful about the notes.

    :raises UnableToReadDocument: if the notes have no headings or are far too many, or one that the
        table refers to is missing
    """
    texts = tuple(_texts(release))
    notes = tuple(note for place, text in texts if (note := _inspection(place, text)))
    names = sorted(note.name for note in notes)
    read = {note.place for note in notes}
    doubts = (_doubt(place, text, names) for place, text in texts if place not in read)
    return notes, tuple(doubt for doubt in doubts if doubt)


def _doubt(place: str, text: str, names: list[str]) -> Doubt | None:
    """Return what is doubtful about a note that tells of no inspection, if anything."""
    found = _LEFT_OUT.fullmatch(text)
    if not found:
        return Doubt(place, "We cannot read this note: see whether it tells of an inspection.")
    if sorted(re.split(", | and ", found[1])) != names:
        return Doubt(place, "This note and the others do not tell of the same areas.")
    return None


def _inspection(place: str, text: str) -> Note | None:
    found = _INSPECTED.fullmatch(text)
    if not found:
        return None
    name, started, required, returned, verdict, replaced = found.groups()
    day, month, later = read_day(replaced), read_month(started), read_month(returned or "")
    if not day or not month or (returned and not later):
        return None
    return Note(
        place=place,
        name=name,
        started=month,
        required=required == "required",
        returned=later,
        verdict=_VERDICTS.get(verdict),
        replaced=day,
    )


def _texts(release: Release) -> Iterator[tuple[str, str]]:
    """Return the place and the words of each note."""
    notes = release.notes
    head, number_in, text_in = _columns(notes)
    held = [(row, cells) for row, cells in notes.numbered() if row > head and cells[text_in] != ""]
    if len(held) > MOST_NOTES:
        raise UnableToReadDocument(
            f"The sheet “{notes.name}” has more than {MOST_NOTES} notes: {AGAIN}."
        )
    _refuse_missing({_number(cells[number_in]) for _, cells in held}, release)
    for row, cells in held:
        yield notes.place(row, text_in), str(cells[text_in])


def _columns(notes: Sheet) -> tuple[int, int, int]:
    for row, cells in notes.numbered():
        if all(cells.count(heading) == 1 for heading in _HEAD):
            return row, cells.index(_HEAD[0]), cells.index(_HEAD[1])
    raise UnableToReadDocument(
        f"The sheet “{notes.name}” has no columns “{_HEAD[0]}” and “{_HEAD[1]}”: {AGAIN}."
    )


def _refuse_missing(numbers: set[str], release: Release) -> None:
    table = release.table
    above = (
        str(cell) for row, cells in table.sheet.numbered() if row <= table.head for cell in cells
    )
    for number in sorted({number for cell in above for number in _REFERRED_TO.findall(cell)}):
        if number not in numbers:
            raise UnableToReadDocument(
                f"The table refers to note {number[:10]}, which the sheet “{release.notes.name}” "
                f"lacks: {AGAIN}."
            )


def _number(cell: Cell) -> str:
    return f"{cell:.0f}" if isinstance(cell, float) else str(cell)
