"""Who looks at a past day stays there: links, lists and files keep what was asked."""

import re
from html import unescape

import pytest

from areasend.design.environment import written
from areasend.register.asking import now, today

DAY = "as-at=2022-08-31"


def links(site, address):
    answer = site.get(address)
    assert answer.status_code == 200
    return [unescape(one) for one in re.findall(r'href="([^"]*)"', answer.content.decode())]


@pytest.mark.parametrize(
    ("page", "leads_to"),
    [
        ("/", "/areas?stage="),
        ("/", "/areas/"),
        ("/areas", "/areas/dudley"),
        ("/health", "/health/regions/south-west"),
        ("/health/regions/south-west", "/areas/torbay"),
        ("/statistics", "/statistics/statement-required"),
        ("/statistics/statement-required", "/statistics/statement-required.csv"),
        ("/judged-alike", "/areas/hampshire"),
        ("/what-followed", "/areas/oldham"),
        ("/answers/statements", "/areas/dudley"),
        ("/areas/cumbria", "/areas/cumberland"),
    ],
)
def test_a_page_of_the_past_leads_to_the_same_day(site, page, leads_to):
    found = [one for one in links(site, f"{page}?{DAY}") if one.startswith(leads_to)]

    assert found
    assert all(DAY in one for one in found)


def test_a_page_of_what_was_known_leads_to_what_was_known(site):
    moment = "known-at=2026-11-22T00%3A40%3A00Z"
    (csv,) = (one for one in links(site, f"/statistics/inspected?{moment}") if ".csv" in one)

    assert csv == f"/statistics/inspected.csv?{moment}"


def test_a_page_of_today_leads_to_plain_addresses(site):
    dated = [one for one in links(site, "/health/regions/south-west") if "as-at=" in one]

    assert len(dated) == 1  # the permanent link
    assert "known-at=" in dated[0]


def test_the_permanent_link_of_a_list_keeps_what_it_was_narrowed_to(site):
    first = links(site, "/areas?region=London&sort=next")
    (always,) = (one for one in first if "known-at=" in one)

    assert always.startswith("/areas?region=London&sort=next&as-at=")
    assert len([one for one in links(site, always) if re.match(r"/areas/[a-z]", one)]) == 33


@pytest.mark.parametrize("path", ["/areas", "/areas/dudley", "/statistics/inspected.csv"])
def test_what_is_known_at_the_end_of_today_is_what_is_known_now(site, path):
    known_today = site.get(path, {"known-at": today().isoformat()})

    assert known_today.status_code == 200


def test_a_later_moment_of_today_is_now(site):
    tonight = f"{today().isoformat()}T23:59:59"
    first, again = (
        [one for one in links(site, f"/areas/dudley?known-at={moment}") if "known-at=20" in one]
        for moment in (tonight, now().isoformat().replace("+00:00", "Z"))
    )

    assert [one for one in first if one.startswith("/areas/dudley?as-at=")] == [
        one for one in again if one.startswith("/areas/dudley?as-at=")
    ]


def test_what_is_expected_leads_to_the_duty_on_the_page_of_the_area(site):
    found = [one for one in links(site, "/health/regions/south-west") if "#" in one]
    duties = [one for one in found if one.startswith("/areas/")]

    assert len(duties) > 10
    for path, _, place in (one.partition("#") for one in duties):
        assert f'id="{place}"' in site.get(path).content.decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2021-07-14", "14 July 2021"),
        ("2022-02", "February 2022"),
        ("../2023-01-24", "by 24 January 2023"),
        ("2022-12-08/2026-02-28", "between 8 December 2022 and 28 February 2026"),
        ("2016", "2016"),
        ("3-4", "3-4"),
        ("none held", "none held"),
    ],
)
def test_a_date_as_data_writes_it_is_in_words_on_a_page(text, words):
    assert written(text) == words


def test_no_table_shows_a_date_as_data_writes_it(site):
    for address in ("/what-followed", "/answers/statements", "/answers/why-counts-differ"):
        page = site.get(address).content.decode()
        # What is to be copied for programs is no table.
        words = re.sub(r"(?s:<pre.*?</pre>)|<[^>]*>|https?://[^\s<]+", " ", page)
        assert re.findall(r"\d{4}-\d\d(?:-\d\d)?", words) == []
