"""The website as a browser meets it: served by a real process, and looked at in real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from areasend.ledger.statements import Answered, Finding, Replied
from areasend.post import keys, runs
from areasend.post.models import Subscriber
from areasend.post.rhythms import Rhythm
from areasend.register import reports
from areasend.register.asking import now
from tests.ledgers import connected_to

SAID = (
    Answered(
        about="/areas/dudley",
        area="dudley",
        finding=Finding.CORRECTED,
        words="The letter is dated 10 May.",
        release=1178,
    ),
    Answered(about="/glossary", area="", finding=Finding.CANNOT_TELL, words="No source says."),
    Replied(
        area="dudley",
        body="Dudley Council",
        words="The plan is on our site.",
        seen="A link mailed to the published address of its director of children’s services.",
    ),
)

#: Whose alerts are tried, from when, and what they asked for and did not confirm.
SOMEBODY, BEGAN, ASKED = "somebody", datetime(2026, 11, 12, 8, tzinfo=UTC), "measure/inspected"

_READY_WITHIN = 30
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


@pytest.fixture(scope="session")
def record_in_place(shipped, django_db_blocker):
    with django_db_blocker.unblock(), connected_to(shipped):
        yield


@pytest.fixture
def site(record_in_place):  # noqa: ARG001  it is there to be asked
    """A client that asks pages of the shipped record."""
    return Client(headers={"host": "localhost"})


@pytest.fixture(scope="session")
def website(shipped, ledgers, django_db_blocker):
    """The address of the website, served by a process of its own from a copy of the record.

    In it a report was answered and a body replied, as in the shipped record nobody has yet, and
    somebody follows Dudley and was told of it.
    """
    path = ledgers.copy(shipped)
    with django_db_blocker.unblock(), connected_to(path):
        for said in SAID:
            reports.release(said, by=1, at=now())
        let_somebody_follow_dudley()
    port = _free_port()
    served = subprocess.Popen(
        [
            Path(sys.executable).parent / "granian",
            "--interface",
            "wsgi",
            "--port",
            str(port),
            "--blocking-threads",
            "2",
            "--no-log",
            "areasend.config.wsgi:application",
        ],
        env={
            **os.environ,
            "AREASEND_DATABASE": str(path),
            "DJANGO_SETTINGS_MODULE": "tests.site_settings",
        },
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, served)
        yield address
    finally:
        served.terminate()
        served.wait(timeout=10)


@pytest.fixture(scope="session")
def browser():
    """Real Chromium, from Debian's package."""
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if found is None:
        pytest.fail("Chromium is not installed. On Debian: apt-get install chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Its event loop stays in this thread, where other tests go on asking the database.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        opened = playwright.chromium.launch(executable_path=found, args=_ARGUMENTS)
        yield opened
        opened.close()


def let_somebody_follow_dudley():
    """Let an address ask for alerts, and tell it of a run with something and one without."""
    Subscriber.objects.create(
        key=SOMEBODY, lookup="-", address=keys.seal("reader@example.org"), since=BEGAN
    )
    follower = Subscriber.objects.get(key=SOMEBODY)
    for topic, confirmed in (("area/dudley", BEGAN), ("stage/positive", BEGAN), (ASKED, None)):
        follower.subscriptions.create(
            topic=topic, rhythm="daily", asked_at=BEGAN, confirmed_at=confirmed
        )
    for days in (0, 1, 4):
        at = BEGAN + timedelta(days=days)
        made = runs.begin(Rhythm.DAILY, until=runs.State(1178 + days, at), tell=_tell)
        runs.compose(made, now=lambda at=at: at)


def _tell(_topics, _since, until):
    said = "* 12 November 2026: A letter was published.\n  Dudley\n  http://localhost/areas/dudley"
    return {"area/dudley": runs.Words("Dudley", said)} if until.release > 1179 else {}


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def _wait_for(address, served):
    give_up = time.monotonic() + _READY_WITHIN
    while time.monotonic() < give_up and served.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  our own address
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"The website was not ready within {_READY_WITHIN} seconds.")
