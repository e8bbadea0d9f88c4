"""Every page of the record says how it is cited, in words, for BibTeX and by its address."""

import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from pybtex.database import parse_string

from areasend.ledger import public_chain
from areasend.opendata.addresses import addresses as of_opendata
from areasend.register.addresses import ALERTS, FORMS
from areasend.register.asking import now, today
from tests.register.sweeping import FULLEST, OF_OPENDATA
from tests.register.test_data_page import NAME

#: What answers a form, is for one reader alone, tells of nothing, or stands on another's page.
NOT_CITED = {"embed.html", "report.html", "report_received.html", "errors/not_found.html"}
NOT_CITED |= {"errors/unable_to_ask.html"}
NOT_CITED |= {one for one in FULLEST if one.startswith(("alerts/", "replying/"))}
CITED = [one for name, one in FULLEST.items() if name not in NOT_CITED]


def bibtex_in(page):
    """Return the entries of BibTeX that a page shows."""
    return re.findall(r"<code>(@misc.*?)</code>", unescape(page), re.DOTALL)


def entry_of(page):
    """Return the one entry of a page, read by a parser that is not ours."""
    (text,) = bibtex_in(page)
    ((key, entry),) = parse_string(text, "bibtex").entries.items()
    return key, entry


@pytest.mark.parametrize("address", [*CITED, *OF_OPENDATA.values()])
def test_a_page_says_how_it_is_cited(site, address):
    _, entry = entry_of(site.get(address).content.decode())
    fields = entry.fields

    assert entry.persons["author"][0].last_names == ["{areasend}"]
    assert re.fullmatch(r"\{\S.*\S\}", fields["title"])
    assert re.fullmatch(r"20\d\d", fields["year"])
    assert fields["url"].startswith("http://localhost/")
    assert re.search(r"\b[0-9a-f]{64}$", fields["note"])


@pytest.mark.parametrize("name", sorted(NOT_CITED))
def test_a_page_that_is_for_one_reader_alone_is_not_cited(site, name):
    assert bibtex_in(site.get(FULLEST[name]).content.decode()) == []


def test_what_is_not_cited_is_what_answers_a_form():
    assert {"yours", "confirm", "stop"} < ALERTS
    assert "find" in FORMS


def test_a_page_is_cited_by_its_days_its_release_and_the_hash_of_the_chain(site):
    key, entry = entry_of(site.get("/areas/oldham").content.decode())
    head = public_chain.head(known_at=now())

    assert key == f"areasend-oldham-{today()}-r{head.number}"
    assert entry.fields["title"] == "{Oldham}"
    assert entry.fields["urldate"] == str(today())
    assert entry.fields["note"].endswith(f"; release {head.number}, public chain {head.hash}")
    assert f"as-at={today()}&known-at=20" in entry.fields["url"]


def test_the_address_in_a_citation_gives_that_answer_again(site):
    _, entry = entry_of(site.get("/areas?region=London&as-at=2022-08-31").content.decode())
    address = urlsplit(entry.fields["url"])

    again = site.get(f"{address.path}?{address.query}").content.decode()

    assert "region=London&as-at=2022-08-31&known-at=" in entry.fields["url"]
    assert entry_of(again)[1].fields == entry.fields
    assert "33 of 152 areas" in again


def test_a_figure_is_cited_with_its_number(site):
    page = site.get("/statistics/statement-required?as-at=2021-03-31").content.decode()
    (words,) = re.findall(r"<p[^>]*>(areasend, “.*?)</p>", unescape(page))

    assert "that led to a written statement of action: " in words
    assert re.search(
        r": \d+ of \d+”, as at 31 March 2021, release \d+, chain [0-9a-f]{16}….", words
    )


def test_a_release_of_the_data_is_cited_as_itself_and_once(site):
    _, entry = entry_of(site.get(f"/data/{NAME}").content.decode())

    assert entry.fields["url"] == f"http://localhost/data/{NAME}"


@pytest.mark.slow
def test_a_copy_names_no_address_but_where_the_register_itself_is(pages):
    _, entry = entry_of(pages["areas/oldham/index.html"])

    assert "url" not in entry.fields
    assert re.search(r"release \d+, public chain [0-9a-f]{64}$", entry.fields["note"])


@pytest.mark.usefixtures("record_in_place")
def test_a_copy_names_the_register_where_that_is_known(site, settings):
    settings.ADDRESS = "https://register.example"
    page = site.get("/areas/oldham", **{"areasend.published": True}).content.decode()

    assert entry_of(page)[1].fields["url"] == "https://register.example/areas/oldham"
    assert "/api" in set(of_opendata())
