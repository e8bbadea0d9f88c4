"""Five journeys in real Chromium, one for each who comes here, to what they came for.

A parent without script on a small phone, a journalist, a council's improvement lead by keyboard
alone, an adviser of the department, and an inspector. No day of today's is written in them: what
they read stands in the record for good, or is of a past day.
"""

import csv
import re
from datetime import date

import pytest

pytestmark = pytest.mark.slow
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
#: No page has more stops than this for whoever goes by keyboard.
MOST_STOPS = 400


@pytest.fixture
def reader(website, browser):
    """Open the first page as somebody who was never here, and see that nothing marks them."""
    opened = []

    def at(path="/", **how):
        context = browser.new_context(**{"viewport": DESK, **how})
        opened.append(context)
        page = context.new_page()
        page.goto(website + path)
        return page

    yield at
    for context in opened:
        marks = context.cookies()
        context.close()
        assert marks == []


def test_a_parent_types_a_postcode_and_learns_what_happens_next(reader):
    page = reader(viewport=PHONE, java_script_enabled=False)

    page.get_by_label("Find your area").fill("ol1 1ug")
    page.get_by_role("button", name="Find").click()

    assert page.url.endswith("/areas/oldham")
    assert page.get_by_role("heading", level=1).inner_text() == "Oldham"
    sentence = page.locator(".app-lead").inner_text()
    assert sentence.startswith("Inspected in June 2023 (report 29 August 2023): widespread or")
    assert sentence.endswith(".")

    page.get_by_role("link", name="What happens next").click()
    duty = page.locator(".app-duty", has_text="Come back for a monitoring inspection").first
    assert "Who must do it: Ofsted and the Care Quality Commission" in duty.inner_text()
    duty.get_by_text("How this day was reached").click()
    assert "18 months end on" in duty.locator("details").inner_text()

    page.get_by_role("link", name="Get help for a child").click()
    assert page.get_by_role("heading", level=2).first.inner_text() == (
        "If you need help for your child now"
    )
    for who in ("SENDIASS", "tribunal", "ombudsman"):
        assert page.locator("main li a", has_text=re.compile(who, re.IGNORECASE)).count()


def test_a_journalist_takes_away_a_number_that_will_stay(reader):
    page = reader()
    page.get_by_role("link", name="Statistics").click()
    page.get_by_role("link", name=re.compile("led to a written statement of action")).first.click()
    tell_of(page, "2021-03-31")

    assert page.locator(".app-figure").inner_text().startswith("60 of 117 inspections")
    assert "published by 31 March 2021" in page.locator("main").inner_text()
    names = page.locator("h2:has-text('Counted (60)') + p").inner_text().rstrip(".").split("; ")
    assert len(names) == 60

    with page.expect_download() as download:
        page.get_by_role("link", name="These names as CSV").click()
    with download.value.path().open(encoding="utf-8", newline="") as file:
        counted = [row["area"] for row in csv.DictReader(file) if row["is"] == "counted"]
    assert sorted(counted) == sorted(names)

    page.get_by_text("Cite this").click()
    cited = page.locator("details", has_text="Cite this").inner_text()
    assert "as at 31 March 2021, release " in cited
    said = told(page)
    page.goto(re.search(r"https?://\S+", cited)[0])
    assert told(page) == said
    assert len(said) > 5


def test_a_council_officer_finds_every_date_by_keyboard_alone(reader):
    page = reader()
    tab_to(page, "Find your area")
    page.keyboard.type("Birmingham")
    page.keyboard.press("Enter")
    page.wait_for_url("**/areas/birmingham")

    tab_to(page, "What happens next")
    page.keyboard.press("Enter")
    tab_to(page, "Show 3 done or superseded")
    page.keyboard.press("Enter")
    go_back_to(page, "What happens next")
    owed = page.locator(".app-duty")
    for number in range(owed.count()):
        tab_to(page, "How this day was reached")
        page.keyboard.press("Enter")
        opened = owed.nth(number).inner_text()
        assert "Who must do it: " in opened
        assert re.search(r"The rule: .+, by .+ since \d+ \w+ \d{4}: ", opened)
        assert re.search(r"end on \w+day \d+ \w+ \d{4}", opened)
    assert owed.count() >= 5

    tab_to(page, "Deadline calculator")
    page.keyboard.press("Enter")
    page.wait_for_url("**/deadline")
    tab_to(page, "70 working days")
    page.keyboard.press("Space")
    type_in(page, Day="1", Month="7", Year="2022")
    page.keyboard.press("Enter")

    certificate = page.locator(".app-certificate")
    certificate.wait_for()
    assert certificate.locator("p").first.inner_text() == (
        "70 working days from Friday 1 July 2022 end on Tuesday 11 October 2022."
    )
    assert "Bank Holiday for the State Funeral" in certificate.inner_text()
    assert "2022" not in page.url


def test_an_adviser_sees_what_was_promised_and_by_whom(reader):
    page = reader()
    page.get_by_role("link", name="What followed", exact=True).first.click()
    tell_of(page, "2026-11-21")
    row = page.get_by_role("row", name=re.compile("^Bristol .*enough|^Bristol .*weaknesses"))
    assert "23 May 2023" in row.inner_text()
    assert "none held" in row.inner_text()

    page.get_by_role("link", name="By health body").click()
    page.get_by_role("link", name="South West", exact=True).last.click()
    tell_of(page, "2026-11-21")
    promised = page.locator("table", has=page.locator("caption", has_text="What is expected in"))
    mine = promised.get_by_role("row", name=re.compile("23 May 2023.*Bristol"))
    assert "the Department for Education and NHS England" in mine.inner_text()
    assert "we hold none, and our list is incomplete" in mine.inner_text()

    mine.get_by_role("link", name="Bristol").click()
    duty = page.locator(".app-duty:target")
    assert "Review progress after the re-visit" in duty.inner_text()
    assert "as-at=2026-11-21" in page.url

    page.get_by_role("link", name="By health body").click()
    page.get_by_role("link", name="NHS Devon Integrated Care Board").click()
    assert page.get_by_role("link", name="Torbay").first.is_visible()
    assert page.get_by_role("heading", name="What is expected, the soonest first").is_visible()


def test_an_inspector_asks_whether_like_was_judged_alike_and_by_which_rule(reader):
    page = reader()
    page.get_by_role("link", name="Statistics").click()
    page.get_by_role("link", name="were like areas judged alike?").click()
    tell_of(page, "2022-08-31")
    page.get_by_text("The slowest fifth, one by one").first.click()
    slowest = page.get_by_role("table", name="The slowest fifth: Inspections from 2016 to 2022")
    found = {
        area: slowest.get_by_role("row", name=re.compile(f"^{area} ")).inner_text()
        for area in ("Somerset", "Hampshire")
    }
    assert "Statement required" in found["Somerset"]
    assert "No statement required" in found["Hampshire"]
    assert page.get_by_text("Read this with care.").is_visible()
    assert "by inspector" not in slowest.inner_text().lower()

    slowest.get_by_role("link", name="Hampshire").click()
    assert "This page as it stood on 31 August 2022" in page.locator(".app-asof").inner_text()
    assert "2016 framework: no statement was required" in page.locator("main").inner_text().lower()
    assert not years_after(page, date(2022, 8, 31))
    page.get_by_role("link", name="See it as it stands today").click()
    assert not page.locator(".app-asof").count()

    page.get_by_role("link", name="Rules", exact=True).click()
    rule = page.get_by_role("row", name=re.compile("70 working days.*The law")).first
    assert "2015" in rule.inner_text()
    assert "Checked " in rule.inner_text()


def tell_of(page, day):
    """Ask a page for another day, with the form that stands on it."""
    page.get_by_label("Day", exact=True).fill(day)
    page.get_by_role("button", name="Show", exact=True).last.click()
    page.wait_for_url(f"**as-at={day}*")


def told(page):
    """Return what a page tells of the world: its figure, its tables and its names."""
    return page.locator(".app-figure, main table, main h2 + p").all_inner_texts()


def type_in(page, **fields):
    """Fill in fields in their order by the keyboard alone."""
    for label, typed in fields.items():
        tab_to(page, label)
        page.keyboard.type(typed)


def go_back_to(page, words):
    """Go back by the keyboard alone until what has the focus is called by the words."""
    tab_to(page, words, key="Shift+Tab")


def tab_to(page, words, *, key="Tab"):
    """Go on by the keyboard alone until what has the focus is called by the words."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        if words in page.evaluate(_CALLED):
            return
    pytest.fail(f"No way by keyboard to “{words}” on {page.url}.")


def years_after(page, day):
    """Return the years later than a day in which the timeline says that something happened."""
    when = " ".join(
        page.locator(
            ".app-timeline__item:not(.app-timeline__item--expected) .app-timeline__when"
        ).all_inner_texts()
    )
    return [year for year in re.findall(r"\b\d{4}\b", when) if int(year) > day.year]


_CALLED = """() => {
    const one = document.activeElement;
    return one.labels?.length ? one.labels[0].innerText : one.innerText;
}"""
