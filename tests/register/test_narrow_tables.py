"""A table of many columns stays a table for a screen reader, and nothing in it is cut off."""

import re

import pytest

WIDE_TABLES = ("/what-followed", "/answers/what-followed", "/map")


@pytest.mark.parametrize("path", WIDE_TABLES)
def test_every_part_of_a_stacked_table_has_its_role_and_every_cell_its_heading(site, path):
    words = site.get(path).content.decode()
    tables = re.findall(r"<table[^>]*app-stacked.*?</table>", words, re.DOTALL)

    assert tables
    for table in tables:
        heads = re.findall(r'<th scope="col" role="columnheader"[^>]*>([^<]*)', table)
        cells = re.findall(r"<td[^>]*>", table)
        assert len(heads) == table.count('<th scope="col"')
        assert {re.search(r'role="cell" data-heading="([^"]+)"', one)[1] for one in cells} <= {
            *heads
        }
        assert all('role="row"' in one for one in re.findall(r"<tr[^>]*>", table))


def test_a_column_of_nothing_but_none_held_is_left_out(site):
    today = site.get("/what-followed").content.decode()
    counted = site.get("/what-followed?as-at=2021-04-13").content.decode()

    assert "Stated for that day" not in today
    assert "Stated for that day" in counted


def test_a_cell_of_many_lines_shows_the_first_and_keeps_the_rest_at_hand(site):
    words = site.get("/what-followed").content.decode()
    row = next(one for one in words.split("<tr") if ">Birmingham</a>" in one and "<details" in one)
    shown = row[: row.index("<details")]

    assert shown.count("<li>") == 4
    assert re.search(r"and \d+ more</span>", row)


def test_a_review_that_nobody_promised_is_said_to_be_none(site):
    words = site.get("/what-followed").content.decode()

    assert 'data-heading="Review expected">none promised</td>' in words
