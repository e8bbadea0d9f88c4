"""Reporting an error: help first, screened before it is stored, no cookie, not too often."""

import logging
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from areasend.register import sending
from areasend.register.models import LONGEST, Report
from areasend.register.views.report import address_of_ours

pytestmark = pytest.mark.usefixtures("record")

OURS = {"host": "localhost", "origin": "http://localhost", "sec-fetch-site": "same-origin"}
WRONG = "The report is dated 10 May 2019, not 12 May."
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
#: A word that nobody else uses.
WORD = "quillfeather"


class Reader:
    """Somebody who opens the form, waits and sends it."""

    def __init__(self, monkeypatch):
        self.at, self.browser = NOW, Client(headers=OURS)
        monkeypatch.setattr(sending, "now", lambda: self.at)

    def opens(self, about="/areas/dudley"):
        words = self.browser.get("/report", {"about": about}).content.decode()
        self.typed = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', words))
        self.at += timedelta(minutes=1)
        return words

    def sends(self, words=WRONG, *, headers=None, **typed):
        browser = self.browser if headers is None else Client(headers=headers)
        return browser.post("/report", {**self.typed, "words": words, **typed})


@pytest.fixture
def reader(monkeypatch):
    sending._USED.clear()
    sending._COUNTED.storage.reset()
    made = Reader(monkeypatch)
    made.opens()
    return made


def stored():
    return list(Report.objects.values_list("about", "words", "right", "ended"))


def test_help_for_a_child_stands_before_the_form(reader):
    words = reader.opens()

    places = [words.index(one) for one in ("SENDIASS", "tribunal", "Ombudsman", "call 999")]
    assert max(places) < words.index("<form")
    assert not re.search(r'name="(name|e-?mail)"', words)


def test_a_report_is_kept_with_nothing_of_its_sender(reader):
    answer = reader.sends(right="https://www.dudley.gov.uk/letter")

    assert (answer.status_code, answer.headers["Location"]) == (303, "/report/received")
    assert stored() == [("/areas/dudley", WRONG, "https://www.dudley.gov.uk/letter", None)]
    assert {one.name for one in Report._meta.get_fields()} == {
        *("number", "about", "words", "right", "received", "ended")
    }


def test_the_form_needs_no_cookie_and_is_never_kept(reader):
    for answer in (reader.browser.get("/report"), reader.sends(), reader.sends("")):
        assert "Set-Cookie" not in answer.headers
        assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (f"My son {WORD} waits.", "somebody’s child or family"),
        (f"Write to {WORD}@example.org", "an e-mail address"),
        (f"{WORD}: ring 01384 812345", "a telephone number"),
        (f"{WORD} lives in DY1 1HF", "a postcode"),
    ],
)
def test_what_points_to_a_child_or_a_person_is_neither_stored_nor_logged(
    reader, caplog, words, told
):
    with caplog.at_level(logging.DEBUG):
        answer = reader.sends(words)
    page = answer.content.decode()

    assert answer.status_code == 400
    assert told in page
    assert "SENDIASS" in page
    assert WORD in page  # so that it can be put another way
    assert stored() == []
    assert WORD not in caplog.text
    assert "812345" not in caplog.text


def test_what_was_misunderstood_can_be_put_another_way_and_sent_at_once(reader):
    reader.sends("Our children waited.")

    assert reader.sends("Children of the area waited.").status_code == 303


def test_no_words_of_a_report_are_logged(reader, caplog):
    with caplog.at_level(logging.DEBUG):
        reader.sends(f"It is {WORD}.")

    assert len(stored()) == 1
    assert all(
        WORD not in str(one.args) and WORD not in one.getMessage()
        for one in caplog.records
        if one.name != "django.db.backends"
    )


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"words": ""}, "Say what is wrong"),
        ({"words": " \n "}, "Say what is wrong"),
        ({"words": "x" * (LONGEST + 1)}, "1,500 characters or fewer"),
        ({"words": "nul \0"}, "Null characters are not allowed"),
        ({"right": "javascript:alert(1)"}, "Enter a web address"),
        ({"right": "ftp://example.org/x"}, "Enter a web address"),
        ({"right": "https://example.org/" + "x" * 300}, "shorter web address"),
        ({"right": "https://example.org/?to=a@example.org"}, "The web address may hold"),
        ({"website": "https://spam.example"}, "a hidden field"),
    ],
)
def test_what_is_amiss_is_said_at_the_top(reader, typed, told):
    answer = reader.sends(**{"words": WRONG, **typed})
    words = answer.content.decode()

    assert answer.status_code == 400
    assert told in words
    assert "<title>Error: " in words
    assert "There is a problem" in words
    assert stored() == []


def test_what_is_typed_is_escaped(reader):
    words = reader.sends('</textarea><script>alert("x")</script>', right='"><b>').content.decode()

    assert "<script" not in words
    assert "<b>" not in words
    assert "&lt;script&gt;" in words


def test_a_form_that_was_open_too_long_keeps_the_words_and_can_be_sent_again(reader):
    reader.at += sending.LATEST
    answer = reader.sends()
    words = answer.content.decode()

    assert answer.status_code == 400
    assert "open for more than two hours" in words
    assert WRONG in words
    assert stored() == []

    reader.typed["token"] = re.search(r'name="token" value="([^"]+)"', words)[1]
    reader.at += timedelta(minutes=1)
    assert reader.sends().status_code == 303


def test_a_form_that_was_sent_too_soon_can_be_sent_a_little_later(reader):
    reader.at -= timedelta(minutes=1) - timedelta(seconds=2)
    answer = reader.sends()

    assert answer.status_code == 400
    assert "Wait a few seconds" in answer.content.decode()
    assert stored() == []

    reader.at += timedelta(seconds=5)
    assert reader.sends().status_code == 303


def test_a_token_is_good_once(reader):
    reader.sends()
    again = reader.sends("Another thing is wrong.")

    assert again.status_code == 400
    assert "was sent already" in again.content.decode()
    assert len(stored()) == 1


def test_the_same_report_sent_twice_is_kept_once(reader):
    reader.sends()
    reader.opens()
    reader.sends()

    assert len(stored()) == 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda _: "x",
        lambda token: token[:-1] + ("a" if token[-1] != "a" else "b"),
        lambda token: "e" + token,
        lambda _: sending.new_token("another form"),
        lambda _: "\0:é",
    ],
)
def test_a_token_that_is_not_ours_is_refused(reader, spoil):
    answer = reader.sends(token=spoil(reader.typed["token"]))

    assert answer.status_code == 400
    assert stored() == []


@pytest.mark.parametrize(
    "told",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": "http://localhost:81"},
        {"origin": "https://localhost"},
        {"origin": "http://localhost", "sec-fetch-site": "cross-site"},
        {"origin": "http://localhost", "sec-fetch-site": "same-site"},
        {"referer": "https://elsewhere.example/localhost"},
        {"referer": "http://["},
        {},
    ],
)
def test_a_form_on_somebody_elses_page_is_refused(reader, told):
    answer = reader.sends(headers={"host": "localhost", **told})

    assert answer.status_code == 403
    assert "was on our own page" in answer.content.decode()
    assert WRONG in answer.content.decode()
    assert stored() == []


@pytest.mark.parametrize(
    "told", [{"origin": "http://localhost"}, {"referer": "http://localhost/r"}]
)
def test_an_older_browser_that_says_less_is_believed(reader, told):
    assert reader.sends(headers={"host": "localhost", **told}).status_code == 303


def test_who_sends_too_often_is_told_how_long_to_wait(reader, caplog):
    for _ in range(10):
        assert reader.sends("").status_code == 400
    with caplog.at_level(logging.DEBUG):
        answer = reader.sends()

    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 600
    assert "Too many forms" in answer.content.decode()
    assert WRONG in answer.content.decode()
    assert "127.0.0.1" not in caplog.text
    assert stored() == []


def test_another_address_may_still_send(reader):
    for _ in range(11):
        reader.sends("")

    assert (
        reader.browser.post(
            "/report", {**reader.typed, "words": WRONG}, REMOTE_ADDR="192.0.2.7"
        ).status_code
        == 303
    )


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("/areas/dudley", "/areas/dudley"),
        ("/areas/dudley#report-2019", "/areas/dudley#report-2019"),
        ("/areas?region=my+son", "/areas"),
        ("/areas/dudley#My son", "/areas/dudley"),
        ("/areas/dudley#my-son", "/"),
        ("/areas/my-son-waits", "/"),
        ("//elsewhere.example/areas", "/"),
        ("https://elsewhere.example/areas", "/"),
        ("javascript:alert(1)", "/"),
        ("/nowhere", "/"),
        ("http://[", "/"),
        ("", "/"),
    ],
)
def test_a_report_is_about_a_page_of_ours(given, kept):
    assert address_of_ours(given) == kept


def test_every_page_leads_to_a_report_about_it(reader):
    words = reader.browser.get("/areas/dudley").content.decode()

    assert 'href="/report?about=/areas/dudley"' in words
    for address in ("/areas/nowhere", "/report", "/report/received"):
        assert "report?about" not in reader.browser.get(address).content.decode()


def test_no_other_method_is_answered(reader):
    assert reader.browser.put("/report").status_code == 405
