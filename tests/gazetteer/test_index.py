"""The index says of every postcode what the directory says, and is made whole or not at all."""

import re
import sqlite3
from collections import Counter

import pytest

from areasend.domain.areas import areas_on
from areasend.gazetteer import councils, directory, index
from tests.asking import TODAY

pytestmark = pytest.mark.slow

FILES = {file.name: file for file in directory.files()}


@pytest.mark.parametrize("name", FILES)
def test_every_postcode_is_counted_and_any_one_is_found(name, postcodes):
    listed = dict(directory.rows(FILES[name]))
    letters = {re.match("[A-Z]+", postcode[:4])[0] for postcode in listed}
    held = sum((index.councils(one, index=postcodes) for one in letters), Counter())

    assert held == Counter(listed.values())
    for postcode in list(listed)[::997]:
        outward, inward = postcode[:4].strip(), postcode[4:]
        assert index.council(outward, inward, index=postcodes) == listed[postcode], postcode


def test_every_area_of_today_has_postcodes_and_no_english_postcode_is_of_none(postcodes):
    with sqlite3.connect(postcodes) as held:
        rows = held.execute("SELECT councils FROM sector").fetchall()
    held.close()
    codes = {code for (text,) in rows for code in text.split() if code.startswith("E")}

    ground = {code: councils.ground(code, TODAY) for code in codes}

    assert {len(areas) for areas in ground.values()} == {1}
    assert {areas[0] for areas in ground.values()} == set(areas_on(TODAY))


def test_what_is_not_held_is_neither_found_nor_counted(postcodes):
    assert index.council("ZZ9", "9ZZ", index=postcodes) is None
    assert index.councils("ZZ", index=postcodes) == Counter()


def test_a_narrower_beginning_never_has_more(postcodes):
    wide = [("DY", ""), ("DY1", ""), ("DY1", "1"), ("DY1", "1H")]

    counts = [index.councils(*begun, index=postcodes).total() for begun in wide]

    assert counts == sorted(counts, reverse=True)
    assert len(set(counts)) == len(counts)


def test_a_beginning_without_its_last_letter_is_all_that_have_one(postcodes):
    parts = [index.councils(f"EC1{letter}", index=postcodes) for letter in "AMNRVPY"]

    assert index.councils("EC1", index=postcodes) == sum(parts, Counter())


def test_one_letter_is_not_the_first_of_two(postcodes):
    newcastle = "E08000021"

    assert index.councils("NE", index=postcodes)[newcastle] > 0
    assert index.councils("N", index=postcodes)[newcastle] == 0


# Making it.


@pytest.fixture
def small(tmp_path):
    """An index of the smallest file alone."""
    place = tmp_path / "data" / "postcodes.sqlite3"
    index.build(place, [FILES["postcodes_J.msgpack.br"]])
    return place


def test_an_index_is_current_until_the_package_is_another(small, monkeypatch):
    assert index.current(small)

    monkeypatch.setattr(directory, "version", lambda: "2027.2.1")

    assert not index.current(small)


@pytest.mark.parametrize("content", [None, b"", b"no database" * 100])
def test_what_is_no_index_is_not_current_and_says_how_to_make_one(tmp_path, content):
    place = tmp_path / "postcodes.sqlite3"
    if content is not None:
        place.write_bytes(content)

    assert not index.current(place)
    with pytest.raises(index.NoIndex, match="Make it with: areasend load"):
        index.council("DY1", "1HF", index=place)
    with pytest.raises(index.NoIndex):
        index.month(place)


def test_where_making_one_fails_the_old_one_stays(small, tmp_path):
    damaged = tmp_path / "postcodes_Q.msgpack.br"
    damaged.write_bytes(b"not packed")
    before = small.read_bytes()

    with pytest.raises(directory.NoDirectory, match=r"postcodes_Q\.msgpack\.br cannot be read"):
        index.build(small, [damaged])

    assert small.read_bytes() == before
    assert [one.name for one in small.parent.iterdir()] == [small.name]


def test_one_who_reads_while_it_is_replaced_reads_the_old_one_or_the_new(small):
    old = index.councils("JE", index=small)

    index.build(small, [FILES["postcodes_J.msgpack.br"]])

    assert index.councils("JE", index=small) == old


def test_a_path_with_marks_of_an_address_is_only_a_path(tmp_path):
    place = tmp_path / "what? 100% #1" / "postcodes.sqlite3"

    index.build(place, [FILES["postcodes_J.msgpack.br"]])

    assert index.councils("JE", index=place)
