"""What holds for every page: a title, one heading, no cookie, strict headers."""

import csv
import re
from pathlib import Path

import pytest
from django.urls import get_resolver

import areasend.opendata
import areasend.register
from tests.register.sweeping import ANSWERS_TO_FORMS, FULLEST, OF_OPENDATA, SWEPT

TEMPLATES = Path(areasend.register.__file__).parent / "templates"


@pytest.mark.parametrize("address", SWEPT)
def test_a_page_has_a_title_one_heading_and_no_cookie(site, address):
    answer = site.get(address)
    words = answer.content.decode()

    assert re.search(r"<title>\S[^<]+ – areasend</title>", words)
    assert len(re.findall(r"<h1[ >]", words)) == 1
    assert "Set-Cookie" not in answer.headers
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script|style=|javascript:| on[a-z]+=", words)
    assert not re.search(
        r"\b(None[,)]|Undefined|datetime\.|Interval\()", re.sub(r"<[^>]*>", " ", words)
    )


def test_every_template_of_a_page_has_an_instance_that_is_swept():
    held = {str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")}
    shared = {name for name in held if name.startswith(("parts", "tables", "replies"))}
    faults = {"errors/bad_request.html", "errors/server_error.html"}

    assert held - shared - faults - ANSWERS_TO_FORMS == set(FULLEST)


def test_every_template_of_open_data_has_an_instance_that_is_swept():
    held = Path(areasend.opendata.__file__).parent / "templates"

    assert {path.name for path in held.rglob("*.html")} == set(OF_OPENDATA)


def test_every_address_has_a_name():
    assert all(one.name for one in get_resolver().url_patterns)


@pytest.mark.parametrize("name", ["statement-required", "report-to-fit"])
def test_every_line_of_a_figure_says_by_which_rule_and_known_when(site, name):
    answer = site.get(f"/statistics/{name}.csv?as-at=2026-11-21")
    rows = list(csv.DictReader(answer.content.decode().splitlines()))

    assert rows
    for row in rows:
        assert row["rule"].startswith("published by 21 November 2026; ")
        assert row["as_at"] == "2026-11-21"
        assert row["known_at"].endswith("+00:00")
