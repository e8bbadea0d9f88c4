"""What stands before Django: it replays whole answers, and only as long as they are true."""

import gzip
from contextlib import nullcontext
from urllib.parse import urlsplit

import brotli
import pytest

from areasend.config.edge import Edge

PAGE = ("<p>Dudley</p>" * 50).encode()


class Asked:
    """A browser, an edge and what stands behind it, which counts how often it was asked."""

    def __init__(self, status="200 OK", headers=(), *, wait=lambda *_: 0, ours=True):
        self.times, self.state, self.page = 0, "first", PAGE
        own = {"Content-Type": "text/html; charset=utf-8", "Content-Length": "700", **dict(headers)}
        self.answer = (status, list(own.items()))
        self.edge = Edge(
            self._django, state=lambda: self.state, wait=wait, turn=lambda: nullcontext(ours)
        )

    def _django(self, environ, start_response):
        self.times += 1
        start_response(*self.answer)
        return [self.page, environ["PATH_INFO"].encode()]

    def get(self, address, *, method="GET", **headers):
        parts, told = urlsplit(address), {}
        environ = {"REQUEST_METHOD": method, "PATH_INFO": parts.path, "QUERY_STRING": parts.query}
        environ |= {f"HTTP_{name.upper()}": value for name, value in headers.items()}

        def start_response(status, headers):
            told.update(status=status, headers={name.lower(): value for name, value in headers})

        told["body"] = b"".join(self.edge(environ, start_response))
        return told


def test_a_page_is_asked_of_django_once_and_replayed_with_its_headers():
    asked = Asked(headers=[("Content-Security-Policy", "default-src 'none'")])

    first, second = asked.get("/areas/dudley"), asked.get("/areas/dudley")

    assert asked.times == 1
    assert first == second
    assert second["headers"]["content-security-policy"] == "default-src 'none'"
    assert second["body"] == PAGE + b"/areas/dudley"


def test_a_new_state_asks_again_and_gives_another_tag():
    asked = Asked()
    before = asked.get("/")
    asked.state = "second"

    after = asked.get("/", if_none_match=before["headers"]["etag"])

    assert asked.times == 2
    assert after["status"] == "200 OK"
    assert after["headers"]["etag"] != before["headers"]["etag"]


def test_who_has_the_page_is_told_so_without_it():
    asked = Asked()
    tag = asked.get("/")["headers"]["etag"]

    again = asked.get("/", if_none_match=tag)

    assert again["status"].startswith("304")
    assert again["body"] == b""
    assert again["headers"]["etag"] == tag


@pytest.mark.parametrize("held", ["{tag}", '"other", {tag}', "{strong}", "*"])
def test_a_browser_may_name_several_tags_that_it_has(held):
    asked = Asked(headers=[("Access-Control-Allow-Origin", "*")])
    tag = asked.get("/")["headers"]["etag"]

    again = asked.get("/", if_none_match=held.format(tag=tag, strong=tag.removeprefix("W/")))

    assert again["status"].startswith("304")
    assert again["headers"]["access-control-allow-origin"] == "*"
    assert asked.get("/", if_none_match='"another"')["status"] == "200 OK"


@pytest.mark.parametrize(
    ("accepts", "read"),
    [
        ("br, gzip", brotli.decompress),
        ("gzip", gzip.decompress),
        ("", bytes),
        ("br;q=0, gzip;q=0.5", gzip.decompress),
        ("br ; q=0.000,gzip", gzip.decompress),
        ("identity", bytes),
        ("gzip," + "a" * 60_000, bytes),
    ],
)
def test_a_page_comes_in_an_encoding_that_the_browser_reads(accepts, read):
    told = Asked().get("/x", accept_encoding=accepts)

    assert read(told["body"]) == PAGE + b"/x"
    assert int(told["headers"]["content-length"]) == len(told["body"])


def test_a_head_has_the_headers_of_the_page_and_no_body():
    asked = Asked()

    told = asked.get("/", method="HEAD")

    assert told["body"] == b""
    assert told["headers"] == asked.get("/")["headers"]


@pytest.mark.parametrize(
    "asked",
    [
        Asked("404 Not Found"),
        Asked("500 Internal Server Error"),
        Asked("302 Found"),
        Asked(headers=[("Set-Cookie", "a=b")]),
        Asked(headers=[("Cache-Control", "no-store")]),
        Asked(headers=[("Content-Length", "90000000")]),
    ],
)
def test_what_may_not_be_kept_is_asked_each_time(asked):
    assert asked.get("/") == asked.get("/")
    assert asked.times == 2


def test_a_form_always_goes_through():
    asked = Asked()
    asked.get("/deadline")
    asked.get("/deadline", method="POST")
    asked.get("/deadline", method="POST")

    assert asked.times == 3


def test_forms_are_limited_too():
    asked = Asked(wait=lambda *_: 7)

    assert asked.get("/deadline", method="POST")["status"].startswith("429")
    assert asked.times == 0


def test_pages_of_past_days_are_limited_and_plain_ones_are_not():
    asked = Asked(wait=lambda *_: 7)

    refused = asked.get("/?as-at=2021-04-13")

    assert refused["status"].startswith("429")
    assert refused["headers"]["retry-after"] == "7"
    assert b"Wait 7 seconds" in refused["body"]
    assert asked.times == 0
    assert asked.get("/")["status"] == "200 OK"


def test_a_past_day_that_is_kept_is_not_limited():
    answers = iter([0, 7])
    asked = Asked(wait=lambda *_: next(answers))
    asked.get("/?as-at=2021-04-13")

    assert asked.get("/?as-at=2021-04-13")["status"] == "200 OK"


def test_a_crawler_of_past_days_never_drives_out_a_plain_page():
    asked = Asked()
    asked.get("/")
    for number in range(1000):
        asked.get(f"/?as-at={number}")
    before = asked.times

    asked.get("/")

    assert asked.times == before


@pytest.mark.parametrize("header", ["host", "x_forwarded_proto"])
def test_another_host_or_scheme_is_another_page(header):
    asked = Asked()
    asked.get("/", **{header: "one"})
    asked.get("/", **{header: "two"})

    assert asked.times == 2


def test_whose_turn_it_is_not_is_told_to_come_back_in_a_moment():
    asked = Asked(ours=False)

    refused = asked.get("/?as-at=2021-04-13")

    assert refused["status"].startswith("429")
    assert refused["headers"]["retry-after"] == "1"
    assert refused["headers"]["cache-control"] == "no-store"
    assert asked.get("/")["status"] == "200 OK"


def test_no_more_is_kept_than_there_is_room_for():
    asked = Asked(headers=[("Content-Length", "1900000")])
    asked.page = b"x" * 1_900_000
    for number in range(100):
        asked.get(f"/{number}")
    asked.get("/0")

    assert asked.times == 101
    assert asked.get("/99")["status"] == "200 OK"
    assert asked.times == 101
