"""Right of reply, from the form to the page: a mailed link, used once, read before it is public."""

import logging
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner
from django.core import signing
from django.db import IntegrityError, transaction
from django.test import Client

from areasend import register
from areasend.answers.answered import answered
from areasend.answers.waiting import UnableToAnswer
from areasend.config.command import command
from areasend.ledger.verifying import verify
from areasend.post import keys, subscribing
from areasend.post.carriers.smtp import Smtp
from areasend.post.models import Mail, Subscriber
from areasend.post.outbox import Sender
from areasend.post.sweeping import sweep_at
from areasend.register import reply_commands, report_commands, reports, sending
from areasend.register.alerts.letters import write
from areasend.register.models import AFTER_ITS_END, Reply
from areasend.register.replying import keeping, letters
from areasend.register.views import reply as asking
from areasend.register.views import your_reply
from tests.asking import asked
from tests.post.posting import mail_server

pytestmark = pytest.mark.usefixtures("record")

OURS = {"host": "localhost", "origin": "http://localhost", "sec-fetch-site": "same-origin"}
ELSEWHERE = {"host": "localhost", "origin": "https://elsewhere.example"}
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
COUNCIL, BOARD = "council/dudley", "health/black-country-icb"
ADDRESS, OF_BOARD = "director@dudley.example", "chief@board.example"
WORDS = "The plan was published on 3 May 2020."
FACT = "/areas/dudley#f955"
#: A word that nobody else uses.
WORD = "quillfeather"


class Council:
    """Somebody of a council, with a browser and the mailbox of the chief officer's post."""

    def __init__(self, monkeypatch, server):
        self.at, self.browser, self.server = NOW, Client(headers=OURS), server
        for place in (register.asking, sending, asking, reply_commands):
            monkeypatch.setattr(place, "now", lambda: self.at)
        for place in (asking, your_reply, letters, reply_commands, report_commands):
            monkeypatch.setattr(place, "today", self.today)
        # By which links are dated.
        monkeypatch.setattr(signing.time, "time", lambda: self.at.timestamp())  # noqa: PLW0108  it goes on

    def today(self):
        return self.at.date()

    def opens(self, about="/areas/dudley"):
        words = self.browser.get("/reply", {"about": about}).content.decode()
        self.typed = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', words))
        self.at += timedelta(minutes=1)
        return words

    def asks(self, body=COUNCIL, *, about="/areas/dudley", headers=OURS, **typed):
        self.opens(about)
        return Client(headers=headers).post("/reply", {**self.typed, "body": body, **typed})

    def post_comes(self):
        """Let the outbox be sent, and return what the mail server took."""
        carrier = Smtp(sender="areasend <alerts@localhost>")
        Sender(carrier, write, lambda: self.at).send_due()
        carrier.close()
        return [{**one, "words": one["words"].replace("\r", "")} for one in self.server.took]

    def link(self):
        """Return the path of the newest link that came by mail."""
        return re.findall(r"http://localhost(/reply/\S+)", self.post_comes()[-1]["words"])[-1]

    def replies(self, link, words=WORDS, *, about="/areas/dudley", headers=OURS, **typed):
        sent = {"words": words, "about": about, "send": "yes", **typed}
        return Client(headers=headers).post(link, sent)


@pytest.fixture(scope="module")
def one_server(tmp_path_factory):
    with mail_server(tmp_path_factory.mktemp("mail")) as server:
        yield server


@pytest.fixture
def posts(tmp_path, settings):
    """The operator's list, which names the posts of a council and of a board."""
    path = tmp_path / "posts.csv"
    path.write_text(
        "body,address,page,seen\n"
        f"{COUNCIL},{ADDRESS},https://www.dudley.example/contact,2026-12-01\n"
        f"{BOARD},{OF_BOARD},https://www.board.example/contact,2026-12-02\n",
        "utf-8",
    )
    settings.POSTS = str(path)
    return path


@pytest.fixture
def council(monkeypatch, one_server, settings, posts):  # noqa: ARG001  the list is there
    sending._USED.clear()
    sending._COUNTED.storage.reset()
    one_server.forget()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", one_server.port
    return Council(monkeypatch, one_server)


def run(*words):
    return CliRunner().invoke(command(), list(map(str, words)))


def waiting():
    return list(Reply.objects.waiting().values_list("body", "area", "about", "words"))


def test_from_the_form_to_the_page_of_the_area(council):
    answer = council.asks()
    assert (answer.status_code, answer.headers["Location"]) == (303, "/reply/asked")

    (mail,) = council.post_comes()
    link = council.link()
    assert mail["to"] == ADDRESS
    assert mail["headers"]["Subject"] == "A link to reply for Dudley council"
    assert "List-Unsubscribe" not in mail["headers"]
    assert "http://localhost/areas/dudley\n" in mail["words"]
    assert "Dudley: all that is said of it" in council.browser.get(link).content.decode()

    looked = council.browser.post(link, {"words": WORDS, "about": "/areas/dudley"})
    assert WORDS in looked.content.decode()
    assert "Dudley council" in looked.content.decode()
    assert waiting() == []

    council.at += timedelta(hours=1)
    assert council.replies(link).status_code == 200
    assert waiting() == [(COUNCIL, "dudley", "/areas/dudley", WORDS)]
    assert WORDS not in council.browser.get("/areas/dudley").content.decode()

    released = council.at + timedelta(days=1)
    keeping.release(Reply.objects.get().number, by=1, at=released)
    (shown,) = answered(asked(released.date(), known_at=released), area="dudley").replies

    assert (shown.on, shown.body, shown.says) == (date(2027, 1, 5), "Dudley council", WORDS)
    assert shown.seen == (
        "A link mailed on 4 January 2027 to the address that the body publishes for the post of "
        "its chief officer, as we saw on its own page on 1 December 2026. The reply came on "
        "4 January 2027."
    )
    assert verify().faults == ()


def test_a_reply_to_a_fact_stands_beside_it(council):
    council.asks(about=FACT)
    council.replies(council.link(), about=FACT)
    keeping.release(Reply.objects.get().number, by=1, at=council.at)

    council.at += timedelta(hours=1)
    words = council.browser.get("/areas/dudley").content.decode()

    beside = words.partition('id="f955"')[2].partition("</li>")[0]
    assert '<a class="govuk-link" href="#reply-1">Dudley council replies to this</a>' in beside
    assert '<section class="app-said" id="reply-1">' in words
    assert words.count("replies to this</a>") == 1


def test_a_link_that_is_only_opened_changes_nothing(council):
    council.asks()
    link = council.link()
    before = list(Reply.objects.values())

    for method in ("get", "head"):
        assert getattr(council.browser, method)(link).status_code == 200

    assert list(Reply.objects.values()) == before
    assert council.replies(link).status_code == 200


def test_a_link_is_good_once(council):
    council.asks()
    link = council.link()
    council.replies(link)
    again = council.replies(link, "Another thing.")

    assert again.status_code == 410
    assert "a link is good once" in again.content.decode()
    assert council.browser.get(link).status_code == 410
    assert [words for *_, words in waiting()] == [WORDS]


def test_of_two_who_send_by_one_link_at_once_one_is_kept(council):
    council.asks()
    council.link()
    held = Reply.objects.get()
    given = {"area": "dudley", "about": "/areas/dudley", "today": council.at.date()}
    keeping.receive(held, words=WORDS, **given)

    with pytest.raises(subscribing.LinkIsOver):
        keeping.receive(held, words="The other.", **given)

    assert [words for *_, words in waiting()] == [WORDS]


def test_a_link_is_good_for_seven_days(council):
    council.asks()
    link = council.link()
    council.at += keeping.TO_REPLY
    assert council.browser.get(link).status_code == 200

    council.at += timedelta(minutes=1)

    assert council.browser.get(link).status_code == 410
    assert council.replies(link).status_code == 410
    assert waiting() == []


def test_two_replies_by_two_links_both_wait(council):
    council.asks()
    first = council.link()
    council.asks()
    second = council.link()
    council.replies(first, "First.")
    council.replies(second, "Second.")

    assert [words for *_, words in waiting()] == ["First.", "Second."]


def test_another_bodys_link_replies_for_that_body_and_its_own_areas_alone(council):
    council.asks(BOARD)
    link = council.link()
    assert council.post_comes()[-1]["to"] == OF_BOARD
    page = council.browser.get(link).content.decode()
    assert "Wolverhampton: all that is said of it" in page

    refused = council.replies(link, about="/areas/kent")
    assert refused.status_code == 400
    assert "Choose what the reply is about" in refused.content.decode()
    council.replies(link, about="/areas/walsall")

    assert waiting() == [(BOARD, "walsall", "/areas/walsall", WORDS)]


def test_a_link_of_alerts_is_no_link_to_reply(council):
    council.asks()
    council.link()
    key = Reply.objects.get().key
    for link in ("x", "é", keys.sign("yours", key), keys.sign("confirm", key), "a" * 3000):
        assert council.browser.get(f"/reply/{link}").status_code == 410
        assert council.replies(f"/reply/{link}").status_code == 410
    assert waiting() == []


def test_the_answer_is_the_same_whether_an_address_is_held_or_not(council, posts):
    told = []
    for keep in (True, False):
        if not keep:
            posts.write_text("body,address,page,seen\n", "utf-8")
        answer = council.asks()
        shown = council.browser.get(answer.headers["Location"]).content
        headers = {name: value for name, value in answer.headers.items() if name != "Expires"}
        told.append((answer.status_code, headers, answer.content, shown))

    assert told[0] == told[1]
    assert len(council.post_comes()) == 1


def test_no_address_is_asked_for_and_one_that_is_sent_along_is_not_used(council):
    assert not re.search(r'name="(address|e-?mail)"', council.opens())

    council.asks(address="thief@example.org", email="thief@example.org")

    assert [one["to"] for one in council.post_comes()] == [ADDRESS]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "council/nowhere",
        "council/dorset-county",
        "dudley",
        "health/x",
        f"{COUNCIL}\r\nBcc: thief@example.org",
        "council/dudley\n",
        "x" * 300,
    ],
)
def test_what_is_no_body_is_mailed_nothing(council, body):
    sent = "council/dudley" if body == "council/dudley\n" else ""
    answer = council.asks(body)

    # Spaces around it are taken off before it is looked for.
    assert answer.status_code == (303 if sent else 400)
    assert [one["to"] for one in council.post_comes()] == ([ADDRESS] if sent else [])
    assert all(set(one["headers"]) & {"Bcc", "Cc"} == set() for one in council.post_comes())


def test_a_page_that_would_forge_a_header_is_the_first_page(council):
    council.opens()
    typed = {**council.typed, "about": "/areas/dudley\r\nBcc: thief@example.org", "body": COUNCIL}
    council.browser.post("/reply", typed)

    (mail,) = council.post_comes()
    assert "Bcc" not in mail["headers"]
    assert "thief" not in mail["words"]


def test_one_address_is_not_flooded_whoever_asks(council):
    for _ in range(5):
        sending._COUNTED.storage.reset()
        assert council.asks().status_code == 303

    assert len(council.post_comes()) == 3
    assert Reply.objects.count() == 3


def test_who_asks_too_often_is_told_how_long_to_wait(council):
    for _ in range(10):
        council.asks("", token="x")  # noqa: S106  it is none
        council.at = NOW

    answer = council.asks()
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert council.post_comes() == []


def test_the_forms_are_taken_from_our_own_page_alone(council):
    assert council.asks(headers=ELSEWHERE).status_code == 403
    assert council.asks(token="forged").status_code == 400  # noqa: S106  it is none
    assert council.post_comes() == []
    council.asks()
    link = council.link()

    assert council.replies(link, headers=ELSEWHERE).status_code == 403
    assert waiting() == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Write the reply"),
        ("x" * 1501, "1,500 characters or fewer"),
        (f"The mother of a {WORD}.", "somebody’s child or family"),
        (f"Ask Mrs {WORD.title()}.", "somebody’s name"),
        (f"Write to {WORD}@example.org.", "an e-mail address"),
    ],
)
def test_what_must_not_be_kept_is_neither_kept_nor_logged(council, caplog, words, told):
    council.asks()
    link = council.link()
    with caplog.at_level(logging.DEBUG):
        answer = council.replies(link, words)

    assert answer.status_code == 400
    assert told in answer.content.decode()
    assert waiting() == []
    assert WORD not in caplog.text.lower()


def test_what_is_written_is_escaped_where_it_is_shown_and_can_be_changed(council):
    council.asks()
    link = council.link()
    spiked = {"words": '"><script>alert(1)</script>', "about": "/areas/dudley"}
    looked = council.browser.post(link, spiked).content.decode()
    changed = council.browser.post(link, {**spiked, "change": "yes"}).content.decode()

    assert "<script" not in looked + changed
    assert "&lt;script&gt;" in changed
    assert waiting() == []


def test_without_an_address_it_is_looked_for_and_the_link_mailed_then(council, posts):
    posts.write_text("body,address,page,seen\n", "utf-8")
    for _ in range(3):
        council.asks(about=FACT)
    assert council.post_comes() == []
    (held,) = Reply.objects.without_address()
    assert (held.body, held.about) == (COUNCIL, FACT)

    posts.write_text(f"body,address,page,seen\n{COUNCIL},{ADDRESS},https://x,2027-01-01\n")
    of = keeping.body(COUNCIL, on=council.at.date())
    assert keeping.mail_to(of, at=council.at)

    assert [one["to"] for one in council.post_comes()] == [ADDRESS]
    assert not Reply.objects.without_address().exists()
    assert f"http://localhost{FACT}" in council.post_comes()[0]["words"]


@pytest.mark.parametrize(
    "text",
    [
        "body,address\n",
        f"body,address,page,seen\n{COUNCIL},a@example.org,https://x,yesterday\n",
        f'body,address,page,seen\n{COUNCIL},"a@example.org\nBcc: b@example.org",https://x,2027-01-01\n',
        f"body,address,page,seen\n{COUNCIL},{ADDRESS},javascript:x,2027-01-01\n",
        f"body,address,page,seen\n{COUNCIL}\n",
    ],
)
def test_a_list_that_is_amiss_mails_nothing_and_its_keeper_is_told(council, posts, text):
    posts.write_text(text, "utf-8")

    assert council.asks().status_code == 303
    assert council.post_comes() == []
    said = run("reports").stdout
    assert "list of posts" in said
    assert "@" not in said


def test_a_reply_goes_thirty_days_after_its_end_and_a_link_that_was_not_used(council):
    council.asks()
    council.replies(council.link())
    keeping.decline(Reply.objects.get().number, today=council.at.date())
    council.asks()
    gone = council.at.date() + AFTER_ITS_END

    assert reports.sweep(today=gone - timedelta(days=1)) == 0
    assert reports.sweep(today=gone) == 2


def test_the_address_goes_when_its_link_is_good_no_more(council):
    council.asks()
    council.post_comes()
    assert ADDRESS not in str(list(Subscriber.objects.values()))
    council.at += timedelta(days=6)
    council.asks()
    link = council.link()

    # The first link is over, the second is not.
    assert sweep_at(council.at + timedelta(days=2)) == 0
    council.at += timedelta(days=6)
    assert council.browser.get(link).status_code == 200
    assert sweep_at(council.at + timedelta(days=2)) == 1
    assert not Mail.objects.exists()


def test_who_has_alerts_at_that_address_sees_nothing_of_links_to_reply(council):
    council.asks()
    subscriber = Subscriber.objects.get()
    yours = subscribing.link_to_yours(subscriber)

    assert "reply" not in council.browser.get(f"/alerts/yours/{yours}").content.decode()


def test_a_reply_is_released_once_and_only_if_it_waits(council):
    council.asks()
    held = Reply.objects.get()
    with pytest.raises(UnableToAnswer):
        keeping.release(held.number, by=1, at=council.at)
    council.replies(council.link())
    keeping.release(held.number, by=1, at=council.at)

    for again in (
        lambda: keeping.release(held.number, by=1, at=council.at),
        lambda: keeping.decline(held.number, today=council.at.date()),
    ):
        with pytest.raises(UnableToAnswer):
            again()


def test_the_commands_list_release_and_decline(council):
    for words in ("First\x1b[2J.", "Second."):
        council.asks()
        council.replies(council.link(), words)
    listed = run("reports").stdout
    first, second = (one.number for one in Reply.objects.waiting())

    assert "First [2J." in listed
    assert f"Reply {second}  2027-01-04  {COUNCIL}, about /areas/dudley" in listed
    done = run("reports", "release-reply", second, "--by", 1).stdout
    assert done == f"Reply {second} stands at /areas/dudley.\n"
    assert run("reports", "decline-reply", first).stdout == f"Reply {first} is declined.\n"
    assert waiting() == []
    assert run("reports", "link", COUNCIL).stdout == f"A link for {COUNCIL} is in the outbox.\n"


def test_pages_behind_the_link_are_kept_and_listed_nowhere(council):
    council.asks()
    link = council.link()
    for answer in (council.browser.get(link), council.replies(link, ""), council.replies(link)):
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert "Set-Cookie" not in answer.headers
        assert "/report?about=/reply" not in answer.content.decode()


def test_pages_of_areas_and_health_bodies_lead_to_the_form(council):
    for path in ("/areas/dudley", "/health/black-country-icb"):
        words = council.browser.get(path).content.decode()
        assert f'href="/reply?about={path}"' in words
        form = council.opens(path)
        assert "NHS Black Country" in form
    assert "Dudley council" in council.opens("/areas/dudley")
    assert "Dorset council" in council.opens("/areas/dorset-county")
    assert "<form" not in council.opens("/glossary")


def test_without_a_secret_nothing_is_mailed_and_nothing_kept(council, settings):
    council.asks()
    link = council.link()
    settings.MAIL_KEY = ""

    for path in ("/reply", link):
        for method in ("get", "post"):
            answer = getattr(council.browser, method)(path)
            assert answer.status_code == 503
            assert "are not mailed from this machine" in answer.content.decode()


@pytest.mark.parametrize(
    "changed",
    [
        {"about": "https://elsewhere.example"},
        {"received": NOW.date()},
        {"words": WORDS},
        {"mailed": None, "received": NOW.date(), "words": "a", "area": "a", "seen": "a"},
        {"ended": NOW.date(), "received": date(2027, 2, 1), "words": "a", "area": "a", "seen": "a"},
    ],
)
def test_the_database_refuses_what_is_no_reply(council, changed):
    day = NOW.date()
    given = {"key": "k", "body": COUNCIL, "about": "/areas/dudley", "asked": day, "mailed": day}

    with pytest.raises(IntegrityError), transaction.atomic():
        Reply.objects.create(**{**given, **changed})
    assert council.post_comes() == []
