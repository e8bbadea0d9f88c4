"""A report goes through the checking room to the public website, in real Chromium.

One person corrects a doubt by keyboard alone and passes it on; a second looks and publishes; and
the website, another process that knows nothing of the room, shows the entry with its source.
"""

from pathlib import Path

import pytest
from built_reports import build_report
from cases import ADDRESS, KENT

from tests.ledgers import Files
from tests.people.arriving import amiss, arrive
from tests.people.rooms_served import Served
from tests.register import serving

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.only_on("sqlite", why="a file that two servers share"),
]
#: No page has more stops than this for whoever goes by keyboard.
MOST_STOPS = 120
WORDS = "Partners should agree by the summer who answers for each therapy, and tell families when."


@pytest.fixture(scope="module")
def ledger(shipped, tmp_path_factory):
    """A copy of the shipped record, in a file that the two processes share."""
    return Files(tmp_path_factory.mktemp("checking")).copy(str(shipped))


@pytest.fixture(scope="module")
def rooms(ledger):
    """The rooms, served beside the record with a report in the queue."""
    served, report = Served(Path(ledger)), Path(ledger).with_name("report.pdf")
    report.write_bytes(build_report(**KENT))
    assert "Area SEND inspection of Kent" in served.command("take-in", str(report))
    with served.open():
        yield served


def heading(page):
    return page.get_by_role("heading", level=1).inner_text()


def go_to(page, one):
    """Come to an element with the tabulator alone."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if one.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"No number of stops leads to {one}.")


def press(page, one):
    """Press a link or a button, and wait for the page that it leads to."""
    go_to(page, one)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def choose(page, one):
    go_to(page, one)
    page.keyboard.press("Space")


def enter(page, value, where):
    """Enter a value and where it was seen, by keyboard alone, and go on."""
    choose(page, page.get_by_label("I enter it"))
    go_to(page, page.locator("#value"))
    page.keyboard.type(value)
    if page.locator("#seen-at-1").count():
        choose(page, page.locator("#seen-at-1"))
    else:
        go_to(page, page.get_by_label("Where did you see it, if you enter it?"))
        page.keyboard.type(where)
    press(page, page.get_by_role("button", name="Keep this and go on"))


def check(page):
    """Check the report of Kent by keyboard alone, without script, and pass it on."""
    assert heading(page) == "Documents to check"
    press(page, page.get_by_role("link", name="Kent: Area SEND inspection report"))
    press(page, page.get_by_role("link", name="Begin with"))
    assert heading(page) == "Responsible bodies, as organisations of the day"
    choose(page, page.get_by_label("It is right as it was read"))
    press(page, page.get_by_role("button", name="Keep this and go on"))

    assert heading(page) == "Day of publication"
    enter(page, "20 November 2026", "The list of its reports.")
    assert heading(page) == "Address of the document"
    enter(page, ADDRESS, "The same list.")
    assert heading(page) == "Area SEND inspection of Kent"


def correct(page):
    """Correct the words of an action with a reason."""
    page.get_by_role("link", name="Look at Areas for priority action").click()
    page.wait_for_url("**/priority_actions")
    picture = page.get_by_role("img")
    assert picture.evaluate("one => one.complete && one.naturalWidth") > 500
    page.get_by_label("It should be something else").click()
    page.get_by_text("What it should be").click()
    page.get_by_label("Words", exact=True).first.fill(WORDS)
    page.get_by_role("button", name="Keep this and go on").click()
    assert "Say why" in page.get_by_role("alert").inner_text()
    assert page.get_by_label("Words", exact=True).first.input_value() == WORDS
    page.get_by_label("Why, if you correct or reject it").fill("The table says summer.")
    page.get_by_role("button", name="Keep this and go on").click()


def give_themes(page):
    """Take up what the machine proposes first for one point, and another theme besides."""
    page.get_by_role("link", name="Accept or change the themes").click()
    assert "words:" in page.locator(".govuk-checkboxes__hint").first.inner_text()
    assert page.locator("input:checked").count() == 0
    point = page.get_by_role("group", name="Point a1")
    point.get_by_role("checkbox").first.check()
    point.get_by_text("Another theme of point a1").click()
    point.get_by_label("Safeguarding").check()
    page.get_by_role("button", name="Keep these themes").click()
    assert "Given by a person who checked this document" in page.get_by_role("main").inner_text()


def test_every_page_of_the_room_can_be_used_by_everyone(rooms, browser):
    page = arrive(browser, rooms, "third@example.org", "reader")
    found = {}
    names = ("priority_actions", "published", "cover_dates", "outcome", "address")
    fields = (f"/documents/1/fields/{name}" for name in names)
    for path in ("/", "/documents/1", "/documents/1/themes", *fields):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        found[path] = amiss(page)

    page.goto("/documents/1")
    # Whoever opens a field to check it has the document.
    page.get_by_role("button", name="Let it go").click()
    assert {path: one for path, one in found.items() if one} == {}


def test_a_report_goes_from_the_queue_to_the_public_page(rooms, browser, ledger):
    reader = arrive(browser, rooms, "reader@example.org", "reader", java_script_enabled=False)
    check(reader)
    correct(reader)
    give_themes(reader)
    reader.get_by_role("button", name="Pass it on to a second look").click()
    assert "Another person takes the second look" in reader.get_by_role("main").inner_text()

    second = arrive(browser, rooms, "second@example.org", "moderator")
    second.get_by_role("link", name="Kent: Area SEND inspection report").click()
    assert "The table says summer." in second.locator(".app-history").inner_text()
    second.get_by_role("button", name="Record and publish").click()
    assert "It is published as entries" in second.get_by_role("main").inner_text()
    assert second.get_by_role("link", name="Kent on the public website").count()

    with serving.website(AREASEND_DATABASE=ledger) as website:
        page = browser.new_page()
        page.goto(f"{website}/areas/kent")
        words = page.get_by_role("main").inner_text()
        assert WORDS in words
        assert "widespread or systemic failings" in words
        assert "Safeguarding" in words
        assert "Read by a person in the document itself, pages 1, 2" in words
        assert page.locator(f'a[href="{ADDRESS}"]').count()
        assert "Ada Quill" not in page.content()
        assert "example.org" not in page.content()
        # The points that were read stand on it now, in their own words.
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert page.locator(".app-found .app-quote").count()
        assert amiss(page) == []
