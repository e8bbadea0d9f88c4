"""Whatever a file holds, a reading comes of it or a refusal."""

import io
import zipfile
from datetime import date

import pytest
from built_spreadsheets import build_ods, packed
from hypothesis import given, settings
from hypothesis import strategies as st
from official_releases import NOTES, TABLE, build_release, build_revisited_row, build_row

from areasend.reading.kinds import official_statistics_2022
from areasend.reading.kinds.official_statistics_2022.table import Column
from areasend.reading.proposals import Reading, UnableToReadDocument
from areasend.reading.tables import open_workbook

SHEETS = build_release(build_row("dudley"), build_revisited_row())
GOOD = build_ods(SHEETS)
XML = zipfile.ZipFile(io.BytesIO(GOOD)).read("content.xml")

# A slow machine is no fault of a file's, so no example has a deadline.
often = settings(max_examples=150, deadline=None)

pytestmark = pytest.mark.slow


def read(document: bytes) -> Reading | str:
    """Return the reading of a document or the words of its refusal; nothing else is caught."""
    try:
        workbook = open_workbook(document)
        official_statistics_2022.recognises(workbook)
        return official_statistics_2022.propose(workbook)
    except UnableToReadDocument as refusal:
        return str(refusal)


def survives(document: bytes) -> None:
    outcome = read(document)

    assert isinstance(outcome, Reading) or (outcome.endswith(".") and "\n" not in outcome)


def changed(original: bytes, changes: list[tuple[int, bytes]]) -> bytes:
    changed = bytearray(original)
    for place, replacement in changes:
        at = place % len(changed)
        changed[at : at + len(replacement)] = replacement
    return bytes(changed)


changes = st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=1, max_size=4)), max_size=8)
characters = st.sampled_from(
    [b"<", b">", b"'", b"0", b"9", b"/", b"&", b"x", b"\x00", b"\xff", b" "]
)
cells = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.dates(),
    st.datetimes(),
    st.text(max_size=20),
    st.sampled_from(
        ["Yes", "No", "Some", "Not revisited yet", "Dorset", "E10000009", "Bournemouth"]
    ),
    st.sampled_from(["E08000006", "E06000063", "Cumbria", date(2019, 4, 1), 5, 0]),
)
texts = st.lists(st.sampled_from(" ".join(text for _, text in NOTES).split()), max_size=40)


@often
@given(changes)
def test_a_file_with_bytes_changed(changes):
    survives(changed(GOOD, changes))


@often
@given(st.lists(st.tuples(st.integers(0, 10**6), characters), max_size=6))
def test_a_file_with_its_xml_changed(changes):
    survives(packed(changed(XML, changes)))


@often
@given(st.integers(0, len(GOOD)), st.integers(0, len(XML)))
def test_a_file_cut_short(kept, kept_of_xml):
    survives(GOOD[:kept])
    survives(packed(XML[:kept_of_xml]))


@often
@given(st.permutations(tuple(Column)), st.integers(0, 13))
def test_a_file_with_columns_moved_and_lost(columns, kept):
    survives(build_ods(build_release(build_revisited_row(), columns=columns[:kept])))


@often
@given(st.lists(st.tuples(st.sampled_from(Column), cells), max_size=4))
def test_a_file_with_other_cells_in_a_row(changes):
    survives(build_ods(build_release(build_row("dudley"), build_revisited_row() | dict(changes))))


@often
@given(st.sampled_from(["Cover", "Notes", TABLE]), st.integers(0, 6), st.integers(0, 13), cells)
def test_a_file_with_another_cell_anywhere(sheet, number, column, value):
    rows = [list(row) for row in SHEETS[sheet]]
    row = rows[number % len(rows)]
    row += [None] * (column + 1 - len(row))
    row[column] = value

    survives(build_ods(SHEETS | {sheet: rows}))


@often
@given(st.lists(texts.map(" ".join), max_size=4))
def test_a_file_with_other_notes(notes):
    survives(build_ods(build_release(build_row(), notes=list(enumerate(notes, start=1)))))


@often
@given(
    st.dictionaries(
        st.text(max_size=5), st.lists(st.lists(cells, max_size=4), max_size=4), max_size=3
    )
)
def test_another_file_altogether(sheets):
    survives(
        build_ods({name.strip("\x00"): rows for name, rows in sheets.items() if name.isalnum()})
    )
