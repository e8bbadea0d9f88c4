"""Who asks and under which of our names is settled before anything is kept or counted."""

import pytest

from areasend.config.door import Door, household


class Behind:
    """What stands behind the door, which remembers how each request reached it."""

    def __init__(self, *, address="", proxied=False, hosts=("localhost", ".areasend.example")):
        self.seen = []
        self.door = Door(self._answer, hosts=hosts, address=address, proxied=proxied)

    def _answer(self, environ, start_response):
        self.seen.append(environ)
        start_response("200 OK", [])
        return [b"yes"]

    def ask(self, host, **environ):
        told = []
        asked = {"REQUEST_METHOD": "GET", "HTTP_HOST": host, "SERVER_PORT": "8000", **environ}
        asked.setdefault("REMOTE_ADDR", "192.0.2.1")
        body = b"".join(self.door(asked, lambda status, headers: told.append((status, headers))))
        return told[0][0], body


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("localhost:8000", "localhost:8000"),
        ("localhost", "localhost"),
        ("LOCALHOST:10001", "localhost"),
        ("localhost.", "localhost"),
        ("www.areasend.example:99", "www.areasend.example"),
    ],
)
def test_every_way_to_say_a_name_of_ours_is_one(said, means):
    behind = Behind()

    assert behind.ask(said)[0] == "200 OK"
    assert behind.seen[0]["HTTP_HOST"] == means


def test_links_name_us_as_the_operator_does_whatever_the_browser_says():
    behind = Behind(address="https://areasend.example")

    for host in ("localhost:1", "localhost:2", "www.areasend.example"):
        behind.ask(host)

    assert {one["HTTP_HOST"] for one in behind.seen} == {"areasend.example"}


def test_a_form_is_told_the_name_that_the_browser_knows():
    behind = Behind(address="https://areasend.example")
    behind.ask("localhost:8000", REQUEST_METHOD="POST")

    assert behind.seen[0]["HTTP_HOST"] == "localhost:8000"


@pytest.mark.parametrize("host", ["evil.example", "", "a" * 5000, "localhost:x", "[::1", "a b"])
def test_another_name_is_turned_away_in_words(host):
    behind = Behind()
    status, body = behind.ask(host)

    assert status == "400 Bad Request"
    assert body == b"That is not a name of this website.\n"
    assert not behind.seen


def test_a_scheme_is_one_of_two():
    behind = Behind()
    for said in ("https", "http", "x", "HTTPS", ""):
        behind.ask("localhost", HTTP_X_FORWARDED_PROTO=said)

    assert [one["HTTP_X_FORWARDED_PROTO"] for one in behind.seen] == ["https", *["http"] * 4]


def test_behind_our_proxy_its_word_alone_says_who_asks():
    told = "203.0.113.9, 198.51.100.7"
    behind = Behind(proxied=True)
    behind.ask("localhost", HTTP_X_FORWARDED_FOR=told)
    behind.ask("localhost")

    assert [one["REMOTE_ADDR"] for one in behind.seen] == ["198.51.100.7", "192.0.2.1"]


def test_without_a_proxy_nobody_says_who_they_are():
    behind = Behind()
    behind.ask("localhost", HTTP_X_FORWARDED_FOR="203.0.113.9")

    assert behind.seen[0]["REMOTE_ADDR"] == "192.0.2.1"


@pytest.mark.parametrize(
    ("who", "counted"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::ffff", "2001:db8:1:2::"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("192.0.2.7", "192.0.2.7"),
        ("unknown" * 100, ("unknown" * 100)[:100]),
    ],
)
def test_all_addresses_of_a_household_count_as_one(who, counted):
    assert household(who) == counted
