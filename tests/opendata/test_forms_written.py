"""Each table is the same in every form, and each form is what it is called."""

import zipfile
from datetime import datetime
from xml.etree import ElementTree
from xml.parsers import expat

import pytest
from python_calamine import CalamineWorkbook

from areasend.opendata.columns import Type
from areasend.opendata.forms import sheets
from areasend.opendata.forms.sheets import fitted
from areasend.opendata.tables import TABLES
from tests.opendata.reading_forms import FORMS, from_csv

pytestmark = pytest.mark.slow
BOOKS = ("areasend.xlsx", "areasend.ods")


def to_the_second(rows):
    return [
        tuple(one.replace(microsecond=0) if isinstance(one, datetime) else one for one in row)
        for row in rows
    ]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("form", FORMS)
def test_a_table_says_the_same_in_every_form(national, table, form):
    expected, found = from_csv(national, table), FORMS[form](national, table)

    assert len(expected) > 0
    assert to_the_second(found) == to_the_second(expected)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_csv_is_what_rfc_4180_says(national, table):
    raw = (national / f"{table.name}.csv").read_bytes()

    assert raw.endswith(b"\r\n")
    assert b"\xef\xbb\xbf" not in raw[:3]
    assert raw.decode("utf-8").count("\n") == raw.decode("utf-8").count("\r\n")


@pytest.mark.parametrize("book", BOOKS)
def test_a_workbook_begins_with_its_cover_and_its_notes(national, book):
    held = CalamineWorkbook.from_path(national / book)
    cover = str(held.get_sheet_by_name("cover").to_python())

    words = ["cover", "contents", "notes", "changes", "dictionary"]
    assert held.sheet_names == [*words, *(table.name for table in TABLES)]
    for said in ("as at 21 November 2026", "Cite as", "Open Government Licence", "mySociety"):
        assert said in cover


@pytest.mark.parametrize("book", BOOKS)
def test_a_sheets_headers_stand_in_the_fourth_row(national, book):
    held = CalamineWorkbook.from_path(national / book)

    for table in TABLES:
        lines = held.get_sheet_by_name(table.name).to_python()
        assert lines[0][0] == table.title
        assert lines[3][0] == "Identifier"


def test_headers_stay_in_view_in_xlsx(national):
    with zipfile.ZipFile(national / "areasend.xlsx") as book:
        sheets = [book.read(f"xl/worksheets/sheet{number}.xml") for number in range(6, 14)]

    assert all(b'ySplit="4"' in sheet and b'state="frozen"' in sheet for sheet in sheets)


def test_headers_stay_in_view_in_ods(national):
    with zipfile.ZipFile(national / "areasend.ods") as book:
        kept = book.read("settings.xml").decode()

    for table in TABLES:
        assert f'config:name="{table.name}"' in kept
    assert kept.count('"VerticalSplitPosition" config:type="int">4<') == len(TABLES)


def test_ods_is_a_package_as_opendocument_asks(national):
    with zipfile.ZipFile(national / "areasend.ods") as book:
        first = book.infolist()[0]
        manifest = ElementTree.fromstring(book.read("META-INF/manifest.xml"))  # noqa: S314  ours
        for name in book.namelist():
            if name.endswith(".xml"):
                expat.ParserCreate().Parse(book.read(name), True)

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    listed = {next(value for key, value in one.items() if "full-path" in key) for one in manifest}
    assert listed == {"/", "content.xml", "styles.xml", "meta.xml", "settings.xml"}


def test_no_cell_is_taken_for_a_formula(national):
    for table in TABLES:
        for row in from_csv(national, table):
            words = [
                cell
                for cell, column in zip(row, table.columns, strict=True)
                if cell and column.type is Type.TEXT
            ]
            assert not [cell for cell in words if cell[0] in "=+-@\t"], row[0]


def test_a_text_too_long_for_a_cell_says_that_it_was_cut():
    cut = fitted("a" * 40_000)

    assert len(cut) == 32_767
    assert cut.endswith("the CSV has all of it)")
    assert fitted("short") == "short"


def test_a_sheet_takes_no_more_rows_than_it_can():
    table = TABLES[0]

    assert not sheets.overfull(sheets.MOST_ROWS - 5, table)
    assert sheets.overfull(sheets.MOST_ROWS - 4, table)
