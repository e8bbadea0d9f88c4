"""The list of areas: all of them, narrowed down and sorted by address."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest

from areasend.answers.listing import SORTS, Narrowed, listing
from tests.asking import TODAY, asked


def names(site, address):
    words = site.get(address).content.decode()
    return re.findall(r'<th scope="row"[^>]*><a[^>]*>([^<]+)</a>', words)


@pytest.mark.parametrize(
    ("as_at", "areas"),
    [("2019-03-31", 152), ("2019-04-01", 151), ("2021-04-01", 152), ("2023-04-01", 153)],
)
def test_it_holds_the_areas_of_the_day(site, as_at, areas):
    assert len(names(site, f"/areas?as-at={as_at}")) == areas


@pytest.mark.usefixtures("record_in_place")
@pytest.mark.parametrize("by", ["stage", "region", "ofsted_region", "passed"])
def test_the_parts_of_a_filter_make_up_the_whole(by):
    whole = listing(asked(), Narrowed())
    parts = [listing(asked(), Narrowed(**{by: one})) for one in whole.choices[by]]

    assert sorted(line.slug for one in parts for line in one.lines) == sorted(
        line.slug for line in whole.lines
    )


@pytest.mark.usefixtures("record_in_place")
def test_each_stage_that_is_awaited_has_a_list_of_its_own():
    whole = listing(asked(TODAY), Narrowed())
    lists = {
        one: {line.slug for line in listing(asked(TODAY), Narrowed(awaits=one)).lines}
        for one in whole.choices["awaits"]
    }

    assert "oldham" in lists["a re-visit or monitoring inspection: the time has passed"]
    assert "oldham" not in lists["a plan: the time has passed"]
    assert "hertfordshire" in lists["the next full inspection: still to come"]
    assert "oxfordshire" in lists["the next full inspection: the time has passed"]
    assert "stockport" in lists["a review or a minister's letter: the time has passed"]
    notices = lists["a notice or direction: issued, and no end of it held"]
    assert "bexley" in notices
    assert "kent" not in notices
    assert all(0 < len(areas) < 100 for areas in lists.values())


def test_a_stage_that_is_awaited_is_an_address(site):
    awaited = "a re-visit or monitoring inspection: the time has passed"
    found = names(site, f"/areas?{urlencode({'awaits': awaited})}")

    assert "Oldham" in found
    assert len(found) < 20


def test_a_date_that_has_passed_stands_where_nothing_is_to_come(site):
    words = site.get("/areas?passed=yes&as-at=2026-11-22").content.decode()

    assert "Nothing with a date" not in words
    enfield = words[words.index(">Enfield</a>") :]
    assert "Come for the next full inspection: expected around July 2026" in enfield[:900]


@pytest.mark.usefixtures("record_in_place")
@pytest.mark.parametrize("sort", SORTS)
def test_every_order_keeps_every_area(sort):
    assert len(listing(asked(), Narrowed(), sort=sort).lines) == 153


def test_the_newest_report_stands_first(site):
    words = site.get("/areas?sort=report").content.decode()
    first = re.search(r'<td class="govuk-table__cell">(\d+ \w+ 2026)</td>', words)

    assert first
    assert 'aria-sort="descending"' in words


def test_london_has_33_areas(site):
    assert len(names(site, "/areas?region=London")) == 33


def test_areas_like_dudley_are_its_statistical_neighbours_and_itself(site):
    found = names(site, "/areas?like=dudley")

    assert "Dudley" in found
    assert len(found) == 11


def test_the_link_that_always_gives_this_answer_keeps_the_filters(site):
    words = site.get("/areas?region=London&sort=stage&as-at=2021-04-13").content.decode()

    assert re.search(
        r'href="/areas\?region=London&amp;sort=stage&amp;as-at=2021-04-13&amp;known', words
    )
    assert 'href="/areas?region=London&amp;sort=stage">See it as it stands today' in words
    assert '<input type="hidden" name="region" value="London">' in words.partition("told-again")[2]


def test_filters_that_contradict_find_none_and_say_so(site):
    words = site.get("/areas?region=London&ofsted-region=South+West").content.decode()

    assert "No area of that day fits all of these" in words


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("stage=none", "There is no stage"),
        ("sort=weaknesses", "cannot be sorted"),
        ("region=<b>x", "There is no region “&lt;b&gt;x”"),
        ("as-at=2021-02-30", "2021-02-30"),
        ("as-at=1066-10-14", "outside our record"),
        ("known-at=2999-01-01", "later moment"),
        ("known-at=soon", "is not a moment"),
        ("known-at=0001-01-01T00:00:00%2B14:00", "is not a moment"),
    ],
)
def test_what_cannot_be_asked_is_answered_in_a_sentence(site, query, told):
    answer = site.get(f"/areas?{query}")

    assert answer.status_code == 400
    assert told in answer.content.decode()


def test_nothing_is_late_on_any_day(site):
    assert all(
        not line.late
        for day in (date(2019, 6, 1), date(2026, 11, 21))
        for line in listing(asked(day), Narrowed()).lines
    )
    assert "overdue" not in site.get("/areas").content.decode()
