"""The website as it is served, asked by somebody who wishes it ill."""

import http.client
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.slow


def _ask(website, path, **headers):
    parts = urlsplit(website)
    asked = http.client.HTTPConnection(parts.hostname, parts.port, timeout=20)
    try:
        asked.request("GET", path, headers=headers)
        answer = asked.getresponse()
        return answer, answer.read()
    finally:
        asked.close()


@pytest.mark.parametrize("path", ["/", "/areas/dudley", "/api/v1/areas", "/feeds/nation.atom"])
def test_a_name_that_is_not_ours_is_refused_in_words(website, path):
    answer, body = _ask(website, path, Host="evil.example")

    assert answer.status == 400
    assert b"not a name of this website" in body


def test_an_endless_list_of_encodings_gets_the_plain_page(website):
    answer, body = _ask(website, "/areas", **{"Accept-Encoding": "a" * 30_000})

    assert answer.status == 200
    assert "Content-Encoding" not in answer.headers
    assert b"<h1" in body


def test_a_made_up_port_changes_no_link(website):
    plain = _ask(website, "/feeds/nation.atom")[1]
    name = urlsplit(website).hostname

    assert b":10001" not in _ask(website, "/feeds/nation.atom", Host=f"{name}:10001")[1]
    assert _ask(website, "/feeds/nation.atom")[1] == plain
