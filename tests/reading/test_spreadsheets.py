"""A spreadsheet is opened with its places, or refused in a sentence."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
from built_spreadsheets import Link, build_ods, cell, content, packed, row, table

from areasend.reading import census, ods
from areasend.reading.proposals import UnableToReadDocument
from areasend.reading.tables import letter, open_workbook


def test_cells_keep_what_they_hold():
    held = (
        "text",
        3,
        True,
        date(2020, 2, 23),
        datetime.combine(date(2020, 2, 23), time(9, 30)),
        None,
    )

    workbook = open_workbook(build_ods({"Sheet": [held]}))

    assert workbook.sheets[0].rows == (held[:5],)


def test_rows_and_columns_are_numbered_as_the_spreadsheet_shows_them():
    empty = row(cell(times=3), times=4)
    xml = content(table(empty + row(cell(times=2) + cell("here")) + row(cell(), times=1_000_000)))

    sheet = open_workbook(packed(xml)).sheets[0]

    assert [(number, cells) for number, cells in sheet.numbered() if any(cells)] == [
        (5, ("", "", "here"))
    ]
    assert sheet.place(5, 2) == "sheet Sheet, row 5, column C"


def test_a_place_may_be_several_columns():
    sheet = open_workbook(build_ods({"Sheet": [("a",)]})).sheets[0]

    assert sheet.place(5, 6, 4, 5, 4) == "sheet Sheet, row 5, columns E, F and G"


@pytest.mark.parametrize(
    ("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_columns_have_letters(column, letters):
    assert letter(column) == letters


def test_white_space_in_a_text_is_one_space():
    xml = content(
        table(
            row(
                "<table:table-cell office:value-type='string'><text:p> a\u00a0 b<text:s "
                "text:c='3'/>c</text:p><text:p>d</text:p></table:table-cell>"
            )
        )
    )

    assert open_workbook(packed(xml)).sheets[0].rows == (("a b c d",),)


def test_links_are_read_from_the_formulas_that_make_them():
    xml = content(
        table(
            row(cell(times=3), times=2) + row(cell() + cell(Link("https://one.example"))), name="A"
        )
        + table(row(cell(Link("https://two.example"))), name="B")
    )

    first, second = open_workbook(packed(xml)).sheets

    assert first.links == {(3, 1): "https://one.example"}
    assert second.links == {(1, 0): "https://two.example"}


def test_a_file_is_opened_by_its_path(tmp_path: Path):
    path = tmp_path / "good.ods"
    path.write_bytes(build_ods({"Sheet": [("here",)]}))

    assert open_workbook(path).sheet("Sheet")
    assert open_workbook(path).sheet("Other") is None


def test_a_file_that_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(UnableToReadDocument, match=r"There is no file .*missing\.ods"):
        open_workbook(tmp_path / "missing.ods")


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(UnableToReadDocument, match="There is no file"):
        open_workbook(tmp_path)


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "shut.ods"
    path.touch()

    def refuse(*_arguments: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(UnableToReadDocument, match=r"shut\.ods cannot be opened"):
        open_workbook(path)


GOOD = content(table(row(cell("here"))))
ENTITIES = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"


def _with_method(method: int) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr("mimetype", ods.MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", "<manifest/>", zipfile.ZIP_STORED)
        archive.writestr("content.xml", GOOD)
    return file.getvalue()


def _without(member: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, held in (("mimetype", ods.MIMETYPE), ("META-INF/manifest.xml", b"<m/>")):
            if name != member:
                archive.writestr(name, held)
    return file.getvalue()


def _locked() -> bytes:
    file = bytearray(packed(GOOD))
    # the bit in each header that says an archive's member is encrypted
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := file.find(signature, start + 1)) >= 0:
            file[start + offset] |= 1
    return bytes(file)


def sheet_of(rows: str) -> bytes:
    return packed(content(table(rows)))


def declared(encoding: str) -> str:
    return GOOD.replace("UTF-8", encoding)


TYPED = "<table:table-cell office:value-type='float' office:value='x'/>"
NESTED = f"<table:table-cell>{table('')}</table:table-cell>"
UNTYPED = cell(times=10**9).replace("></", "><text:p>a</text:p></")
SPACES = cell("a").replace("a</", "<text:s text:c='99999999'/></")
LONG = cell("a" * 1000)
SHEETS = "".join(table("", name=str(number)) for number in range(101))
FILLED = "".join(table(row(cell("a"), times=10**5), name=str(number)) for number in range(11))

REFUSED = {
    "empty": (b"", "not a spreadsheet"),
    "pdf": (b"%PDF-1.7\n%%EOF", "not a spreadsheet"),
    "text": (b"Local authority code,Area name\n", "not a spreadsheet"),
    "truncated": (packed(GOOD)[:-40], "not a spreadsheet"),
    "excel": (packed(GOOD, mimetype="application/zip"), "not an OpenDocument spreadsheet"),
    "no mimetype": (_without("mimetype"), "not an OpenDocument spreadsheet"),
    "no manifest": (_without("META-INF/manifest.xml"), "damaged"),
    "no content": (_without("content.xml"), "damaged"),
    "password": (packed(GOOD, manifest="<manifest:encryption-data/>"), "locked with a password"),
    "locked archive": (_locked(), "locked with a password"),
    "other compression": (_with_method(zipfile.ZIP_LZMA), "damaged"),
    "broken xml": (packed(GOOD[:-10]), "damaged"),
    "utf-16": (packed(declared("UTF-16").encode("utf-16")), "damaged"),
    "utf-16 unmarked": (packed(declared("UTF-8").encode("utf-16-le")), "damaged"),
    "utf-7 claimed": (packed(declared("UTF-7")), "damaged"),
    "utf-7 claimed after a mark": (packed(declared("UTF-7").encode("utf-8-sig")), "damaged"),
    "not utf-8": (packed(GOOD.replace("here", "h\u00e9re").encode("latin-1")), "damaged"),
    "entities": (packed(GOOD.replace("<office:", f"{ENTITIES}<office:", 1)), "damaged"),
    "rows without number": (sheet_of(row(cell("a"), times="x")), "damaged"),
    "no rows": (sheet_of(row(cell("a"), times=0)), "damaged"),
    "value without number": (sheet_of(row(TYPED)), "damaged"),
    "table in table": (sheet_of(row(NESTED)), "“Sheet” has a table inside its table"),
    "row in row": (sheet_of(row(row(cell("a")))), "“Sheet” has a row inside a row"),
    "sheet doubled": (packed(content(table("") * 2)), "two sheets named “Sheet”"),
    "sheet with a long name": (packed(content(table("", name="a" * 101))), "unreadable name"),
    "sheets": (packed(content(SHEETS)), "more than 100 sheets"),
    "wide": (sheet_of(row(cell("a", times=10**9))), "“Sheet” is too large"),
    "deep": (sheet_of(row(cell("a"), times=10**9)), "“Sheet” is too large"),
    "far": (sheet_of(row(cell(), times=10**9) + row(cell("a"))), "“Sheet” is too large"),
    "wide and deep": (sheet_of(row(cell("a", times=1001), times=1000)), "“Sheet” is too large"),
    "untyped": (sheet_of(row(UNTYPED)), "“Sheet” is too large"),
    "spaces": (sheet_of(row(SPACES)), "“Sheet” is too large"),
    "long text": (sheet_of(row(LONG, times=10**5)), "“Sheet” is too large"),
    "filled sheets": (packed(content(FILLED)), "“10” is too large"),
}


@pytest.mark.parametrize(("document", "says"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(document, says):
    with pytest.raises(UnableToReadDocument, match=says) as refusal:
        open_workbook(document)

    assert str(refusal.value).endswith(".")
    assert "\n" not in str(refusal.value)


def test_a_file_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ods, "MOST_XML", 1000)

    with pytest.raises(UnableToReadDocument, match="too large"):
        open_workbook(packed(GOOD + " " * 1000))


def test_a_file_of_too_many_bytes_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ods, "MOST_BYTES", 100)

    with pytest.raises(UnableToReadDocument, match="too large"):
        open_workbook(packed(GOOD))


def test_as_many_cells_as_may_be_are_not_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(census, "MOST_CELLS", 1000)
    rows = row(cell("a", times=20), times=50)

    sheet = open_workbook(packed(content(table(rows)))).sheets[0]

    assert len(sheet.rows) * len(sheet.rows[0]) == 1000


def test_a_member_that_nobody_counted_goes_no_further():
    file = io.BytesIO(packed(GOOD))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("[Content_Types].xml", "<Types/>")

    assert open_workbook(file.getvalue()).sheets[0].rows == (("here",),)


class PanicException(BaseException):
    """Stands for a panic in calamine, which is no Exception."""


@pytest.mark.parametrize(
    ("fault", "raised"),
    [(PanicException, UnableToReadDocument), (KeyboardInterrupt, KeyboardInterrupt)],
)
def test_a_panic_is_a_refusal_and_an_interruption_is_not(fault, raised, monkeypatch):
    def fail(_file: object) -> None:
        raise fault

    monkeypatch.setattr("python_calamine.load_workbook", fail)

    with pytest.raises(raised):
        open_workbook(packed(GOOD))
