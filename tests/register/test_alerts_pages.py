"""E-mail alerts from the form to the end: nobody learns who has them, nothing happens by itself."""

import logging
import re
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from areasend.ledger import entries, releases
from areasend.ledger.releases import seen_now
from areasend.post import keys, runs, subscribing
from areasend.post.models import Mail, Run, Subscriber, Subscription, Telling, Trouble
from areasend.post.rhythms import Rhythm
from areasend.register import sending
from areasend.register.alerts.letters import write
from areasend.register.alerts.telling import tell
from areasend.register.views import alerts, your_alerts
from tests.asking import NEWEST
from tests.builders import build_step

pytestmark = pytest.mark.usefixtures("record")

OURS = {"host": "localhost", "origin": "http://localhost", "sec-fetch-site": "same-origin"}
ELSEWHERE = {"host": "localhost", "origin": "https://elsewhere.example"}
NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
ADDRESS = "quillfeather@example.org"


class Reader:
    """Somebody with a browser and a mailbox."""

    def __init__(self, monkeypatch):
        self.at, self.browser = NOW, Client(headers=OURS)
        for place in (sending, alerts, your_alerts):
            monkeypatch.setattr(place, "now", lambda: self.at)

    def opens(self, about="area/dudley"):
        words = self.browser.get("/alerts/subscribe", {"about": about}).content.decode()
        self.typed = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', words))
        self.at += timedelta(minutes=1)
        return words

    def asks(self, address=ADDRESS, *, headers=None, **typed):
        browser = Client(headers=headers) if headers else self.browser
        held = {**self.typed, "topic": "area/dudley", "rhythm": "daily", "address": address}
        return browser.post("/alerts/subscribe", {**held, **typed})

    def reads(self, path):
        return self.browser.get(path).content.decode()

    def letters(self):
        """Return every letter in the outbox, in order."""
        return [write([mail])[mail.pk] for mail in Mail.objects.order_by("number")]

    def link(self, what):
        """Return the path of the newest link of a kind that came by mail."""
        words = self.letters()[-1].words
        return re.findall(rf"http://localhost(/alerts/{what}/\S+)", words)[-1]

    def confirms(self):
        self.opens()
        self.asks()
        return self.browser.post(self.link("confirm"))


@pytest.fixture
def reader(monkeypatch):
    sending._USED.clear()
    sending._COUNTED.storage.reset()
    return Reader(monkeypatch)


def run(reader, *, days=1):
    """Put the clock forward, and let the run that falls due be composed."""
    reader.at += timedelta(days=days)
    state = seen_now(at=reader.at)
    made = runs.begin(Rhythm.DAILY, until=runs.State(state.number, state.at), tell=tell)
    runs.compose(made, now=lambda: reader.at)
    return made


def happens(reader, area="dudley"):
    number = entries.record(build_step(area=area), by=1, at=reader.at)
    releases.release(number, takes_effect_at=reader.at, now=reader.at)


def test_an_address_that_no_secret_opens_stops_no_other_mail(reader, settings):
    reader.opens()
    reader.asks()
    settings.MAIL_KEY = "another secret for tests alone: " + "9876543210" * 2
    other = Subscriber.objects.create(
        key="other", lookup="-", address=keys.seal("other@example.org"), since=reader.at
    )
    asked = Mail.objects.get()
    more = Mail.objects.create(
        key="2",
        kind=Mail.WELCOME,
        subscriber=other,
        topics="area/dudley",
        rhythm="daily",
        queued_at=reader.at,
        due_at=reader.at,
    )

    written = write([asked, more])

    assert written[more.pk].to == "other@example.org"
    assert str(written[asked.pk]) == "No secret in AREASEND_MAIL_KEY opens this address."
    assert not written[asked.pk].for_good


def test_from_the_form_to_the_digest_and_the_end(reader):
    assert 'value="area/dudley" selected' in reader.opens()
    asked = reader.asks()
    assert (asked.status_code, asked.headers["Location"]) == (303, "/alerts/asked")
    assert not Subscription.objects.filter(confirmed_at__isnull=False).exists()

    confirmed = reader.browser.post(reader.link("confirm"))
    assert confirmed.status_code == 303
    run(reader)
    happens(reader)
    run(reader)

    digest = reader.letters()[-1]
    assert digest.to == ADDRESS
    assert digest.subject == "areasend: Dudley"
    for words in (
        "What this register was told from 5 January 2027, 09:01 to 6 January 2027, 09:01.",
        "* 17 June 2019: The area submitted its written statement of action.",
        f"http://localhost/areas/dudley#f{NEWEST + 1}",
        "Our record holds inspection reports published to 29 June 2026",
        "This address asked to be told of Dudley, confirmed on 4 January 2027.",
        "This is the first digest sent to this address.",
    ):
        assert words in digest.words

    page = reader.browser.get(reader.link("yours")).content.decode()
    assert "A mail: on its way" in page
    assert "The area submitted its written statement of action." in page
    assert ADDRESS not in page
    assert "&lt;" not in page
    stopped = Client(headers={"host": "localhost"}).post(
        digest.stop.removeprefix("http://localhost"), {"List-Unsubscribe": "One-Click"}
    )
    assert stopped.status_code == 200
    assert [table.objects.count() for table in (Subscriber, Subscription, Mail)] == [0, 0, 0]


def test_a_digest_says_how_many_were_sent_before(reader):
    reader.confirms()
    run(reader)
    for _ in range(3):
        happens(reader)
        run(reader)
        Mail.objects.filter(sent_at=None).update(sent_at=reader.at)
    happens(reader)
    run(reader)

    assert (
        "3 digests were sent since 6 January 2027. "
        "On: 8 January 2027, 7 January 2027, 6 January 2027."
    ) in reader.letters()[-1].words


def test_the_page_shows_runs_in_which_nothing_happened_and_those_that_were_missed(reader):
    reader.confirms()
    yours = reader.link("yours")
    run(reader)
    run(reader)
    happens(reader)
    run(reader, days=3)

    mine = reader.browser.get(yours).content.decode()
    public = reader.browser.get("/alerts").content.decode()

    assert "Nothing happened in what you followed, so no mail was sent" in mine
    assert "What it would have told was told with the later run" in mine
    assert "One earlier run" not in reader.letters()[-1].words
    assert "2 earlier runs did not happen; this mail covers the time" in reader.letters()[-1].words
    for words in (mine, public):
        assert words.count("Missed. Caught up on 9 January 2027, 09:01") == 2
    assert "has not happened yet" not in public
    assert ADDRESS not in public
    assert "dudley" not in public.lower()


def test_a_run_that_has_not_come_is_said_at_once_in_public(reader):
    reader.confirms()
    run(reader)
    reader.at += timedelta(days=1)

    for words in (reader.reads("/alerts"), reader.reads(reader.link("yours"))):
        assert "The daily run of 6 January 2027 has not happened yet." in words
        assert "It will be caught up, and nothing will be left out." in words


def test_every_run_that_has_not_come_is_named_and_not_only_the_last(reader):
    reader.confirms()
    run(reader)
    reader.at += timedelta(days=7)

    for words in (reader.reads("/alerts"), reader.reads(reader.link("yours"))):
        told = "7 daily runs from 6 January 2027 to 12 January 2027 have not happened yet."
        assert told in words
        assert "The weekly" not in words


def test_where_no_run_ever_was_those_since_somebody_confirmed_are_missed(reader):
    before = reader.reads("/alerts")
    reader.confirms()
    reader.at += timedelta(days=2)

    assert "not happened yet" not in before
    for words in (reader.reads("/alerts"), reader.reads(reader.link("yours"))):
        told = "2 daily runs from 5 January 2027 to 6 January 2027 have not happened yet."
        assert f"{told} There never was one: alerts tell of what comes after the first." in words


def test_who_follows_by_the_week_is_not_told_of_days_or_of_weeks_before(reader):
    run(reader)
    reader.at += timedelta(days=14)
    reader.opens()
    reader.asks(rhythm="weekly")
    reader.browser.post(reader.link("confirm"))

    now_there = reader.reads(reader.link("yours"))
    reader.at += timedelta(days=7)

    assert "not happened yet" not in now_there
    words = reader.reads(reader.link("yours"))
    assert "The weekly run of 25 January 2027 has not happened yet." in words
    assert "The daily" not in words


def test_nobody_can_tell_from_the_answer_whether_an_address_is_known(reader):
    reader.confirms()
    answers = []
    for address in (ADDRESS, ADDRESS.upper(), "stranger@example.org"):
        reader.opens()
        answer = reader.asks(address)
        shown = reader.browser.get(answer.headers["Location"]).content
        # The second may turn between two answers.
        told = {name: words for name, words in answer.headers.items() if name != "Expires"}
        answers.append((answer.status_code, told, answer.content, shown))

    assert answers[0] == answers[1] == answers[2]
    assert "You already get alerts about Dudley" in [one.subject for one in reader.letters()]


def test_a_link_that_is_only_opened_changes_nothing(reader):
    reader.opens()
    reader.asks()
    confirm = reader.link("confirm")
    for method in ("get", "head"):
        assert getattr(reader.browser, method)(confirm).status_code == 200
    assert not Subscription.objects.filter(confirmed_at__isnull=False).exists()

    reader.browser.post(confirm)
    for what in ("yours", "stop"):
        for method in ("get", "head"):
            assert getattr(reader.browser, method)(reader.link(what)).status_code == 200
    assert Subscription.objects.filter(confirmed_at__isnull=False).count() == 1


def test_a_confirmation_used_again_does_no_harm(reader):
    reader.opens()
    reader.asks()
    confirm = reader.link("confirm")
    first, second = reader.browser.post(confirm), reader.browser.post(confirm)
    assert (first.status_code, second.status_code) == (303, 303)
    assert Mail.objects.filter(kind=Mail.WELCOME).count() == 1

    reader.browser.post(reader.link("stop"))
    again = reader.browser.post(confirm)

    assert again.status_code == 410
    assert not Subscriber.objects.exists()


def test_a_link_is_good_for_seven_days(reader, monkeypatch):
    reader.opens()
    reader.asks()
    confirm = reader.link("confirm")
    monkeypatch.setattr(subscribing, "TO_CONFIRM", timedelta(seconds=-1))

    assert reader.browser.post(confirm).status_code == 410


@pytest.mark.parametrize("path", ["confirm/x", "yours/x:y:z", "stop/é", "confirm/" + "a" * 3000])
def test_a_link_that_is_not_ours_leads_nowhere(reader, path):
    for method in ("get", "post"):
        answer = getattr(reader.browser, method)(f"/alerts/{path}")
        assert answer.status_code == 410
        assert "This link leads nowhere" in answer.content.decode()


def test_the_end_can_be_asked_for_twice(reader):
    reader.confirms()
    stop = reader.link("stop")

    assert [reader.browser.post(stop).status_code for _ in range(2)] == [200, 200]


def test_one_alert_of_several_is_stopped_from_ones_own_page(reader):
    reader.confirms()
    yours = reader.link("yours")
    subscriber = Subscriber.objects.get()
    Subscription.objects.create(
        subscriber=subscriber,
        topic="region/london",
        rhythm="weekly",
        asked_at=NOW,
        confirmed_at=NOW,
    )

    assert Client(headers=ELSEWHERE).post(yours, {"topic": "region/london"}).status_code == 403
    assert reader.browser.post(yours, {"topic": "region/london"}).status_code == 303

    assert list(subscriber.subscriptions.values_list("topic", flat=True)) == ["area/dudley"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"address": ""}, "Enter your e-mail address"),
        ({"address": "quillfeather"}, "Enter one e-mail address"),
        ({"address": "a@example.org\r\nBcc: b@example.org"}, "in one line"),
        ({"address": "a@example.org\n"}, "in one line"),
        ({"address": "a@example.org, b@example.org"}, "Enter one e-mail address"),
        ({"address": "a@example.org\0"}, "Null characters are not allowed"),
        ({"topic": ""}, "Choose what to be told of"),
        ({"topic": "area/nowhere"}, "Choose an area, a region"),
        ({"rhythm": "hourly"}, "Choose how often"),
        ({"rhythm": ""}, "Choose how often"),
        ({"website": "https://spam.example"}, "a hidden field"),
    ],
)
def test_what_is_amiss_is_said_and_nothing_is_kept(reader, typed, told):
    reader.opens()
    answer = reader.asks(**typed)
    words = answer.content.decode()

    assert answer.status_code == 400
    assert told in words
    assert "<title>Error: " in words
    assert not Subscriber.objects.exists()
    assert not Mail.objects.exists()


def test_the_form_is_taken_from_our_own_page_alone_once_and_in_its_time(reader):
    reader.opens()
    assert reader.asks(headers=ELSEWHERE).status_code == 403
    assert reader.asks(token="forged").status_code == 400  # noqa: S106  it is none
    assert reader.asks().status_code == 303
    assert reader.asks().status_code == 400  # the token was used
    reader.opens()
    reader.at += timedelta(hours=3)
    assert reader.asks().status_code == 400
    assert Mail.objects.count() == 1


def test_ten_thousand_from_one_client_are_refused_clearly(reader):
    reader.opens()
    answers = [reader.asks(f"reader{number}@example.org") for number in range(40)]

    assert {one.status_code for one in answers[10:]} == {429}
    assert "Too many forms were sent from where you are" in answers[-1].content.decode()
    assert int(answers[-1].headers["Retry-After"]) > 0
    assert Subscriber.objects.count() <= 10


def test_one_address_is_not_flooded_whoever_asks_and_the_answer_stays_the_same(reader):
    codes = []
    for _ in range(6):
        sending._COUNTED.storage.reset()
        reader.opens()
        codes.append(reader.asks().status_code)

    assert set(codes) == {303}
    assert Mail.objects.count() == subscribing.ASKED_A_DAY


def test_no_address_is_logged_or_kept_in_the_open(reader, caplog):
    with caplog.at_level(logging.DEBUG):
        reader.confirms()
        reader.browser.get(reader.link("yours"))
        reader.browser.post(reader.link("stop"))

    told = [one for one in caplog.records if one.name != "django.db.backends"]
    assert all(ADDRESS not in one.getMessage() for one in told)


def test_pages_behind_secret_links_are_kept_and_listed_nowhere(reader):
    reader.confirms()
    for what in ("yours", "stop"):
        answer = reader.browser.get(reader.link(what))
        words = answer.content.decode()
        assert "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "Set-Cookie" not in answer.headers
        assert "/report?about=/alerts" not in words


def test_what_came_of_a_mail_stands_on_the_page(reader):
    reader.confirms()
    yours = reader.link("yours")
    run(reader)
    happens(reader)
    run(reader)
    mail = Mail.objects.get(kind=Mail.DIGEST)
    Trouble.objects.create(mail=mail, at=reader.at, for_good=True, words="550 mailbox full")
    Mail.objects.filter(pk=mail.pk).update(given_up_at=reader.at)

    words = reader.browser.get(yours).content.decode()

    assert "given up on 6 January 2027, 09:01. The last answer: 550 mailbox full" in words


def test_without_a_secret_nothing_is_asked_and_nothing_kept(reader, settings):
    settings.MAIL_KEY = ""

    for path in ("/alerts/subscribe", "/alerts/yours/x", "/alerts/confirm/x", "/alerts/stop/x"):
        for method in ("get", "post"):
            answer = getattr(reader.browser, method)(path)
            assert answer.status_code == 503
            assert "Alerts are not set up on this machine" in answer.content.decode()
    assert not Subscriber.objects.exists()


def test_area_pages_and_the_first_page_lead_to_alerts(reader):
    area = reader.browser.get("/areas/dudley").content.decode()
    home = reader.browser.get("/").content.decode()

    assert 'href="/alerts/subscribe?about=area/dudley"' in area
    assert 'href="/alerts"' in home


def test_a_topic_that_is_no_more_stops_no_run(reader):
    reader.confirms()
    Subscription.objects.update(topic="measure/no-longer-kept")
    run(reader)
    happens(reader)

    made = run(reader)

    assert Run.objects.get(pk=made.pk).composed_at
    assert not Telling.objects.exists()
    page = reader.browser.get(reader.link("yours")).content.decode()
    assert "Measure/no-longer-kept" in page


def test_the_form_asks_first_for_the_kind(reader):
    first = reader.reads("/alerts/subscribe")
    assert "<select" not in first
    assert re.findall(r"\?kind=(\w+)", first) == ["area", "region", "stage", "measure"]

    regions = reader.reads("/alerts/subscribe?kind=region")
    offered = re.findall(r'<option value="([^"]+)"', regions)
    assert len(offered) == 9
    assert all(one.startswith("region/") for one in offered)


@pytest.mark.parametrize(
    ("page", "about"),
    [
        ("/", "kind=area"),
        ("/areas", "kind=area"),
        ("/areas?region=London", "about=region/london"),
        ("/statistics/inspected", "about=measure/inspected"),
        ("/feeds", "about=stage/not-inspected"),
    ],
)
def test_pages_lead_to_alerts_on_what_they_show(reader, page, about):
    (link,) = re.findall(rf'href="(/alerts/subscribe\?{about})"', reader.reads(page))

    form = reader.reads(link)

    assert "<select" in form
    kind, _, topic = about.partition("=")
    assert kind == "kind" or f'value="{topic}" selected' in form


def test_on_their_own_page_somebody_follows_more_without_a_mail(reader):
    reader.confirms()
    yours, mails = reader.link("yours"), Mail.objects.count()

    for added in ("region/london", "area/oldham", "area/kent", "area/essex"):
        answer = reader.browser.post(yours, {"add": added, "rhythm": "weekly"})
        assert answer.status_code == 303

    assert Mail.objects.count() == mails
    held = Subscription.objects.filter(confirmed_at__isnull=False, rhythm="weekly")
    assert held.count() == 4
    assert "Kent: each Monday morning" in reader.reads(yours)


def test_what_cannot_be_added_is_refused_and_changes_nothing(reader, monkeypatch):
    reader.confirms()
    yours = reader.link("yours")
    monkeypatch.setattr(subscribing, "MOST", 1)

    for add, rhythm, status in (
        ("area/nowhere", "weekly", 400),
        ("area/kent", "hourly", 400),
        ("area/kent", "weekly", 409),
    ):
        assert reader.browser.post(yours, {"add": add, "rhythm": rhythm}).status_code == status
    elsewhere = Client(headers=ELSEWHERE).post(yours, {"add": "area/kent", "rhythm": "weekly"})

    assert elsewhere.status_code == 403
    assert Subscription.objects.count() == 1
