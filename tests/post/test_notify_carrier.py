"""GOV.UK Notify's own client, before a server shaped like theirs."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import jwt
import pytest

from areasend.post import outbox
from areasend.post.carriers import carrier
from areasend.post.models import Mail, Trouble
from tests.post.test_outbox_sent import queue, write

pytestmark = pytest.mark.django_db
SERVICE, SECRET = str(uuid4()), str(uuid4())
TEMPLATE = str(uuid4())


class Answering(BaseHTTPRequestHandler):
    """Takes letters as https://docs.notifications.service.gov.uk/rest-api.html says."""

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if trouble := self._trouble(asked["email_address"]):
            self._answer(*trouble)
            return
        self.server.took.append(asked)
        self._answer(201, {"id": str(uuid4()), "reference": asked["reference"]})

    def do_GET(self):
        if trouble := self._trouble(""):
            self._answer(*trouble)
            return
        (reference,) = parse_qs(urlsplit(self.path).query)["reference"]
        held = [one for one in self.server.took if one["reference"] == reference]
        self._answer(200, {"notifications": held, "links": {}})

    def _trouble(self, address):
        token = self.headers["Authorization"].removeprefix("Bearer ")
        try:
            jwt.decode(token, SECRET, algorithms=["HS256"], issuer=SERVICE)
        except jwt.InvalidTokenError:
            return 403, _error(403, "AuthError", "Invalid token: signature")
        if address.startswith("never"):
            return 400, _error(400, "ValidationError", f"email_address {address} is not valid")
        if address.startswith("later"):
            return 429, _error(429, "RateLimitError", "Exceeded rate limit")
        return None

    def _answer(self, status, held):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(held).encode())

    def log_message(self, *_):
        pass


def _error(status, kind, message):
    return {"status_code": status, "errors": [{"error": kind, "message": message}]}


@pytest.fixture
def notify(settings):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.took = []
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    settings.NOTIFY_TEMPLATE = TEMPLATE
    settings.NOTIFY_KEY = f"alerts-{SERVICE}-{SECRET}"
    settings.NOTIFY_URL = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def sender(notify, clock):  # noqa: ARG001  the settings name it
    made = outbox.Sender(carrier(), write, clock)
    yield made
    made.carrier.close()


def test_a_letter_is_handed_over_with_its_key_as_reference_and_its_way_to_end(sender, notify):
    (mail,) = queue()

    sender.send_due()

    assert notify.took == [
        {
            "email_address": "reader0@example.org",
            "template_id": TEMPLATE,
            "personalisation": {
                "subject": "Dudley – something happened",
                "words": "A “monitoring visit” was held.\n",
            },
            "reference": mail.key,
            "one_click_unsubscribe_url": "https://areasend.example/alerts/stop/x",
        }
    ]
    assert Mail.objects.get().sent_at


def test_what_a_killed_worker_may_have_handed_over_is_asked_for_and_not_sent_twice(
    sender, notify, clock
):
    handed_over, not_yet = queue(2)
    taken = outbox._take(at=clock(), lease=outbox.LEASE)
    sender.carrier.hand_over(write(taken)[handed_over.pk])

    clock.at += outbox.LEASE
    sender.send_due()

    assert [one["reference"] for one in notify.took] == [handed_over.key, not_yet.key]
    assert not Mail.objects.filter(sent_at=None).exists()


def test_an_address_that_it_will_not_have_is_given_up_without_being_kept(sender):
    queue(to="never{}@example.org")

    sender.send_due()

    kept = Trouble.objects.get()
    assert kept.for_good
    assert "(address) is not valid" in kept.words


def test_where_it_is_asked_too_much_or_lets_us_not_in_all_wait(sender, notify, clock, settings):
    queue(2, to="later{}@example.org")
    assert sender.send_due() == 0
    assert Mail.objects.filter(given_up_at=None, due_at__gt=clock()).count() == 2

    settings.NOTIFY_KEY = f"alerts-{SERVICE}-{uuid4()}"
    clock.forward(hours=1)
    stranger = outbox.Sender(carrier(), write, clock)
    assert stranger.send_due() == 0
    assert Mail.objects.filter(given_up_at=None, due_at__gt=clock()).count() == 2
    assert notify.took == []
