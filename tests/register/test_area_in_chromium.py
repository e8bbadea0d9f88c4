"""The page of an area in real Chromium: with all of it opened, and on paper."""

import re

import pytest

from tests.register.looking import AXE, TAGS

pytestmark = pytest.mark.slow
#: A long record of both frameworks, one under another name, one without figures, one of the past.
AREAS = (
    "birmingham",
    "bury",
    "westmorland-and-furness",
    "isles-of-scilly",
    "dorset-county",
    "bradford?as-at=2022-09-12",
)


@pytest.fixture
def opened(website, browser):
    pages = []

    def of(area, width=320):
        page = browser.new_page(viewport={"width": width, "height": 900})
        pages.append(page)
        page.goto(f"{website}/areas/{area}")
        return page

    yield of
    for page in pages:
        page.close()


@pytest.mark.parametrize("area", AREAS)
def test_all_of_it_is_accessible_when_it_is_opened(opened, area):
    page = opened(area)
    while page.locator("details:not([open]) > summary:visible").count():
        page.locator("details:not([open]) > summary:visible").first.press("Enter")

    found = AXE.run(page, options=TAGS).response["violations"]

    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("area", "sheets"), [("birmingham", 2), ("oldham", 2), ("barnet", 1)])
def test_it_prints_on_a_sheet_or_two(opened, area, sheets):
    printed = opened(area).pdf(prefer_css_page_size=True)

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == sheets


def test_on_paper_the_working_is_open_and_the_frame_is_gone(opened):
    page = opened("birmingham")
    page.emulate_media(media="print")

    working = page.get_by_text("Skipped: every Saturday and Sunday from 16 August 2025")
    foot = page.locator(".app-print-foot")

    assert working.is_visible()
    assert "/areas/birmingham?as-at=" in foot.inner_text()
    assert "As at " in foot.inner_text()
    for gone in ("header", "footer", "nav.app-contents", "#told-again", ".govuk-breadcrumbs"):
        assert not page.locator(gone).first.is_visible()


def test_on_paper_only_sources_show_their_addresses(opened):
    page = opened("birmingham")
    page.emulate_media(media="print")
    shown = "(one) => getComputedStyle(one, '::after').content"

    source = page.locator(".app-sources__list a").first.evaluate(shown)
    elsewhere = page.locator(".app-timeline__word a").first.evaluate(shown)

    assert "https://reports.ofsted.gov.uk/provider/44/" in source
    assert elsewhere == "none"
