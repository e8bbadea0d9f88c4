"""A report of an error is answered in the rooms, in real Chromium.

By keyboard alone; every page is tried with axe, narrow and wide.
"""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from test_checking_in_chromium import amiss, go_to, press

from areasend.config.opening import make_tables
from areasend.register.models import Reply, Report
from tests.ledgers import Files, connected_to
from tests.people.accounts import account
from tests.people.asking_rooms import signed_in
from tests.people.rooms_served import Served

pytestmark = [
    pytest.mark.slow,
    pytest.mark.only_on("sqlite", why="a file that two processes share"),
]
FACT, CAME = "/areas/dudley#f955", date(2026, 11, 2)
WRONG = "The report is dated 10 May 2019, not 12 May, as the letter on the council's own page says."
RIGHT = "https://www.dudley.gov.uk/" + "letters-and-reports/" * 8 + "letter"
OURS = "The council's page gives the same day as we do."


@pytest.fixture(scope="module")
def ledger(shipped, tmp_path_factory, django_db_blocker):
    """A copy of the shipped record in a file, with a report and a reply that wait."""
    made = Files(tmp_path_factory.mktemp("reported")).copy(str(shipped))
    with django_db_blocker.unblock(), connected_to(made):
        make_tables()
        Report.objects.create(about=FACT, words=WRONG, right=RIGHT, received=CAME)
        given = {"about": FACT, "area": "dudley", "words": WRONG, "asked": CAME, "mailed": CAME}
        Reply.objects.create(
            key="k", body="council/dudley", seen="A mailed link.", received=CAME, **given
        )
    return made


@pytest.fixture(scope="module")
def cookie(ledger, django_db_blocker):
    """The session of a moderator who has signed in: how that is done is tried elsewhere."""
    with django_db_blocker.unblock(), connected_to(ledger):
        client = signed_in(account("second@example.org", "moderator"))
        return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.fixture(scope="module")
def rooms(ledger):
    """The rooms, served beside the record, with the secret that the session is signed with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AREASEND_ROOMS_SECRET", settings.SECRET_KEY)
        made = Served(Path(ledger))
    with made.open() as served:
        yield served


def test_a_report_is_answered_by_keyboard_on_pages_that_everyone_can_use(rooms, browser, cookie):
    page = browser.new_context(base_url=rooms.address).new_page()
    page.context.add_cookies([{"name": "rooms", "value": cookie, "url": rooms.address}])
    found = {}
    for path in ("/reported/replies/1", "/reported/errors/1", "/reported"):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found[path] = amiss(page)
    press(page, page.get_by_role("link", name="Report 1: Dudley"))
    go_to(page, page.get_by_role("radio").first)
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("We did not change it").is_checked()
    go_to(page, page.get_by_label("Our answer"))
    page.keyboard.type(OURS)
    press(page, page.get_by_role("button", name="Show it as the public will read it"))
    found["as it will stand"] = amiss(page)
    press(page, page.get_by_role("button", name="Publish this answer"))
    assert "second@example.org answered it" in page.get_by_role("main").inner_text()
    found["answered"] = amiss(page)

    assert {path: one for path, one in found.items() if one} == {}
