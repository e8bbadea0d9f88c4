"""Damaged files are refused in one sentence, and nothing of them is taken in."""

import pytest

from areasend.ledger.transfer import UnableToImport, hashes, import_from
from tests.builders import build_step
from tests.ledger.deeds import faults, record
from tests.ledger.forging import alter, refused

pytestmark = pytest.mark.django_db

CHAINS = ("entry", "release")
FILES = ("entry.csv", "release.csv", "publication.csv")


def test_the_export_that_these_tests_damage_is_sound(exported):
    assert import_from(exported) == {"entry": 3, "release": 3}
    assert faults() == []


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_missing(exported, name):
    (exported / name).unlink()

    refused(exported, f"{name} cannot be read")


@pytest.mark.parametrize("name", FILES)
def test_a_folder_where_a_file_should_be(exported, name):
    (exported / name).unlink()
    (exported / name).mkdir()

    refused(exported, f"{name} cannot be read")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"\xff\xfe", "número,año\n".encode("latin-1"), b"number\n1\n", b"\x00" * 99, b'"'],
    ids=["empty", "a line", "UTF-16", "Latin-1", "other columns", "NUL bytes", "a quote"],
)
def test_a_file_of_something_else(exported, name, content):
    (exported / name).write_bytes(content)

    refused(exported, f"{name} (cannot be read|has not the columns)")


@pytest.mark.parametrize("name", FILES)
def test_a_byte_order_mark(exported, name):
    (exported / name).write_bytes(b"\xef\xbb\xbf" + (exported / name).read_bytes())

    refused(exported, "has not the columns")


@pytest.mark.parametrize("name", FILES)
def test_a_stray_byte_that_is_no_utf_8(exported, name):
    (exported / name).write_bytes((exported / name).read_bytes() + b"\x80")

    refused(exported, "cannot be read")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("more", ["a", "1,2,3,4,5,6,7,8,9,10,11", '"never closed'])
def test_a_line_with_too_few_columns_or_too_many(exported, name, more):
    with (exported / name).open("a", encoding="utf-8") as file:
        file.write(more)

    refused(exported, name)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_a_last_line_cut_off_anywhere(exported, name):
    path, whole = exported / name, (exported / name).read_bytes()
    start = whole.rstrip(b"\n").rindex(b"\n") + 1

    for end in range(start, len(whole.rstrip(b"\n"))):
        path.write_bytes(whole[:end])
        refused(exported)


@pytest.mark.slow
@pytest.mark.parametrize("name", CHAINS)
def test_a_line_of_eleven_megabytes(exported, name):
    alter(exported / f"{name}.csv", lambda rows: rows[2].update(text="a" * 11_000_000))

    refused(exported, "cannot be read: field larger than field limit")


ALTERED = "the row was altered; its hash is not that of its columns"
NO_NUMBER = "is not a number as we write it"


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        ("number", "9", "should stand here, not 9"),
        ("corrects", "3", ALTERED),
        ("digest", "0" * 64, ALTERED),
        ("previous", "f" * 64, ALTERED),
        ("hash", "0" * 64, ALTERED),
        ("salt", "another", "the text was altered; its digest is another"),
        ("salt", "", "the text was altered; its digest is another"),
        ("text", "{}", "the text was altered; its digest is another"),
        ("text", "\x00", "the text was altered; its digest is another"),
        ("text", "", "has no text, and no row says why"),
    ],
)
def test_an_altered_column(exported, name, column, value, says):
    for place in (0, 1, 3):
        whole = (exported / f"{name}.csv").read_bytes()
        alter(exported / f"{name}.csv", lambda rows, at=place: rows[at].update({column: value}))

        refused(exported, says)
        (exported / f"{name}.csv").write_bytes(whole)


@pytest.mark.parametrize("column", ["recorded_at", "by"])
def test_an_altered_moment_or_person(exported, column):
    alter(exported / "entry.csv", lambda rows: rows[1].update({column: "7"}))

    refused(exported, ALTERED)


def test_an_altered_moment_of_effect(exported):
    alter(exported / "release.csv", lambda rows: rows[1].update(takes_effect_at="7"))

    refused(exported, ALTERED)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "two",
        "01",
        "+1",
        "-0",
        "1.0",
        " 1",
        "1_0",
        "１",
        "1e3",
        "0x1",
        "\x001",
        "9" * 20,
        "9" * 9999,
    ],
    ids=lambda number: ascii(number[:20]),
)
def test_a_number_written_another_way(exported, number):
    alter(exported / "entry.csv", lambda rows: rows[1].update(number=number))
    refused(exported, NO_NUMBER)

    alter(exported / "entry.csv", lambda rows: rows[1].update(number="2", by=number))
    refused(exported, NO_NUMBER)


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("places", [(1, 2), (0, 3)])
def test_two_lines_that_changed_places(exported, name, places):
    first, second = places

    def swap(rows):
        rows[first], rows[second] = rows[second], rows[first]

    alter(exported / f"{name}.csv", swap)

    refused(exported, "should stand here, not")


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("place", [0, 2])
def test_a_line_that_is_missing_or_there_twice(exported, name, place):
    alter(exported / f"{name}.csv", lambda rows: rows.insert(place, rows[place]))
    refused(exported, "should stand here, not")

    alter(exported / f"{name}.csv", lambda rows: [rows.pop(place), rows.pop(place)])
    refused(exported, "should stand here, not")


def test_damaged_files_have_no_hashes_to_verify_by(exported):
    alter(exported / "entry.csv", lambda rows: rows[1].update(hash="0" * 64))

    with pytest.raises(UnableToImport, match=ALTERED):
        hashes(exported)


def test_what_follows_on_a_refused_import_is_recorded_as_if_it_had_never_been(exported):
    (exported / "release.csv").write_bytes(b"")
    refused(exported)

    assert record(build_step()) == 2
    assert faults() == []
