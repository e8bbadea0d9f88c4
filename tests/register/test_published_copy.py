"""What stands nowhere in a whole published copy: people's names, small numbers, hard words."""

import csv
import json
import re
from importlib.resources import files

import pytest

from areasend.domain.areas import AREAS
from tests.register import lookout
from tests.register.lookout import NOT_RUN, TINY, people, people_in, small_numbers_in, words_of
from tests.register.planting import SCHEDULED, UNRELEASED
from tests.register.reading_pages import Page
from tests.sayings import FORBIDDEN

pytestmark = pytest.mark.slow
CONTEXT = files("areasend") / "record" / "context"
#: Where a hard word is said of nobody: that we call nobody so, or of a rule or a link.
SAID_OF_NOBODY = re.compile(
    r"(nothing is|call nothing|call no plan|call something|is never|nobody is) (called )?late\b"
    r"|a late link|a rule in force|widespread or systemic failings",
    re.IGNORECASE,
)


def of_areas(pages):
    return {slug: pages[f"areas/{slug}/index.html"] for slug in AREAS}


def test_it_holds_no_name_that_a_report_prints(pages):
    if not people():
        pytest.skip(NOT_RUN)

    assert len(people()) > 50
    assert {path: found for path, text in pages.items() if (found := people_in(text))} == {}


def test_it_holds_nothing_that_is_not_released(pages):
    planted = (UNRELEASED, SCHEDULED)
    found = {
        path: [one for one in planted if one in text.casefold()] for path, text in pages.items()
    }

    assert {path: words for path, words in found.items() if words} == {}


def test_a_name_is_found_however_it_is_written(tmp_path, monkeypatch):
    listed = {"one": {"inspectors": [{"name": "Ann-Marie O’Dea"}, {"name": "Bo Li"}]}}
    (tmp_path / "expected.json").write_text(json.dumps(listed), encoding="utf-8")
    monkeypatch.setenv("AREASEND_LETTERS", str(tmp_path))
    for kept in (lookout.people, lookout._parts):
        kept.cache_clear()

    told = [
        people_in("<p>ann-marie <b>O&#8217;Dea</b>, and Bob Lindsey</p>"),
        people_in('<a href="https://example.org/bo_li.pdf">A letter</a>'),
    ]

    for kept in (lookout.people, lookout._parts):
        kept.cache_clear()
    assert told == [["Ann-Marie O’Dea"], ["Bo Li"]]


def test_no_page_gives_away_a_small_number(pages):
    found = {slug: small_numbers_in(page, slug) for slug, page in of_areas(pages).items()}

    assert {slug: rows for slug, rows in found.items() if rows} == {}


def test_every_number_that_is_hidden_in_the_record_is_hidden_on_its_page(pages):
    few = list(rows_of_few())
    assert len(few) > 200
    for slug, title, period in few:
        words = words_of(pages[f"areas/{slug}/index.html"])
        year = re.search(
            rf"{title}, every year we hold .*? {period}( \(counted anew\))? ([^%]*)", words
        )
        assert year, (slug, title, period)
        assert re.match(r"(no rate is given beside so small a count|fewer than 5)", year[2])


def rows_of_few():
    titles = {row["key"]: row["title"] for row in table("measures")}
    for key in ("plans-in-20-weeks", "appeals"):
        for row in table(key):
            if "few" in row["marker"] and row["place"] not in TINY:
                yield row["place"], titles[key], row["period"]


def table(name):
    with (CONTEXT / f"{name}.csv").open(encoding="utf-8") as file:
        yield from csv.DictReader(file)


def test_a_small_number_is_found_in_a_row_of_any_table():
    row = '<tr><th>{}</th><td class="x">{}</td></tr>'
    for name, cell, told in (
        ("2024", "40 of 51", False),
        ("2024", "4 of 51", True),
        ("2024", "48 of 51", True),
        ("2024", "1,203 of 1,206", True),
        ("2024", "3", True),
        ("2024", "fewer than 5 of 14", False),
        ("2024", "12.5 % (fewer than 5 of 14)", True),
        ("Isles of Scilly", "7.5 %", True),
        ("Isles of Scilly", "no figures, because so few live there", False),
    ):
        page = (
            f'<section aria-labelledby="context"><table>{row.format(name, cell)}</table></section>'
        )
        assert bool(small_numbers_in(page, "kent")) == told, cell


def test_the_smallest_areas_have_no_share_among_those_judged_alike(pages):
    words = words_of(pages["judged-alike/index.html"])

    assert [name for name in TINY.values() if name in words] == []


def test_of_nobody_is_it_said_that_they_were_late_or_failed(pages):
    hard = {
        path: found
        for path, text in pages.items()
        if path.endswith(".html")
        # What a column is called is said of nobody.
        and not path.startswith(("api/", "data/"))
        and FORBIDDEN.search(text)
        # What a source is called is its own.
        and (found := FORBIDDEN.findall(SAID_OF_NOBODY.sub("", Page(text).ours)))
    }

    assert hard == {}
