"""A report of an error is answered in the rooms and read on the website, in real Chromium.

By keyboard alone; every page is tried with axe, narrow and wide.
"""

from datetime import date
from pathlib import Path

import pytest
from test_checking_in_chromium import amiss, begin, go_to, press

from areasend.register.models import Reply, Report
from tests.ledgers import Files, connected_to
from tests.people.rooms_served import Served
from tests.register import serving

pytestmark = [pytest.mark.slow, pytest.mark.only_on("sqlite", why="a file that two servers share")]
FACT, CAME = "/areas/dudley#f955", date(2026, 11, 2)
WRONG = "The report is dated 10 May 2019, not 12 May, as the letter on the council's own page says."
RIGHT = "https://www.dudley.gov.uk/" + "letters-and-reports/" * 8 + "letter"
OURS = "The council's page gives the same day as we do."


@pytest.fixture(scope="module")
def ledger(shipped, tmp_path_factory, django_db_blocker):
    """A copy of the shipped record in a file, with a report and a reply that wait."""
    made = Files(tmp_path_factory.mktemp("reported")).copy(str(shipped))
    with django_db_blocker.unblock(), connected_to(made):
        Report.objects.create(about=FACT, words=WRONG, right=RIGHT, received=CAME)
        given = {"about": FACT, "area": "dudley", "words": WRONG, "asked": CAME, "mailed": CAME}
        Reply.objects.create(
            key="k", body="council/dudley", seen="A mailed link.", received=CAME, **given
        )
    return made


@pytest.fixture(scope="module")
def rooms(ledger):
    """The rooms, served beside the record."""
    with Served(Path(ledger)).open() as served:
        yield served


@pytest.fixture(scope="module")
def browser():
    """Real Chromium."""
    with pytest.MonkeyPatch.context() as patch, serving.chromium() as opened:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        yield opened


def test_a_report_is_answered_by_keyboard_and_stands_on_the_website(rooms, browser, ledger):
    page = begin(browser, rooms, "second@example.org", "moderator")
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
    with serving.website(AREASEND_DATABASE=ledger) as website:
        page.goto(f"{website}/corrections")
        words = page.get_by_role("main").inner_text()
        assert OURS in words
        assert WRONG not in words
